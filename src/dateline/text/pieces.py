"""A text in the encoder's word pieces, and the windows of them that it reads at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.span import Span

Ints = NDArray[np.int64]

ROOM = 254  # pieces in a window besides [CLS] and [SEP], as in training
MARGIN = 32  # pieces at a window's inner edge that the neighbour window reads with more context
_SURROGATES = dict.fromkeys(range(55296, 57344), 65533)
_LOWER, _TITLE, _UPPER, _MIXED, _PARAGRAPH = 0, 1, 2, 3, 4


class Pieces:
    """A text cut into the encoder's word pieces.

    Attributes:
        ids: the vocabulary's number of each piece.
        shapes: how the piece's word is written: 0 lower, 1 Title, 2 UPPER, 3 mIxed; 4 more where
            the word opens a paragraph. The vocabulary knows no case, so the encoder sees it here.
        heads: the pieces that open a word, in order: labels stand on these.
        starts: first character of each word.
        ends: the character after the last of each word.
    """

    __slots__ = ("ends", "heads", "ids", "shapes", "starts")

    def __init__(self, tokenizer: Any, text: str) -> None:
        cut = tokenizer.encode(text.translate(_SURROGATES), add_special_tokens=False)
        self.ids: Ints = np.asarray(cut.ids, dtype=np.int64)
        words = np.asarray([-1 if w is None else w for w in cut.word_ids], dtype=np.int64)
        offsets = np.asarray(cut.offsets, dtype=np.int64).reshape(-1, 2)
        opens = np.ones(len(words), dtype=bool)
        opens[1:] = words[1:] != words[:-1]
        self.heads: Ints = np.flatnonzero(opens)
        lasts = np.append(self.heads[1:], len(words))[: len(self.heads)] - 1
        self.starts: Ints = offsets[self.heads, 0]
        self.ends: Ints = offsets[lasts, 1]
        shapes = np.fromiter(self._shapes(text), dtype=np.int64, count=len(self.heads))
        self.shapes: Ints = np.repeat(shapes, np.diff(np.append(self.heads, len(words))))
        self.shapes[~opens] &= _MIXED

    def span(self, first: int, last: int) -> Span:
        """Return the characters from the word `first` to before the word `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def _shapes(self, text: str) -> Iterator[int]:
        at = 0
        for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True):
            opens = not at or "\n" in text[at:start]
            yield _case(text[start:end]) + (_PARAGRAPH if opens else 0)
            at = end


def _case(word: str) -> int:
    if word == word.lower():
        return _LOWER
    if word[0].isupper() and word[1:] == word[1:].lower():
        return _TITLE
    return _UPPER if word == word.upper() else _MIXED


def covered(starts: Ints, ends: Ints, start: int, end: int) -> tuple[int, int]:
    """Return the range of words that share a character with the range of characters."""
    first = int(np.searchsorted(ends, start, side="right"))
    return first, max(first, int(np.searchsorted(starts, end, side="left")))


def windows(pieces: Pieces) -> Iterator[tuple[int, int, slice, slice]]:
    """Yield windows of pieces, cut between words, with their words and those of them to keep."""
    heads, size = pieces.heads, len(pieces.ids)
    first = kept = 0
    while kept < len(heads):
        start = int(heads[first])
        stop = int(np.searchsorted(heads, start + ROOM, side="right")) - 1
        stop = len(heads) if start + ROOM >= size else max(first + 1, stop)
        end = size if stop == len(heads) else int(heads[stop])
        last = stop if stop == len(heads) else int(np.searchsorted(heads, end - MARGIN))
        last = max(kept + 1, last)
        yield start, end, slice(first, stop), slice(kept, last)
        kept = last
        if kept < len(heads):
            first = int(np.searchsorted(heads, max(0, int(heads[kept]) - MARGIN)))
