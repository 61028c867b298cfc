"""Nicknames in quotation marks, inside a name and behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_inside_a_name(cast: Reads) -> None:
    """A nickname between given name and surname is an alias, and later means the person."""
    found = cast('They met Peter "The Fox" Holm there. Holm smiled. "The Fox" was old.')
    assert found("The Fox") is found("Holm")
    assert found("Holm").name == 'Peter "The Fox" Holm'


def test_behind_a_name(cast: Reads) -> None:
    """What somebody is said to be nicknamed is an alias."""
    found = cast('Peter Holm, nicknamed "the Professor," left Oslo.')
    assert "the Professor" in found("Peter Holm").aliases


def test_a_quoted_verb_is_no_nickname(cast: Reads) -> None:
    """A word of doubt between two names makes them no one."""
    found = cast('Anna Kern "fired" Paul Holm on Friday.')
    assert found("Anna Kern") is not found("Paul Holm")


def test_a_title_is_no_nickname(cast: Reads) -> None:
    """A work behind a name is none, as nothing says that the person is called so."""
    found = cast('Peter Holm wrote "The Professor" in 1990.')
    assert "The Professor" not in found("Peter Holm").aliases
