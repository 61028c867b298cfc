"""Turns of a transcript or a quotation with a label: "NAME: what is said"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from dateline.span import Span
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

_LONGEST: Final = 10
"""Tokens in a speaker's label, at most."""
_TURNS: Final = 3
"""Labels in capitals that make a text a transcript, whether or not marks follow them."""
_SPEAKERS: Final = 2
"""Labels that come back in a conversation, at least ..."""
_OFTEN: Final = 2
"""... and how often each does."""


def find(context: Context) -> Iterator[Draft]:
    """Yield a draft for each paragraph that a name and a colon open.

    Unless a quotation follows, the label must be in capitals and one of several such, or one of
    two or more that come back.
    """
    labelled = [turn for paragraph in _paragraphs(context) for turn in _label(context, paragraph)]
    loud = [colon for first, colon, _ in labelled if _is_loud(context, first, colon)]
    heard = Counter(_surname(context, colon) for _, colon, _ in labelled)
    often = {name for name, times in heard.items() if times >= _OFTEN}
    if len(often) >= _SPEAKERS:
        loud += [colon for _, colon, _ in labelled if _surname(context, colon) in often]
    for first, colon, end in labelled:
        marked = colon + 1 < end and context.quoted[colon] < 0 <= context.quoted[colon + 1]
        if marked or (len(loud) >= _TURNS and colon in loud):
            yield _draft(context, first, colon, end)


def _paragraphs(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the first token of each paragraph and the one after its last."""
    numbered = zip(context.paragraphs, context.syntax.sentences, strict=True)
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        sentences = [sentence for _, sentence in group]
        yield sentences[0].first, sentences[-1].last


def _label(context: Context, paragraph: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield the first token, the colon and the end of a paragraph that a label opens."""
    first, end = paragraph
    quoted = context.quoted[first]
    if quoted >= 0 and context.tokens[first].pos == "PUNCT":
        first += 1  # a whole turn between marks, label and all
    for index in range(first, min(end, first + _LONGEST)):
        token = context.tokens[index]
        if token.text.endswith(":") and not token.text[0].isalnum():
            words: Sequence[Token] = context.tokens[first:index]
            if index + 1 < end and any(word.pos in ("PROPN", "NOUN") for word in words):
                yield first, index, end
            return
        if token.pos in ("VERB", "AUX") or token.text in {".", "?", "!", ";"}:
            return
        if context.quoted[index] != quoted:
            return


def _surname(context: Context, colon: int) -> str:
    """Return the last word of a label, by which a speaker is known when he speaks again."""
    return context.tokens[colon - 1].text


def _is_loud(context: Context, first: int, colon: int) -> bool:
    return any(len(t.text) > 2 and t.text.isupper() for t in context.tokens[first:colon])


def _draft(context: Context, first: int, colon: int, end: int) -> Draft:
    mark = context.tokens[colon].span
    words = Span(context.tokens[first].span.start, mark.end - 1).trimmed(context.text)
    head = context.syntax.head(words)
    said = Span(context.tokens[colon + 1].span.start, context.tokens[end - 1].span.end)
    return Draft(
        rule="turn",
        cue=(Span(mark.end - 1, mark.end),),
        head=colon,
        source=(words,),
        subject=head.index if head is not None else None,
        content=(said,),
    )
