"""Whether ties hold, and still hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {"Jane Roe": "person", "Acme": "organisation", "River Front": "organisation"}


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("Jane Roe joined Acme.", "actual"),
        ("Jane Roe is not the head of Acme.", "denied"),
        ("Jane Roe never joined Acme.", "denied"),
        ("Jane Roe will join Acme.", "planned"),
        ("Jane Roe plans to join Acme.", "planned"),
        ("Jane Roe may join Acme.", "hypothetical"),
        ("If Jane Roe joined Acme, it would grow.", "hypothetical"),
        ("She would later become the head: Jane Roe joined Acme.", "actual"),
    ],
)
def test_the_clause_tells_whether_a_tie_holds(
    ties: Callable[..., Any], text: str, reality: str
) -> None:
    """Negation denies a tie, the future plans it, a condition leaves it open."""
    assert {one.reality for one in ties(text, CAST).found} == {reality}


def test_who_is_to_do_something_has_not_done_it(ties: Callable[..., Any]) -> None:
    """An infinitive behind a noun tells what somebody is there for, but for the first to do it."""
    cast = {"Jane Roe": "person", "Ivo Marn": "person"}
    assert ties("Jane Roe is the nominee to replace Ivo Marn.", cast).found[0].reality == "planned"
    assert ties("Jane Roe is the first to replace Ivo Marn.", cast).found[0].reality == "actual"


def test_an_end_that_has_not_come_tells_nothing(ties: Callable[..., Any]) -> None:
    """Who may be dismissed has not been, so no tie has ended."""
    assert not ties("They may fire Jane Roe from Acme.", CAST).found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe, a former head of Acme, agreed.", "former"),
        ("Jane Roe, the ex-chairman of Acme, agreed.", "former"),
        ("Jane Roe, the head of Acme, agreed.", "current"),
        ("Jane Roe is the head of Acme.", "current"),
        ("Jane Roe has led Acme since 2004.", "current"),
        ("Jane Roe led Acme until 2009.", "former"),
        ("Jane Roe led Acme.", "former"),
        ("Jane Roe, the incoming head of Acme, agreed.", "future"),
        ("Jane Roe was fired from Acme.", "former"),
    ],
)
def test_words_and_tense_tell_whether_a_tie_still_holds(
    ties: Callable[..., Any], text: str, status: str
) -> None:
    """The word "former", the past and an end make a tie former; titles and the present, current."""
    assert {one.status for one in ties(text, CAST).found} == {status}


def test_a_word_of_doubt_makes_a_tie_less_than_certain(ties: Callable[..., Any]) -> None:
    """An alleged member is one probably, and the record holds the word."""
    found = ties("Jane Roe, an alleged member of the River Front, agreed.", CAST)
    tie = found.one("Jane Roe member_of River Front")
    assert tie.certainty == "probable"
    assert [span.of(found.text) for span in tie.certainty_words] == ["alleged"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe was the first Acme official to agree.", None),
        ("Jane Roe was the first head of Acme.", "former"),
        ("Acme chairman Jane Roe won the 1992 race.", None),
        ("Acme chairman Jane Roe won the 2012 race.", "current"),
        ("The win here in 1992 by Acme chairman Jane Roe was small.", None),
    ],
)
def test_what_one_did_long_ago_leaves_open_what_one_is(
    ties: Callable[..., Any], text: str, status: str | None
) -> None:
    """The first to do something, and who won long ago, may or may not hold the office still."""
    assert {one.status for one in ties(text, CAST).found} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1991 rebels took the port. The new rule of Acme leader Jane Roe was short.", None),
        ("In 1991 rebels took the port. Acme leader Jane Roe is rebuilding it.", "current"),
        ("In 1991 rebels took the port. In 2015 Acme leader Jane Roe rebuilt it.", "current"),
        ("In 2014 rebels took the port. Acme leader Jane Roe rebuilt it.", "current"),
        ("In 1991 rebels took the port.\nAcme leader Jane Roe rebuilt it.", "current"),
    ],
)
def test_an_office_in_a_tale_of_long_ago_is_not_current(
    ties: Callable[..., Any], text: str, status: str | None
) -> None:
    """What goes on from a year long past leaves open who holds an office now."""
    assert {one.status for one in ties(text, CAST).found} == {status}
