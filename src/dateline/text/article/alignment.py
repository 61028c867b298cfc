"""Where the paragraphs that another program cut out of a page stand in the page's own text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from dateline.span import Span, lines

_ANCHOR = 24
"""From how many letters on a paragraph is unlikely to stand on a page twice."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\s|]+|\n")


class Letters:
    """A text reduced to its letters and digits, each tied to its place in the text."""

    def __init__(self, text: str) -> None:
        self._lines = [*lines(text)]
        kept = [_letters(line.of(text)) for line in self._lines]
        self.kept = "".join(kept)
        self._text = text
        self._counts = [0, *accumulate(map(len, kept))]
        self._pieces: dict[int, tuple[list[int], list[int]]] = {}

    def span(self, start: int, end: int) -> Span:
        """Return the span in the text of the letters from `start` until `end`; one at least."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, letter: int) -> int:
        number = bisect_right(self._counts, letter) - 1
        if number not in self._pieces:  # the words of most lines are never asked for
            line = self._lines[number]
            words = [*_WORD.finditer(self._text, line.start, line.end)]
            counts = [0, *accumulate(len(word.group()) for word in words)]
            self._pieces[number] = [word.start() for word in words], counts
        starts, counts = self._pieces[number]
        within = letter - self._counts[number]
        piece = bisect_right(counts, within) - 1
        return starts[piece] + within - counts[piece]


def locate(paragraphs: Sequence[str], text: str) -> list[Span]:
    """Return the spans of `text` that hold the paragraphs, in order.

    Only letters and digits are compared, so spaces, line breaks and marks may differ. A paragraph
    that is not found whole is looked for sentence by sentence. Long pieces are found first, short
    ones between their neighbours; what is not found is left out.
    """
    page = Letters(text)
    pieces = [piece for paragraph in paragraphs for piece in _pieces(page, paragraph)]
    places: list[tuple[int, int] | None] = [None] * len(pieces)
    at = 0
    for number, piece in enumerate(pieces):
        if len(piece) >= _ANCHOR:
            place = _find(page.kept, piece, at) or _find(page.kept, piece, 0)
            places[number], at = place, place[1] if place else at
    for first, last in pairwise([-1, *(n for n, p in enumerate(places) if p), len(pieces)]):
        low = places[first] if first >= 0 else None
        high = places[last] if last < len(pieces) else None
        floor, ceiling = low[1] if low else 0, high[0] if high else len(page.kept)
        for number in range(first + 1, last):
            places[number] = _find(page.kept, pieces[number], floor, ceiling)
            floor = (places[number] or (0, floor))[1]
    return sorted({page.span(*place) for place in places if place})


def _pieces(page: Letters, paragraph: str) -> Iterator[str]:
    """Yield the letters of a paragraph, of its sentences if the page does not hold it whole."""
    whole = _letters(paragraph)
    if whole in page.kept:
        parts = [whole]
    else:
        parts = [_letters(sentence) for sentence in _SENTENCE.split(paragraph)]
    yield from filter(None, parts)


def _find(kept: str, letters: str, low: int, high: int | None = None) -> tuple[int, int] | None:
    start = kept.find(letters, low, high)
    return None if start < 0 else (start, start + len(letters))


def _letters(words: str) -> str:
    return "".join(_WORD.findall(words))
