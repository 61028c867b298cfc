"""Offsets: times named by how far they are from another."""

from __future__ import annotations

import pytest

from dateline import times

PUBLISHED = "2012-06-14"  # a Thursday


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    """Return the values of all times in a text."""
    return [found.value for found in times.find(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("last year", "2011"),
        ("this month", "2012-06"),
        ("next week", "2012-W25"),
        ("last quarter", "2012-Q1"),
        ("earlier this year", "2012"),
        ("at the end of next month", "2012-07"),
        ("over the weekend", "2012-W23-WE"),
        ("two years ago", "2010"),
        ("three months ago", "2012-03"),
        ("a fortnight ago", "2012-W22"),
        ("ten days ago", "2012-06-04"),
        ("half a century ago", "1962"),
        ("a year and a half ago", "2010-12"),
        ("several years ago", "PAST_REF"),
        ("years ago", "PAST_REF"),
        ("three months from now", "2012-09"),
        ("in three weeks’ time", "2012-W27"),
        ("two decades ago", "199"),
        ("the day after tomorrow", "2012-06-16"),
        ("the night before last", "2012-06-12TNI"),
    ],
)
def test_distances_from_the_day_of_writing(words: str, value: str) -> None:
    """A distance in years leads to a year, in days to a day."""
    assert values(f"It shut {words}.")[:1] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on 3 May 2001. Two days later it shut.", "2001-05-05"),
        ("It opened on 3 May 2001. The next day it shut.", "2001-05-04"),
        ("It opened on 3 May 2001. A week later it shut.", "2001-W19"),
        ("It opened in 2001. The following year it shut.", "2002"),
        ("It opened in May 2001. That month it shut.", "2001-05"),
        ("It opened on 3 May 2001. That evening it shut.", "2001-05-03TEV"),
        ("It opened in 2001. That day was fair.", "2001-XX-XX"),
        ("It opened at 10:30 on 3 May 2001. Two hours later it shut.", "2001-05-03T12:30"),
        ("It opened at 23:30 on 3 May 2001. 45 minutes later it shut.", "2001-05-04T00:15"),
        ("It opened on 3 May 2001 and in 2003. The same day it shut.", "2001-05-03"),
        ("War came in 481 BC. The following year it ended.", "BC0480"),
        ("Profit rose in the first quarter of 2011 from that of a year earlier.", "2010-Q1"),
    ],
)
def test_distances_from_a_time_before(text: str, value: str) -> None:
    """An anaphor hangs on the last time that is fine enough to bear it."""
    assert values(text)[-1] == value


def test_the_quarter_is_that_named_before_or_the_last() -> None:
    """Without a quarter named, "the quarter" is the last that was over."""
    assert values("Sales rose in the quarter.") == ["2012-Q1"]
    assert values("After the third quarter of 2011: in the quarter, sales rose.")[-1] == "2011-Q3"
    assert values("Sales rose in the year-ago quarter.") == ["2011-Q1"]
    assert (
        values("Sales rose in the third quarter of 2011, from the 2010 quarter.")[-1] == "2010-Q3"
    )
    assert values("Sales rose in the latest quarter.", None) == ["XXXX-QX"]
    assert values("It was lower a year-earlier quarter.", None) == ["XXXX"]


def test_year_end_is_that_of_writing() -> None:
    """The end of the year is the year with a modifier, and unknown without a day of writing."""
    assert values("by year-end") == ["2012"]
    assert values("by year-end", None) == ["XXXX"]
