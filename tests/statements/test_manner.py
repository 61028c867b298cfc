"""Manner: in whose words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ('"We lost the keys," Reed said.', "direct"),
        ("Reed said that the keys were lost.", "indirect"),
        ('Reed said that the keys were "lost for good and all."', "mixed"),
    ],
)
def test_marks_tell_the_manner(told: Reads, text: str, manner: str) -> None:
    """Direct is what stands between marks alone, mixed what does in part."""
    assert told(text).one().manner == manner
