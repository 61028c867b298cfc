"""Expressions: where phrases of time stand, and what their words are worth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


PIECES = "1 12, 2012 480 the of and May 3rd first ’98 Friday 60 Minutes half past nine in by a few"


@given(st.lists(st.sampled_from([*PIECES.split(" "), "1, " * 40, "x . " * 40])).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_what_is_passed_over_holds_no_phrase(text: str) -> None:
    """Every match of every rule begins where one is looked for."""
    rules = grammar("en")
    lexing = rules.lex(text)
    near = rules.near(lexing.symbols)
    for compiled in rules.rules:
        for match in compiled.regex.finditer(lexing.symbols):
            assert compiled.starts.match(near, match.start())


def test_a_long_list_of_numbers_is_passed_over() -> None:
    """Numbers far from any word of time are not tried with every rule."""
    rules = grammar("en")
    near = rules.near(rules.lex("1, " * 500 + "May").symbols)
    assert near.count("\0") > 900
    assert "\0" not in near[-10:]
