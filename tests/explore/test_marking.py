"""A text is cut at every edge of a mark, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.marking import Mark, paragraphs
from dateline.span import Span

TEXT = "Ada Roe spoke.\n\n“We leave,” she said."


def _mark(ident: str, start: int, end: int, *kinds: str) -> Mark:
    return Mark(layer="name", id=ident, span=Span(start, end), kinds=kinds, note=ident.upper())


def test_pieces_bear_the_marks_that_cover_them() -> None:
    """Where two marks cross, the piece in common bears both, the inner one last."""
    marks = [_mark("e1", 0, 7, "person"), _mark("e2", 4, 13)]
    (first, second, third, last), _ = paragraphs(TEXT, Span(0, len(TEXT)), marks)
    assert [first.text, second.text, third.text, last.text] == ["Ada ", "Roe", " spoke", "."]
    assert [mark.id for mark in second.marks] == ["e2", "e1"]
    assert (first.classes, second.notes, last.marks) == ("name person", "E1\nE2", ())


def test_a_thing_begins_once() -> None:
    """A link to a thing leads to the first of its pieces alone, over paragraphs, too."""
    marks = [_mark("e1", 0, 7), _mark("e1", 27, 30)]
    pieces = [piece for line in paragraphs(TEXT, Span(0, len(TEXT)), marks) for piece in line]
    assert [piece.begins for piece in pieces if piece.marks] == [("e1",), ()]


@given(
    st.text(alphabet="ab \n\u202e<", max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20)), max_size=8),
)
def test_nothing_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    """The pieces of all lines are the text without its empty lines, whatever is marked."""
    spans = sorted(Span(a, min(a + b, len(text))) for a, b in places if a < len(text))
    marks = [_mark(f"e{n}", span.start, span.end) for n, span in enumerate(spans)]
    out = paragraphs(text, Span(0, len(text)), marks)
    shown = ["".join(piece.text for piece in line) for line in out]
    assert shown == [line for line in text.split("\n") if line.strip()]
