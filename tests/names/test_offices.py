"""Offices: words of a title that a tagger takes for a part of a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.names.context import Context
from dateline.names.mentions import find
from dateline.span import Span
from dateline.syntax import Proposal

Parses = Callable[[str], Context]


@pytest.mark.parametrize(
    ("words", "title", "name"),
    [
        ("Harbour Board Communications", "Director", "Harbour Board"),
        ("Tidal University rowing", "coach", "Tidal University"),
        ("Harbour Board Public Information", "Officer", "Harbour Board"),
        ("Chamber of Commerce", "President", "Chamber of Commerce"),
    ],
)
def test_what_an_office_is_for_is_no_name(
    context: Parses, words: str, title: str, name: str
) -> None:
    """What stands between a body and a title belongs to the title."""
    text = f"Reporters met {words} {title} Anna Kern at the gate."
    proposal = Proposal(span=Span(14, 14 + len(words)), label="ORG")
    assert name in [one.shown for one in find(context(text), [proposal]) if one.votes]


def test_an_office_is_nobody(context: Parses) -> None:
    """A title that a tagger takes for a person is no name."""
    text = "Tidal Bank Chief Executive Officer Anna Kern spoke."
    start = text.index("Executive")
    proposal = Proposal(span=Span(start, start + len("Executive Officer")), label="PERSON")
    found = find(context(text), [proposal])
    assert "Executive Officer" not in [one.shown for one in found if one.votes]
