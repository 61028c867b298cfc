"""The words of a text, by which spans are compared: marks and white space make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from dateline.languages import lexicon
from dateline.span import Span

LANGUAGE: Final = "en"
PARTING: Final = frozenset(",;:()[]–—/")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of a noun phrase what belongs to its head.

    Attributes:
        stop: words that end the part in which the head stands.
        determiners: words that it may begin with, and that make no difference.
    """

    stop: frozenset[str]
    determiners: frozenset[str]


def words(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the words that share a character with one of the spans, in order.

    Spans without any word, such as a colon, are represented by their marks.
    """
    tokens = sorted({token for span in spans for token in _tokens(text, span)})
    return tuple(token for token in tokens if _is_word(text, token)) or tuple(tokens)


def heads(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the head words of a source, without a parse: one for each of its names.

    "A spokesman for the army, Colonel Ardo Venn" has two, `spokesman` and `Venn`. A head is the
    last word before the first mark, relative pronoun or preposition; a possessive 's is passed
    over, and so is a part that begins with such a word ("..., who led the work"). A source of
    nothing else, such as "who", is all head.
    """
    stop = lexicon(LANGUAGE, "heads", Heads).stop
    found: list[Span] = []
    head: Span | None = None
    done = False
    for token in (token for span in spans for token in _tokens(text, span)):
        word = token.of(text)
        if not _is_word(text, token):
            if word in PARTING:
                found += [head] if head else []
                head, done = None, False
        elif word.lower() in stop:
            done = True
        elif not done and not _is_possessive(text, token):
            head = token
    return (*found, head) if head else tuple(found) or words(text, spans)


def _tokens(text: str, span: Span) -> list[Span]:
    """Return the tokens that a span touches, whole even where the span cuts them."""
    start, end = span.start, span.end
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return [Span(*token.span()) for token in _TOKEN.finditer(text, start, end)]


def _is_word(text: str, token: Span) -> bool:
    return text[token.start].isalnum() or text[token.start] == "_"


def _is_possessive(text: str, token: Span) -> bool:
    return token.of(text).lower() == "s" and text[token.start - 1 : token.start] in ("'", "’")
