"""One place in the text that tells of a tie, before it is dated and judged."""

from __future__ import annotations

import msgspec

from dateline.events.ties.lexicon import Edge
from dateline.record import Status
from dateline.span import Span


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between two entities, by one form of words.

    Attributes:
        subject, object: ids of entities, in the order of the vocabulary's ends.
        type: from the vocabulary.
        anchor: index of the verb or noun whose clause tells when and whether it holds.
        evidence: the words from one end of the tie to the other.
        role: the office or part, as the text names it.
        edge: the end of the interval that the deed is, if it is one; its time dates that end.
        status: by the words beside the role.
        doubtful: whether a word beside the role doubts it: "alleged".
        rule: the form of words.
    """

    subject: str
    type: str
    object: str
    anchor: int
    evidence: Span
    role: str | None = None
    edge: Edge = ""
    status: Status | None = None
    doubtful: bool = False
    rule: str
