"""Which body a pronoun or a noun takes up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {
    "Jane Roe=Roe": "person",
    "Ivo Marn=Marn": "person",
    "Acme": "organisation",
    "Bonn Steel": "organisation",
    "River Front": "organisation",
    "Harbour Union=Union": "organisation",
}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Acme sued Bonn Steel. Its chairman, Jane Roe, said so.", "Jane Roe leads Acme"),
        ("Acme bought cranes. The firm closed. Its chairman is Jane Roe.", "Jane Roe leads Acme"),
        (
            "Acme, a brewer, sued the Harbour Union. The brewer's chairman, Jane Roe, said so.",
            "Jane Roe leads Acme",
        ),
        (
            "Acme sued the Harbour Union. The union's chairman, Jane Roe, said so.",
            "Jane Roe leads Harbour Union",
        ),
        (
            "A group calling itself the River Front struck. Jane Roe is the leader of the group.",
            "Jane Roe leads River Front",
        ),
    ],
)
def test_what_is_spoken_of_is_taken_up(ties: Callable[..., Any], text: str, row: str) -> None:
    """A pronoun takes the subject, a noun what is called so by its name or by what it is."""
    assert row in ties(text, CAST).rows()


@pytest.mark.parametrize(
    "text",
    [
        "Acme grew. The army's commander, Jane Roe, said so.",
        "Acme grew. The board's chairman, Jane Roe, said so.",
        "They told Acme that the country had elected its president, Jane Roe.",
        "Jane Roe met Acme and Bonn Steel. The firm's chairman, Ivo Marn, said so.",
    ],
)
def test_what_cannot_be_called_so_is_not_meant(ties: Callable[..., Any], text: str) -> None:
    """No body is taken for an army, a board or a country; of two firms neither is."""
    assert not ties(text, CAST).rows()


def test_a_paragraph_begins_with_what_the_article_is_about(ties: Callable[..., Any]) -> None:
    """At the head of a paragraph "the firm" is the one that is named most, not the last one."""
    text = (
        "Acme makes cranes. Acme is large. Acme grew. Acme sued Bonn Steel.\n\n"
        "The firm's chairman, Jane Roe, said so."
    )
    assert ties(text, CAST).rows() == {"Jane Roe leads Acme"}


def test_an_organisation_is_no_person(ties: Callable[..., Any]) -> None:
    """What is said of a group beside a person's name is not said of the person."""
    text = "Jane Roe, of a group based in Springfield, left."
    assert not ties(text, {"Jane Roe": "person", "Springfield": "place"}).rows()


def test_who_has_but_something_is_none_of_two(ties: Callable[..., Any]) -> None:
    """The words "they" mean the two named before; not where one but has what is spoken of."""
    known = CAST | {"Oakdale": "place"}
    rows = ties("Jane Roe met Ivo Marn. They lived in Oakdale.", known).rows()
    assert "Jane Roe based_in Oakdale" in rows
    assert not ties("Jane Roe praised Ivo Marn's plan. They lived in Oakdale.", known).rows()
