"""Words of names compare across scripts and traditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.matching.spelling import (
    VARIANT,
    are_variants,
    is_initial,
    likeness,
    phonetic,
    skeleton,
    skeletons,
    stands_for,
    unlike,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mokhtar", "moktar"),
        ("yusuf", "youssef"),
        ("zouari", "zwari"),
        ("schroter", "schroeter"),
        ("shchebakov", "schebakoff"),
        ("dmitri", "dmitry"),
        ("qasim", "kassem"),
        ("geoffrey", "geofrey"),
        ("zhukarin", "jukarin"),
        ("michail", "mikhail"),
        ("jelena", "yelena"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    """Transliterations of one name are alike enough, in either direction."""
    assert likeness(one, other) >= VARIANT
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("karim", "karima"),
        ("daniel", "danielle"),
        ("salem", "saleh"),
        ("hassan", "hussein"),
        ("li", "liu"),
        ("johnson", "johnston"),
        ("mohammed", "ahmed"),
        ("petrov", "petrova"),
        ("chandar", "khandar"),
    ],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    """A man's and a woman's form, and names that only look alike, are two names."""
    assert likeness(one, other) < VARIANT


def test_words_are_latin_whatever_the_script() -> None:
    """Cyrillic, accents, apostrophes and hyphens fold to plain words."""
    assert words("Сергей Müller-O’Brien") == ("sergey", "muller", "obrien")
    assert words("U.S.") == ("us",)
    assert words("…") == ()


def test_short_forms_stand_for_names() -> None:
    """A nickname stands for its name, two nicknames of one name for each other."""
    assert stands_for("bob", "robert")
    assert stands_for("robert", "bobby")
    assert stands_for("bob", "rob")
    assert not stands_for("bob", "william")


def test_initials_begin_words() -> None:
    """One letter is the initial of a longer word that begins with it, and of no other letter."""
    assert is_initial("j", "john")
    assert is_initial("john", "j")
    assert not is_initial("j", "j")
    assert not is_initial("k", "john")


def test_unlike_words_share_no_consonants() -> None:
    """Words with other consonants and little in common are unlike."""
    assert unlike("hale", "brandt")
    assert not unlike("egorov", "jegorov")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_compares(one: str, other: str) -> None:
    """Likeness is symmetric, between 0 and 1, and 1 for a word and itself, whatever the text."""
    for first in words(one):
        assert likeness(first, first) == 1.0
        assert isinstance(phonetic(first), str)
        assert skeleton(first)
        for second in words(other):
            assert 0.0 <= likeness(first, second) <= 1.0
            assert likeness(first, second) == likeness(second, first)


_words = st.text("achkoeuxyzst", min_size=1, max_size=12)


@given(_words, _words)
def test_what_is_passed_over_in_haste_is_not_alike(one: str, other: str) -> None:
    """Words are variants from `VARIANT` on, and those much alike share a skeleton."""
    assert are_variants(one, other) == (likeness(one, other) >= VARIANT)
    assert likeness(one, other) < 0.9 or skeletons(one) & skeletons(other)
