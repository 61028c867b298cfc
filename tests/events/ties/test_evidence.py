"""What words a tie is told by: they hold the names of its ends, where the sentence has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

CAST = {"Jane Roe": "person", "Acme": "organisation"}


def test_the_words_hold_the_name_that_a_relative_clause_is_said_of(
    ties: Callable[..., Any],
) -> None:
    """A relative pronoun does not stand alone: the evidence begins with whom it stands for."""
    found = ties("Jane Roe, 44, who chairs Acme, resigned.", CAST)
    (span,) = found.one("Jane Roe leads Acme").evidence
    assert span.of(found.text) == "Jane Roe, 44, who chairs Acme"


def test_words_that_hold_both_names_stay_as_they_are(ties: Callable[..., Any]) -> None:
    """Nothing is added to a telling that names both of its ends."""
    found = ties("Once more Jane Roe leads Acme, said Acme.", CAST)
    (span,) = found.one("Jane Roe leads Acme").evidence
    assert span.of(found.text) == "Jane Roe leads Acme"
