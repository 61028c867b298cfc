"""The words for ties."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.events.ties import lexicon


def test_every_tie_of_the_words_is_in_the_vocabulary() -> None:
    """The shipped English words load, and phrases are found by their last word."""
    words = lexicon.load("en")
    assert ("chief", "executive") in [phrase for phrase, _ in words.nouns["executive"]]
    assert words.frames_of("break", "broke")


def test_a_verb_without_base_form_is_found_by_its_ending() -> None:
    """A parser that takes "rebrande" for the base of "rebranded" hides no frame."""
    words = lexicon.load("en")
    assert words.frames_of("rebrande", "rebranded") == words.frames_of("rebrand", "rebrand")
    assert words.frames_of("xyz", "xyzed") == ()


def test_a_language_without_words_for_ties_says_so() -> None:
    """The error names the file that is missing."""
    with pytest.raises(DatelineError, match=r"languages/xx/ties\.toml"):
        lexicon.load("xx")
