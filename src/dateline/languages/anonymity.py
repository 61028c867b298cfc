"""Where a name is kept back: "said an aide, who asked not to be named".

That tells what kind of source an aide is. It is nothing that he says, and no demand of his.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dateline.languages import holding, lexicon
from dateline.span import Span


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`anonymity.toml`: the phrases by which a name is kept back, as regular expressions."""

    phrases: tuple[str, ...]


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in holding("anonymity"):
        return None
    phrases = lexicon(language, "anonymity", Words).phrases
    return re.compile("|".join(f"(?:{one})" for one in phrases), re.IGNORECASE)


def begins(text: str, start: int, language: str) -> bool:
    """Tell whether the words from a character on keep a name back."""
    pattern = _pattern(language)
    return pattern is not None and pattern.match(text, start) is not None


def spans(text: str, language: str) -> tuple[Span, ...]:
    """Return where a text tells that somebody keeps a name back, in order.

    None are found in a language that has no words for it.
    """
    pattern = _pattern(language)
    return tuple(Span(*found.span()) for found in pattern.finditer(text)) if pattern else ()
