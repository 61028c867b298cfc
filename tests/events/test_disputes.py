"""What is asked, condemned, refused and forbidden: of whom, by whom, and whether it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed",
    "place": "Velmont; Norland",
    "organisation": "the Guild; the Harbour Act",
    "group": "the dockers",
}


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Ida Crane criticized Tom Reed's plan for the port.", "disapprove", ["Tom Reed"]),
        ("Ida Crane criticized the Velmont agreement.", "disapprove", []),
        ("Ida Crane criticized his ban on the dockers.", "disapprove", []),
        ("Ida Crane denounced the stance taken by Tom Reed.", "disapprove", ["Tom Reed"]),
        ("Ida Crane condemned the Guild campaign.", "disapprove", ["the Guild"]),
        ("Ida Crane rejected a Norland offer.", "reject", ["Norland"]),
        ("Ida Crane rejected an offer from Tom Reed.", "reject", ["Tom Reed"]),
        ("Ida Crane rejected the norms of Velmont.", "reject", []),
        ("Ida Crane refused to leave the lobby of the Guild.", "reject", []),
        ("Ida Crane refused to support Tom Reed.", "reject", ["Tom Reed"]),
        ("Ida Crane complained to Tom Reed about the noise.", "disapprove", []),
    ],
)
def test_whose_a_thing_is_gets_the_blame(
    happened: Read, text: str, kind: str, whom: list[str]
) -> None:
    """What is condemned or refused tells of whoever it is of, and of nobody else named in it."""
    event = happened(text, CAST).one(kind)
    assert happened(text, CAST).names(event.whom) == whom


@pytest.mark.parametrize(
    "text",
    [
        "Ida Crane asked Tom Reed how he would pay the dockers.",
        "Ida Crane told Tom Reed who to pay.",
        "The Harbour Act prohibits fishing in the bay.",
        "Dockers are prohibited from sleeping in the hall.",
        "The conservatives need to band together to stop Ida Crane.",
        "The town helps every docker who requests a boat.",
        '"It was cold," recalled Ida Crane, then ambassador to Norland.',
        "Down the hall, I will vote for Ida Crane.",
        "The board would sometimes reject Ida Crane's drawings.",
        "Tom Reed resisted the urge to laugh.",
    ],
)
def test_neither_questions_nor_rules_are_deeds(happened: Read, text: str) -> None:
    """A question demands nothing, a law bans nothing anew, and a habit is no deed."""
    kinds = {"demand", "reject", "sanction"}
    assert not [row for row in happened(text, CAST).rows() if row[0] in kinds]


@pytest.mark.parametrize(
    ("text", "who", "whom", "reality"),
    [
        (
            "Ida Crane decried Tom Reed's calls to ban the dockers from the hall.",
            ["Tom Reed"],
            ["the dockers"],
            "planned",
        ),
        (
            "Ida Crane introduced a bill to impose sanctions on Norland.",
            ["Ida Crane"],
            ["Norland"],
            "planned",
        ),
        ("Ida Crane supports banning the dockers.", ["Ida Crane"], ["the dockers"], "hypothetical"),
    ],
)
def test_a_ban_is_of_whoever_means_it(
    happened: Read, text: str, who: list[str], whom: list[str], reality: str
) -> None:
    """An infinitive behind a noun is planned by whose call, plan or bill it is."""
    assert happened(text, CAST).short("sanction") == (who, whom, reality)


def test_a_request_that_is_refused_was_made(happened: Read) -> None:
    """To refuse a request does not undo that it was made."""
    text = "The court denied a request by Ida Crane for a new trial."
    assert happened(text, CAST).short("demand") == (["Ida Crane"], [], "actual")


def test_neither_place_nor_year_of_a_deed_is_that_of_its_critic(happened: Read) -> None:
    """Where and when something was tells nothing of where and when it was criticized."""
    text = "Ida Crane criticized Tom Reed's 2011 intervention in Norland."
    event = happened(text, CAST, {"2011": "2011"}).one("disapprove")
    assert (event.where, event.when) == ((), None)
