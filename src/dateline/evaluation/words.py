"""The words of a text, by which spans are compared: marks and white space make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from dateline.languages import lexicon
from dateline.span import Span

LANGUAGE: Final = "en"
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that end the part of a noun phrase in which its head stands."""

    stop: frozenset[str]


def words(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the words that share a character with one of the spans, in order.

    Spans without any word, such as a colon, are represented by their marks.
    """
    tokens = sorted({token for span in spans for token in _tokens(text, span)})
    return tuple(token for token in tokens if _is_word(text, token)) or tuple(tokens)


def head(text: str, spans: Iterable[Span]) -> Span | None:
    """Return the head word of a source, `spokesman` in "a spokesman for the army", without a parse.

    It is the last word before the first mark, relative pronoun or preposition; a possessive 's is
    passed over. `None` if there is no word.
    """
    stop = lexicon(LANGUAGE, "heads", Heads).stop
    found = None
    for token in (token for span in list(spans)[:1] for token in _tokens(text, span)):
        if not _is_word(text, token):
            if found and token.of(text) in ",;:()[]–—/":
                break
        elif token.of(text) in ("s", "S") and text[token.start - 1 : token.start] in ("'", "’"):
            continue
        elif found and token.of(text).lower() in stop:
            break
        else:
            found = token
    return found


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
