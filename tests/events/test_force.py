"""Deeds whose nouns may mean words: when they count as deeds of force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane; Tom Reed",
    "organisation": "the Guild",
    "place": "Velmont; Dorn",
    "group": "six guards",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor mourned after a bomb attack on Tom Reed.", True),
        ("The mayor mourned after an attack on Tom Reed.", False),
        ("The mayor mourned after an attack on Velmont.", True),
        ("The mayor mourned after the attacks in Velmont.", True),
        ("Ida Crane's attack on Velmont bored the mayor.", False),
        ("Ida Crane carried out an attack on the Guild.", True),
        ("The rebels' attack on the Guild failed.", True),
        ("The mayor mourned after an attack on the embassy in Dorn.", True),
        ("Rebels attacked Tom Reed.", True),
        ("Ida Crane attacked Tom Reed.", False),
        ("Ida Crane attacked Tom Reed with a hammer.", True),
        ("The crash of 1904 ruined the Guild.", False),
    ],
)
def test_force_must_show_where_people_are_told(happened: Read, text: str, found: bool) -> None:
    """A deed that may be one of words counts only where something shows force."""
    kinds = {one.type for one in happened(text, CAST, {"1904": "1904"}).found}
    assert (not kinds.isdisjoint({"assault", "accident"})) is found
