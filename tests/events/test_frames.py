"""Whom a verb befalls, and senses of verbs that tell of no such deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed= he=his=He",
    "place": "Velmont",
    "organisation": "the Guild; Norland College; all Vennans",
}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Tom Reed was offered a full scholarship to Norland College.", [], ["Tom Reed"]),
        (
            "Ida Crane offered Tom Reed a scholarship to Norland College.",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
        ("Ida Crane offered a scholarship to Norland College.", ["Ida Crane"], []),
        ("Ida Crane offered a scholarship to Tom Reed.", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane offered money to Norland College.", ["Ida Crane"], ["Norland College"]),
    ],
)
def test_a_destination_receives_nothing(
    happened: Read, text: str, who: list[str], whom: list[str]
) -> None:
    """Where an offered place leads to is not who gets the offer."""
    event = happened(text, CAST).one("agree")
    found = happened(text, CAST)
    assert (found.names(event.who), found.names(event.whom)) == (who, whom)


def test_who_is_described_twice_is_one(happened: Read) -> None:
    """What a noun for somebody is called behind a comma is not another one who did it."""
    cast = {**CAST, "group": "her sister; a dentist"}
    found = happened("Then her sister, a dentist, met Ida Crane.", cast).short("consult")
    assert found[:2] == (["her sister"], ["Ida Crane"])


def test_those_sent_are_not_where_they_are_sent(happened: Read) -> None:
    """Names that follow a destination are no other names of those who are sent there."""
    text = "Tom Reed sent them to two patrons of the arts, Norland College and the Guild."
    assert happened(text, CAST).short("dispatch")[:2] == (["Tom Reed"], [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tom Reed sabotaged the railway.", ["coerce"]),
        ("Tom Reed sabotaged Ida Crane's campaign.", []),
        ("The soldiers defeated the enemy and marched into Velmont.", ["assault"]),
        ("Protesters marched into Velmont.", ["protest"]),
        ("Workers marched in Velmont.", ["protest"]),
        ("Tom Reed's party took over the Senate.", []),
        ("Rebels took over the airport.", ["assault"]),
        ("Tom Reed broke from his policy.", []),
        ("Tom Reed broke from the Guild.", ["split"]),
    ],
)
def test_other_senses_tell_of_other_deeds(happened: Read, text: str, kinds: list[str]) -> None:
    """Undoing a campaign destroys nothing, soldiers do not demonstrate, a vote is no invasion."""
    assert [row[0] for row in happened(text, CAST).rows()] == kinds
