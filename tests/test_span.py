"""Spans: half-open ranges of characters, and how they lie to each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.span import Span, gaps, lines, merged


@st.composite
def spans(draw: st.DrawFn, limit: int = 60) -> Span:
    """A span within the first `limit` characters, empty ones included."""
    start = draw(st.integers(0, limit))
    return Span(start, draw(st.integers(start, limit)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_range(start: int, end: int) -> None:
    """A span that is reversed or starts before the text cannot be made."""
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end)


def test_covers_its_characters() -> None:
    """A span gives back the very characters that it covers, counted in code points."""
    assert Span(2, 6).of("a 🙂bcd e") == "🙂bcd"


def test_an_empty_span_has_a_place() -> None:
    """An empty span is true, lies within what touches it, and shares no character with it."""
    empty = Span(4, 4)
    assert empty
    assert Span(0, 4).contains(empty)
    assert not Span(0, 9).overlaps(empty)


@given(st.text())
def test_trimming_is_stripping(text: str) -> None:
    """What a trimmed span covers is what `str.strip` leaves."""
    assert Span(0, len(text)).trimmed(text).of(text) == text.strip()


@given(st.text(alphabet="ab\n\r", max_size=30))
def test_lines_are_the_text(text: str) -> None:
    """The lines of a text, joined by line ends, are the text."""
    assert "\n".join(line.of(text) for line in lines(text)) == text


@given(st.lists(spans()), spans())
def test_gaps_and_spans_cover_all(some: list[Span], within: Span) -> None:
    """Each character is covered by the spans or by the gaps, and by no gap twice."""
    holes = gaps(some, within)
    for at in range(within.start, within.end):
        covered = any(span.start <= at < span.end for span in some)
        assert covered != any(hole.start <= at < hole.end for hole in holes)
    assert merged(holes) == holes


@given(st.lists(spans()))
def test_merged_spans_keep_apart(some: list[Span]) -> None:
    """Merged spans are in order, do not touch, and hold each of the spans that went in."""
    joined = merged(some)
    assert all(left.end < right.start for left, right in pairwise(joined))
    assert all(any(whole.contains(span) for whole in joined) for span in some)
