"""Each article as brat's text file and standoff annotation (brat 1.3), for people who annotate.

Names, times, the parts of statements and the triggers of events are text-bound; statements and
events are brat events over them; ties are relations between the names nearest to their evidence.
The `annotation.conf` that goes with them makes brat open the folder as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from dateline.export.holdings import Holdings, Part
from dateline.record import Entity, EntityKind, Record, Statement
from dateline.span import Span, lines
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import relation_types

TIME: Final = "time"


def write(held: Holdings) -> Iterator[Part]:
    """Yield the configuration, and for each article its text and its annotation."""
    yield Part("annotation.conf", (_configuration().encode(),))
    for article, record in held.records():
        yield Part(f"{article.key}.txt", (record.document.text.encode("utf-8", "replace"),))
        yield Part(f"{article.key}.ann", (_Annotation(record).made().encode("utf-8", "replace"),))


def _configuration() -> str:
    kinds = [*get_args(EntityKind), TIME]
    names = "|".join(get_args(EntityKind))
    ties = [f"{name}\tArg1:{names}, Arg2:{names}" for name in relation_types()]
    events = [
        f"{name}\twho*:{names}, whom*:{names}, where*:{names}, when?:{TIME}"
        for name, kind in event_types().items()
        if not kind.abstract
    ]
    said = [f"statement\tsource*:source|{names}, content+:content"]
    parts = {
        "entities": [*kinds, "source", "content"],
        "relations": ties,
        "events": [*events, *said],
        "attributes": [
            "stance\tArg:statement, Value:assert|deny|doubt|believe|promise|threaten|demand"
            "|forecast|ask|agree",
            "certainty\tArg:statement, Value:certain|probable|possible|unlikely",
        ],
    }
    return "\n".join(f"[{name}]\n" + "\n".join(rows) + "\n" for name, rows in parts.items())


class _Annotation:
    """The standoff annotation of one article, being written."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._text = record.document.text
        self._rows: list[str] = []
        self._bound: dict[tuple[str, str], str] = {}
        self._counts = {"T": 0, "E": 0, "R": 0, "A": 0}

    def made(self) -> str:
        """Return the rows."""
        record = self._record
        mentions = {one.id: self._entity(one) for one in record.entities}
        when = {one.id: self._span(TIME, (one.span,)) for one in record.times}
        for said in record.statements:
            self._statement(said)
        for event in record.events:
            near = event.trigger.start
            ends = [
                f"{role}{place or ''}:{found}"
                for role, ids in (("who", event.who), ("whom", event.whom), ("where", event.where))
                for place, found in enumerate(_nearest(mentions, ids, near), 1)
            ]
            ends += [f"when:{when[event.when]}"] if event.when else []
            self._event(event.type, event.trigger, ends)
        for tie in record.relations:
            near = tie.evidence[0].start
            pair = _nearest(mentions, (tie.subject, tie.object), near)
            if len(pair) == 2:
                self._row("R", f"{tie.type} Arg1:{pair[0]} Arg2:{pair[1]}")
        return "".join(f"{row}\n" for row in self._rows)

    def _row(self, letter: str, rest: str) -> str:
        self._counts[letter] += 1
        name = f"{letter}{self._counts[letter]}"
        self._rows.append(f"{name}\t{rest}")
        return name

    def _span(self, kind: str, spans: Iterable[Span]) -> str:
        """Return the text-bound annotation of some characters, line by line, made if need be."""
        held = [one for span in spans for one in _unbroken(self._text, span)]
        places = ";".join(f"{one.start} {one.end}" for one in held)
        key = (kind, places)
        if key not in self._bound:
            words = " ".join(one.of(self._text) for one in held)
            self._bound[key] = self._row("T", f"{kind} {places}\t{words}")
        return self._bound[key]

    def _entity(self, entity: Entity) -> list[tuple[int, str]]:
        """Return where the mentions of an entity stand, and their annotations."""
        return [
            (one.span.start, self._span(entity.kind, (one.span,)))
            for one in entity.mentions
            if one.span.of(self._text).strip()
        ]

    def _statement(self, said: Statement) -> None:
        if not said.cue.spans or not said.content.spans:
            return
        ends = [f"content:{self._span('content', said.content.spans)}"]
        if said.source.spans:
            ends.append(f"source:{self._span('source', said.source.spans)}")
        name = self._event("statement", said.cue.spans[0], ends)
        self._row("A", f"stance {name} {said.stance}")
        self._row("A", f"certainty {name} {said.certainty}")

    def _event(self, kind: str, trigger: Span, ends: Iterable[str]) -> str:
        bound = self._span(kind, (trigger,))
        return self._row("E", " ".join([f"{kind}:{bound}", *_numbered(ends)]))


def _numbered(ends: Iterable[str]) -> Iterator[str]:
    """Yield ends of an event, of which the first of a role has no number: `who`, `who2`."""
    for end in ends:
        role, _, bound = end.partition(":")
        yield f"{role.removesuffix('1')}:{bound}"


def _unbroken(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a span that have no line end in them, as brat wants them."""
    for line in lines(text, span):
        trimmed = line.trimmed(text)
        if len(trimmed):
            yield trimmed


def _nearest(
    mentions: dict[str, list[tuple[int, str]]], ids: Iterable[str], near: int
) -> list[str]:
    """Return for each entity the annotation of the mention nearest to a place."""
    found = (
        min(mentions[one], key=lambda m: (abs(m[0] - near), m[0])) for one in ids if mentions[one]
    )
    return [name for _, name in found]
