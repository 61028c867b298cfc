"""The same words, or the one of its kind, mean the same one again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_what_was_new_is_known_later(cast: Reads) -> None:
    """A description with "the" is who was called so with "a" before, the last one of them."""
    text = "A deputy minister left. It rained. Days passed. The deputy minister was back on Friday."
    found = cast(text)
    assert found.said("A deputy minister", "nominal") == [
        "A deputy minister",
        "The deputy minister",
    ]


def test_another_one_each_time(cast: Reads) -> None:
    """Two with "a" are two, and "another" is one more."""
    found = cast("A deputy minister left. A deputy minister came. Another deputy minister stayed.")
    assert len(found.entities) == 3


def test_a_verb_is_no_part_of_a_description(cast: Reads) -> None:
    """A participle of speech before a noun is no part of what its people are called."""
    found = cast("He was blamed for warning depositors before the cut.")
    assert found.bears("depositors")


def test_the_army_of_two(cast: Reads) -> None:
    """Beside a body that is called an army by its name, "the army" may be another one."""
    text = "The People's Army met. The Kenyan army came. The army was beaten at dawn on Friday."
    found = cast(text)
    assert found.said("The Kenyan army", "nominal") == ["The Kenyan army"]
    assert "The army" not in found.said("People's Army", "nominal")
