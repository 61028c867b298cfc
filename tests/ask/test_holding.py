"""Whether a tie held at a time is told as surely as the words allow, and no surer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ask.holding import after, held, meets, on, period, stretch, surely
from dateline.errors import DatelineError
from dateline.interval import Moment
from dateline.record import Reason
from dateline.store import Tie


def tie(**known: Any) -> Tie:
    """Return a telling of a tie, told in 2012."""
    return Tie(
        id="k:r1",
        article=1,
        subject=1,
        type="leads",
        object=2,
        role=None,
        from_=known.get("from_"),
        until=known.get("until"),
        status=known.get("status"),
        reality="actual",
        certainty=known.get("certainty", "certain"),
        said_in=(),
        reasons=known.get("reasons", ()),
        told=known.get("told", "2012-03-06T10:00:00Z"),
        account=1,
        evidence=(),
        rule="by_hand",
    )


CERTAIN, POSSIBLE, NOT = "certainly", "possibly", None


@pytest.mark.parametrize(
    ("known", "date", "expected"),
    [
        # since 2004: some day of that year, and surely from then to the day of telling
        ({"from_": "2004", "status": "current"}, "2003-12-31", NOT),
        ({"from_": "2004", "status": "current"}, "2004-06-01", POSSIBLE),
        ({"from_": "2004", "status": "current"}, "2005-01-01", CERTAIN),
        ({"from_": "2004", "status": "current"}, "2012-03-06", CERTAIN),
        ({"from_": "2004", "status": "current"}, "2012-03-07", POSSIBLE),
        # from 2004 until January 2010
        ({"from_": "2004", "until": "2010-01"}, "2009-12-31", CERTAIN),
        ({"from_": "2004", "until": "2010-01"}, "2010-01-15", POSSIBLE),
        ({"from_": "2004", "until": "2010-01"}, "2010-02-01", NOT),
        ({"from_": "2004", "until": "2010-01", "certainty": "possible"}, "2006", POSSIBLE),
        # "leads", without a date
        ({"status": "current"}, "2012-03-06", CERTAIN),
        ({"status": "current"}, "2012-03-05", POSSIBLE),
        ({"status": "current"}, "2030", POSSIBLE),
        # "the former leader"
        ({"status": "former"}, "2011", POSSIBLE),
        ({"status": "former"}, "2012-03-07", NOT),
        # "will lead from June"
        ({"status": "future"}, "2012-03-05", NOT),
        ({"status": "future"}, "2013", POSSIBLE),
        # nothing known
        ({}, "1950", POSSIBLE),
        ({"told": None}, "1950", POSSIBLE),
    ],
)
def test_a_tie_on_a_date(known: dict[str, Any], date: str, expected: str | None) -> None:
    """A date inside what is known is certain, one at its frayed ends possible, others are not."""
    assert held(tie(**known), on(date)) == expected


def test_a_loose_bound_keeps_the_end_open() -> None:
    """A tie that began "by 2004" may be older, one that lasted "after 2010" may be longer."""
    by = Reason(end="from", bound="by", rule="by")
    later = Reason(end="until", bound="after", rule="after")
    loose = tie(from_="2004", until="2010", reasons=(by, later))
    assert held(loose, on("1990")) == POSSIBLE
    assert held(loose, on("2020")) == POSSIBLE
    assert held(loose, on("2006")) == CERTAIN


def test_what_held_at_two_tellings_held_in_between() -> None:
    """Two who tell in different months that somebody leads make the time between certain."""
    march, june = (tie(status="current", told=day) for day in ("2012-03-06", "2012-06-06"))
    sure = surely([march, june])
    assert sure is not None
    assert meets(sure, on("2012-05"))
    assert not meets(sure, on("2012-07"))
    assert surely([tie(certainty="possible")]) is None


def test_what_does_not_last_stays_true() -> None:
    """A tie that once true stays true holds from its moment on."""
    founded = tie(from_="2004-05-01")
    assert held(founded, on("2030"), lasts=False) == CERTAIN
    assert held(founded, on("2004-04-30"), lasts=False) is NOT
    kin = tie()
    assert held(kin, on("2012-03-06"), lasts=False) == CERTAIN
    assert held(kin, on("2012-03-05"), lasts=False) == POSSIBLE


def test_a_period_without_end() -> None:
    """An open period meets whatever lies on its side."""
    assert held(tie(from_="2004", until="2005"), period("2006", None)) is NOT
    assert held(tie(from_="2004", until="2006"), period(None, "2007")) == CERTAIN


def test_no_date_at_all_is_every_time() -> None:
    """Without a date, whatever held at any time is in."""
    assert held(tie(from_="2004", until="2010"), period(None, None)) == CERTAIN


@pytest.mark.parametrize("date", ["tomorrow", "2012-13", "2012-02-30", "'; DROP TABLE tie"])
def test_no_date(date: str) -> None:
    """What is no date is named, with how to write one."""
    with pytest.raises(DatelineError, match="2012-09"):
        on(date)


def test_a_period_that_ends_first() -> None:
    """A period that ends before it begins is an error."""
    with pytest.raises(DatelineError):
        period("2012", "2011")


moments = st.builds(
    lambda fields, size: Moment(fields[:size]),
    st.tuples(
        st.integers(-400, 2100),
        st.integers(1, 12),
        st.integers(1, 28),
        st.integers(0, 23),
        st.integers(0, 59),
        st.integers(0, 59),
    ),
    st.integers(1, 6),
)


@given(moments)
def test_after_is_the_next_unit(moment: Moment) -> None:
    """The instant after a year, month, day or hour is a moment later than it, and is its end."""
    end = after(moment)
    assert end > moment.instant
    assert Moment(end).instant == end
    changed = next(n for n in range(6) if end[n] != moment.instant[n])
    assert changed < len(moment.fields)


@given(st.one_of(st.none(), moments), st.one_of(st.none(), moments))
def test_the_certain_lies_in_the_possible(start: Moment | None, stop: Moment | None) -> None:
    """When a tie certainly held it also possibly held."""
    for status in ("current", "former", None):
        known = stretch(
            tie(
                from_=str(start) if start else None,
                until=str(stop) if stop else None,
                status=status,
                told=None,
            )
        )
        if known.certain[0] < known.certain[1]:
            assert known.possible[0] <= known.certain[0]
            assert known.certain[1] <= known.possible[1]
