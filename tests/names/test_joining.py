"""Names that stand in pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokesman for the Agency for Fisheries denied it.", "Agency for Fisheries"),
        ("Lawyers sued Harwick & Harwick in May.", "Harwick & Harwick"),
        ("The Harwick Observer wrote that he had paid.", "Harwick Observer"),
        ("They met Park Ji-won in Oslo.", "Park Ji-won"),
    ],
)
def test_one_name(cast: Reads, text: str, name: str) -> None:
    """A purpose, a partner, the word for a paper and a syllable belong to the name."""
    assert cast(text).bears(name)


def test_a_suffix_is_no_part(cast: Reads) -> None:
    """What a hyphen joins to a name to say more is no part of it."""
    found = cast("He works for Ole Berg-backed rebels. She met South Oslo-based painters.")
    assert not any("-" in entity.name for entity in found.entities if entity.kind == "person")
