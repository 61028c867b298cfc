"""Values: stretches of the calendar, TIMEX3 and intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.interval import day_number, day_of
from dateline.times import values
from dateline.times.values import GRAINS, Grain, Stamp, of_grain

DAYS = st.integers(-1_500_000, 800_000).map(day_of)
SOLID: tuple[Grain, ...] = tuple(g for g in GRAINS if g not in ("T", "L"))


@given(DAYS, st.sampled_from(SOLID))
def test_a_stretch_holds_its_day(day: tuple[int, int, int], grain: Grain) -> None:
    """The interval of the stretch of a grain that holds a day does hold it."""
    stamp = of_grain(grain, day)
    held = values.interval(stamp.value())
    if held and held.from_ and held.until and grain != "WE":
        assert held.from_.instant[:3] <= day < held.until.instant[:3]
        assert held.from_.instant[:3] == stamp.first()


@given(DAYS, st.sampled_from(SOLID), st.integers(-50, 50))
def test_shifting_goes_both_ways(day: tuple[int, int, int], grain: Grain, count: int) -> None:
    """So many stretches on and as many back is where one was, and neighbours touch."""
    stamp = of_grain(grain, day)
    there = stamp.shifted(count)
    assert there
    assert there.shifted(-count) == stamp
    following = stamp.shifted(1)
    held, after = values.interval(stamp.value()), following and values.interval(following.value())
    if held and after and grain not in ("WE", "S"):
        assert held.until == after.from_


@given(DAYS)
def test_weeks_are_those_of_iso_8601(day: tuple[int, int, int]) -> None:
    """A week begins on Monday and belongs to the year of its Thursday."""
    number = day_number(*day)
    year, week = values.week_of(number)
    monday = number - (values.weekday(number) - 1)
    assert day_of(monday + 3)[0] == year
    assert 1 <= week <= 53


@pytest.mark.parametrize(
    ("value", "from_", "until"),
    [
        ("2012", "2012-01-01", "2013-01-01"),
        ("2012-09", "2012-09-01", "2012-10-01"),
        ("2012-12", "2012-12-01", "2013-01-01"),
        ("2012-09-30", "2012-09-30", "2012-10-01"),
        ("1988-Q4", "1988-10-01", "1989-01-01"),
        ("2012-H2", "2012-07-01", "2013-01-01"),
        ("1998-W01", "1997-12-29", "1998-01-05"),
        ("1998-W09-WE", "1998-02-28", "1998-03-02"),
        ("1994-WI", "1994-12-01", "1995-03-01"),
        ("199", "1990-01-01", "2000-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("BC0480", "-0479-01-01", "-0478-01-01"),
        ("BC048", "-0488-01-01", "-0478-01-01"),
        ("2012-09-07TNI", "2012-09-07T20:00", "2012-09-08T06:00"),
        ("2012-12-31T23:59", "2012-12-31T23:59", "2013-01-01T00:00"),
        ("2012-09-07T24:00", "2012-09-08T00:00", "2012-09-08T00:01"),
        ("2012-XX-XX", "2012-01-01", "2013-01-01"),
        ("2012-WXX", "2012-01-01", "2013-01-01"),
    ],
)
def test_a_value_names_an_interval(value: str, from_: str, until: str) -> None:
    """Each form of value has its interval, half-open."""
    held = values.interval(value)
    assert held
    assert (str(held.from_), str(held.until)) == (from_, until)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "P3D",
        "PAST_REF",
        "XXXX-09",
        "2012-13",
        "2012-02-30",
        "2012-W60x",
        "2012-09-07T25:00",
        "20112",
    ],
)
def test_other_values_name_none(value: str) -> None:
    """Durations, references and impossible days have no interval."""
    assert values.interval(value) is None


@given(st.text(alphabet="0123456789-TWQHXBCPSUFAI:"))
def test_any_value_is_taken(value: str) -> None:
    """No text makes `interval` fail."""
    values.interval(value)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"),
        (1.5, "Y", "P1Y6M"),
        (0.5, "TH", "PT30M"),
        (2, "E", "P20Y"),
        (1, "C", "P100Y"),
        (2.3, "M", "P2.3M"),
        ("X", "M", "PXM"),
        ("X", "E", "PXDE"),
        (2, "F", "P4W"),
        (90, "TM", "PT90M"),
        (2.5, "D", "P2DT12H"),
        (0.5, "D", "PT12H"),
    ],
)
def test_durations_are_written_in_iso_8601(count: float | str, unit: str, value: str) -> None:
    """Halves are written in the next smaller unit, decades and centuries in years."""
    assert values.duration(count, unit) == value


def test_what_is_not_known_is_x() -> None:
    """A stamp without a year, or within a coarser one, says so."""
    assert Stamp(grain="M", month=9).value() == "XXXX-09"
    assert Stamp(grain="Y", year=2012).finer("D") == "2012-XX-XX"
    assert Stamp(grain="M", year=2012, month=9).finer("D") == "2012-09-XX"
    assert Stamp(grain="Y", year=2012).coarser("D") is None
