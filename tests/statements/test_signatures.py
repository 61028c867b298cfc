"""Quotations with a dash and a name after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The river has never been so high in June.” — Anna Marsh\n", "Anna Marsh"),
        ('"The river has never been so high." - Anna Marsh, Dovrin.\n', "Anna Marsh, Dovrin"),
        ("“The river has never been so high.”\n\n― Mayor Anna Marsh", "Mayor Anna Marsh"),
        ("“It has never been so high.” — Hill's son, Carl Marsh", "Hill's son, Carl Marsh"),
    ],
)
def test_a_signature_tells_whose_words_they_are(told: Reads, text: str, source: str) -> None:
    """A dash and a name after a quotation that stands alone are cue and source."""
    ((who, _, what),) = told(text).rows()
    assert who == source
    assert text.startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "“A river town” - Dovrin has been called so since the war ended.\n",
        "The village is called “the end of the known world” — Dovrin\n",
        "“The river has never been so high” — and it rose.\n",
    ],
)
def test_a_dash_alone_is_no_signature(told: Reads, text: str) -> None:
    """What goes on as a sentence, or follows a quotation within one, signs nothing."""
    assert not [one for one in told(text).found if one.rule == "signature"]


def test_each_quotation_of_a_list_has_its_own_signature(told: Reads) -> None:
    """Several signed quotations in a row do not run into each other."""
    text = (
        "“The river has never been so high.” ― Anna Marsh\n"
        "“We carried the beds upstairs at night.” ― Carl Hill\n"
    )
    assert [row[0] for row in told(text).rows()] == ["Anna Marsh", "Carl Hill"]


def test_whose_son_he_is_does_not_sign(told: Reads) -> None:
    """Of two names that sign, the one that tells whose the other is does not speak."""
    text = "“The river was never so high.” — Hill's son, Carl Marsh\n\nDan Hill sold the mill."
    found = told(text, cast=True)
    assert found.name(found.one().source.entity) == "Carl Marsh"
