"""Which tie a role tells, by what it is in and how it is worded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {
    "Jane Roe=Roe": "person",
    "Ivo Marn": "person",
    "Lea Fisk": "person",
    "Acme": "organisation",
    "Harbour Party": "organisation",
    "Tidal Institute": "organisation",
    "Norland": "place",
    "Springfield County": "place",
    "Oakdale": "place",
    "Port Ellery City": "place",
    "Tidal Council": "organisation",
    "Tidal Senate": "organisation",
    "Tidal State University": "organisation",
    "Springfield County Sheriff's Office": "organisation",
}

_ATTORNEY = "Jane Roe holds_position Springfield County"
_TREASURER = "Jane Roe holds_position Acme"
_DEPUTY = "Jane Roe holds_position Springfield County Sheriff's Office"

TOLD = [
    ("Jane Roe, legal director of Acme, left.", "Jane Roe holds_position Acme"),
    ("Jane Roe, executive director of Acme, left.", "Jane Roe leads Acme"),
    ("Acme's head of security, Jane Roe, left.", "Jane Roe holds_position Acme"),
    ("Jane Roe, director of research at Acme, left.", "Jane Roe holds_position Acme"),
    ("Harbour Party senator Jane Roe left.", "Jane Roe party_of Harbour Party"),
    ("Jane Roe, a member of the Harbour Party, left.", "Jane Roe party_of Harbour Party"),
    ("Jane Roe joined the Harbour Party.", "Jane Roe party_of Harbour Party"),
    ("Jane Roe, a Harbour Party strategist, left.", "Jane Roe affiliated_with Harbour Party"),
    ("Jane Roe was promoted to chairman of Acme.", "Jane Roe leads Acme"),
    ("Jane Roe took over as head of Acme.", "Jane Roe leads Acme"),
    ("Acme named Jane Roe treasurer.", "Jane Roe holds_position Acme"),
    ("Acme removed Jane Roe as chairman.", "Jane Roe leads Acme"),
    ("Acme fired Jane Roe.", "Jane Roe employed_by Acme"),
    ("Jane Roe has a seat on the board of Acme.", "Jane Roe member_of Acme"),
    ("Sen. Jane Roe (D-Norland) left.", "Jane Roe represents Norland"),
    ("Ivo Marn and his wife, Lea Fisk, left.", "Lea Fisk family_of Ivo Marn"),
    ("Jane Roe, a special agent of Acme, left.", "Jane Roe employed_by Acme"),
    ("Jane Roe gave $3 million to the Tidal Institute.", "Jane Roe funds Tidal Institute"),
    ("Jane Roe, an Ivo Marn delegate, left.", "Jane Roe allied_with Ivo Marn"),
    ("Jane Roe holds a stake in Acme.", "Jane Roe owns Acme"),
    ("Jane Roe handed over to Ivo Marn.", "Ivo Marn succeeds Jane Roe"),
    ("Acme spokeswoman Capt. Jane Roe left.", "Jane Roe spokesperson_of Acme"),
    ("Acme Capt. Jane Roe left.", "Jane Roe holds_position Acme"),
    ("Norland's Harbour Party leader, Jane Roe, left.", "Jane Roe leads Harbour Party"),
    ("Tidal State University dean Jane Roe left.", "Jane Roe leads Tidal State University"),
    ("Ivo Marn and Jane Roe, the head of Acme, left.", "Jane Roe leads Acme"),
    ("They saw Ivo Marn and Jane Roe, who was the head of Acme.", "Jane Roe leads Acme"),
    ("Springfield County District Attorney Jane Roe left.", _ATTORNEY),
    ("Jane Roe, the district attorney for Springfield County, left.", _ATTORNEY),
    ("Springfield County Sheriff's Office Deputy Jane Roe left.", _DEPUTY),
    ("Jane Roe resigned from Acme.", "Jane Roe employed_by Acme"),
    ("Jane Roe resigned from Tidal Council.", "Jane Roe member_of Tidal Council"),
    ("Jane Roe joined Acme as a director.", "Jane Roe employed_by Acme"),
    ("Jane Roe, a former governor of Acme, left.", "Jane Roe holds_position Acme"),
    ("Springfield County Lt. Gov. Jane Roe left.", _ATTORNEY),
    (
        "Jane Roe, chair of the Oakdale Harbour Party, left.",
        "Jane Roe holds_position Harbour Party",
    ),
    ("Jane Roe, treasurer for Acme's first Tidal Senate campaign, left.", _TREASURER),
    ("Acme reporter Jane Roe left.", "Jane Roe employed_by Acme"),
    ("Jane Roe, finance chairman of Acme, left.", "Jane Roe holds_position Acme"),
    ("Jane Roe, the Norland director for Acme, left.", "Jane Roe holds_position Acme"),
    ("Jane Roe, the board chairman of Acme, left.", "Jane Roe leads Acme"),
    ("Jane Roe writes a column for Acme.", "Jane Roe employed_by Acme"),
]


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_a_form_of_words_tells_its_tie(ties: Callable[..., Any], text: str, row: str) -> None:
    """The office, the body and the words between them tell the type."""
    assert ties(text, CAST).rows() == {row}


NOT_TOLD = [
    "Jane Roe, the Harbour Party chair of Springfield County, left.",
    "Acme, Jane Roe's critics said so.",
    "They met Jane Roe, his son said.",
    "Jane Roe directed Acme to close.",
    "Jane Roe joined Acme for lunch.",
    "Jane Roe, an Acme veteran, left.",
    "Jane Roe gave advice to Acme.",
    "Jane Roe, a refugee from Norland, left.",
    "They took Jane Roe from Oakdale.",
    "Acme quoted chairman Jane Roe.",
    "Norland - President Jane Roe left.",
    "Jane Roe, director of a centre at Oakdale, left.",
    "She portrayed herself as the head of Acme.",
    "Jane Roe of the Oakdale angling club left.",
    "Port Ellery City governor Jane Roe left.",
    "Tidal Senate reporter Jane Roe left.",
    "Tidal Senate candidate Jane Roe left.",
    "Jane Roe worked with Acme.",
    "Jane Roe joined Acme in calling for a vote.",
    "She called for Norland to leave Acme.",
    "His company wants to lead Acme.",
    "Against Jane Roe, the Acme chief won.",
    "The plan was not representative of Acme.",
    "Roe waved to her fellow Harbour Party.",
    "They saw the graduation of her son, Jane Roe, from Acme.",
    "Jane Roe, a leader of the movement in Oakdale, left.",
    "Jane Roe, a spokeswoman for the bureau's Oakdale office, left.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_looks_like_it_tells_none(ties: Callable[..., Any], text: str) -> None:
    """Orders, lunches, origins, other clauses and names that only describe tell no tie."""
    assert not ties(text, CAST).rows()


def test_who_is_only_counted_is_no_name_of_a_thing(ties: Callable[..., Any]) -> None:
    """Who amounts to something represents nobody that is counted behind a colon."""
    cast = {"Jane Roe": "person", "Norlanders": "group"}
    assert not ties("Jane Roe represents a turning point in politics: two Norlanders.", cast).rows()


def test_a_firing_ends_the_office_that_is_told_with_it(ties: Callable[..., Any]) -> None:
    """Who is fired from a body holds its office no longer, since the same day."""
    found = ties("Acme fired its chairman, Jane Roe, in 2009.", CAST)
    tie = found.one("Jane Roe leads Acme")
    assert (tie.until, tie.status) == ("2009", "former")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe, a one-time head of Acme, agreed.", "former"),
        ("Jane Roe, a former two-term mayor of Oakdale, agreed.", "former"),
        ("Jane Roe, then the head of Acme, agreed.", "former"),
        ("In 1980 Jane Roe, the head of Acme, lost.", None),
        ("Jane Roe, a spokeswoman for Acme's 1980 campaign, lost.", None),
        ("Jane Roe, the Acme director in the Marn administration, agreed.", None),
        ("Jane Roe, Acme's 1980 director, agreed.", None),
        ("They recalled the suicide of Jane Roe, the head of Acme.", "former"),
        ("Acme director Jane Roe was suspended.", "current"),
        ("They saw former mayor Ivo Marn and Acme director Jane Roe.", "current"),
    ],
)
def test_the_words_beside_a_role_tell_when(
    ties: Callable[..., Any], text: str, status: str | None
) -> None:
    """What was so once, or is told of a year long past, is not current."""
    assert {one.status for one in ties(text, CAST).found} == {status}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Roe, a part-time director of Acme, left.", "director"),
        ("Jane Roe, the newly appointed legal director of Acme, left.", "legal director"),
        ("Jane Roe, the influential chair of Acme, left.", "chair"),
        ("Jane Roe and Ivo Marn, members of Acme, left.", "member"),
        ("Acme spokeswoman Capt. Jane Roe left.", "spokeswoman"),
        ("Jane Roe, one of Acme's most popular teachers, left.", "teacher"),
        ("Jane Roe, who is co-director of Acme, left.", "co-director"),
        ("Acme's deputy secretary-general, Jane Roe, left.", "deputy secretary-general"),
    ],
)
def test_a_role_is_the_office_alone(ties: Callable[..., Any], text: str, role: str) -> None:
    """Praise, half words and plurals are no part of what an office is called."""
    assert {one.role for one in ties(text, CAST).found} == {role}


def test_an_office_that_may_come_is_planned(ties: Callable[..., Any]) -> None:
    """Who is a potential head of a body does not head it yet."""
    tie = ties("Jane Roe, the potential head of Acme, left.", CAST).one("Jane Roe leads Acme")
    assert (tie.status, tie.reality) == ("future", "planned")


def test_each_of_two_roles_has_its_own_body(ties: Callable[..., Any]) -> None:
    """Who was someone's aide and now heads a body is no aide of the body."""
    found = ties("Jane Roe, a former aide to Ivo Marn and a director at Acme, left.", CAST)
    assert not [one for one in found.found if one.role == "aide" and "Acme" in found.row(one)]


def test_a_place_taken_in_one_body_is_none_in_another(ties: Callable[..., Any]) -> None:
    """Who replaces a chairman in a chamber does not chair his board."""
    text = "Ivo Marn is the chairman of Acme. Jane Roe replaced Ivo Marn in the Tidal Council."
    assert "Jane Roe leads Acme" not in ties(text, CAST).rows()


def test_a_role_of_now_is_not_in_the_body_of_another_time(ties: Callable[..., Any]) -> None:
    """Who is an economist and was once a member of a board is no economist of it."""
    found = ties("Jane Roe, an economist and former chairman of Acme, left.", CAST)
    assert "economist" not in {one.role for one in found.found}


def test_a_state_is_not_the_city_of_its_name(ties: Callable[..., Any]) -> None:
    """Who represents a state represents no city that is named like it."""
    cast = {"Jane Roe": "person", "Ellery City=Ellery": "place"}
    assert not ties("Jane Roe represented Ellery in the Senate.", cast).rows()
    assert ties("Jane Roe represented Ellery City.", cast).rows()


def test_who_may_be_the_first_is_not_yet(ties: Callable[..., Any]) -> None:
    """What is told of a first one in a clause of condition is so only on that condition."""
    text = "If Jane Roe is the first woman elected as president of Acme, they will leave."
    cast = {"Jane Roe=woman": "person", "Acme": "organisation"}
    assert {one.reality for one in ties(text, cast).found} == {"hypothetical"}
