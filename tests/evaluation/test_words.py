"""Words are what spans are compared by; a head word is what a source is known by."""

from __future__ import annotations

import pytest

from dateline.evaluation.words import heads, words
from dateline.span import Span


def whole(text: str) -> tuple[Span, ...]:
    """Return the span of all of a text."""
    return (Span(0, len(text)),)


def test_marks_are_no_words() -> None:
    """Quote marks and commas make no difference to the words of a span."""
    text = "“Yes,” he"
    assert [word.of(text) for word in words(text, [Span(0, 6)])] == ["Yes"]


def test_a_span_cuts_no_word() -> None:
    """A word belongs to a span as soon as it shares a character with it."""
    assert [word.of("harbour master") for word in words("harbour master", [Span(3, 9)])] == [
        "harbour",
        "master",
    ]


def test_marks_alone_stand_for_themselves() -> None:
    """A colon that is a cue is compared as a colon."""
    assert words("A: b", [Span(1, 2)]) == (Span(1, 2),)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a spokesman for the army", ["spokesman"]),
        ("the man who sold it", ["man"]),
        ("Okoro, a Ghanaian expert on coins", ["Okoro", "expert"]),
        ("Nadia Verhulst, who led the work", ["Verhulst"]),
        ("the company's chairman", ["chairman"]),
        ("the Union's", ["Union"]),
        ("who", ["who"]),
    ],
)
def test_finds_the_heads(source: str, found: list[str]) -> None:
    """Each name of a source has its head; what is said of it beyond has none."""
    assert [head.of(source) for head in heads(source, whole(source))] == found
