"""Repeats: what was named once is found again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline import names
from dateline.record import Section
from dateline.span import Span
from dateline.syntax import Proposal
from dateline.text import grammar

Reads = Callable[[str], Any]


def _read(text: str, words: str, label: str) -> list[str]:
    """Return the names of the one entity proposed once."""
    whole = Span(0, len(text))
    start = text.index(words)
    proposal = Proposal(span=Span(start, start + len(words)), label=label)
    sections = (Section(kind="body", span=whole),)
    found = names.read(text, grammar.parse(text, [whole]), [proposal], sections)
    return [m.span.of(text) for m in found[0].mentions if m.form == "name"]


def test_one_proposal_finds_all() -> None:
    """A person proposed once is found by full name and surname wherever it stands."""
    text = "Tove Quillon won. Then Quillon wept. Nobody saw Tove Quillon again."
    assert _read(text, "Tove Quillon", "PERSON") == ["Tove Quillon", "Quillon", "Tove Quillon"]


def test_ordinary_word_is_no_repeat() -> None:
    """A name that is a word, too, is not found where it is written small."""
    text = "Pearl Hope won. We hope so, and hope is good."
    assert _read(text, "Pearl Hope", "PERSON") == ["Pearl Hope"]


def test_longer_name_swallows_shorter(cast: Reads) -> None:
    """Where a known longer name stands, its parts are not names by themselves."""
    found = cast(
        "Blue Tide in the Northern Isles, or BTNI, was founded in May. "
        "The group was renamed as Blue Tide in the Northern Isles."
    )
    assert found.said("BTNI", "name") == [
        "Blue Tide in the Northern Isles",
        "BTNI",
        "Blue Tide in the Northern Isles",
    ]
