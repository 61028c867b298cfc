"""Evidence: what speaks for which kind, one rule at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.names import evidence
from dateline.names.context import Context, Name
from dateline.names.evidence import Rule

Parses = Callable[[str], Context]


def _name(context: Context, words: str) -> Name:
    start = context.text.index(words)
    tokens = [t.index for t in context.syntax.tokens if start <= t.span.start < start + len(words)]
    return context.name(tokens[0], tokens[-1] + 1)


@pytest.mark.parametrize(
    ("rule", "text", "name", "kind"),
    [
        (evidence.titled, "Then Senator Quillon left.", "Quillon", "person"),
        (evidence.worded, "The Quillon Foundation paid.", "Quillon Foundation", "organisation"),
        (evidence.worded, "They swam in Lake Quillon.", "Lake Quillon", "place"),
        (evidence.worded, "They closed Quillon Bridge.", "Quillon Bridge", "facility"),
        (evidence.worded, "He studied at the University of Quillon.", "University of Quillon",
         "organisation"),
        (evidence.given, "There was Martha Quillon.", "Martha Quillon", "person"),
        (evidence.listed, "We left Nairobi.", "Nairobi", "place"),
        (evidence.peopled, "Some Peruvians came.", "Peruvians", "group"),
        (evidence.shortened, "We asked QLN about it.", "QLN", "organisation"),
        (evidence.placed, "They live in Quillon now.", "Quillon", "place"),
        (evidence.joined, "They live in Oslo, Bergen and Quillon now.", "Quillon", "place"),
        (evidence.placed, "He is from Quillon, Peru.", "Quillon", "place"),
        (evidence.described, "Its leader, Quillon, left.", "Quillon", "person"),
        (evidence.described, "Quillon is a small town.", "Quillon", "place"),
        (evidence.described, "Quillon, a Swiss company, closed.", "Quillon", "organisation"),
        (evidence.acting, "Quillon married young.", "Quillon", "person"),
        (evidence.related, "I met Quillon, who sang.", "Quillon", "person"),
        (evidence.related, "I met Quillon, 44, there.", "Quillon", "person"),
        (evidence.termed, 'They built a unit called "Quillon" there.', "Quillon", "organisation"),
        (evidence.modifying, "They searched the Quillon compound.", "Quillon", "place"),
        (evidence.modifying, "It was after the Quillon bombing.", "Quillon", "place"),
        (evidence.owning, "I met Quillon's Anna Kern there.", "Quillon", "organisation"),
        (evidence.led, "I met the leader of Quillon there.", "Quillon", "organisation"),
        (evidence.scored, "There Quillon 2-1 Oslo was the score.", "Quillon", "organisation"),
        (evidence.worded, "It was in Quillonews today.", "Quillonews", "organisation"),
        (evidence.peopled, "It was about Islam again.", "Islam", "other"),
        (evidence.described, "They boarded the ferry Quillon there.", "Quillon", "product"),
        (evidence.abbreviated, "The Quillon Harbour Line (QHL) won.", "Quillon Harbour Line",
         "organisation"),
    ],
)  # fmt: skip
def test_rule(context: Parses, rule: Rule, text: str, name: str, kind: str) -> None:
    """Each rule speaks for the kind that its words tell."""
    parsed = context(text)
    assert kind in [vote.kind for vote in rule(parsed, _name(parsed, name))]


@pytest.mark.parametrize("rule", evidence.RULES)
def test_rule_is_silent_without_its_words(context: Parses, rule: Rule) -> None:
    """No rule speaks where nothing tells."""
    parsed = context("It was about Quintabulon again.")
    assert list(rule(parsed, _name(parsed, "Quintabulon"))) == []


def test_a_row_that_hangs_on_nothing(cast: Callable[[str], object]) -> None:
    """A row whose head is white space is read to its end."""
    assert cast("for a \n\n or Hurricane he \n\n for  Mr. In -y") is not None


def test_the_daily_is_a_body(cast: Callable[[str], Any]) -> None:
    """A paper's noun before a name tells what it is, though it may be read as an adjective."""
    found = cast("Kern told the daily El Quillo on Tuesday that it was late.")
    assert found("El Quillo").kind == "organisation"
