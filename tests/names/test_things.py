"""What "it" and "they" are led to, and when to nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_another_body_between(cast: Reads) -> None:
    """Where another body stands between the subject and "its", neither is meant for sure."""
    found = cast("Quillon Motors Inc. sued Borland Steel Inc. after its plant burned down.")
    assert found.said("Quillon Motors Inc.", "pronoun") == []
    assert found.said("Borland Steel Inc.", "pronoun") == []


def test_who_says_it_will(cast: Reads) -> None:
    """The subject of what a body says is the body, though others are told it."""
    found = cast("Quillon Motors Inc. told Borland Steel Inc. that it would close the plant.")
    assert found.said("Quillon Motors Inc.", "pronoun") == ["it"]
    found = cast("Quillon Motors Inc. closed a plant in Norway and said it would sell the rest.")
    assert found.said("Quillon Motors Inc.", "pronoun") == ["it"]


def test_people_between(cast: Reads) -> None:
    """The word "they" is not led past other people to the subject."""
    found = cast("Nurses met the miners in the village after they had called for help.")
    assert all("they" not in found.said(e.name, "pronoun") for e in found.entities)
