"""Sections that leave no character out and hold none twice."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from dateline.record import SectionKind
from dateline.span import Span
from dateline.text.article.partition import SINGLE, partition

KINDS: list[SectionKind] = list(get_args(SectionKind))
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


def test_neighbours_of_one_kind() -> None:
    """Neighbours of one kind are one section, but each related link is one of its own."""
    text = "ab\ncd\nef\ngh"
    marks: list[tuple[Span, SectionKind]] = [
        (Span(0, 2), "body"),
        (Span(3, 5), "body"),
        (Span(6, 8), "related"),
        (Span(9, 11), "related"),
    ]
    sections = partition(text, marks)
    assert [(s.kind, s.span.of(text)) for s in sections] == [
        ("body", "ab\ncd\n"),
        ("related", "ef\n"),
        ("related", "gh"),
    ]


def test_uncovered_text() -> None:
    """What no mark covers is other; the earlier of two marks that overlap has what they share."""
    sections = partition("abcdef", [(Span(3, 5), "body"), (Span(1, 4), "headline")])
    assert [(s.kind, s.span) for s in sections] == [
        ("other", Span(0, 1)),
        ("headline", Span(1, 4)),
        ("body", Span(4, 5)),
        ("other", Span(5, 6)),
    ]


@given(st.text("ab \n", max_size=40), st.lists(st.tuples(SPANS, st.sampled_from(KINDS))))
def test_partition(text: str, marks: list[tuple[Span, SectionKind]]) -> None:
    """Whatever the marks, the sections cover the text in order, none empty, none twice."""
    sections = partition(text, marks)
    assert "".join(section.span.of(text) for section in sections) == text
    assert all(section.span.start < section.span.end for section in sections)
    kinds = [section.kind for section in sections]
    assert all(a != b or a in SINGLE for a, b in pairwise(kinds))
