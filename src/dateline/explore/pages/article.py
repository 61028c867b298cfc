"""The article: its text, with everything that was read from it in layers over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from dateline.explore.marking import Layer, Mark, Piece, paragraphs
from dateline.record import Comment, Event, Record, Relation, SectionKind, Statement, Time
from dateline.span import Span

PARTS: Final[dict[SectionKind, str]] = {
    "headline": "h1",
    "subhead": "h2",
    "body": "p",
    "caption": "p",
    "byline": "p",
    "timestamp": "p",
    "dateline": "p",
}
"""The sections that are the article, and the element that each of their lines is shown in."""

LAYERS: Final[dict[Layer, str]] = {
    "statement": "Statements",
    "name": "Names",
    "time": "Times",
    "event": "Events",
    "tie": "Ties",
}

_PLACE: Final = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a section."""

    element: str
    kind: SectionKind
    pieces: tuple[Piece, ...]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the margin of a statement.

    Attributes:
        source: whose word it is, as a name or in the text's own words.
        actor: the id that leads to the speaker's page, or `None`.
        words: the stance and certainty, with the words that tell them.
    """

    statement: Statement
    source: str
    actor: str | None
    words: str


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One reader's comment, its words and its spam score; `None` where it is none."""

    comment: Comment
    lines: tuple[tuple[Piece, ...], ...]
    spam: float | None
    why: tuple[str, ...]
    depth: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is shown."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    replies: tuple[Reply, ...]


def reading(record: Record, key: str, at: str = "") -> Reading:
    """Return what is shown of a record.

    Args:
        record: what was read of the article.
        key: the article's key, for the ids of actors.
        at: what is to be marked beside all that was read, if it is a passage such as `812-870`.
    """
    passage = _passage(at, len(record.document.text))
    marks = sorted(
        (*passage, *_marks(record)), key=lambda mark: (mark.span.start, -mark.span.end, mark.id)
    )
    begun: set[str] = set()
    shown = [
        Line(element=PARTS[section.kind], kind=section.kind, pieces=pieces)
        for section in record.sections
        if section.kind in PARTS
        for pieces in paragraphs(record.document.text, section.span, marks, begun)
    ]
    return Reading(
        lines=tuple(shown),
        notes=tuple(_notes(record, key)),
        replies=tuple(_replies(record, passage)),
    )


def is_comment(record: Record, at: str) -> bool:
    """Tell whether a passage stands in a reader's comment."""
    passage = _passage(at, len(record.document.text))
    return any(
        mark.span.overlaps(one.span) for mark in passage for one in record.responses.comments
    )


def _passage(at: str, size: int) -> tuple[Mark, ...]:
    """Return the mark of a passage, if that is asked for and lies in a text of some size."""
    found = _PLACE.fullmatch(at)
    if not found or not int(found[1]) < int(found[2]) <= size:
        return ()
    return (Mark(layer="passage", id=at, span=Span(int(found[1]), int(found[2]))),)


def _marks(record: Record) -> Iterator[Mark]:
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        for mention in entity.mentions:
            said = (
                ""
                if mention.form == "name"
                else f", called “{mention.span.of(record.document.text)}”"
            )
            note = f"{entity.name}: {_spoken(entity.kind)}{said}"
            kinds = (entity.kind, mention.form)
            yield Mark(layer="name", id=entity.id, span=mention.span, kinds=kinds, note=note)
    for time in record.times:
        yield Mark(layer="time", id=time.id, span=time.span, note=_when(time))
    for statement in record.statements:
        stood = (statement.stance, statement.certainty)
        note = f"{_source(statement, names, record)}: {', '.join(stood)}, {_spoken(statement.rule)}"
        for span in statement.content.spans:
            yield Mark(layer="statement", id=statement.id, span=span, kinds=stood, note=note)
    for event in record.events:
        yield Mark(
            layer="event",
            id=event.id,
            span=event.trigger,
            kinds=(event.reality,),
            note=_happened(event, names, record.times),
        )
    for tie in record.relations:
        for span in tie.evidence:
            yield Mark(layer="tie", id=tie.id, span=span, note=_tied(tie, names))


def _spoken(word: str) -> str:
    return word.replace("_", " ")


def _when(time: Time) -> str:
    held = f"{time.from_ or '…'} until {time.until or '…'}"
    dated = held if time.from_ or time.until else time.value
    return f"{dated}: {_spoken(time.rule)}"


def _happened(event: Event, names: dict[str, str], times: tuple[Time, ...]) -> str:
    who = ", ".join(names[one] for one in event.who)
    whom = ", ".join(names[one] for one in event.whom)
    when = next((f", {time.value}" for time in times if time.id == event.when), "")
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    parts = " → ".join(part for part in (who, _spoken(kind), whom) if part)
    return f"{parts}{when}, {event.reality}: {_spoken(event.rule)}"


def _tied(tie: Relation, names: dict[str, str]) -> str:
    role = f" as {tie.role}" if tie.role else ""
    held = f", {tie.from_ or '…'} until {tie.until or '…'}" if tie.from_ or tie.until else ""
    kind = _spoken(tie.type)
    return f"{names[tie.subject]} {kind} {names[tie.object]}{role}{held}: {_spoken(tie.rule)}"


def _notes(record: Record, key: str) -> Iterator[Note]:
    text = record.document.text
    names = {entity.id: entity.name for entity in record.entities}
    for statement in record.statements:
        source = statement.source
        told = (*statement.stance_words, *statement.certainty_words)
        yield Note(
            statement=statement,
            source=_source(statement, names, record),
            actor=f"{key}:{source.entity}" if source.entity else None,
            words=", ".join(f"“{span.of(text)}”" for span in told),
        )


def _source(statement: Statement, names: dict[str, str], record: Record) -> str:
    """Return whose word a statement is: a name, else the text's own words, else that none is."""
    source = statement.source
    if source.entity:
        return names[source.entity]
    return " … ".join(span.of(record.document.text) for span in source.spans) or _unnamed(statement)


def _unnamed(statement: Statement) -> str:
    return "source not named" if statement.source.kind == "unstated" else statement.source.kind


def _replies(record: Record, passage: tuple[Mark, ...]) -> Iterator[Reply]:
    depths: dict[str, int] = {}
    for comment in record.responses.comments:
        depth = depths.get(comment.reply_to or "", -1) + 1
        depths[comment.id] = depth
        spam = next((flag for flag in comment.flags if flag.flag == "spam"), None)
        flagged = spam is not None and spam.score >= 0.5
        yield Reply(
            comment=comment,
            lines=tuple(paragraphs(record.document.text, comment.span, passage)),
            spam=spam.score if spam and flagged else None,
            why=spam.why if spam and flagged else (),
            depth=min(depth, 6),
        )
