"""Chronology: the day of writing, numbering, and what is kept beside a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import times
from dateline.times import chronology


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2013-01-30T16:47:00-05:00", "2013-01-30"),
        ("2013-01-30", "2013-01-30"),
        ("2013-01", "2013-01"),
        ("2013", "2013"),
        ("2013-02-30", "2013-02"),
        ("2013-14", "2013"),
    ],
)
def test_the_day_of_writing_is_what_is_sound(published: str, value: str) -> None:
    """Of a day that does not exist the month is kept, of such a month the year."""
    stamp = chronology.day_of_writing(published)
    assert stamp
    assert stamp.value() == value


@given(st.none() | st.text())
def test_any_day_of_writing_is_taken(published: str | None) -> None:
    """Text that begins with no year is no day; what is one has a year that can be reckoned with."""
    found = chronology.day_of_writing(published)
    assert found is None or found.year is not None


def test_ids_follow_the_text() -> None:
    """Times are numbered in the order of the text, wherever they were read."""
    found = times.find("In 2001 and 2002, and 2003.")
    assert [one.id for one in found] == ["t1", "t2", "t3"]
    assert chronology.numbered(found[::-1]) == found


def test_every_time_names_its_rule() -> None:
    """The rule that found a time stands beside it."""
    (found,) = times.find("two days ago", "2012-06-14")
    assert found.rule == "ago"
