"""The forms of words that tell of ties: each with a sentence and what it must tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PEOPLE = {"Jane Roe=Roe": "person", "Ivo Marn=Marn": "person", "Lea Fisk": "person"}
BODIES = {
    "Acme": "organisation",
    "Tidal Institute": "organisation",
    "River Front": "organisation",
    "Harbour Party": "organisation",
}
PLACES = {"Norland": "place", "Springfield": "place", "Oakdale": "place"}
CAST = PEOPLE | BODIES | PLACES

ROLES = [
    ("Jane Roe, chairman of Acme, resigned.", "Jane Roe leads Acme"),
    ("Acme chief executive Jane Roe resigned.", "Jane Roe leads Acme"),
    ("Acme is in trouble and its director, Jane Roe, knows it.", "Jane Roe leads Acme"),
    ("Acme's chief executive, Jane Roe, resigned.", "Jane Roe leads Acme"),
    ("The head of Acme, Jane Roe, resigned.", "Jane Roe leads Acme"),
    ("The head of the River Front is Jane Roe.", "Jane Roe leads River Front"),
    ("Jane Roe, 44, a deputy director of Acme, resigned.", "Jane Roe holds_position Acme"),
    (
        "Jane Roe is a senior analyst at the Tidal Institute.",
        "Jane Roe employed_by Tidal Institute",
    ),
    (
        "Jane Roe, a physiologist at the Tidal Institute, agreed.",
        "Jane Roe employed_by Tidal Institute",
    ),
    ("Jane Roe, who worked as a reporter for Acme, left.", "Jane Roe employed_by Acme"),
    ("Acme spokeswoman Jane Roe declined.", "Jane Roe spokesperson_of Acme"),
    ("Jane Roe, one of the founders of Acme, resigned.", "Jane Roe founded Acme"),
    ("Jane Roe, a member of the River Front, was there.", "Jane Roe member_of River Front"),
    ("Ivo Marn's sister, Lea Fisk, was there.", "Lea Fisk family_of Ivo Marn"),
    ("Lea Fisk is the wife of Ivo Marn.", "Lea Fisk family_of Ivo Marn"),
    ("Lea Fisk served as Acme's treasurer.", "Lea Fisk holds_position Acme"),
    ("Lea Fisk was elected president of the Harbour Party.", "Lea Fisk leads Harbour Party"),
    ("Harbour Party candidate Lea Fisk won.", "Lea Fisk party_of Harbour Party"),
    ("Norland Prime Minister Lea Fisk won.", "Lea Fisk leads Norland"),
    ("Defence Minister Lea Fisk of Norland won.", "Lea Fisk holds_position Norland"),
    ("Acme, a subsidiary of the Tidal Institute, closed.", "Acme subsidiary_of Tidal Institute"),
    ("Lea Fisk holds the post of chief economist at Acme.", "Lea Fisk holds_position Acme"),
]

VERBS = [
    ("Jane Roe and Ivo Marn joined the River Front.", "Ivo Marn member_of River Front"),
    ("Acme was founded by Jane Roe.", "Jane Roe founded Acme"),
    ("Jane Roe announced the formation of the River Front.", "Jane Roe founded River Front"),
    ("The River Front broke away from the Harbour Party.", "River Front split_from Harbour Party"),
    (
        "They rebranded the River Front as the Harbour Party.",
        "River Front renamed_to Harbour Party",
    ),
    ("Acme merged with the Tidal Institute.", "Acme merged_with Tidal Institute"),
    ("Acme and the Tidal Institute merged.", "Acme merged_with Tidal Institute"),
    ("Jane Roe owns Acme.", "Jane Roe owns Acme"),
    ("The Tidal Institute is financed by Acme.", "Acme funds Tidal Institute"),
    ("Jane Roe, who leads the River Front, fled.", "Jane Roe leads River Front"),
    ("Jane Roe fought for the River Front.", "Jane Roe member_of River Front"),
    ("Jane Roe succeeded Ivo Marn.", "Jane Roe succeeds Ivo Marn"),
    ("Jane Roe married Ivo Marn.", "Jane Roe family_of Ivo Marn"),
    ("Jane Roe is acquainted with Ivo Marn.", "Jane Roe knows Ivo Marn"),
]

PLACED = [
    ("The Springfield-based Tidal Institute agreed.", "Tidal Institute based_in Springfield"),
    ("Acme, based in Springfield, agreed.", "Acme based_in Springfield"),
    ("Jane Roe, 83, of Springfield, agreed.", "Jane Roe based_in Springfield"),
    ("They met in Springfield, Norland.", "Springfield part_of Norland"),
    ("He flew from Springfield in southern Norland.", "Springfield part_of Norland"),
    ("Norland's Tidal Institute agreed.", "Tidal Institute based_in Norland"),
    ("They met at Jane Roe's home in Springfield.", "Jane Roe based_in Springfield"),
    ("Acme has plants in Springfield and Oakdale.", "Acme operates_in Oakdale"),
    ("He worked at Acme headquarters in Springfield.", "Acme based_in Springfield"),
    ("They live in the Springfield suburb of Oakdale.", "Oakdale part_of Springfield"),
    ("Springfield businessman Ivo Marn agreed.", "Ivo Marn based_in Springfield"),
    ("Acme, a bank in Oakdale, closed.", "Acme based_in Oakdale"),
]

MUTUAL = [
    ("Jane Roe and Ivo Marn were rivals.", "Jane Roe rival_of Ivo Marn"),
    ("The rivalry between Jane Roe and Ivo Marn grew.", "Jane Roe rival_of Ivo Marn"),
    ("Jane Roe met Ivo Marn. Their rivalry is old.", "Jane Roe rival_of Ivo Marn"),
]


@pytest.mark.parametrize(("text", "row"), [*ROLES, *VERBS, *PLACED, *MUTUAL])
def test_a_form_of_words_tells_a_tie(ties: Callable[..., Any], text: str, row: str) -> None:
    """A role, a verb or a place beside a name tells what holds between two that are named."""
    assert row in ties(text, CAST).rows()


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe praised the director of Acme.",
        "A spokesman for Acme declined.",
        "Springfield, Oakdale and Norland took part.",
        "Jane Roe was treated as a patient at the Tidal Institute.",
        "The pro-Norland leader Jane Roe won.",
        "Jane Roe was born.",
        "Jane Roe owns an Acme.",
        "Jane Roe visited Acme and found that it was closed.",
        "",
    ],
)
def test_no_tie_is_told_of_what_only_stands_near(ties: Callable[..., Any], text: str) -> None:
    """Names in one sentence that no words join, or that only one is named of, have no tie."""
    assert ties(text, CAST).rows() == set()


def test_only_what_has_a_name_has_ties(ties: Callable[..., Any]) -> None:
    """An unnamed spokesman speaks for nobody in the record."""
    assert not ties("A rebel commander joined the River Front.", CAST).found


def test_a_role_is_told_as_the_text_words_it(ties: Callable[..., Any]) -> None:
    """The role has its own adjectives, and neither the nation's name nor "former"."""
    found = ties("Jane Roe, a former senior economist at Acme, agreed.", CAST)
    assert found.one("Jane Roe employed_by Acme").role == "senior economist"


def test_the_evidence_runs_from_one_end_to_the_other(ties: Callable[..., Any]) -> None:
    """Both names stand whole in the words that tell of a tie."""
    found = ties("On Monday Jane Roe, chairman of Acme, resigned.", CAST)
    evidence = found.one("Jane Roe leads Acme").evidence[0]
    assert evidence.of(found.text) == "Jane Roe, chairman of Acme"
