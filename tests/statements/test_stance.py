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


@pytest.mark.parametrize("teller", ["Rumours", "Unconfirmed reports"])
def test_what_a_rumour_says_is_only_possible(told: Reads, teller: str) -> None:
    """Whoever is said to tell it may leave it open, too, though the cue is a plain one."""
    assert told(f"{teller} said that the road was closed.").one().certainty == "possible"


def test_a_rumour_is_only_possible(told: Reads) -> None:
    """A cue that leaves things open makes what it tells uncertain."""
    found = told("There were rumors that the road was closed.")
    assert found.one().certainty == "possible"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Reed does not believe that the road was closed.", "doubt"),
        ("Nobody believes that the road was closed.", "doubt"),
        ("Reed refused to open the road.", "deny"),
        ("Reed called the report a lie.", "deny"),
        ("Reed said the report was groundless.", "deny"),
        ("“I never took a cent from the owners,” Reed said.", "deny"),
        ("Reed said that the road was not long.", "assert"),
        ("“Close the road before noon,” Reed said.", "demand"),
        ("Reed asked that the road be closed.", "demand"),
        ("Reed asked not to be moved in the spring.", "demand"),
        ("The town wants the road closed.", "demand"),
        ("Reed asked how to close the road.", "ask"),
        ("Reed said he would open the road.", "promise"),
        ("Reed said the owners would open the road.", "forecast"),
        ("Reed said the road was likely to close.", "forecast"),
        ("Reed fears that the road will close.", "believe"),
        ("Reed concludes that the road was closed.", "believe"),
        ("“The road was closed,” Reed concluded.", "assert"),
        ("Reed assured the town that the road was open.", "assert"),
        ("Reed confessed that he had closed the road.", "agree"),
    ],
)
def test_what_stands_beside_a_cue_turns_it(told: Reads, text: str, stance: str) -> None:
    """Negation, who is to act, words for falsehoods and the mood of what is said all count."""
    assert told(text).one().stance == stance


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Reed asked whether the road could be closed.", "certain"),
        ("Reed doubts that the road was closed.", "unlikely"),
        ("Reed is in no doubt that the road was closed.", "certain"),
        ("Reed suspects that the road was closed.", "probable"),
    ],
)
def test_the_stance_bears_on_certainty(told: Reads, text: str, certainty: str) -> None:
    """A question tells nothing uncertain; what is doubted is unlikely."""
    assert told(text).found[0].certainty == certainty
