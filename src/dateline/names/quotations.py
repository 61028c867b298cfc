"""Direct speech, as far as names need it: who "I" is, and whom "he" in a quotation cannot be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline import quotation
from dateline.names.context import Context
from dateline.syntax import Sentence


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens `[first, last)` between two quotation marks, the marks left out.

    Attributes:
        speaker: index of the token that heads the subject of the verb of speech, or `None`.
    """

    first: int
    last: int
    speaker: int | None = None


def find(context: Context) -> tuple[Quotation, ...]:
    """Return the quotations of four words and more in order, with speakers where they show.

    Those in another quotation come last: their words are not the words of who speaks around them.
    """
    outer = _outer(context)
    inner = (
        Quotation(first=first, last=last, speaker=_quoted_in(context, first, last, outer))
        for first, last in _between_marks(context, inner=True)
        if last - first >= _NESTED
    )
    return (*outer, *inner)


_NESTED: Final = 3
"""Words, at least, of a quotation in a quotation that are somebody's and no mere term."""


def _quoted_in(context: Context, first: int, last: int, outer: Sequence[Quotation]) -> int | None:
    """Return the head of who is quoted in a quotation as saying something, or `None`."""
    at = bisect_right(outer, first, key=lambda one: one.first) - 1
    if at < 0 or outer[at].last < last:
        return None
    begin = context.syntax.sentences[context.syntax.tokens[first].sentence].first
    return _subject_of_speech(context, range(max(begin, outer[at].first), first))


def _outer(context: Context) -> list[Quotation]:
    out: list[Quotation] = []
    for first, last in _between_marks(context):
        if last - first < 4:
            continue
        speaker = _speaker(context, first, last)
        if speaker is None and out and _goes_on(context, out[-1].last, first, last):
            speaker = out[-1].speaker
        out.append(Quotation(first=first, last=last, speaker=speaker))
    return out


def _between_marks(context: Context, *, inner: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the tokens between the outermost marks, or those of marks within them.

    A paragraph ends what is left open.
    """
    sentences = [sentence.span for sentence in context.syntax.sentences]
    numbered = tuple(quotation.numbers(context.text, sentences))
    for one in quotation.find(context.text, quotation.paragraphs(sentences, numbered)):
        inside = () if inner != (one.depth > 0) else context.syntax.within(one.inner)
        if inside:
            yield inside[0].index, inside[-1].index + 1


def _goes_on(context: Context, before: int, first: int, last: int) -> bool:
    """Tell whether only the speech verb's sentence or a paragraph's end lies between quotations.

    What a paragraph begins with is the same speaker's only if nothing but the quotation stands in
    its sentence: not `"No," came an answer`.
    """
    tokens = context.syntax.tokens
    between = context.text[tokens[before - 1].span.end : tokens[first].span.start]
    if len(between) >= 200 or between.count("\n\n") > 1 or first - before >= 30:
        return False
    end = context.syntax.sentences[tokens[last - 1].sentence].last
    return "\n\n" not in between or not any(token.tag.isalpha() for token in tokens[last:end])


def _speaker(context: Context, first: int, last: int) -> int | None:
    """Return the head of the subject of the verb of speech beside a quotation, or `None`."""
    syntax = context.syntax
    end = syntax.sentences[syntax.tokens[last - 1].sentence]
    begin = syntax.sentences[syntax.tokens[first].sentence]
    outside = [range(last, end.last), range(begin.first, first)]
    if end.last - last <= 2 and end.last < len(syntax.tokens):
        outside.insert(1, _next_clause(syntax.sentences, syntax.tokens[last - 1].sentence, context))
    for stretch in outside:
        found = _subject_of_speech(context, stretch)
        if found is not None:
            return found
    return None


def _next_clause(sentences: tuple[Sentence, ...], number: int, context: Context) -> range:
    """Return the tokens of the next sentence if it is but the tag of a quotation: "she said."."""
    if number + 1 >= len(sentences):
        return range(0)
    after = sentences[number + 1]
    text = context.text[sentences[number].span.end : after.span.start]
    return range(after.first, min(after.last, after.first + 8)) if "\n" not in text else range(0)


def _subject_of_speech(context: Context, stretch: range) -> int | None:
    syntax = context.syntax
    for index in stretch:
        verb = syntax.tokens[index]
        if verb.pos == "VERB" and verb.lemma in context.lexicon.acts.speech:
            for subject in syntax.children(verb, "nsubj"):
                if subject.index in stretch:
                    return subject.index
        if verb.text == "to" and index and syntax.tokens[index - 1].text.casefold() == "according":
            for named in syntax.children(verb, "pobj"):
                return named.index
    return None
