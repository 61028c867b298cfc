"""Dates: explicit ones, and those whose missing parts are found."""

from __future__ import annotations

import pytest

from dateline import times

PUBLISHED = "2012-06-14"  # a Thursday


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    """Return the values of all times in a text."""
    return [found.value for found in times.find(text, published)]


@pytest.mark.parametrize(
    "words",
    [
        "3 May 2011",
        "3rd May 2011",
        "the 3rd of May, 2011",
        "May 3, 2011",
        "May 3rd, 2011",
        "3-May-2011",
        "Tuesday 3 May 2011",
        "Tues., May 3, 2011",
        "03 MAY 2011",
        "2011-05-03",
        "2011/05/03",
        "05/03/2011",
        "3.5.2011",
        "the third of May 2011",
        "May the third, 2011",
    ],
)
def test_a_full_date_in_any_order(words: str) -> None:
    """Order, punctuation and spelling do not matter."""
    assert values(f"It shut on {words} for good.") == ["2011-05-03"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in 2004", "2004"),
        ("in ’98", "1998"),
        ("in the year 2011", "2011"),
        ("in nineteen eighty-four", "1984"),
        ("in the 1960s", "196"),
        ("in the ’60s", "196"),
        ("in the early sixties", "196"),
        ("in the 19th century", "18"),
        ("in the 5th century BC", "BC04"),
        ("in 480 BC", "BC0480"),
        ("in the 480s BC", "BC048"),
        ("in AD 70", "0070"),
        ("in the third quarter of 2012", "2012-Q3"),
        ("in Q3 2012", "2012-Q3"),
        ("in the second half of 2010", "2010-H2"),
        ("in the spring of 2011", "2011-SP"),
        ("in fiscal 2012", "2012"),
        ("in May 2011", "2011-05"),
        ("on Christmas Day 2010", "2010-12-25"),
        ("at Easter 2012", "2012-04-08"),
        ("on the last day of June 2011", "2011-06-30"),
        ("in the week of March 6, 2011", "2011-W09"),
    ],
)
def test_years_and_their_parts(words: str, value: str) -> None:
    """Stretches from a millennium to a day are named by TIMEX3."""
    assert values(f"It shut {words}.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened in September.", "2011-09"),
        ("It will shut in September.", "2012-09"),
        ("It opened on 2 March.", "2012-03-02"),
        ("The dividend is payable July 2.", "2012-07-02"),
        ("It shut last May.", "2012-05"),
        ("It shut last November.", "2011-11"),
        ("It opens next March.", "2013-03"),
        ("It shut last fall.", "2011-FA"),
        ("They met on Thanksgiving.", "2011-11-24"),
        ("They will meet on New Year's Eve.", "2012-12-31"),
        ("They met on Monday.", "2012-06-11"),
        ("They will meet on Monday.", "2012-06-18"),
        ("They met last Thursday.", "2012-06-07"),
        ("They meet next Friday.", "2012-06-15"),
        ("It was put off until Tuesday.", "2012-06-19"),
        ("Council will debate Tuesday's vote.", "2012-06-12"),
        ("They met on Tuesday of last week.", "2012-06-05"),
        ("It opens a week on Monday.", "2012-06-25"),
        ("profit in the third quarter", "2011-Q3"),
        ("at noon on Friday", "2012-06-08T12:00"),
        ("on Monday morning", "2012-06-11TMO"),
        ("last night", "2012-06-13TNI"),
        ("at 9.30pm", "2012-06-14T21:30"),
        ("The day before Monday's vote they met.", "2012-06-10"),
        ("It shut on the night before Christmas Eve.", "2011-12-23TNI"),
        ("at 6 o’clock yesterday evening", "2012-06-13T18:00"),
        ("on Friday, March 1", "2013-03-01"),
        ("on Thursday, March 1", "2012-03-01"),
        ("at 12 a.m. on May 3", "2012-05-03T00:00"),
        ("by the 15th of the month", "2012-06-15"),
    ],
)
def test_what_is_missing_hangs_on_the_day_of_writing(text: str, value: str) -> None:
    """Tense, nearness and "last" or "next" decide between two candidates."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 2004-07", ["2004", "2007"]),
        ("between 1999/2000", ["1999", "2000"]),
        ("on 3-5 May 2011", ["2011-05-03", "2011-05-05"]),
        ("on May 3-5, 2011", ["2011-05-03", "2011-05-05"]),
        ("between March and May 2011", ["2011-03", "2011-05"]),
        ("from 499 to 493 BC", ["BC0499", "BC0493"]),
        ("open from Monday to Friday", ["2012-06-11", "2012-06-15"]),
    ],
)
def test_both_ends_of_a_range_are_found(text: str, found: list[str]) -> None:
    """The end lends its year and month to the beginning, or the beginning to the end."""
    assert values(text) == found


def test_bare_years_take_the_era_of_the_text() -> None:
    """In a text that counts years BC, a year without an era is one, too; elsewhere it is none."""
    assert values("War came in 480 BC. Peace was made in 449, they say.") == ["BC0480", "BC0449"]
    assert values("They found 12 in room 449. Peace came in 449, they say.") == []


def test_an_ambiguous_numeric_date_keeps_both_readings() -> None:
    """Month first is the reading, day first the other."""
    (found,) = times.find("on 05/03/2011")
    assert (found.value, found.other) == ("2011-05-03", "2011-03-05")


def test_two_digits_are_a_year_not_long_ago() -> None:
    """Short years lie in the hundred years up to soon after the day of writing."""
    assert values("the class of ’15 and that of ’88") == ["2015", "1988"]


@pytest.mark.parametrize(
    "text", ["Since 1999 Ford has lost money.", "In 1999 Lincoln Hall opened."]
)
def test_a_year_before_a_firm_is_a_year(text: str) -> None:
    """After a preposition, a year is one even before a name that cars have."""
    assert values(text) == ["1999"]
