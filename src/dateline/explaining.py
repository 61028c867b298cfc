"""Why a sentence yields the events and ties that it yields, or none: what was tried, step by step.

For whoever wonders at a record, and for whoever adds a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline import reading
from dateline.errors import DatelineError
from dateline.events import Note, Trace
from dateline.export.dossier import shown
from dateline.layout import Page
from dateline.record import Entity, Event, Record, Relation, SectionKind, Statement, Time
from dateline.span import Span, lines

_STYLES = {"found": "green", "failed": "red", "passed": ""}


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen in a stretch of an article, and what the rules for events made of it.

    Attributes:
        text: the text that all offsets count in.
        asked: the characters that were asked about.
        section: the kind of section that they lie in.
        sentences: the sentences that hold them; `None` where no sentence was read.
        entities, times, statements: what of them lies in the sentences.
        steps: what the rules for events tried there, in order.
        events, relations: what came of it.
    """

    text: str
    asked: Span
    section: SectionKind
    sentences: Span | None
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    steps: tuple[Note, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]


def explain(
    page: Page,
    *,
    at: int | None = None,
    line: int | None = None,
    profile: reading.Profile = "full",
) -> Explanation:
    """Return what was tried on the sentence at an offset, or on those of a line.

    Args:
        page: the page.
        at: offset of a character of the article's text, as in the record.
        line: number of a line of that text, from 1.
        profile: how the page is read.

    Raises:
        DatelineError: if the text has no such offset or line, or what the profile needs is not
            installed.
    """
    asked = _asked(page, at, line)
    trace = Trace(asked)
    record = reading.read(page, profile, trace=trace)
    near = trace.within or asked
    return Explanation(
        text=record.document.text,
        asked=asked,
        section=_section(record, asked),
        sentences=trace.within,
        entities=tuple(one for one in record.entities if _any(one, near)),
        times=tuple(one for one in record.times if one.span.overlaps(near)),
        statements=tuple(one for one in record.statements if _holds(one, near)),
        steps=tuple(trace.notes),
        events=tuple(one for one in record.events if _touches(one.evidence, near)),
        relations=tuple(one for one in record.relations if _touches(one.evidence, near)),
    )


def _asked(page: Page, at: int | None, line: int | None) -> Span:
    """Return the characters that are asked about."""
    if at is not None:
        if not 0 <= at < len(page.text):
            reason = f"its text has {len(page.text)} characters, and none at {at}"
            raise DatelineError(page.path, reason, "offsets count characters from 0")
        return Span(at, at + 1)
    rows = list(lines(page.text))
    if line is None or not 1 <= line <= len(rows):
        raise DatelineError(page.path, f"its text has {len(rows)} lines, and no line {line}", "")
    return rows[line - 1]


def _section(record: Record, asked: Span) -> SectionKind:
    inside = (one.kind for one in record.sections if one.span.start <= asked.start < one.span.end)
    return next(inside, "other")


def _any(entity: Entity, near: Span) -> bool:
    return any(mention.span.overlaps(near) for mention in entity.mentions)


def _holds(statement: Statement, near: Span) -> bool:
    return _touches((*statement.content.spans, *statement.cue.spans), near)


def _touches(spans: Sequence[Span], near: Span) -> bool:
    return any(span.overlaps(near) for span in spans)


def explanation(found: Explanation) -> RenderableType:
    """Return an explanation for people: the sentence, what was seen in it, and each step."""
    words = (found.sentences or found.asked).of(found.text)
    parts: list[RenderableType] = [Text(shown(words), style="bold"), Text()]
    if found.sentences is None:
        parts.append(Text(f"No sentence was read here: it lies in the section {found.section!r}."))
        return Group(*parts)
    near = found.sentences
    parts += _part("Names", _names(found, near))
    parts += _part("Times", ((one.value, one.span.of(found.text)) for one in found.times))
    parts += _part("Statements", _statements(found))
    parts += _part("Tried", _steps(found))
    parts += _part("Events", _events(found))
    parts += _part("Ties", _ties(found))
    return Group(*parts)


Row = tuple[str | Text, ...]


def _part(title: str, rows: Iterator[Row] | Sequence[Row]) -> list[RenderableType]:
    """Return a titled table; it says so where there is nothing in it."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(one if isinstance(one, Text) else Text(shown(one)) for one in row))
    if not table.rows:
        table.add_row(Text("none", style="dim"))
    return [Text(title, style="bold underline"), Padding(table, (0, 0, 1, 2))]


def _names(found: Explanation, near: Span) -> Iterator[Row]:
    for entity in found.entities:
        here = [m.span.of(found.text) for m in entity.mentions if m.span.overlaps(near)]
        yield entity.kind, entity.name, ", ".join(here)


def _statements(found: Explanation) -> Iterator[Row]:
    for one in found.statements:
        source = " … ".join(span.of(found.text) for span in one.source.spans) or "unstated"
        yield one.stance, f"{source}: {one.cue.lemma}", one.rule


def _steps(found: Explanation) -> Iterator[Row]:
    for note in found.steps:
        outcome = Text(note.outcome, style=_STYLES[note.outcome])
        yield note.span.of(found.text), outcome, note.rule, note.reason


def _events(found: Explanation) -> Iterator[Row]:
    names = {entity.id: entity.name for entity in found.entities}
    for one in found.events:
        ends = (("who", one.who), ("whom", one.whom), ("where", one.where))
        told = [f"{end} {', '.join(names.get(i, i) for i in ids)}" for end, ids in ends if ids]
        kind = f"{one.type}/{one.mode}" if one.mode else one.type
        yield one.trigger.of(found.text), kind, one.reality, "; ".join(told)


def _ties(found: Explanation) -> Iterator[Row]:
    names = {entity.id: entity.name for entity in found.entities}
    for one in found.relations:
        ends = f"{names.get(one.subject, one.subject)} - {names.get(one.object, one.object)}"
        yield one.type, ends, one.rule
