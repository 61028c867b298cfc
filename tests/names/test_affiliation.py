"""Affiliation: what tells a body, a thing or a place from the person it is named after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.names import affiliation
from dateline.names.affiliation import Rule
from dateline.names.context import Context, Name

Parses = Callable[[str], Context]
Reads = Callable[[str], Any]


def _name(context: Context, words: str) -> Name:
    start = context.text.index(words)
    tokens = [t.index for t in context.syntax.tokens if start <= t.span.start < start + len(words)]
    return context.name(tokens[0], tokens[-1] + 1)


@pytest.mark.parametrize(
    ("rule", "text", "name", "kind"),
    [
        (affiliation.staffed, "We met Quillon chief executive Anna Kern.", "Quillon",
         "organisation"),
        (affiliation.staffed, "We met Quillon mayor Anna Kern.", "Quillon", "place"),
        (affiliation.staffed, "We met Quillon lawyer Anna Kern.", "Quillon", None),
        (affiliation.employing, "He was an analyst at Quillon.", "Quillon", "organisation"),
        (affiliation.employing, "She joined Quillon in May.", "Quillon", "organisation"),
        (affiliation.employing, "He works for Quillon now.", "Quillon", "organisation"),
        (affiliation.trading, "There Quillon shares fell again.", "Quillon", "organisation"),
        (affiliation.trading, "He sold his shares in Quillon.", "Quillon", "organisation"),
        (affiliation.versioned, "They bought the Quillon 400 there.", "Quillon", "product"),
        (affiliation.versioned, "It was an old version of Quillon.", "Quillon", "product"),
        (affiliation.versioned, "There were 400 in Quillon on 3 May.", "Quillon", None),
        (affiliation.sailing, "They slept aboard the Quillon.", "Quillon", "product"),
        (affiliation.echoed, "Quillon said it had lost.", "Quillon", "organisation"),
        (affiliation.echoed, "Quillon said she had lost.", "Quillon", "person"),
        (affiliation.which, "They left Quillon, which was closed.", "Quillon", "organisation"),
        (affiliation.authored, "It is a novel by Quillon.", "Quillon", "person"),
        (affiliation.moved, "They fled to Quillon.", "Quillon", "place"),
        (affiliation.printed, "He told Le Monde so.", "Le Monde", "organisation"),
    ],
)  # fmt: skip
def test_rule(context: Parses, rule: Rule, text: str, name: str, kind: str | None) -> None:
    """Each rule speaks for the kind that the words around a name tell, or says nothing."""
    parsed = context(text)
    kinds = [vote.kind for vote in rule(parsed, _name(parsed, name))]
    assert kind in kinds if kind else kinds in ([], ["organisation", "person"])


def test_an_article_speaks_against_a_person(context: Parses) -> None:
    """What has an article before it, and nothing behind it, is no person."""
    parsed = context("Later the Quillon was closed.")
    votes = list(affiliation.articled(parsed, _name(parsed, "Quillon")))
    assert [vote.weight < 0 for vote in votes if vote.kind == "person"] == [True]


def test_a_firm_is_not_its_founder(cast: Reads) -> None:
    """A firm and the person that it is named after stay two, each with its own mentions."""
    found = cast(
        "Holmberg, the Swedish maker of stoves, said it would close two plants. "
        "Shares in Holmberg fell.\n\nThe engineer Nils Holmberg founded the company in 1921. "
        "Holmberg chief executive Anna Kern resigned."
    )
    assert found("Holmberg").kind == "organisation"
    assert found("Nils Holmberg").kind == "person"
    assert len(found.said("Holmberg", "name")) == 3


def test_a_family_is_a_group(cast: Reads) -> None:
    """The plural of a surname names the family, and none of its members."""
    found = cast("Anna Kern left the house. Neighbours said the Kerns had been happy there.")
    assert found("Kerns").kind == "group"
    assert found.said("Anna Kern", "name") == ["Anna Kern"]
