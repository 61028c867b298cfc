"""Pronouns that say something mean the last speaker, not whom he spoke of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[..., Any]


def test_he_is_the_last_speaker(told: Reads) -> None:
    """One who was only spoken of is not who goes on to speak."""
    text = "Peter Marsh said that John Hill lost the keys. He said the keys were old."
    found = told(text, cast=True)
    first, second = found.found
    assert first.source.entity == second.source.entity
    assert found.name(second.source.entity) == "Peter Marsh"


def test_one_named_since_then_may_speak(told: Reads) -> None:
    """Whom the article itself names after the last statement is meant as coreference says."""
    text = "Peter Marsh said it rained. John Hill ran to the car. He said the keys were lost."
    found = told(text, cast=True)
    last = found.found[-1]
    assert found.name(last.source.entity) == "John Hill"
