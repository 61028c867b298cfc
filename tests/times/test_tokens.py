"""Tokens: what the characters of a text are cut into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.times import tokens
from dateline.times.grammar import grammar
from dateline.times.tokens import Lexing


def kinds(text: str) -> list[str]:
    """Return the kind of each token."""
    seen: list[str] = []

    def note(kind: str, _: str) -> str:
        seen.append(kind)
        return "x"

    tokens.lex(text, note, 0, len(text))
    return seen


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2011-05-03T10:35:00+02:00", "ISO"),
        ("31.12.2011", "NUMERIC"),
        ("5/3/11", "NUMERIC"),
        ("10:35", "CLOCK"),
        ("1990s", "DECADE"),
        ("’60s", "DECADE"),
        ("60s", "SHORT_DECADE"),
        ("23rd", "ORDINAL"),
        ("$1999", "MONEY"),
        ("1998%", "MONEY"),
        ("2,012", "GROUPED"),
        ("2.5", "DECIMAL"),
        ("’98", "SHORT_YEAR"),
        ("1998", "INT"),
        ("p.m.", "LETTERS"),
        ("F16", "WORD"),
        ("19981998199", "WORD"),
        ("--", "DASH"),
        ("\n \n", "BREAK"),
    ],
)
def test_a_form_is_one_token(text: str, kind: str) -> None:
    """Each form of date and number is a token of its own kind."""
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", ["1.2.3.4", "10:75:99:1", "555-1994-22-1", "12/13/14/15"])
def test_codes_are_no_dates(text: str) -> None:
    """Versions, addresses and the like make no date, clock or year."""
    assert not {"ISO", "NUMERIC", "CLOCK", "DECIMAL", "GROUPED"} & set(kinds(text))


@given(st.text())
def test_tokens_lie_in_order(text: str) -> None:
    """Tokens are not empty, do not overlap, and leave out white space alone."""
    lexing: Lexing = grammar("en").lex(text)
    at = 0
    for start, end in zip(lexing.starts, lexing.ends, strict=True):
        assert text[at:start].strip() == ""
        assert start < end
        at = end
    assert text[at:].strip() == ""
    assert len(lexing.symbols) == len(lexing.starts)


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("1998", ("INT", "YEAR4")),
        ("2000", ("INT", "YEAR4_ROUND")),
        ("480", ("INT", "LARGE")),
        ("12", ("INT", "TWO_DIGITS", "N12", "N24", "N31")),
        ("31", ("INT", "TWO_DIGITS", "N31")),
        ("0", ("INT", "N24")),
    ],
)
def test_a_number_has_the_classes_of_its_size(word: str, classes: tuple[str, ...]) -> None:
    """What a number can be depends on how great it is and how it is written."""
    assert tokens.shape("INT", word) == classes
