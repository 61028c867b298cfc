"""What is denied without a word for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Peter Marsh said he never took the money.", "deny"),
        ("Peter Marsh said he had not taken the money.", "deny"),
        ("Peter Marsh said he does not take money.", "assert"),
        ("Peter Marsh said he did not know the driver.", "assert"),
        ("Peter Marsh said the driver never took the money.", "assert"),
        ("Peter Marsh said the report was false.", "deny"),
        ("Peter Marsh said the report was not true.", "deny"),
        ("Peter Marsh said the report was not false.", "assert"),
        ("Peter Marsh said the report was true.", "assert"),
        ('"No, we saw nobody," said Peter Marsh.', "deny"),
        ('"No man saw us," said Peter Marsh.', "assert"),
        ("Peter Marsh called the report a lie.", "deny"),
        ("Peter Marsh called the report a masterpiece.", "assert"),
    ],
)
def test_a_denial_is_told_from_what_only_looks_like_one(
    told: Reads, text: str, stance: str
) -> None:
    """A past deed of one's own undone, a falsehood, truth negated, a bare no; no other no."""
    assert told(text).found[0].stance == stance
