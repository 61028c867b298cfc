"""A text with everything that was read from it: cut into pieces, each with the marks it bears.

Marks cross one another: a name in a statement in another's statement. So the text is cut at every
edge of a mark, and each piece bears all marks that cover it, in one element: nothing is nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from dateline.span import Span, lines

Layer = Literal["statement", "name", "time", "event", "tie", "passage"]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was read from some characters.

    Attributes:
        id: of the thing in its record.
        kinds: what sort of thing, as words that the style sheet knows.
        note: what is shown of it beside the text, in one line.
    """

    layer: Layer
    id: str
    span: Span
    kinds: tuple[str, ...] = ()
    note: str = ""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some characters that bear the same marks throughout.

    Attributes:
        begins: ids of the things that are marked here for the first time: where a link to one
            leads.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[str, ...] = ()

    def of(self, layer: Layer) -> Mark | None:
        """Return the innermost mark of a layer, or `None`."""
        return next((mark for mark in reversed(self.marks) if mark.layer == layer), None)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the things that are marked here, outermost first."""
        return tuple(mark.id for mark in self.marks)

    @property
    def said(self) -> tuple[str, ...]:
        """Return the ids of the statements whose content this is part of, outermost first."""
        return tuple(mark.id for mark in self.marks if mark.layer == "statement")

    @property
    def classes(self) -> str:
        """Return the words that the style sheet goes by."""
        words = [word for mark in self.marks for word in (mark.layer, *mark.kinds)]
        return " ".join(dict.fromkeys(words))

    @property
    def notes(self) -> str:
        """Return what is to be said of all marks, innermost first, a line each."""
        return "\n".join(dict.fromkeys(mark.note for mark in reversed(self.marks) if mark.note))


def paragraphs(
    text: str, within: Span, marks: Sequence[Mark], seen: set[str] | None = None
) -> list[tuple[Piece, ...]]:
    """Return the lines of a part of the text that hold anything, each cut into pieces.

    Args:
        text: the text that all offsets count in.
        within: the part.
        marks: all that was read from the whole text, by where it starts.
        seen: ids of the things that have begun in earlier parts; those that begin here are added.
    """
    begun = set[str]() if seen is None else seen
    spans = [span for span in lines(text, within) if span.of(text).strip()]
    return [tuple(_pieces(text, span, held, begun)) for span, held in _shared(spans, marks)]


def _shared(spans: Iterable[Span], marks: Sequence[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """Yield each span with the marks that share a character with it; both run by their starts."""
    place, open_ = 0, list[Mark]()
    for span in spans:
        while place < len(marks) and marks[place].span.start < span.end:
            open_.append(marks[place])
            place += 1
        open_ = [mark for mark in open_ if mark.span.end > span.start]
        yield span, open_


def _pieces(text: str, span: Span, marks: Sequence[Mark], seen: set[str]) -> Iterator[Piece]:
    starts = {max(mark.span.start, span.start) for mark in marks}
    ends = {min(mark.span.end, span.end) for mark in marks}
    edges = sorted({span.start, span.end} | starts | ends)
    place, open_ = 0, list[Mark]()
    for start, end in pairwise(edges):
        while place < len(marks) and marks[place].span.start <= start:
            open_.append(marks[place])
            place += 1
        open_ = [mark for mark in open_ if mark.span.end > start]
        begins = tuple(dict.fromkeys(mark.id for mark in open_ if mark.id not in seen))
        seen.update(begins)
        borne = sorted(open_, key=lambda mark: (-len(mark.span), mark.span.start, mark.id))
        yield Piece(text=text[start:end], marks=tuple(borne), begins=begins)
