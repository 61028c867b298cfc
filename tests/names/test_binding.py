"""Binding: what grammar says of a pronoun."""

from __future__ import annotations

from collections.abc import Callable

from dateline.names.binding import apposed, predicated, teller
from dateline.names.context import Context

Parses = Callable[[str], Context]


def test_the_teller(context: Parses) -> None:
    """In what somebody says of himself the pronoun is the subject of the verb of speech."""
    parsed = context("The mayor said he would resign.")
    found = teller(parsed, parsed.syntax.tokens[3], "male")
    assert found is not None
    assert found.text == "mayor"


def test_nobody_tells_for_a_spokesman(context: Parses) -> None:
    """Whoever speaks for somebody may speak of that one."""
    parsed = context("The spokesman said he would resign.")
    assert teller(parsed, parsed.syntax.tokens[3], "male") is None


def test_nobody_is_his_own_cousin(context: Parses) -> None:
    """The owner of what the subject is said to be is not the subject."""
    parsed = context("Torv is his cousin.")
    tokens = parsed.syntax.tokens
    assert predicated(parsed, tokens[2], tokens[0])
    other = context("Torv met his cousin.")
    assert not predicated(other, other.syntax.tokens[2], other.syntax.tokens[0])


def test_nobody_is_its_own_rival(context: Parses) -> None:
    """The owner of what stands in apposition to a name is not whom it names."""
    parsed = context("Quillon Lines, its rival, is ready.")
    tokens = parsed.syntax.tokens
    assert apposed(parsed, tokens[3], tokens[1])
    other = context("Quillon Lines and its rival are ready.")
    assert not apposed(other, other.syntax.tokens[3], other.syntax.tokens[1])
