"""Names as words: what folding makes equal, and what it keeps apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.names.words import capitalised, fold, shouted, skeleton, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("al-Masri", "Al Masri"),
        ("Peña Nieto", "pena nieto"),
        ("O’Brien", "O'Brien"),
        ("“HAT,”", "HAT"),
        ("Łódź", "Lodz"),
        ("New\nYork", "New York"),
    ],
)
def test_spellings_fold_to_one(one: str, other: str) -> None:
    """Case, accents, full stops, hyphens, quotes and line ends make no difference."""
    assert fold(one) == fold(other)


def test_words_of_a_name() -> None:
    """The words of a name come folded and in order."""
    assert words("Dr. Al-Amin") == ("dr", "al", "amin")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name folds to itself."""
    assert fold(fold(text)) == fold(text)


def test_capitals() -> None:
    """A word is capitalised by its first letter, shouted if all its letters are capitals."""
    assert capitalised("'Oslo")
    assert not capitalised("al-Amin")
    assert not capitalised("42")
    assert shouted("G7B")
    assert not shouted("A")
    assert not shouted("Oslo")


@pytest.mark.parametrize(
    ("one", "other"), [("Yousef", "Yusuf"), ("Haddad", "Hadad"), ("Qasim", "Kassim")]
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    """Spellings of one name from another script have the same bones."""
    assert skeleton(one) == skeleton(other)
