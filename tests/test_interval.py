"""The algebra of intervals: parsing, order, Allen's relations, unknown ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.interval import (
    Interval,
    Moment,
    Relation,
    day_number,
    day_of,
    month_length,
    spoken,
)

WITHIN = (Relation.DURING, Relation.STARTS, Relation.FINISHES, Relation.EQUALS)
YEARS = st.integers(-2000, 2500)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Draw a moment of any precision."""
    year, month = draw(YEARS), draw(st.integers(1, 12))
    day = draw(st.integers(1, month_length(year, month)))
    clock = (draw(st.integers(0, 23)), draw(st.integers(0, 59)), draw(st.integers(0, 59)))
    return Moment((year, month, day, *clock)[: draw(st.integers(1, 6))])


def intervals() -> st.SearchStrategy[Interval]:
    """Draw an interval with both ends known."""
    pairs = st.tuples(moments(), moments()).filter(lambda two: two[0].instant != two[1].instant)
    return pairs.map(_between)


def _between(pair: tuple[Moment, Moment]) -> Interval:
    first, last = sorted(pair, key=lambda moment: moment.instant)
    return Interval(from_=first, until=last)


@given(st.integers(-800_000, 800_000))
def test_days_are_counted_both_ways(number: int) -> None:
    """A day's number leads back to the day, before and after the year 1."""
    assert day_number(*day_of(number)) == number


@given(st.dates())
def test_days_are_those_of_the_gregorian_calendar(day: date) -> None:
    """Day numbers agree with the standard library's, which knows the years 1 to 9999."""
    assert day_of((day - date(1970, 1, 1)) // timedelta(days=1)) == (day.year, day.month, day.day)


@given(moments())
def test_a_moment_is_written_as_it_is_read(moment: Moment) -> None:
    """ISO 8601 keeps a moment and its precision."""
    assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2012", (2012,)),
        ("2012-09", (2012, 9)),
        ("2012-09-07T10:35", (2012, 9, 7, 10, 35)),
        ("-0479", (-479,)),
        ("2012-02-29", (2012, 2, 29)),
    ],
)
def test_a_moment_is_as_precise_as_its_text(text: str, fields: tuple[int, ...]) -> None:
    """Nothing is added to what the text says."""
    assert Moment.parse(text).fields == fields


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2012-13",
        "2012-00",
        "2013-02-29",
        "2012-04-31",
        "2012-01-01T25:00",
        "soon",
        "20١2",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    """An impossible or foreign text raises `ValueError`."""
    with pytest.raises(ValueError, match="no "):
        Moment.parse(text)


@pytest.mark.parametrize(("one", "two"), [("2012", "2012"), ("2013", "2012"), ("2012", "2012-01")])
def test_an_interval_ends_after_it_begins(one: str, two: str) -> None:
    """An empty or reversed interval raises `ValueError`."""
    with pytest.raises(ValueError, match="no such interval"):
        Interval.of(one, two)


@given(intervals(), intervals())
def test_known_intervals_have_one_relation(one: Interval, two: Interval) -> None:
    """Of thirteen relations exactly one holds, and its mirror image the other way round."""
    (kind,), mirrored = one.relations(two), list(reversed(Relation))
    assert two.relations(one) == {mirrored[list(Relation).index(kind)]}


@given(intervals(), intervals(), st.booleans(), st.booleans())
def test_an_unknown_end_only_widens(
    one: Interval, two: Interval, no_start: bool, no_end: bool
) -> None:
    """With an end hidden, the true relation is still among the possible ones."""
    veiled = Interval(from_=None if no_start else one.from_, until=None if no_end else one.until)
    assert one.relations(two) <= veiled.relations(two)


@given(intervals(), intervals())
def test_what_is_common_lies_in_both(one: Interval, two: Interval) -> None:
    """The common part is within both, and there is one exactly if the two overlap."""
    common = one.common(two)
    assert (common is not None) == one.overlaps(two)
    if common:
        assert common.holds(one, *WITHIN)
        assert common.holds(two, *WITHIN)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (("2001", "2002"), ("2003", "2004"), Relation.BEFORE),
        (("2001", "2002"), ("2002-01-01", "2004"), Relation.MEETS),
        (("2001", "2003"), ("2002", "2004"), Relation.OVERLAPS),
        (("2001", "2002"), ("2001", "2004"), Relation.STARTS),
        (("2002", "2003"), ("2001", "2004"), Relation.DURING),
        (("2003", "2004"), ("2001", "2004"), Relation.FINISHES),
        (("2001", "2002"), ("2001-01", "2002-01"), Relation.EQUALS),
    ],
)
def test_relations_are_those_of_allen(
    one: tuple[str, str], two: tuple[str, str], kind: Relation
) -> None:
    """Each relation is told from the others, whatever the precision of the ends."""
    assert Interval.of(*one).relations(Interval.of(*two)) == {kind}


def test_what_cannot_be_known_is_none() -> None:
    """An open end leaves some questions without an answer, and others not."""
    since, year = Interval.of("2004", None), Interval.of("2007", "2008")
    assert year.overlaps(since) is None
    assert since.before(Interval.of("2001", "2002")) is False
    assert since.after(Interval.of("2001", "2002")) is True
    assert since.meets(year) is None
    assert year.holds(since, Relation.EQUALS) is False


@pytest.mark.parametrize(
    ("from_", "until", "words"),
    [
        ("2012-09-01", "2012-10-01", "2012-09"),
        ("2011-01-01", "2012-01-01", "2011"),
        ("1800-01-01", "1900-01-01", "1800 – 1899"),
        ("2012-11-01", "2013-02-01", "2012-11 – 2013-01"),
        ("2015-01-12", "2015-01-13", "2015-01-12"),
        ("2015-01-12", "2015-01-16", "2015-01-12 – 2015-01-15"),
        ("2004", "2010-09", "2004 – 2010-09"),
        ("2004", None, "from 2004"),
        (None, "2015-04-01", "until 2015-03-31"),
        (None, "2010-09", "until 2010-09"),
        (None, None, "undated"),
        ("-0479-01-01", "-0478-01-01", "480 BC"),
        ("-0479-03-05", "-0479-03-06", "480-03-05 BC"),
        ("0000", "0001", "1 BC – 0001"),
        ("12000-01-01", "12001-01-01", "12000"),
        ("2013-03-05T14:30", "2013-03-05T16", "2013-03-05 14:30 – 2013-03-05 16"),
    ],
)
def test_intervals_in_words(from_: str | None, until: str | None, words: str) -> None:
    """A day, a month or a year is named as such, and the last day written belongs to it."""
    assert spoken(from_, until) == words


@given(intervals())
def test_every_interval_has_words(interval: Interval) -> None:
    """Whatever the precision, there are words, with an end or two."""
    words = spoken(str(interval.from_), str(interval.until))
    assert words
    assert words.count(" – ") <= 1
