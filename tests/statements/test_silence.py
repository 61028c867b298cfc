"""What was not said is nobody's statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "The bank neither confirmed nor denied that it had sold the mill.",
        "Marsh refused to confirm or deny the sale of the mill.",
        "Marsh declined to say when the mill had been sold.",
        "Marsh refused to comment on the sale of the mill.",
        "Marsh stopped short of accusing the owner of a lie.",
        "Nobody has accused Marsh of a crime.",
        "No one said that the mill had been sold.",
        "There is no denying that the mill had been sold.",
    ],
)
def test_silence_is_no_statement(told: Reads, text: str) -> None:
    """Who keeps silent, or does not go so far, says nothing; nor does nobody."""
    assert told(text).rows() == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Marsh refused to sell the mill.", "deny"),
        ("Marsh denied that the mill had been sold.", "deny"),
        ("Marsh confirmed that the mill had been sold.", "agree"),
        ("Nobody believes that the mill had been sold.", "doubt"),
        ("Marsh did not fail to say that the mill had been sold.", "assert"),
        ("One of the men said that the mill had been sold.", "assert"),
    ],
)
def test_what_is_said_beside_it_stays(told: Reads, text: str, stance: str) -> None:
    """A refusal of an act, a denial and a doubt are statements."""
    assert [one.stance for one in told(text).found] == [stance]


def test_who_does_not_deny_leaves_it_open(told: Reads) -> None:
    """Not to deny is no denial; it makes what is said no more than possible."""
    found = told("Marsh did not deny that the mill had been sold.").one()
    assert (found.stance, found.certainty) == ("assert", "possible")
