"""What the rules tried on a sentence and what came of it: filled only when someone asks.

A rule that is given no trace pays nothing for it: it asks `if trace` before it makes a note.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.span import Span
from dateline.syntax import Syntax

Outcome = Literal["found", "failed", "passed"]
"""`found` makes an event or a tie, `failed` is why there is none, `passed` is a step on the way."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a rule.

    Attributes:
        span: the words that it looked at.
        rule: the rule.
        outcome: what came of it.
        reason: in a few words, why.
    """

    span: Span
    rule: str
    outcome: Outcome
    reason: str


class Trace:
    """The notes of the rules, for the sentences that someone asks about.

    Attributes:
        asked: the characters that are asked about; a single one stands for its sentence.
        within: the sentences that hold any of them; `None` before they are looked for, and where
            there are none.
        notes: what was noted, in order.
    """

    def __init__(self, asked: Span) -> None:
        self.asked, self.within, self.notes = asked, None, list[Note]()

    within: Span | None

    def look(self, syntax: Syntax) -> None:
        """Find the sentences that are asked about."""
        spans = [s.span for s in syntax.sentences if s.span.overlaps(self.asked)]
        self.within = Span(spans[0].start, spans[-1].end) if spans else None

    def note(self, span: Span, rule: str, outcome: Outcome, reason: str) -> None:
        """Note a step, if it concerns the words that are asked about."""
        if self.within is not None and self.within.contains(span):
            self.notes.append(Note(span=span, rule=rule, outcome=outcome, reason=reason))
