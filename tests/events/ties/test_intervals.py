"""Since when and until when ties hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {"Jane Roe": "person", "Ivo Marn": "person", "Acme": "organisation", "Springfield": "place"}

DATED = [
    ("Jane Roe joined Acme in 2004.", "member_of", "2004", None),
    ("Jane Roe has led Acme since May 2004.", "leads", "2004-05", None),
    ("Jane Roe led Acme until 2009.", "leads", None, "2009"),
    ("Jane Roe led Acme from 2004 to 2009.", "leads", "2004", "2009"),
    ("Jane Roe led Acme between 2004 and 2009.", "leads", "2004", "2009"),
    ("Jane Roe led Acme for ten years until 2009.", "leads", "1999", "2009"),
    ("Jane Roe has led Acme for ten years.", "leads", "2005", None),
    ("Jane Roe led Acme until her death in 2009.", "leads", None, "2009"),
    ("In 2009 Jane Roe was fired from Acme.", "employed_by", None, "2009"),
    ("Jane Roe became the head of Acme in 2004.", "leads", "2004", None),
    ("Jane Roe was the head of Acme in 2004.", "leads", None, None),
    ("Jane Roe joined Acme in the late 1990s.", "member_of", None, None),
    (
        "The Acme chief, Jane Roe, who lived there from 2001, a lean year, until 2009, left.",
        "leads",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("text", "type_", "from_", "until"), DATED)
def test_the_times_of_the_clause_date_a_tie(
    ties: Callable[..., Any], text: str, type_: str, from_: str | None, until: str | None
) -> None:
    """Each end comes from its own word, at the precision given, and stays open otherwise."""
    tie = ties(text, CAST).one(f"Jane Roe {type_} Acme")
    assert (tie.from_, tie.until) == (from_, until)


def test_a_deed_dates_each_of_two_who_share_its_verb(ties: Callable[..., Any]) -> None:
    """In "X was born in A in 1970, and Y in B in 1972" each has a year of his own."""
    cast = CAST | {"Oakdale": "place"}
    text = "Jane Roe was born in 1970 in Springfield, and Ivo Marn in 1972 in Oakdale."
    found = ties(text, cast)
    assert found.one("Jane Roe born_in Springfield").from_ == "1970"
    assert found.one("Ivo Marn born_in Oakdale").from_ == "1972"


def test_a_state_in_a_year_leaves_the_ends_open_with_the_reason(ties: Callable[..., Any]) -> None:
    """Of who was the head in 2004: it began by then and did not end before."""
    tie = ties("Jane Roe was the head of Acme in 2004.", CAST).one("Jane Roe leads Acme")
    assert {(one.end, one.bound) for one in tie.reasons} == {("from", "by"), ("until", "after")}


def test_at_the_latest_is_kept(ties: Callable[..., Any]) -> None:
    """The words "by 2004" are no more than the latest beginning."""
    tie = ties("By 2004 Jane Roe led Acme.", CAST).one("Jane Roe leads Acme")
    assert tie.from_ == "2004"
    assert [one.bound for one in tie.reasons] == ["by"]


@pytest.mark.parametrize(
    "text", ["Jane Roe led Acme from 2009 to 2004.", "Jane Roe led Acme since 2009 until 1999."]
)
def test_no_interval_ends_before_it_begins(ties: Callable[..., Any], text: str) -> None:
    """Of two ends that contradict each other one is dropped."""
    for tie in ties(text, CAST).found:
        assert tie.from_ is None or tie.until is None or tie.from_ <= tie.until
