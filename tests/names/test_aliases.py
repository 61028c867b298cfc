"""Aliases: which names are one, and that people of one surname stay apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.names.aliases import shortens
from dateline.names.bodies import initials

Reads = Callable[[str], Any]


def test_surname_and_title(cast: Reads) -> None:
    """A surname, with or without a title, is the person of the full name."""
    found = cast("Anna Kern sued the bank. Ms. Kern won. Later Kern left for Oslo.")
    assert found.said("Anna Kern", "name") == ["Anna Kern", "Kern", "Kern"]


def test_family_stays_apart(cast: Reads) -> None:
    """Two full names with one surname are two people, whatever else is said."""
    found = cast(
        "Anna Kern and her brother Paul Kern own the bank. Anna Kern said Paul Kern had left."
    )
    assert found("Anna Kern").id != found("Paul Kern").id
    assert "Kern" not in (*found("Anna Kern").aliases, *found("Paul Kern").aliases)


def test_title_tells_the_family_apart(cast: Reads) -> None:
    """A form of address says which of a couple is meant."""
    found = cast(
        "Paul Kern met his wife, Anna Kern, in Oslo. The court heard Mrs. Kern on Friday. "
        "The court heard Mr. Kern on Monday."
    )
    assert found.said("Anna Kern", "name") == ["Anna Kern", "Kern"]
    assert found.said("Paul Kern", "name") == ["Paul Kern", "Kern"]


def test_unclear_surname_is_nobody_s(cast: Reads) -> None:
    """A bare surname that may be either's is given to neither."""
    found = cast(
        "Paul Kern and Anna Kern came to the court in Oslo. The judge asked why Kern had lied."
    )
    assert found.said("Anna Kern", "name") == ["Anna Kern"]
    assert found.said("Paul Kern", "name") == ["Paul Kern"]


def test_acronym_in_brackets_and_after_or(cast: Reads) -> None:
    """An acronym is the body whose long name stands beside it."""
    found = cast(
        "The Free Harbour Union (FHU) met Blue Tide in the Northern Isles, or BTNI, on Friday. "
        "FHU said BTNI had left."
    )
    assert found("FHU").name == "Free Harbour Union"
    assert found("BTNI").name == "Blue Tide in the Northern Isles"


def test_known_as(cast: Reads) -> None:
    """What a body is known as is its name, too, also in quotation marks."""
    found = cast(
        'He led a group of sailors known as "Blue Tide," or "The Wet Ones." Blue Tide won.'
    )
    assert (
        found("Blue Tide").id
        == found("The Wet Ones" if found.bears("The Wet Ones") else "Wet Ones").id
    )
    assert found("Blue Tide").kind == "organisation"


def test_nickname_in_brackets(cast: Reads) -> None:
    """A description in brackets after a name is a nickname."""
    found = cast("They freed Omar Haddad (the blind captain) and Anna Kern on Friday.")
    assert "the blind captain" in found("Omar Haddad").aliases


def test_company_without_its_form(cast: Reads) -> None:
    """A company is the same with and without "Inc."."""
    found = cast("Quillon Industries Inc. closed two plants. Quillon Industries hired nobody.")
    assert found("Quillon Industries Inc.").kind == "organisation"
    assert found("Quillon Industries").id == found("Quillon Industries Inc.").id


def test_body_without_its_land(cast: Reads) -> None:
    """A body may be named without the country that it belongs to."""
    found = cast("The Kenyan Fisheries Board met on Friday. Later the Fisheries Board agreed.")
    assert found("Kenyan Fisheries Board").id == found("Fisheries Board").id


def test_body_by_what_it_is(cast: Reads) -> None:
    """A capitalised noun alone is the one body of that noun; of two it is neither."""
    found = cast("The Church of Quillon met on Friday. The Church said so. The Church left.")
    assert found("Church of Quillon").id == found("Church").id
    found = cast("The Blue Tide Party met the Red Sand Party. Anna Kern left the Party.")
    assert "Party" not in (*found("Blue Tide Party").aliases, *found("Red Sand Party").aliases)


def test_longer_name_is_another_body(cast: Reads) -> None:
    """A body whose name begins with another's is not that one."""
    found = cast("Harbour Watch fought Harbour Watch in the North. The Harbour Watch Fund paid.")
    assert found("Harbour Watch").id != found("Harbour Watch Fund").id


def test_teams_are_organisations(cast: Reads) -> None:
    """Where scores stand beside two countries, their names are those of teams."""
    found = cast("Norway 2 - 1 Kenya. Norway led from the start, and Kenya 0 - 3 Peru came later.")
    assert found("Norway").kind == "organisation"
    assert found("Norway").place is None
    assert cast("Norway and Kenya signed 2 - 3 treaties.")("Norway").kind == "place"


def test_short_forms_of_countries(cast: Reads) -> None:
    """A country is one by its full name and its short form."""
    found = cast("The United States sent aid. Officials in the U.S. said so.")
    assert found("United States").id == found("U.S.").id


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("john smith", "john robert smith", True),
        ("j smith", "john smith", True),
        ("mullah omar", "mullah mohammed omar", True),
        ("paul smith", "john smith", False),
        ("john smith", "john smithson", False),
        ("smith john", "john smith", False),
    ],
)
def test_shorter_forms(short: str, long: str, expected: bool) -> None:
    """A shorter form leaves out words or cuts them to initials, and keeps the last one."""
    assert shortens(short, long) is expected


def test_initials() -> None:
    """The acronyms of a name are those of all, of the weighty and of the capitalised words."""
    assert initials("Bank of the North") == {"botn", "bn"}


def test_initials_of_a_name_that_begins_with_initials() -> None:
    """A country's initials stand whole in an acronym: they are no acronym of its navy."""
    assert initials("U.S. Navy") == {"usn"}


def test_byname(cast: Reads) -> None:
    """Somebody is called by the byname that begins the name."""
    found = cast("Police arrested Abu Samir al-Kadri on Friday. Abu Samir denied the charge.")
    assert found("Abu Samir").name == "Abu Samir al-Kadri"


def test_born_and_fighting_under_another_name(cast: Reads) -> None:
    """A name by birth and a nom de guerre are the person's, called by the surname alone or not."""
    text = (
        "Anna Kern left. Kern, who was born Anna Holm, sued Paul Berg. Berg had fought in the "
        "north under the nom de guerre Omar Tarif. Omar Tarif lost an eye."
    )
    found = cast(text)
    assert found("Anna Holm").name == "Anna Kern"
    assert found("Omar Tarif") is found("Paul Berg")


def test_the_fathers_surname(cast: Reads) -> None:
    """In Spanish one goes by the last surname but one."""
    found = cast("Luis Ruiz Soto, 44, left Oslo on Friday. Ruiz said that he had laughed at them.")
    assert found("Ruiz").name == "Luis Ruiz Soto"


def test_a_state_is_no_team(cast: Reads) -> None:
    """A state is not the body whose name begins with its own."""
    found = cast("He lives in Kenya. The Kenya Rangers shot three men in Kenya on Friday.")
    assert found("Kenya").kind == "place"
    assert found("Kenya") is not found("Kenya Rangers")


def test_a_nation_has_no_nickname(cast: Reads) -> None:
    """A nickname belongs to the person, not to the nation's word before it."""
    text = 'Karim Haddad, a Saudi preacher known as "the Fox", left. Haddad is 40.'
    assert "Saudi" not in cast(text)("Karim Haddad").aliases


def test_acronym_of_syllables(cast: Reads) -> None:
    """An acronym may be made of the beginnings of the words."""
    found = cast("The Maritime Industry Authority, or MARINA, met. MARINA denied it on Friday.")
    assert found("MARINA").name == "Maritime Industry Authority"


def test_a_father_is_not_his_son(cast: Reads) -> None:
    """Whoever is brought in as a relative is none of those named before, however alike."""
    found = cast("John Smith left. His father, John A. Smith, was a docker.")
    assert found("John Smith") is not found("John A. Smith")
    found = cast("John Marsh, the son of John P. Marsh, left on Friday.")
    assert found("John Marsh") is not found("John P. Marsh")
