"""The words of a language: the files are whole, and asked the right way."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.names import lexicon
from dateline.names.words import fold


def test_files_hold_what_they_must() -> None:
    """Nouns for people, titles and nations are told from other words."""
    english = lexicon.load("en")
    assert english.is_person_noun("analyst")
    assert english.is_person_noun("trombonist")
    assert not english.is_person_noun("river")
    assert english.is_title("gen")
    assert english.nationalities.country("Peruvians") == "PE"
    assert english.nationalities.holds("Buddhists")
    assert not english.nationalities.holds("Monday")


def test_keys_are_folded() -> None:
    """What is compared with folded names is folded in the files, too."""
    english = lexicon.load("en")
    keys = [*english.places.short, *english.places.regions, *english.titles.office]
    keys += [*english.organisations.ends, *english.acts.ordinary]
    assert [key for key in keys if fold(key) != key.replace("-", " ")] == []


def test_nations_have_codes() -> None:
    """Every nation has a code of two capitals."""
    nations = lexicon.load("en").nationalities.nations
    assert all(len(code) == 2 and code.isupper() for code in nations.values())


def test_unknown_language() -> None:
    """A language without words for names is an error with a remedy."""
    with pytest.raises(DatelineError, match="no such lexicon"):
        lexicon.load("xx")
