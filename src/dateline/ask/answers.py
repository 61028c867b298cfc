"""What the views of an archive answer: plain frozen objects, each with the way to its sentence.

Every row names what it is taken from by ids such as `5e1f0c2ab3d49786:s4`, which `show` opens.
Dates of facts (`from`, `until`, `earliest`, `latest`) and of telling (`told`) are never mixed, and
doubt is part of the answer: who says so, how certain, what else is said. All intervals are half
open.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.ask.table import Answer, Named
from dateline.record import (
    Bound,
    Certainty,
    End,
    EntityKind,
    Manner,
    Place,
    Reality,
    SourceKind,
    Stance,
    Status,
)
from dateline.span import Span

Held = Literal["certainly", "possibly"]
Sign = Literal[-1, 0, 1]
Layer = Literal["statement", "event", "tie", "entity", "time", "text"]


class Party(Named, frozen=True, kw_only=True):
    """An actor, as a row names it."""

    kind: EntityKind
    place: Place | None = None


class Head(Answer, frozen=True, kw_only=True):
    """Which article.

    Attributes:
        told: when it was published, ISO 8601, or `None`.
        origin: key of the article that it is a copy of; its own if it is none.
    """

    key: str
    outlet: str | None
    title: str | None
    url: str | None
    path: str
    told: str | None
    origin: str


class Voice(Answer, frozen=True, kw_only=True):
    """One whose word it is.

    Attributes:
        id: of the statement.
        party: the speaker, or `None` where nobody is named.
        words: the words that name the source; empty if none do.
    """

    id: str
    party: Party | None
    words: str
    kind: SourceKind
    stance: Stance
    certainty: Certainty


class Why(Answer, frozen=True, kw_only=True):
    """Why a tie is held to begin or end when it does.

    Attributes:
        id: of the time or event that says so, or `None`.
        words: the value of that time, or the words of that event; empty if there is none.
    """

    end: End
    bound: Bound
    id: str | None
    words: str
    rule: str

    def __str__(self) -> str:
        """Return a line such as `until: at 2010-01 (resigned)`."""
        return f"{self.end}: {self.bound} {self.words}".rstrip() + f" ({self.rule})"


class Telling(Answer, frozen=True, kw_only=True):
    """One article's account of an event, a tie or a claim.

    Attributes:
        id: of the event, tie or statement.
        voices: whose word it is, innermost first; empty in the article's own voice.
        reality: `denied` too where a statement is a denial.
        from_, until: when the fact was, by this telling, at the precision given.
        words: an event's trigger, a tie's role, a claim's content.
        quote: the sentence.
        span: where the evidence stands in the article's text.
        why: why a tie begins and ends when it does.
    """

    id: str
    article: Head
    voices: tuple[Voice, ...]
    reality: Reality
    certainty: Certainty
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    status: Status | None = None
    words: str
    quote: str
    span: Span
    why: tuple[Why, ...] = ()
    rule: str


class Said(Answer, frozen=True, kw_only=True):
    """One statement; `span` goes from the first to the last character of its content."""

    id: str
    speaker: Party | None
    source: str
    source_kind: SourceKind
    cue: str
    content: str
    stance: Stance
    certainty: Certainty
    manner: Manner
    addressee: Party | None
    about: tuple[Party, ...]
    within: str | None
    article: Head
    span: Span
    rule: str


class Account(Answer, frozen=True, kw_only=True):
    """What several tell of one event or tie.

    Attributes:
        id: of the first telling.
        account: its number in this archive.
        from_, until: the narrowest interval that all tellings with a date allow; `None` where none
            has that end, or where they contradict each other.
        earliest, latest: the widest: no telling places it outside; `None` where an end is open.
        agreed: no two tellings contradict each other on when.
        realities: what the tellings take it for, most frequent first.
        certainty: that of the surest telling.
        sources: how many independent ones tell of it: speakers, and articles in their own voice,
            copies of one report taken as one.
        reports: how many articles tell of it, copies of one report taken as one.
        told_first, told_last: when it was told, ISO 8601.
    """

    id: str
    account: int
    type: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    earliest: str | None = None
    latest: str | None = None
    agreed: bool = True
    realities: tuple[Reality, ...]
    certainty: Certainty
    sources: int
    reports: int
    told_first: str | None
    told_last: str | None


class EventAccount(Account, frozen=True, kw_only=True):
    """An event as it is told."""

    mode: str | None
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    where: tuple[Party, ...]
    words: str
    tellings: tuple[Telling, ...]


class TieAccount(Account, frozen=True, kw_only=True):
    """A tie as it is told.

    Attributes:
        label: the type in words, from subject to object.
        role: the office, as most tellings name it.
        sign: 1 where it joins the two, -1 where it sets them against each other.
        status: as the latest telling has it that has one.
        held: on the date that was asked about; `None` if none was.
    """

    subject: Party
    label: str
    object: Party
    role: str | None
    sign: Sign
    status: Status | None
    held: Held | None = None
    tellings: tuple[Telling, ...]
