"""The rows of one record: what an article tells of, in narrow tables."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.record import Entity, Event, Record, Relation, Statement, Time
from dateline.span import Span
from dateline.store.sqlite import indexing, instants, packing, spans
from dateline.store.sqlite.ids import number
from dateline.store.sqlite.pools import Pools

ABOUT, WHO, WHOM, WHERE = range(4)

_TABLES: Final = (
    "evidence",
    "part",
    "reason",
    "victim",
    "moment",
    "tie",
    "happening",
    "claim",
    "alias",
    "entity",
    "record",
    "text",
)
Row = tuple[object, ...]


def size(record: Record) -> int:
    """Return how many numbers the things of a record need: the highest of theirs, and 0."""
    letters = ("e", record.entities), ("s", record.statements), ("t", record.times)
    more = ("v", record.events), ("r", record.relations)
    return 1 + max(
        (number(one.id, letter) for letter, things in (*letters, *more) for one in things),  # type: ignore[arg-type]
        default=0,
    )


class Filling:
    """The rows of one record, on their way into the tables."""

    def __init__(
        self, connection: sqlite3.Connection, pools: Pools, article: int, base: int
    ) -> None:
        self._connection, self._pools = connection, pools
        self.article, self.base = article, base
        self._places: spans.Places = {}

    def fill(self, record: Record) -> None:
        """Put all that a record tells of in."""
        text = record.document.text
        encoded, columns = packing.encoded(text), packing.shredded(record)
        number, texts, rests = self._pools.dictionary()
        self._put("text", [(packing.pack_text(encoded, texts), number)])
        self._put("record", [(packing.pack(columns, rests, text), number)])
        self._entities(record.entities)
        named = sorted((m.span, one.id) for one in record.entities for m in one.mentions)
        self._put("claim", map(self._claim, record.statements))
        for statement in record.statements:
            self._evidence(statement, named)
        dates = {time.id: time for time in record.times}
        self._put("moment", map(self._moment, record.times))
        for event in record.events:
            self._event(event, dates)
        for tie in record.relations:
            self._tie(tie)
        self._places |= indexing.places(record)
        self._put("evidence", [(spans.pack(self._places),)])
        indexing.add(self._connection, self.article, self.base, record)

    def _put(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows, each after the number of the article."""
        whole = [(self.article, *row) for row in rows]
        if whole:
            marks = ", ".join("?" * len(whole[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", whole)

    def _entities(self, entities: Iterable[Entity]) -> None:
        rows: list[Row] = []
        aliases: list[Row] = []
        called: dict[Row, None] = {}
        for entity in entities:
            n, own = number(entity.id, "e"), self._pools.name(entity.name)
            kind, place = self._pools.code(entity.kind), self._pools.place(entity.place)
            rows.append((n, kind, own, len(entity.mentions), self.base + n, place))
            called[own, self.base + n] = None
            for rank, alias in enumerate(map(self._pools.name, entity.aliases)):
                aliases.append((n, rank, alias))
                called[alias, self.base + n] = None
        self._put("entity", rows)
        self._put("alias", aliases)
        self._connection.executemany("INSERT INTO called VALUES (?, ?)", called)

    def _claim(self, one: Statement) -> Row:
        code = self._pools.code
        return (
            number(one.id, "s"),
            _part(one.source.entity),
            _part(one.addressee),
            code(one.source.kind),
            code(one.manner),
            code(one.stance),
            code(one.certainty),
            None if one.within is None else number(one.within, "s"),
            code(one.rule),
        )

    def _evidence(self, one: Statement, named: list[tuple[Span, str]]) -> None:
        """Put in where a statement stands, and whom it names."""
        n, said = number(one.id, "s"), one.content.spans
        self._parts(ABOUT, n, (entity for span in said for entity in _within(span, named)))
        self._spans(spans.CONTENT, n, said)
        self._spans(spans.CUE, n, one.cue.spans)
        self._spans(spans.SOURCE, n, one.source.spans)

    def _event(self, one: Event, dates: dict[str, Time]) -> None:
        n, code = number(one.id, "v"), self._pools.code
        when = dates[one.when] if one.when is not None else None
        row = (
            n,
            code(one.type),
            self._pools.code_or_none(one.mode),
            *_interval(when),
            code(one.reality),
            code(one.certainty),
            _said_in(one.said_in),
            None,
            code(one.rule),
        )
        self._put("happening", [row])
        for role, entities in ((WHO, one.who), (WHOM, one.whom), (WHERE, one.where)):
            self._parts(role, n, entities)
        self._spans(spans.TRIGGER, n, (one.trigger,))
        counts = (
            (n, rank, c.span.start, len(c.span), code(c.what), c.least, c.most)
            for rank, c in enumerate(one.victims)
        )
        self._put("victim", counts)

    def _tie(self, one: Relation) -> None:
        n, code = number(one.id, "r"), self._pools.code
        row = (
            n,
            number(one.subject, "e"),
            code(one.type),
            number(one.object, "e"),
            self._pools.code_or_none(one.role),
            *_interval(one),
            self._pools.code_or_none(one.status),
            code(one.reality),
            code(one.certainty),
            _said_in(one.said_in),
            None,
            code(one.rule),
        )
        self._put("tie", [row])
        self._connection.executemany(
            "INSERT OR IGNORE INTO tied VALUES (?, ?, ?)",
            [(self.base + number(end, "e"), self.article, n) for end in (one.subject, one.object)],
        )
        self._spans(spans.TIE, n, one.evidence)
        reasons = (
            (
                n,
                rank,
                code(why.end),
                code(why.bound),
                None if why.time is None else number(why.time, "t"),
                None if why.event is None else number(why.event, "v"),
                code(why.rule),
            )
            for rank, why in enumerate(one.reasons)
        )
        self._put("reason", reasons)

    def _moment(self, one: Time) -> Row:
        since, until, grain = _interval(one)
        is_plain = one.value == one.from_ and instants.unpack(since, grain // 10) == one.value
        return (
            number(one.id, "t"),
            self._pools.code(one.type),
            None if is_plain else one.value,
            since,
            until,
            grain,
            one.span.start,
            len(one.span),
        )

    def _parts(self, role: int, n: int, entities: Iterable[str]) -> None:
        self._put("part", ((4 * n + role, one) for one in {number(e, "e") for e in entities}))

    def _spans(self, role: int, n: int, places: Iterable[Span]) -> None:
        self._places.setdefault(role, []).extend((n, place) for place in places)


def empty(connection: sqlite3.Connection, article: int) -> None:
    """Take all rows of an article's record out again."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def _within(span: Span, named: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """Yield the entities that are spoken of within a span; the mentions are in order."""
    for at in range(bisect_left(named, (Span(span.start, span.start), "")), len(named)):
        mention, entity = named[at]
        if mention.start >= span.end:
            return
        if mention.end <= span.end:
            yield entity


def _part(entity: str | None) -> int | None:
    return None if entity is None else number(entity, "e")


def _said_in(statements: Iterable[str]) -> str | None:
    return " ".join(str(number(one, "s")) for one in statements) or None


def _interval(one: Time | Relation | None) -> tuple[int | None, int | None, int]:
    """Return first second, first second after, and the precision of both."""
    if one is None:
        return None, None, 0
    (since, fine), (until, final) = instants.pack(one.from_), instants.pack(one.until)
    return since, until, 10 * fine + final
