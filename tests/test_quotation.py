"""Quotation marks: pairing, nesting, paragraphs, and marks that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import quotation
from dateline.span import Span, lines


def found(text: str) -> list[tuple[str, int]]:
    """Return the words and the depth of each quotation; each line is a paragraph."""
    return [(one.inner.of(text), one.depth) for one in quotation.find(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"It rains," she said. "It pours."', [("It rains,", 0), ("It pours.", 0)]),
        ("“It rains,” she said.", [("It rains,", 0)]),
        ("„Es regnet“ and «il pleut»", [("Es regnet", 0), ("il pleut", 0)]),
        ("«Il pleut», she said.", [("Il pleut", 0)]),
        ("''It rains,'' she said.", [("It rains,", 0)]),
        ("``It rains,'' she said.", [("It rains,", 0)]),
        (
            '"The word "peace," he said, is old," she wrote.',
            [
                ('The word "peace," he said, is old,', 0),
                ("peace,", 1),
            ],
        ),
        (
            "“He told me ‘I will go home now’ and left.”",
            [
                ("He told me ‘I will go home now’ and left.", 0),
                ("I will go home now", 1),
            ],
        ),
        ("The boys' books and the girls' pens", []),
        ("It's the players' choice, isn't it", []),
        ("He called it a 'scam' again", []),
        ("'We will not go there,' he said", [("We will not go there,", 0)]),
        ('a 6" pipe and an 8" pipe', []),
    ],
)
def test_marks_are_paired(text: str, words: list[tuple[str, int]]) -> None:
    """All styles of marks pair; apostrophes, terms and inches are no quotations."""
    assert found(text) == words


def test_an_open_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph's quotation left open is taken up by the mark that opens the next one."""
    text = "“It rains.\n“And it pours,” she said."
    first, second = quotation.find(text, lines(text))
    assert (first.closed, first.goes_on) == (False, False)
    assert (second.closed, second.goes_on) == (True, True)
    assert first.inner.of(text) == "It rains."


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`", max_size=80))
def test_quotations_stay_in_their_paragraphs(text: str) -> None:
    """No quotation leaves its paragraph, crosses another of its depth, or loses its words."""
    paragraphs = list(lines(text))
    out = quotation.find(text, paragraphs)
    for one in out:
        assert one.span.contains(one.inner)
        assert any(paragraph.contains(one.span) for paragraph in paragraphs)
    outer = [one.span for one in out if one.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


def test_an_unclosed_mark_spoils_its_paragraph_alone() -> None:
    """A mark without a partner leaves the quotations of other paragraphs as they are."""
    text = 'He said "no one knows.\nShe said "it rains" again.'
    out = quotation.find(text, [Span(0, 22), Span(23, len(text))])
    assert [(one.inner.of(text), one.closed) for one in out] == [
        ("no one knows.", False),
        ("it rains", True),
    ]
