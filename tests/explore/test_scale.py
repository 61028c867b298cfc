"""Time as a line: moments lie in order on it, and its ticks are dates of the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.scale import Scale, days


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        ("1970", 0.0),
        ("1970-01-02T12", 1.5),
        ("1969-12-31", -1.0),
        ("2013-01-30T16:47:00-05:00", 15735 + (16 * 60 + 47) / 1440),
        ("2013-01-30T00:00Z", 15735.0),
    ],
)
def test_days(moment: str, wanted: float) -> None:
    """A moment is its first instant, in days from 1970, whatever its zone."""
    assert days(moment) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("-0479", "2000", "500"),
        ("1066", "2013", "1200"),
        ("1999", "2013", "2006"),
        ("2012-01", "2014-06", "Jan 2013"),
        ("2012-03-01", "2012-04-20", " Mar 2012"),
        ("2012-03-01", "2012-03-03", "2 Mar 2012"),
        ("2012-03-01T06", "2012-03-01T14", "12:00"),
    ],
)
def test_ticks_are_as_fine_as_the_stretch(first: str, last: str, label: str) -> None:
    """From centuries to hours, ticks stand at round dates, a handful of them."""
    ticks = Scale.over([first, last], 0, 1000).ticks()
    assert any(label in tick.label for tick in ticks)
    assert 2 <= len(ticks) <= 9


def test_nothing_dated_has_a_scale_all_the_same() -> None:
    """A picture without dates is drawn over one year."""
    assert Scale.over([None], 0, 100).ticks()


@given(st.lists(st.dates().map(str), min_size=1, max_size=6))
def test_moments_keep_their_order(moments: list[str]) -> None:
    """Later moments lie farther right, all within the line, and every tick does."""
    scale = Scale.over(moments, 10, 900)
    places = [scale.x(moment) for moment in sorted(moments)]
    assert places == sorted(places)
    assert all(10 <= x <= 900 for x in [*places, *(tick.x for tick in scale.ticks())])
