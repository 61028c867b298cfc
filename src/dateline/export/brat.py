"""Each article as brat's text file and standoff annotation (brat 1.3), for people who annotate.

Names, times, the parts of statements and the triggers of events are text-bound; statements and
events are brat events over them; ties are relations between the names nearest to their evidence.
Stance, certainty, reality and kind of source are attributes; what a relation cannot carry (its
dates, role and reality) is a note on it. Offsets count code points, as brat's do. The
`annotation.conf` that goes with them makes brat open the folder as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, get_args

from dateline.export.holdings import Holdings, Part
from dateline.record import (
    Certainty,
    Entity,
    EntityKind,
    Event,
    Reality,
    Record,
    Relation,
    SourceKind,
    Stance,
    Statement,
    Time,
)
from dateline.span import Span
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import relation_types

Mentions = Mapping[str, Sequence[tuple[int, str]]]
TIME: Final = "time"
_UNBROKEN: Final = re.compile("[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
EVENTS: Final = tuple(name for name, kind in event_types().items() if not kind.abstract)
UNKNOWN: Final = "things of a kind that the vocabulary has not"
OVERLAP: Final = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"


def write(held: Holdings) -> Iterator[Part]:
    """Yield the configuration, and for each article its text and its annotation."""
    yield Part("annotation.conf", (_configuration().encode(),))
    for article, record, _ in held.records():
        yield Part(f"{article.key}.txt", (record.document.text.encode("utf-8", "replace"),))
        yield Part(
            f"{article.key}.ann", (_Annotation(record, held).made().encode("utf-8", "replace"),)
        )


def _configuration() -> str:
    kinds = [*get_args(EntityKind), TIME]
    names = "|".join(get_args(EntityKind))
    ties = [f"{name}\tArg1:{names}, Arg2:{names}" for name in relation_types()]
    events = [
        f"{name}\twho*:{names}, whom*:{names}, where*:{names}, when?:{TIME}, said_in*:statement"
        for name in EVENTS
    ]
    said = [f"statement\tsource*:source|{names}, content+:content, within?:statement"]
    parts = {
        "entities": [*kinds, "source", "content"],
        "relations": [OVERLAP, *ties],
        "events": [*events, *said],
        "attributes": [
            f"stance\tArg:statement, Value:{'|'.join(get_args(Stance))}",
            f"source\tArg:statement, Value:{'|'.join(get_args(SourceKind))}",
            f"certainty\tArg:<EVENT>, Value:{'|'.join(get_args(Certainty))}",
            f"reality\tArg:<EVENT>, Value:{'|'.join(get_args(Reality))}",
        ],
    }
    return "\n".join(f"[{name}]\n" + "\n".join(rows) + "\n" for name, rows in parts.items())


class _Annotation:
    """The standoff annotation of one article, being written."""

    def __init__(self, record: Record, held: Holdings) -> None:
        self._record, self._held = record, held
        self._text = record.document.text
        self._rows: list[str] = []
        self._bound: dict[tuple[str, str], str] = {}
        self._counts = {"T": 0, "E": 0, "R": 0, "A": 0, "#": 0}
        told = [one for one in record.statements if self._shown(_trigger(one))]
        self._said = {one.id: f"E{place}" for place, one in enumerate(told, 1)}

    def made(self) -> str:
        """Return the rows."""
        record = self._record
        mentions = {one.id: self._entity(one) for one in record.entities}
        when = {one.id: self._time(one) for one in record.times if self._shown((one.span,))}
        for said in record.statements:
            if said.id in self._said:
                self._statement(said)
        for event in record.events:
            if event.type not in EVENTS:
                self._held.leave(UNKNOWN)
            elif self._shown((event.trigger,)):
                self._event(event, mentions, when)
        for tie in record.relations:
            self._relation(tie, mentions)
        return "".join(f"{row}\n" for row in self._rows)

    def _row(self, letter: str, rest: str) -> str:
        self._counts[letter] += 1
        name = f"{letter}{self._counts[letter]}"
        self._rows.append(f"{name}\t{rest}")
        return name

    def _note(self, of: str, words: str) -> None:
        self._row("#", f"AnnotatorNotes {of}\t{words}")

    def _shown(self, spans: Iterable[Span]) -> bool:
        """Tell whether there is anything in some spans but white space."""
        return any(one.of(self._text).strip() for one in spans)

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
            if self._shown((one.span,))
        ]

    def _time(self, time: Time) -> str:
        name = self._span(TIME, (time.span,))
        self._note(name, f"{time.type} {time.value}")
        return name

    def _statement(self, said: Statement) -> None:
        ends = {
            "content": [self._span("content", said.content.spans)]
            if self._shown(said.content.spans)
            else [],
            "source": [self._span("source", said.source.spans)]
            if self._shown(said.source.spans)
            else [],
            "within": self._within((said.within,) if said.within else ()),
        }
        kinds = {"stance": said.stance, "source": said.source.kind, "certainty": said.certainty}
        self._happened("statement", _trigger(said), ends, kinds)

    def _event(self, event: Event, mentions: Mentions, when: Mapping[str, str]) -> None:
        near = event.trigger.start
        ends = {
            "who": _nearest(mentions, event.who, near),
            "whom": _nearest(mentions, event.whom, near),
            "where": _nearest(mentions, event.where, near),
            "when": [when[one] for one in (event.when,) if one and one in when],
            "said_in": self._within(event.said_in),
        }
        kinds = {"reality": event.reality, "certainty": event.certainty}
        self._happened(event.type, (event.trigger,), ends, kinds)

    def _within(self, statements: Iterable[str]) -> list[str]:
        return [self._said[one] for one in statements if one in self._said]

    def _happened(
        self,
        kind: str,
        trigger: Iterable[Span],
        ends: Mapping[str, Sequence[str]],
        kinds: Mapping[str, str],
    ) -> None:
        """Write an event with its ends, `who`, `who2` and so on, and its attributes."""
        parts = [f"{kind}:{self._span(kind, trigger)}"]
        for role, found in ends.items():
            parts += [f"{role}{n if n > 1 else ''}:{one}" for n, one in enumerate(found, 1)]
        name = self._row("E", " ".join(parts))
        for attribute, value in kinds.items():
            self._row("A", f"{attribute} {name} {value}")

    def _relation(self, tie: Relation, mentions: Mentions) -> None:
        near = tie.evidence[0].start if tie.evidence else 0
        pair = _nearest(mentions, (tie.subject, tie.object), near)
        if tie.type not in relation_types():
            self._held.leave(UNKNOWN)
            return
        if len(pair) < 2:
            self._held.leave("ties of what the text does not name")
            return
        name = self._row("R", f"{tie.type} Arg1:{pair[0]} Arg2:{pair[1]}")
        dates = f"{tie.from_ or '..'}/{tie.until or '..'}"
        bounds = [f"{one.end} {one.bound}" for one in tie.reasons if one.bound != "at"]
        said = " ".join(self._within(tie.said_in))
        parts = (tie.role, dates, *bounds, tie.reality, tie.certainty, said and f"said in {said}")
        self._note(name, "; ".join(" ".join(one.split()) for one in parts if one))


def _trigger(said: Statement) -> tuple[Span, ...]:
    """Return what tells that something is said: the cue, or the words themselves without one."""
    return said.cue.spans or said.content.spans


def _unbroken(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a span that have no line end or tab in them, as brat wants them."""
    for found in _UNBROKEN.finditer(text, span.start, span.end):
        trimmed = Span(*found.span()).trimmed(text)
        if len(trimmed):
            yield trimmed


def _nearest(mentions: Mentions, ids: Iterable[str], near: int) -> list[str]:
    """Return for each entity the annotation of the mention nearest to a place."""
    found = (
        min(mentions[one], key=lambda m: (abs(m[0] - near), m[0]))
        for one in ids
        if mentions.get(one)
    )
    return [name for _, name in found]
