"""Places that act for those who govern there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("Lima said on Friday that it would not pay.", "Lima", True),
        ("They accused Lima of lying.", "Lima", True),
        ("Lima and Quito imposed sanctions on Friday.", "Quito", True),
        ("There were talks between Lima and Quito on Friday.", "Lima", True),
        ("They met in Lima on Friday.", "Lima", False),
        ("Lima is a large city.", "Lima", False),
    ],
)
def test_acts(cast: Reads, text: str, name: str, acts: bool) -> None:
    """A place keeps its kind, and its mention says whether it acts."""
    place = cast(text)(name)
    assert place.kind == "place"
    assert [mention.acts for mention in place.mentions if mention.form == "name"] == [acts]


def test_the_seat_of_a_government_is_meant(cast: Reads) -> None:
    """A capital that acts is the capital, whatever towns of its name the article's country has."""
    text = "Officials in Ohio, Texas and Idaho agreed. Moscow accused Tehran of lying."
    assert cast(text)("Moscow").place.country == "RU"
