"""What is compared: an article's text and its statements, each reduced to what people annotate."""

from __future__ import annotations

import msgspec

from dateline.record import Certainty, Manner, SourceKind, Stance
from dateline.span import Span

Spans = tuple[Span, ...]


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


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated article; as JSON it is also a row of a table that `dateline read` reads.

    Attributes:
        id: the name of the article's file.
        published: ISO 8601.
        genre: what sort of text it is, in a word or two.
        text: the body; all offsets count in it.
        statements: in the order of their numbers.
    """

    id: str
    title: str
    published: str
    genre: str
    text: str
    statements: tuple[Attribution, ...] = ()
