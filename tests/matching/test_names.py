"""What two names have in common is told as one of a few kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.matching.names import AGAINST, Likeness, bodies, initials, is_common, people


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ana Brandt", "Ana Brandt", "same_name"),
        ("Ana Brandt", "ANA BRANDT", "same_name"),
        ("Mokhtar Ben Salah", "Moktar Bin Saleh", "spelled_otherwise"),
        ("Noureddine Zouari", "Nour al-Din Zuwari", "spelled_otherwise"),
        ("Guo-qiang Liu", "Liu Guoqiang", "same_name"),
        ("István Kerekes", "Kerekes Istvan", "same_name"),
        ("Сергей Волков", "Sergei Volkov", "spelled_otherwise"),
        ("Robert Hale", "Bob Hale", "nickname"),
        ("J. R. Hale", "John R. Hale", "initials"),
        ("John Hale", "John R. Hale", "longer_name"),
        ("John A. Hale", "John B. Hale", "middle_names_differ"),
        ("Hale", "John Hale", "surname_only"),
        ("John", "John Hale", "given_name_only"),
        ("Hale", "Hale", "one_word"),
        ("Samir Haddad", "Karim Haddad", "given_names_differ"),
        ("John W. Hale", "John Wilcox", "surnames_differ"),
        ("John Hale", "Mary Brandt", "names_differ"),
        ("John Hale Jr.", "John Hale Sr.", "generations_differ"),
        ("John Hale Jr.", "John Hale", "same_name"),
    ],
)
def test_names_of_people(one: str, other: str, kind: Likeness) -> None:
    """Order, spelling, initials and parts are told apart, the same both ways round."""
    assert people(one, other) == kind
    assert people(other, one) == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Calder Maritime", "Calder Maritime", "same_name"),
        ("Brigade of the North Quay", "North Quay Brigade", "same_words"),
        ("Calder Maritime Corporation", "Calder Maritime", "left_out"),
        ("Calder Maritime Corporation", "Calder Maritime Corp.", "left_out"),
        ("Port Workers' Union of Kiel", "PWUK", "acronym"),
        ("Brigade of the North Quay", "NQB", "acronym"),
        ("PWU", "Northern Light Society", "acronym_of_other"),
        ("PWU", "PWU", "same_acronym"),
        ("Ministry of Defence", "Defence Ministry", "common_name"),
        ("Calder", "Calder Maritime", "beginning"),
        ("Maritime", "Calder Maritime", "part"),
        ("Bank of Kiel", "Bank of Hull", "names_differ"),
        ("3rd Lancers", "4th Lancers", "names_differ"),
    ],
)
def test_names_of_bodies(one: str, other: str, kind: Likeness) -> None:
    """Words in any order, kinds of body, acronyms and parts are told apart, both ways round."""
    assert bodies(one, other) == kind
    assert bodies(other, one) == kind


def test_acronyms_may_leave_out_small_words() -> None:
    """An acronym takes every word, or the telling ones, and one word has none."""
    assert {"uow", "uw"} <= initials("Union of Weavers")
    assert initials("Weavers") == frozenset()


def test_common_names_are_made_of_common_words() -> None:
    """Every country has a Ministry of Defence, and only one firm is called Calder Bank."""
    assert is_common("Ministry of Defence")
    assert not is_common("Calder Bank")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_compared(one: str, other: str) -> None:
    """Whatever the text, an answer comes, and a name is never against itself."""
    people(one, other)
    bodies(one, other)
    assert people(one, one) not in AGAINST
    assert bodies(one, one) not in AGAINST
