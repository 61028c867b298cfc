"""Offices that pass from one to another, and what dates them without naming them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {
    "Jane Roe=Roe": "person",
    "Ivo Marn=Marn": "person",
    "Lea Fisk": "person",
    "Acme": "organisation",
    "River Front": "organisation",
    "Tidal Institute": "organisation",
    "Norland": "place",
    "Springfield": "place",
    "Oakdale": "place",
}


def test_who_succeeds_another_has_what_the_other_had(ties: Callable[..., Any]) -> None:
    """The office is handed on, the date of the succession ends the one and begins the other."""
    found = ties("Jane Roe, the head of Acme, retired. Ivo Marn replaced Jane Roe in 2009.", CAST)
    old, new = found.one("Jane Roe leads Acme"), found.one("Ivo Marn leads Acme")
    assert (old.until, old.status) == ("2009", "former")
    assert new.from_ == "2009"
    assert {reason.rule for reason in new.reasons} == {"succeeds"}


def test_who_is_succeeded_had_what_the_other_gets(ties: Callable[..., Any]) -> None:
    """An office that someone is given is that of whom they replace."""
    found = ties("Jane Roe was appointed head of Acme in 2009. Jane Roe replaced Ivo Marn.", CAST)
    old = found.one("Ivo Marn leads Acme")
    assert (old.until, old.status) == ("2009", "former")


def test_the_post_is_the_office_told_last(ties: Callable[..., Any]) -> None:
    """Who "held the post until 2009" ended what was told of them before."""
    found = ties("Jane Roe was the chairman of Acme. Jane Roe held the post until 2009.", CAST)
    assert found.one("Jane Roe leads Acme").until == "2009"


def test_a_post_of_something_is_not_another(ties: Callable[..., Any]) -> None:
    """A post that is named is left to the rules for roles."""
    text = "Jane Roe was the chairman of Acme. Jane Roe held the post of envoy until 2009."
    assert ties(text, CAST).one("Jane Roe leads Acme").until is None


FORMS = [
    ("Lea Fisk owned a third of Acme.", "Lea Fisk owns Acme"),
    ("Acme moved from Springfield to Oakdale.", "Acme based_in Springfield"),
    ("Acme moved from Springfield to Oakdale.", "Acme based_in Oakdale"),
    ("Jane Roe spent three years in Norland.", "Jane Roe based_in Norland"),
    ("Jane Roe covers shipping for Acme.", "Jane Roe employed_by Acme"),
    ("Jane Roe was appointed to the Tidal Institute.", "Jane Roe holds_position Tidal Institute"),
    (
        "Jane Roe broke away from Acme and founded the River Front.",
        "River Front split_from Acme",
    ),
    ("With Ivo Marn, Jane Roe founded the River Front.", "Ivo Marn founded River Front"),
    ("Jane Roe leaves a son, Ivo Marn.", "Ivo Marn family_of Jane Roe"),
    ("Jane Roe was elected secretary of Acme and its president.", "Jane Roe leads Acme"),
    ("Jane Roe, a beekeeper from Springfield, won.", "Jane Roe based_in Springfield"),
    ("Mrs Roe (Springfield): I thank the Speaker.", "Jane Roe represents Springfield"),
    ("Acme supplied cables to the River Front.", "Acme supplies River Front"),
    ("Acme grew. The chairman, Jane Roe, said so.", "Jane Roe leads Acme"),
]


@pytest.mark.parametrize(("text", "row"), FORMS)
def test_forms_are_told(ties: Callable[..., Any], text: str, row: str) -> None:
    """Each form of words tells its tie."""
    assert row in ties(text, CAST).rows()


def test_moves_are_dated(ties: Callable[..., Any]) -> None:
    """A move ends one seat and begins the other."""
    found = ties("In 1964 Acme moved from Springfield to Oakdale.", CAST)
    assert found.one("Acme based_in Springfield").until == "1964"
    assert found.one("Acme based_in Oakdale").from_ == "1964"


def test_an_office_of_nobody_known_is_not_told(ties: Callable[..., Any]) -> None:
    """Where the sentence before names two bodies, an office without one is of neither."""
    text = "Acme sued the River Front. The chairman, Jane Roe, said so."
    assert not ties(text, CAST).rows()
