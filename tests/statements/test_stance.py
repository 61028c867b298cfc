"""Stance and certainty, read from the words of cue and content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Reed said that the road was closed.", "assert"),
        ("Reed denied that the road was closed.", "deny"),
        ("Reed doubts that the road was closed.", "doubt"),
        ("Reed believes that the road was closed.", "believe"),
        ("Reed promised to open the road.", "promise"),
        ("Reed promised attacks on the road.", "threaten"),
        ("Reed threatened to close the road.", "threaten"),
        ("Reed demanded an open road.", "demand"),
        ("Reed called for an open road.", "demand"),
        ("Reed asked the city to open the road.", "demand"),
        ("Reed asked why the road was closed.", "ask"),
        ("Reed predicted that the road would close.", "forecast"),
        ("Reed said that the road will close.", "forecast"),
        ("Reed agreed that the road was closed.", "agree"),
        ("Reed did not agree that the road was closed.", "deny"),
        ('Reed said: "Who closed the road to the north?"', "ask"),
        ("Reed called the road a disgrace.", "assert"),
    ],
)
def test_the_cue_tells_the_stance(told: Reads, text: str, stance: str) -> None:
    """The stance is that of the cue, of a question, or of what is yet to come."""
    assert told(text).one().stance == stance


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("the road was closed", "certain"),
        ("the road may be closed", "possible"),
        ("it is possible the road was closed", "possible"),
        ("the road was probably closed", "probable"),
        ("the road appears to be closed", "probable"),
        ("the road is unlikely to open", "unlikely"),
        ("the road was certainly closed", "certain"),
        ("the road was closed because it might flood", "certain"),
    ],
)
def test_the_main_clause_tells_the_certainty(told: Reads, content: str, certainty: str) -> None:
    """Only doubt about what is said itself counts, not that in a clause further down."""
    assert told(f"Reed said {content}.").one().certainty == certainty


def test_a_rumour_is_only_possible(told: Reads) -> None:
    """A cue that leaves things open makes what it tells uncertain."""
    found = told("There were rumors that the road was closed.")
    assert found.one().certainty == "possible"
