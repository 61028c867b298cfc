"""Words and phrases: how a text is cut into words, and how phrases are found in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
GAP = 3
"""The most words that a `*` in a phrase stands for."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, apostrophes left out: `don't` is `dont`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(WORD.findall(plain.translate(APOSTROPHES)))


class Phrases:
    """Phrases that are looked up word by word.

    A phrase is a row of tokens: a word, a choice `this|that`, or `*`, which stands for up to
    `GAP` words of any kind and never begins or ends a phrase. Looking up takes time in proportion
    to the words and to the phrases that begin with one of them.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str] | None, ...]]] = {}
        for phrase in phrases:
            tokens = tuple(
                None if token == "*" else frozenset(token.casefold().split("|"))
                for token in phrase.split()
            )
            for first in sorted(tokens[0] or ()):
                self._by_first.setdefault(first, []).append(tokens[1:])

    def found(self, text: Sequence[str]) -> tuple[str, ...]:
        """Return what the phrases match in `text`, in order, none overlapping another."""
        out: list[str] = []
        at = 0
        while at < len(text):
            ends = [_end(text, at + 1, rest) for rest in self._by_first.get(text[at], ())]
            end = max(ends, default=0)
            if end:
                out.append(" ".join(text[at:end]))
            at = end or at + 1
        return tuple(out)


def _end(text: Sequence[str], at: int, rest: tuple[frozenset[str] | None, ...]) -> int:
    """Return where a match of `rest` that begins at `at` ends, or 0."""
    if not rest:
        return at
    token, more = rest[0], rest[1:]
    if token is None:
        skips = range(min(GAP, len(text) - at) + 1)
        return next((end for skip in skips if (end := _end(text, at + skip, more))), 0)
    return _end(text, at + 1, more) if at < len(text) and text[at] in token else 0
