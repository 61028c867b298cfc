"""What the views of an archive answer: plain frozen objects, each with the way to its sentence.

Every row names what it is taken from by ids such as `5e1f0c2ab3d49786:s4`, which `show` opens.
Dates of facts (`from`, `until`, `earliest`, `latest`) and of telling (`told`) are never mixed, and
doubt is part of the answer: who says so, how certain, what else is said. All intervals are half
open.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.ask.table import Answer, Named, Table
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
from dateline.store.rows import Correction, Excerpt

Held = Literal["certainly", "possibly"]
Sign = Literal[-1, 0, 1]
Layer = Literal["statement", "event", "tie", "entity", "time"]
DisputeKind = Literal["denied", "holder", "number", "date", "place"]
Outcome = Literal["borne out", "contradicted", "open", "no word of it"]


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


class Spelling(Answer, frozen=True, kw_only=True):
    """A name that an actor goes by, and in how many articles."""

    name: str
    articles: int


class Namesake(Answer, frozen=True, kw_only=True):
    """Another actor of the same name, and what tells it apart, in words."""

    party: Party
    articles: int
    apart: tuple[str, ...]


class Coverage(Answer, frozen=True, kw_only=True):
    """An outlet, and how many of its articles name an actor."""

    outlet: str | None
    articles: int


class Dossier(Answer, frozen=True, kw_only=True):
    """All of an actor.

    Attributes:
        apart: what tells it apart from its namesakes, in words.
        alike: other actors that the name may mean.
        roles: offices and memberships, in order of time; `ties`: all others.
        said, about: statements by the actor and about it.
        cut: the parts that have more rows than were asked for.
    """

    actor: Party
    articles: int
    apart: tuple[str, ...]
    alike: Table[Namesake]
    spellings: Table[Spelling]
    roles: Table[TieAccount]
    ties: Table[TieAccount]
    events: Table[EventAccount]
    said: Table[Said]
    about: Table[Said]
    outlets: Table[Coverage]
    reports: Table[Head]
    cut: tuple[str, ...]


class Timeline(Answer, frozen=True, kw_only=True):
    """Events in order of time; those of no known date apart, in order of telling."""

    dated: Table[EventAccount]
    undated: Table[EventAccount]
    cut: bool


class Node(Answer, frozen=True, kw_only=True):
    """An actor in a network; `hops` counts from the actor asked about, `None` if none was."""

    party: Party
    hops: int | None
    degree: int


class Network(Answer, frozen=True, kw_only=True):
    """The ties that held at a time, and who they join.

    Attributes:
        from_, until: the time asked about; both `None` for all times.
        cut: whether there are more ties than were asked for.
    """

    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    nodes: Table[Node]
    edges: Table[TieAccount]
    cut: bool


class Side(Answer, frozen=True, kw_only=True):
    """One side of a dispute: what it says, and who says it."""

    says: str
    tellings: tuple[Telling, ...]

    def __str__(self) -> str:
        """Return what it says and by which tellings."""
        return f"{self.says} [{', '.join(one.id for one in self.tellings)}]"


class Dispute(Answer, frozen=True, kw_only=True):
    """What is told in two ways of which only one can be so.

    Attributes:
        id: of the first telling of the first side.
        kind: `denied`: asserted and denied; `holder`: two hold what one can hold at a time;
            `number`, `date`, `place`: of one event.
        matter: what is in dispute, in words.
        about: the actors.
        why: why the sides are held to speak of one thing.
    """

    id: str
    kind: DisputeKind
    matter: str
    about: tuple[Party, ...]
    sides: tuple[Side, ...]
    why: str


class Share(Answer, frozen=True, kw_only=True):
    """How much rests on a source.

    Attributes:
        source: the speaker, `None` where nobody is named.
        name: the speaker's name, or what kind of source it is.
        claims: how many statements, those of copies counted once.
        reports: in how many reports.
        share: of all statements, 0 to 1.
    """

    source: Party | None
    name: str
    kind: SourceKind
    claims: int
    reports: int
    share: float


class Lone(Answer, frozen=True, kw_only=True):
    """What rests on one source, or on unnamed ones only.

    Attributes:
        layer: what it is.
        matter: what is told, in words.
        source: the one source, in words.
        copies: how many articles repeat the report.
    """

    id: str
    layer: Layer
    matter: str
    source: str
    unnamed: bool
    copies: int
    tellings: tuple[Telling, ...]


class Sources(Answer, frozen=True, kw_only=True):
    """Who the coverage rests on."""

    articles: int
    reports: int
    claims: int
    shares: Table[Share]
    single: Table[Lone]
    unnamed: Table[Lone]


class Bearing(Answer, frozen=True, kw_only=True):
    """What was told later and bears on a forecast: for it, against it, or on its matter; and why."""

    telling: Telling
    why: str
    bears: Literal["for", "against", "on"]

    def __str__(self) -> str:
        """Return the telling and why it bears on the forecast."""
        return f"{self.telling.id} ({self.why})"


class Forecast(Answer, frozen=True, kw_only=True):
    """A promise, a threat or a forecast, and what became of it.

    Attributes:
        from_, until: the time that it is said of; both `None` if none is.
        horizon: that time's words.
        because: why the outcome is what it is, in words.
    """

    id: str
    said: Said
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    horizon: str | None = None
    later: tuple[Bearing, ...]
    outcome: Outcome
    because: str


class Mark(Answer, frozen=True, kw_only=True):
    """Something in a sentence, where it stands in the article's text, and the rule that made it."""

    span: Span
    layer: Layer
    id: str
    label: str
    rule: str | None


class Shown(Answer, frozen=True, kw_only=True):
    """A thing in its sentence.

    Attributes:
        evidence: what it itself is read from.
        excerpt: the sentence or sentences, and where they stand.
        marks: everything in them, in the order of the text.
        around: the statements of the paragraph.
        corrections: what users said of it.
    """

    id: str
    layer: Layer
    label: str
    rule: str | None
    article: Head
    evidence: tuple[Span, ...]
    excerpt: Excerpt
    marks: tuple[Mark, ...]
    around: Table[Said]
    corrections: tuple[Correction, ...]
