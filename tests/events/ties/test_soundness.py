"""What the ends of a tie rule out, and the words that look like one and tell none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PEOPLE = {"Jane Roe": "person", "Ivo Marn": "person", "Lea Fisk": "person", "Lea Marn": "person"}
BODIES = {"Acme": "organisation", "Tidal Institute": "organisation", "Office": "organisation"}
PLACES = {
    "Norland": "place",
    "Springfield": "place",
    "Oakdale": "place",
    "Grey Sea": "place",
    "East": "place",
}
CAST = PEOPLE | BODIES | PLACES | {"Africa": "place", "OakdaleSHORELINE PRESS": "organisation"}

NONE = [
    "They asked the Office in Springfield.",
    "Jane Roe is a supporter of Lea Fisk v. Springfield.",
    "They met in the Grey Sea port of Oakdale.",
    "Jane Roe, of the Norland-backed movement, agreed.",
    "The yearly meeting of the Tidal Institute in Springfield was long.",
    "Jane Roe shot Ivo Marn in his home in Springfield.",
    "Acme moved the race to Norland.",
    "Jane Roe doesn't know Ivo Marn well.",
    "There was one reason for Jane Roe to like Ivo Marn: his sister.",
    "Ivo Marn, Norland winner, was glad.",
    "Norland saw Ivo Marn, his wife, Ann, and others.",
    "Norland's East is poor.",
    "The crews of the race said they were moving it to Norland.",
    "Ivo Marn wrote an essay for Acme.",
    "The cranes rest in eastern Africa in Norland.",
    "A photo of OakdaleSHORELINE PRESS chief Ivo Marn was shown.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_the_ends_rule_out_is_no_tie(ties: Callable[..., Any], text: str) -> None:
    """A cut name, a side of a case, a sea, a meeting and a quarrel tell of no tie."""
    assert ties(text, CAST).rows() == set()


TOLD = [
    (
        "Jane Roe of Springfield, Ivo Marn's rival, won.",
        {"Jane Roe rival_of Ivo Marn", "Jane Roe based_in Springfield"},
    ),
    ("The Springfield suburb of Oakdale was dark.", {"Oakdale part_of Springfield"}),
    ("The Oakdale province of Norland was dark.", {"Oakdale part_of Norland"}),
    ("The cities of Oakdale, Springfield, and Norland are large.", set()),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_a_tie_is_told_of_the_right_ends(
    ties: Callable[..., Any], text: str, rows: set[str]
) -> None:
    """What stands behind a place is said of the person, and the smaller place is in the larger."""
    assert ties(text, CAST).rows() == rows


def test_a_friend_is_one_still_where_an_office_is_over(ties: Callable[..., Any]) -> None:
    """What tells that an office is over is not said of the friend who is joined to it."""
    found = ties("Jane Roe, the ousted chairwoman of Acme and friend of Ivo Marn, left.", CAST)
    assert found.one("Jane Roe knows Ivo Marn").status == "current"


def test_a_relative_of_another_name_is_not_his(ties: Callable[..., Any]) -> None:
    """A son who has the surname of somebody named before is not somebody else's."""
    text = "Ivo Marn was there. Jane Roe left. Her daughter, Lea Marn, stayed."
    assert "Lea Marn family_of Jane Roe" not in ties(text, CAST).rows()


def test_a_short_name_is_whole_by_itself(ties: Callable[..., Any]) -> None:
    """A body that is known by a common noun has ties, but not behind another name."""
    cast = PEOPLE | {"Federation": "organisation"}
    assert ties("Jane Roe is head of the Federation.", cast).rows() == {"Jane Roe leads Federation"}
    assert ties("Jane Roe is head of the Ferry Federation.", cast).rows() == set()


def test_who_was_named_something_may_be_it_still(ties: Callable[..., Any]) -> None:
    """A past tense of naming does not tell that it is over."""
    found = ties("Jane Roe chose Ivo Marn as her running mate.", CAST)
    assert [one.status for one in found.found if one.type == "knows"] in ([], [None])


def test_what_is_moved_is_where_it_was_moved_to(ties: Callable[..., Any]) -> None:
    """A body that somebody else moves is there from then on; one that moves a thing is not."""
    cast = PEOPLE | {"Tidal Institute": "organisation", "Norland": "place"}
    text = "Jane Roe renamed the body the Tidal Institute and moved it to Norland."
    assert "Tidal Institute based_in Norland" in ties(text, cast).rows()
    text = "The Tidal Institute has a race, and they are moving it to Norland."
    assert ties(text, cast).rows() == set()
