"""What happened and what holds: events and relations, each with its evidence."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record.statements import Certainty
from dateline.span import Span

Reality = Literal[
    "actual", "planned", "attempted", "failed", "threatened", "hypothetical", "denied"
]
Toll = Literal["killed", "wounded", "missing", "captured", "arrested", "displaced", "affected"]
Status = Literal["current", "former", "future"]
End = Literal["from", "until"]
Bound = Literal["at", "by", "after", "about"]


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many people an event befell, in the words that say so.

    Attributes:
        span: the words that count: "at least 17 passengers".
        what: what befell them.
        least, most: the number; `None` for an end that is not said ("at least 17", "dozens").
    """

    span: Span
    what: Toll
    least: int | None = None
    most: int | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, where and when.

    Attributes:
        type: from the vocabulary.
        trigger: the words that tell of it, where it is told most fully.
        who, whom, where: ids of entities.
        when: id of a time, or `None`.
        reality: whether it took place, in the eyes of who tells of it; `denied` where it is said
            not to have.
        said_in: ids of the statements whose content it lies in, innermost first; empty in the
            article's own voice.
        mode: the vocabulary's finer kind (`bombing`), or `None`.
        instrument: what it was done with.
        victims: the people counted.
        evidence: the triggers of every telling, in order, `trigger` among them.
        certainty: how sure its teller is; `certainty_words` are the words that say so.
    """

    id: str
    type: str
    trigger: Span
    who: tuple[str, ...]
    whom: tuple[str, ...]
    where: tuple[str, ...]
    when: str | None
    reality: Reality
    said_in: tuple[str, ...]
    rule: str
    mode: str | None = None
    instrument: tuple[Span, ...] = ()
    victims: tuple[Count, ...] = ()
    evidence: tuple[Span, ...] = ()
    certainty: Certainty = "certain"
    certainty_words: tuple[Span, ...] = ()


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a tie is held to begin or end when it does.

    Attributes:
        end: the end of the interval that is meant.
        bound: the end lies `at` the time, at the latest `by` it, not before (`after`) it, or
            `about` it.
        time: id of the time that dates it, or `None`.
        event: id of the event that opens or closes the tie (a dismissal), or `None`.
        rule: what concluded it.
    """

    end: End
    bound: Bound
    time: str | None = None
    event: str | None = None
    rule: str


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between two entities, and for how long.

    Attributes:
        subject, object: ids of entities, in the order of the vocabulary's ends.
        type: from the vocabulary.
        role: the office or part, as the text names it: "emir"; `None` if it names none.
        from_, until: when it began and when it ended, at the precision told: `2012-09` says that
            it ended in that month; `None` if open or not said.
        evidence: the words that tell of it, one span for each telling.
        said_in: ids of the statements whose content it lies in, innermost first; empty in the
            article's own voice.
        status: whether it held when the article was written; `None` if the words do not tell.
        reasons: why the interval's ends are what they are.
        certainty: how sure its teller is; `certainty_words` are the words that say so.
    """

    id: str
    subject: str
    type: str
    object: str
    role: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    evidence: tuple[Span, ...]
    reality: Reality
    said_in: tuple[str, ...]
    rule: str
    status: Status | None = None
    reasons: tuple[Reason, ...] = ()
    certainty: Certainty = "certain"
    certainty_words: tuple[Span, ...] = ()
