"""Kinds: what speaks for which, one rule at a time, and how it adds up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.names import kinds
from dateline.names.context import Context, Name, Vote
from dateline.names.kinds import Rule

Parses = Callable[[str], Context]


def _name(context: Context, words: str) -> Name:
    start = context.text.index(words)
    tokens = [t.index for t in context.syntax.tokens if start <= t.span.start < start + len(words)]
    return context.name(tokens[0], tokens[-1] + 1)


@pytest.mark.parametrize(
    ("rule", "text", "name", "kind"),
    [
        (kinds.titled, "Then Senator Quillon left.", "Quillon", "person"),
        (kinds.worded, "The Quillon Foundation paid.", "Quillon Foundation", "organisation"),
        (kinds.worded, "They swam in Lake Quillon.", "Lake Quillon", "place"),
        (kinds.worded, "They closed Quillon Bridge.", "Quillon Bridge", "facility"),
        (kinds.worded, "He studied at the University of Quillon.", "University of Quillon",
         "organisation"),
        (kinds.given, "There was Martha Quillon.", "Martha Quillon", "person"),
        (kinds.listed, "We left Nairobi.", "Nairobi", "place"),
        (kinds.peopled, "Some Peruvians came.", "Peruvians", "group"),
        (kinds.shortened, "We asked QLN about it.", "QLN", "organisation"),
        (kinds.placed, "They live in Quillon now.", "Quillon", "place"),
        (kinds.joined, "They live in Oslo, Bergen and Quillon now.", "Quillon", "place"),
        (kinds.placed, "He is from Quillon, Peru.", "Quillon", "place"),
        (kinds.described, "Its leader, Quillon, left.", "Quillon", "person"),
        (kinds.described, "Quillon is a small town.", "Quillon", "place"),
        (kinds.described, "Quillon, a Swiss company, closed.", "Quillon", "organisation"),
        (kinds.acting, "Quillon married young.", "Quillon", "person"),
        (kinds.related, "I met Quillon, who sang.", "Quillon", "person"),
        (kinds.related, "I met Quillon, 44, there.", "Quillon", "person"),
        (kinds.termed, 'They built a unit called "Quillon" there.', "Quillon", "organisation"),
        (kinds.modifying, "They searched the Quillon compound.", "Quillon", "place"),
        (kinds.modifying, "It was after the Quillon bombing.", "Quillon", "place"),
        (kinds.owning, "I met Quillon's Anna Kern there.", "Quillon", "organisation"),
        (kinds.led, "I met the leader of Quillon there.", "Quillon", "organisation"),
        (kinds.scored, "There Quillon 2-1 Oslo was the score.", "Quillon", "organisation"),
        (kinds.worded, "It was in Quillonews today.", "Quillonews", "organisation"),
        (kinds.peopled, "It was about Islam again.", "Islam", "other"),
        (kinds.described, "They boarded the ferry Quillon there.", "Quillon", "product"),
        (kinds.abbreviated, "The Quillon Harbour Line (QHL) won.", "Quillon Harbour Line",
         "organisation"),
    ],
)  # fmt: skip
def test_rule(context: Parses, rule: Rule, text: str, name: str, kind: str) -> None:
    """Each rule speaks for the kind that its words tell."""
    parsed = context(text)
    assert kind in [vote.kind for vote in rule(parsed, _name(parsed, name))]


@pytest.mark.parametrize("rule", kinds.RULES)
def test_rule_is_silent_without_its_words(context: Parses, rule: Rule) -> None:
    """No rule speaks where nothing tells."""
    parsed = context("It was about Quintabulon again.")
    assert list(rule(parsed, _name(parsed, "Quintabulon"))) == []


def test_apposition_outweighs_a_tagger(context: Parses) -> None:
    """A tagger that is wrong many times does not outweigh what the article says."""
    wrong = (Vote("organisation", 1.0, "tagger"),)
    text = "Its emir, Quillon, left. " + "Quillon was there. " * 20
    parsed = context(text)
    names = [
        parsed.name(t.index, t.index + 1, wrong)
        for t in parsed.syntax.tokens
        if t.text == "Quillon"
    ]
    total = kinds.tally((name, kinds.evidence(parsed, name)) for name in names)
    assert total["person"] >= 2.0
    assert total["organisation"] < 4.0


def test_nothing_speaks() -> None:
    """Without any evidence the kind is other, with no weight."""
    assert kinds.decide({}) == ("other", 0.0)
