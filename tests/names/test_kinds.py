"""Kinds: how what speaks for each is added up."""

from __future__ import annotations

from collections.abc import Callable

from dateline.names import evidence, kinds
from dateline.names.context import Context, Vote

Parses = Callable[[str], Context]


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
    total = kinds.tally((name, evidence.evidence(parsed, name)) for name in names)
    assert total["person"] >= 2.0
    assert total["organisation"] < 4.0


def test_nothing_speaks() -> None:
    """Without any evidence the kind is other, with no weight."""
    assert kinds.decide({}) == ("other", 0.0)
