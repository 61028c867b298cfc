"""What people of a kind are kept from makes no event; what one of them is kept from does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane; Tom Reed", "place": "Velmont", "group": "tourists; sailors"}


@pytest.mark.parametrize(
    "text",
    [
        "Ida Crane wants to keep tourists from entering Velmont.",
        "Ida Crane called for a ban on all sailors entering Velmont.",
        "The rule bars sailors from leaving home and going to Velmont.",
    ],
)
def test_a_kind_of_people_kept_from_going_goes_nowhere(happened: Read, text: str) -> None:
    """No journey is read where nobody in particular is kept from it."""
    assert not [one for one in happened(text, CAST).found if one.type == "travel"]


def test_who_is_kept_from_going_is_told(happened: Read) -> None:
    """That somebody certain did not go is told as denied."""
    found = happened("Ida Crane stopped Tom Reed from entering Velmont.", CAST)
    assert found.short("travel") == (["Tom Reed"], [], "denied")


def test_an_aside_does_not_hide_who_is_kept_from_going(happened: Read) -> None:
    """Nobody else goes there where the parse has lost whom the ban is on."""
    text = "Ida Crane vowed to ban all tourists — two million people — from entering Velmont."
    assert not [one for one in happened(text, CAST).found if one.type == "travel"]
