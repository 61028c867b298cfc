"""Places within the names of bodies and buildings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_place_in_the_name_of_a_body(cast: Callable[[str], Any]) -> None:
    """A city that begins a body's name is mentioned there, and the body stays whole."""
    found = cast("The Nairobi City Council met. People in Nairobi were glad.")
    assert found("Nairobi City Council").kind == "organisation"
    assert found.said("Nairobi", "name") == ["Nairobi", "Nairobi"]
    assert found("Nairobi").place.country == "KE"


def test_word_that_is_a_town_somewhere(cast: Callable[[str], Any]) -> None:
    """A small town's name that begins a body's name is no place without further sign."""
    found = cast("The Union Liberty Party lost.")
    assert not found.bears("Union")
