"""What is compared: an article's text, its statements, events and ties, as people annotate them."""

from __future__ import annotations

import msgspec

from dateline.record import (
    Certainty,
    EntityKind,
    Manner,
    Reality,
    SourceKind,
    Stance,
    Status,
)
from dateline.span import Span

Spans = tuple[Span, ...]
Names = tuple[str, ...]
"""Names of the cast of which any will do: one thing that the text may be read as two of."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One statement, as an annotator marks it and as a record is reduced to it.

    Attributes:
        id: unique in the article.
        source: the words for who says so; empty if nobody is named.
        cue: the words that attribute; may be empty.
        content: what is said, in order and apart; never empty.
        addressee: who is told. In the gold the words beside the cue; in a record's reduction every
            mention of the entity that is addressed. Empty if nobody is addressed.
        kind: of the source.
        within: id of the statement that this one is nested in, or `None`.
    """

    id: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans
    addressee: Spans = ()
    kind: SourceKind
    manner: Manner
    stance: Stance
    certainty: Certainty
    within: str | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that an article's events and ties are about.

    Attributes:
        name: the fullest that the article has; for a `group`, which bears no name, words for it.
        aliases: the other names of it in the article.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One event, as an annotator marks it and as a record is reduced to it.

    Attributes:
        id: unique in the article.
        types: of the vocabulary; several in the gold where each will do.
        mode: the finer kind, or `None`.
        triggers: the words that tell of it, one span for each telling; never empty.
        who, whom, where: those who took part, each by all names of the cast that will do; in a
            record's reduction by all that its entity bears, none if it is not of the cast.
        when: ISO 8601, at the precision of the text, of which any will do; empty if not told.
        said_in: id of the innermost statement that it is told in, or `None`.
        optional: neither missed nor wrong.
    """

    id: str
    types: tuple[str, ...]
    mode: str | None = None
    triggers: Spans
    who: tuple[Names, ...] = ()
    whom: tuple[Names, ...] = ()
    where: tuple[Names, ...] = ()
    when: tuple[str, ...] = ()
    reality: Reality = "actual"
    said_in: str | None = None
    optional: bool = False


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """One tie, as an annotator marks it and as a record is reduced to it.

    Attributes:
        types: of the vocabulary, `~` before one that says the same with its ends swapped; several
            in the gold where each will do.
        subject, object: by all names of the cast that will do.
        role: the office or part as the text names it, or `None`.
        from_, until: ISO 8601, the ends as the text names them; `None` where it does not.
        status: whether it held when the article was written, or `None`.
        evidence: the words that tell of it; never empty.
        said_in, optional: as in `Occurrence`.
    """

    id: str
    types: tuple[str, ...]
    subject: Names
    object: Names
    role: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    status: Status | None = None
    reality: Reality = "actual"
    evidence: Spans
    said_in: str | None = None
    optional: bool = False


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated article; as JSON it is also a row of a table that `dateline read` reads.

    Attributes:
        id: the name of the article's file.
        published: ISO 8601.
        genre: what sort of text it is, in a word or two.
        text: the body; all offsets count in it.
        statements: in the order of their numbers.
        cast: whom its events and ties are about; empty where those are not annotated.
        events, ties: in the order in which they are written down.
    """

    id: str
    title: str
    published: str
    genre: str
    text: str
    statements: tuple[Attribution, ...] = ()
    cast: tuple[Member, ...] = ()
    events: tuple[Occurrence, ...] = ()
    ties: tuple[Tie, ...] = ()
