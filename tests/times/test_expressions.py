"""Expressions: where phrases of time stand, and what their words are worth."""

from __future__ import annotations

import pytest

from dateline.times import expressions
from dateline.times.grammar import grammar

WORDS = grammar("en").words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty four", 24),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("2 1 / 2", 2.5),
        ("half", 0.5),
        ("one and a half", 1.5),
        ("nineteen eighty four", 1984),
        ("nineteen hundred", 1900),
        ("two thousand and eight", 2008),
        ("2,500", 2500),
        ("23rd", 23),
        ("twenty first", 21),
        ("a dozen", 12),
    ],
)
def test_numbers_are_read(words: str, value: float) -> None:
    """Digits, words and mixtures of both make one number."""
    assert expressions.number(words.split(), WORDS) == value


def phrases(text: str) -> list[str]:
    """Return the words of all expressions."""
    rules = grammar("en")
    return [e.span.of(text) for e in expressions.find(rules.lex(text), rules)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On Tuesday, Sept. 12, 2004 at 5 p.m. EST the gates opened.",
            ["Tuesday, Sept. 12, 2004 at 5 p.m. EST"],
        ),
        ("from 2004-07 to March 2009", ["2004", "07", "March 2009"]),
        ("between 3 and 5 May 2011", ["3", "5 May 2011"]),
        ("a third-quarter loss", ["third-quarter"]),
        ("the third quarter of 1988", ["the third quarter of 1988"]),
        ("a ten-year plan", ["ten-year"]),
        ("nearly two years ago", ["nearly two years ago"]),
        ("the early 1990s", ["the early 1990s"]),
        ("late last week", ["late last week"]),
        ("at the end of the year", ["the end of the year"]),
        ("in 2011's first week", ["2011"]),
        ("the years 1990 to 1995", ["the years 1990", "1995"]),
        ("It shut in 2003 -- for good.", ["2003"]),
        ("The last line.\n\nMay 2011", ["May 2011"]),
        ("in\nMay\n2011", ["May\n2011"]),
    ],
)
def test_a_phrase_is_as_long_as_it_can_be(text: str, found: list[str]) -> None:
    """A phrase takes in its modifiers and parts, and stops at what is no part of it."""
    assert phrases(text) == found
