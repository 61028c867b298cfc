"""What tells that somebody spoke, and not what he said, is no statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "The dockers tell a third story.",
        "The owner repeated the word.",
        "The owner gave a short interview.",
    ],
)
def test_a_noun_of_speech_alone_says_nothing(told: Reads, text: str) -> None:
    """That a story was told is not what it tells."""
    assert told(text).rows() == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dockers reported a fire in the mill.", "a fire in the mill"),
        ("The owner called himself a friend of the town.", "a friend of the town"),
        ("The caller identified herself as an engineer.", "an engineer"),
        ("The rebels called themselves the Free Millers.", "the Free Millers"),
    ],
)
def test_what_is_told_stays(told: Reads, text: str, content: str) -> None:
    """What is told beyond that is said, also of the speaker, who tells it to others."""
    found = told(text)
    assert [row[2] for row in found.rows()] == [content]
    assert found.one().addressee_words == ()
