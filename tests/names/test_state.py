"""What is known of the mentions before a pronoun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_who_speaks_is_not_spoken_of(cast: Reads) -> None:
    """Whoever says something is none of those that the words tell of."""
    text = 'Paul Holm looked at the map. "Peter Lund never got there," he said.'
    found = cast(text)
    assert found.said("Paul Holm", "pronoun") == ["he"]
    assert found.said("Peter Lund", "pronoun") == []


def test_what_is_overheard_weighs_less(cast: Reads) -> None:
    """Whom somebody's words tell of is not whom the next sentence is about."""
    text = '"Peter Lund is late. Lund is tired," Paul Holm told the press. He closed the door.'
    assert cast(text).said("Paul Holm", "pronoun") == ["He"]
