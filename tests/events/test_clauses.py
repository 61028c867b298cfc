"""Who does what in a clause whose subject is not written, or not alone."""

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
    ("text", "kind", "who", "whom"),
    [
        (
            "The key is under the mat Ida Crane, he promises you.",
            "agree",
            ["Tom Reed"],
            [],
        ),
        (
            "Ida Crane counted on help from the Guild in arresting Tom Reed.",
            "coerce",
            ["the Guild"],
            ["Tom Reed"],
        ),
        (
            "It was the union that Tom Reed wanted to lead, founding the Guild in 2008.",
            "found",
            ["Tom Reed"],
            ["the Guild"],
        ),
        (
            "Ida Crane answered by arresting Tom Reed.",
            "coerce",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
        (
            "Ida Crane was emboldened by the vote, dismissing Tom Reed.",
            "dismiss",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
    ],
)
def test_who_only_stands_beside_does_nothing(
    happened: Read, text: str, kind: str, who: list[str], whom: list[str]
) -> None:
    """Neither whoever is spoken to nor another clause's subject does what a gerund tells."""
    event = happened(text, CAST).short(kind)
    assert event[:2] == (who, whom)


def test_help_of_nobody_is_nobodys_deed(happened: Read) -> None:
    """Where it is not told whose help it was, whoever is glad of it has not done the deed."""
    found = happened("Ida Crane counted on help in arresting Tom Reed.", CAST)
    assert all(who != ["Ida Crane"] for _, _, who, _ in found.rows())
