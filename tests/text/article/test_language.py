"""The language of a text, by what is declared and what its words look like."""

from __future__ import annotations

import pytest

from dateline.text.article import language

ENGLISH = "The harbour was closed on Monday, and the pilots went home without their pay. " * 5
GERMAN = "Der Hafen blieb am Montag geschlossen, und die Lotsen gingen ohne Lohn nach Hause. " * 5


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (ENGLISH, None, "en"),
        (GERMAN, None, "de"),
        (GERMAN, "de-DE", "de"),
        (GERMAN, "en-US", "de"),
        (ENGLISH, "nonsense", "en"),
        ("Hafen zu", "de", "de"),
        ("Hafen zu", "de_AT", "de"),
        ("Hafen zu", None, None),
        ("", None, None),
        ("123 456 " * 100, None, None),
        ("123 456 " * 100, "fr", "fr"),
    ],
)
def test_language(text: str, declared: str | None, expected: str | None) -> None:
    """The words decide where they speak clearly, else what is declared; too few tell nothing."""
    assert language.of(text, declared) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Kowloon RADIO TELEVISYEN in Portuguese 1700 GMT 4 Feb 93 and MARIUPOL Gazeta p 12",
        "Mrs. Okonjima-Sato is from Hitoyoshi in Aso, in the south of Kyushu in Japan.",
    ],
)
def test_a_line_of_names_is_not_taken_for_a_language(words: str) -> None:
    """A short text of which nobody can be half sure has no language, or English, not a rare one."""
    assert language.of(words) in {None, "en"}
