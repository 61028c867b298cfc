"""What an archive gives out: plain frozen rows, each one step from the characters it came from.

A row of a statement, event or tie is one *telling* of it, in one article. Dates of facts (`from_`,
`until`: what the text says) and of telling (`told`: when the article was published) are never
mixed. An id such as `5e1f0c2ab3d49786:s4` is the article's key and the id within its record.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record import (
    Certainty,
    Count,
    EntityKind,
    Manner,
    Place,
    Reality,
    Reason,
    SourceKind,
    Stance,
    Status,
    TimexType,
)
from dateline.span import Span

CorrectionKind = Literal["same", "differ", "rename", "kind", "wrong", "confirm"]
HitPart = Literal["title", "text", "comments"]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one page.

    Attributes:
        number: its number in this archive; foreign to every other archive.
        key: 16 hexadecimal digits of the SHA-256 of where it is from (its URL, else its path), a
            line end and its document's id: the same in every archive.
        version: 1 for the first reading of a page, then one more for each changed copy of it.
        current: no later version of the page is in the archive.
        added: ISO 8601 in UTC, when it was added.
        origin: number of the article that this one is a copy of; its own number if it is none.
    """

    number: int
    key: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    language: str | None
    version: int
    current: bool
    added: str
    origin: int


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, place or other thing, as one across articles.

    Attributes:
        number: its number in this archive, as of the last matching.
        id: the id of its first entity (`KEY:e3`); every id of an entity of it leads to it.
        name: the fullest or most frequent name, or the one that a user gave.
        aliases: the other names, most frequent first.
        articles: how many current articles name it.
    """

    number: int
    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    articles: int = 0
    place: Place | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of one article, and the actor that it was matched to."""

    id: str
    article: int
    actor: int
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    mentions: int
    place: Place | None = None


class Excerpt(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence or sentences around evidence: `span` in the article's text, and the words."""

    span: Span
    text: str


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article that has the words that were looked for, and the passage that has most of them.

    Attributes:
        article: its number.
        part: what has all of the words: the title, the text, or the readers' comments.
        span: where the passage stands in the article's text; `text` is what it says.
        marks: where words that were looked for stand in the passage, in the article's text; none
            where they are only in a title that the text has not.
    """

    article: int
    part: HitPart
    span: Span
    text: str
    marks: tuple[Span, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in one article.

    Attributes:
        speaker, addressee: numbers of actors, or `None`.
        source: the words that name the source; empty if none do.
        content: the words said.
        cue: the cue's words.
        about: numbers of the actors named in the content.
        within: id of the statement that it is nested in, or `None`.
        told: when the article was published, ISO 8601, or `None`.
        spans: where the content stands in the article's text.
    """

    id: str
    article: int
    speaker: int | None
    source: str
    source_kind: SourceKind
    cue: str
    content: str
    addressee: int | None
    about: tuple[int, ...]
    manner: Manner
    stance: Stance
    certainty: Certainty
    within: str | None
    told: str | None
    spans: tuple[Span, ...]
    rule: str


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of an event.

    Attributes:
        who, whom, where: numbers of actors.
        from_, until: when it happened, half open, at the precision given; `None` if not said.
        said_in: ids of the statements that it is told in, innermost first; empty in the article's
            own voice.
        account: number of the first telling of the same event: tellings of one account are one
            event.
        words: the trigger.
        victims: the people counted.
    """

    id: str
    article: int
    type: str
    mode: str | None
    who: tuple[int, ...]
    whom: tuple[int, ...]
    where: tuple[int, ...]
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    reality: Reality
    certainty: Certainty
    said_in: tuple[str, ...]
    told: str | None
    account: int
    words: str
    span: Span
    rule: str
    victims: tuple[Count, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a tie; `account` as in `Happening`."""

    id: str
    article: int
    subject: int
    type: str
    object: int
    role: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    status: Status | None
    reality: Reality
    certainty: Certainty
    said_in: tuple[str, ...]
    reasons: tuple[Reason, ...]
    told: str | None
    account: int
    evidence: tuple[Span, ...]
    rule: str


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time in one article, and the interval that it names."""

    id: str
    article: int
    type: TimexType
    value: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    span: Span


Row = Claim | Happening | Tie | Member | Moment
"""What an id within a record may lead to."""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a user said of the archive: a row of its own, never an overwritten value.

    Attributes:
        number: in order of making.
        kind: `same`, `differ` (two entities), `rename`, `kind` (one entity and a value), `wrong`,
            `confirm` (any one thing).
        of: id of what is corrected (`KEY:e3`, `KEY:s4`, `KEY:v1`, `KEY:r2`).
        other: the second entity of `same` and `differ`.
        value: the new name or kind.
        author, made: who and when (ISO 8601 in UTC).
        undone: when it was taken back, or `None`.
        lost: its page was read anew, and nothing there has the evidence of what it was of: it
            bears on nothing, unless a later reading has that again. Otherwise `of` and `other`
            are the ids of the last reading.
    """

    number: int
    kind: CorrectionKind
    of: str
    other: str | None = None
    value: str | None = None
    author: str
    made: str
    note: str | None = None
    undone: str | None = None
    lost: bool = False


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities that may be one actor: how likely, and why.

    Attributes:
        probability: 0 to 1.
        why: the reasons with their weight in log-odds, weightiest first: `("same surname", 1.4)`.
    """

    one: str
    other: str
    probability: float
    why: tuple[tuple[str, float], ...]
