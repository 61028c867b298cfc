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


def test_one_who_was_only_spoken_of_is_led_back(told: Reads) -> None:
    """Where coreference has nobody for a pronoun, or one spoken of, the last speaker stands in."""
    text = "Peter Marsh said the keys belonged to John Hill, who had left. He said he was sorry."
    found = told(text, cast=True)
    assert found.name(found.found[-1].source.entity) == "Peter Marsh"


def test_a_woman_is_not_he(told: Reads) -> None:
    """A last speaker of whom other pronouns tell that she is a woman is not meant by "he"."""
    text = "Mary Marsh said that John Hill lost the keys. She had found them. He said it was dark."
    found = told(text, cast=True)
    assert found.name(found.found[-1].source.entity) == "John Hill"


def test_one_named_since_then_stands_in_first(told: Reads) -> None:
    """Where coreference cannot tell, the one last named as a subject comes before the speaker."""
    text = (
        "Marty Walden leads the union.\n\nThe mill is closed, says Steven Kern.\n\n"
        "“The mill is old,” Kern told the paper. “It leaks.”\n\n"
        "Walden takes it more calmly. She said the keys were lost."
    )
    found = told(text, cast=True)
    assert found.name(found.found[-1].source.entity) == "Marty Walden"
