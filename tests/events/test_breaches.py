"""Deeds told against a rule that is broken, or in a tale that is a lie."""

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
    ("text", "kind", "told"),
    [
        ("Tom Reed broke with his habit of not criticizing Ida Crane.", "disapprove", "actual"),
        ("Tom Reed broke his promise not to attack Ida Crane.", "disapprove", "actual"),
        ("Tom Reed kept his promise not to attack Ida Crane.", "disapprove", "denied"),
        ("Tom Reed never broke his promise not to attack Ida Crane.", "disapprove", "denied"),
        (
            "Crane invented a story of being kidnapped by Tom Reed.",
            "coerce",
            "hypothetical",
        ),
        ("Ida Crane lied about the day when she was kidnapped by Tom Reed.", "coerce", "actual"),
    ],
)
def test_broken_rules_and_lies(happened: Read, text: str, kind: str, told: str) -> None:
    """What one broke with not doing took place; what is called a lie is left open."""
    assert happened(text, CAST).one(kind).reality == told


def test_all_that_is_talked_about_is_open(happened: Read) -> None:
    """A row of what somebody talks about doing has not been done, down to its last."""
    text = (
        "Tom Reed is talking about closing two docks, hiring a warden, "
        "banning all Vennans from Velmont."
    )
    assert happened(text, CAST).one("sanction").reality == "hypothetical"
