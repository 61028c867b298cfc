"""What a thing is known again by when its page is read anew: its words, never its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.record import Entity, Event, Record, Relation, Statement, Time
from dateline.span import Span
from dateline.store.sqlite.ids import Letter, number

Evidence = tuple[str, ...]


def evidence(record: Record) -> dict[tuple[Letter, int], Evidence]:
    """Return what each thing of a record is known by.

    Entities by kind and name, statements by their content, events by type and trigger, ties by
    type, subject, object and role, times by their words; things of a record that would be known
    by the same are told apart by their rank among these.
    """
    seen: dict[tuple[Letter, Evidence], int] = {}
    out: dict[tuple[Letter, int], Evidence] = {}
    for letter, name, words in _known(record):
        rank = seen.get((letter, words), 0)
        seen[letter, words] = rank + 1
        out[letter, number(name, letter)] = (*words, str(rank))
    return out


def _known(record: Record) -> Iterator[tuple[Letter, str, Evidence]]:
    text = record.document.text
    names = {entity.id: entity.name for entity in record.entities}
    for one in record.entities:
        yield "e", one.id, _of_entity(one)
    for said in record.statements:
        yield "s", said.id, _of_statement(said, text)
    for event in record.events:
        yield "v", event.id, _of_event(event, text)
    for tie in record.relations:
        yield "r", tie.id, _of_tie(tie, names)
    for time in record.times:
        yield "t", time.id, _of_time(time, text)


def _of_entity(one: Entity) -> Evidence:
    return one.kind, one.name


def _of_statement(one: Statement, text: str) -> Evidence:
    return (_words(one.content.spans, text),)


def _of_event(one: Event, text: str) -> Evidence:
    return one.type, _words((one.trigger,), text)


def _of_tie(one: Relation, names: dict[str, str]) -> Evidence:
    return one.type, names.get(one.subject, ""), names.get(one.object, ""), one.role or ""


def _of_time(one: Time, text: str) -> Evidence:
    return (_words((one.span,), text),)


def _words(spans: Iterable[Span], text: str) -> str:
    return " ".join(" ".join(span.of(text).split()) for span in spans)
