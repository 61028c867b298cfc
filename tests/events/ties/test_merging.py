"""One relation of all tellings of a tie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

CAST = {"Jane Roe=Roe": "person", "Acme": "organisation", "Ivo Marn=Marn": "person"}


def test_a_tie_told_twice_is_one_with_two_pieces_of_evidence(ties: Callable[..., Any]) -> None:
    """The role comes from one telling, the year from the other."""
    text = "Jane Roe, chairman of Acme, agreed. Roe has led Acme since 2004."
    tie = ties(text, CAST).one("Jane Roe leads Acme")
    assert len(tie.evidence) == 2
    assert (tie.role, tie.from_) == ("chairman", "2004")


def test_the_finer_of_two_dates_stands(ties: Callable[..., Any]) -> None:
    """A month within the year that another telling gives is taken."""
    text = "Jane Roe joined Acme in 2004. Roe joined Acme in May 2004."
    assert ties(text, CAST).one("Jane Roe member_of Acme").from_ == "2004-05"


def test_tellings_that_clash_stay_apart(ties: Callable[..., Any]) -> None:
    """Who joined in two different years joined twice."""
    text = "Jane Roe joined Acme in 2004. Roe joined Acme in 2009."
    assert {one.from_ for one in ties(text, CAST).found} == {"2004", "2009"}


def test_a_symmetric_tie_is_one_whichever_way_it_is_told(ties: Callable[..., Any]) -> None:
    """A is B's rival and B is A's."""
    text = "Jane Roe is Ivo Marn's rival. Marn is Roe's rival."
    assert len(ties(text, CAST).found) == 1


def test_what_a_narrower_tie_says_is_not_said_again(ties: Callable[..., Any]) -> None:
    """Who leads a company holds an office in it."""
    text = "Jane Roe, chairman of Acme, agreed. Roe is an officer of Acme."
    assert ties(text, CAST).rows() == {"Jane Roe leads Acme"}


def test_nothing_has_a_tie_with_itself(ties: Callable[..., Any]) -> None:
    """A name beside another name of the same entity tells nothing."""
    assert not ties("Acme merged with Acme. Roe, brother of Jane Roe, left.", CAST).found
