"""Whom pronouns can hardly stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane=Crane=him; Tom Reed=Reed=he", "organisation": "the Guild"}


def test_nobody_does_something_to_him_who_is_himself(happened: Read) -> None:
    """Of "Crane asked him" he is not Crane, whatever the pronoun was taken for."""
    assert happened("Ida Crane criticized him.", CAST).one("disapprove").whom == ()


def test_a_pronoun_is_somebody_told_of_in_its_sentence(happened: Read) -> None:
    """Of "Crane said he left" he is Crane, and nobody of an earlier sentence."""
    found = happened("It rained. Ida Crane said that he attacked the Guild.", CAST)
    assert found.one("disapprove").who == ()
