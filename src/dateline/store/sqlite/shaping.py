"""From rows of the tables to the rows that an archive gives out."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

import msgspec

from dateline.record import Count, Place, Reason
from dateline.span import Span
from dateline.store.rows import Article, Claim, Happening, Member, Moment, Tie
from dateline.store.sqlite import filling, instants, spans
from dateline.store.sqlite.codes import Codes
from dateline.store.sqlite.shelf import Counted, Shelf

COLUMNS: Final = {
    "article": "a.number, a.key, a.path, a.url, a.outlet, a.title, a.byline, a.published,"
    " a.language, a.version, a.current, a.added, a.origin",
    "claim": "t.article, t.n, t.speaker, t.addressee, t.source, t.manner, t.stance, t.certainty,"
    " t.within, t.rule",
    "happening": "t.article, t.n, t.type, t.mode, t.since, t.until, t.grain, t.reality,"
    " t.certainty, t.said_in, t.account, t.rule",
    "tie": "t.article, t.n, (SELECT actor FROM entity WHERE article = t.article AND n = t.subject),"
    " t.type, (SELECT actor FROM entity WHERE article = t.article AND n = t.object), t.role,"
    " t.since, t.until, t.grain, t.status, t.reality, t.certainty, t.said_in, t.account, t.rule",
    "moment": "t.article, t.n, t.type, t.value, t.since, t.until, t.grain, t.start, t.length",
    "entity": "e.article, e.n, e.actor, e.kind, n.name, e.mentions, e.place, a.key",
}
Values = tuple[Any, ...]


class Shaping:
    """Makes rows; what they share is held for a while."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.codes, self.shelf = Codes(connection), Shelf(connection)

    def article(self, row: Values) -> Article:
        """Return an article."""
        return Article(
            number=row[0],
            key=row[1],
            path=row[2],
            url=row[3],
            outlet=self.codes.word(row[4]),
            title=row[5],
            byline=msgspec.json.decode(row[6], type=tuple[str, ...]),
            published=row[7],
            language=self.codes.word(row[8]),
            version=row[9],
            current=bool(row[10]),
            added=instants.stamp(row[11]),
            origin=row[12] or row[0],
        )

    def claim(self, row: Values) -> Claim:
        """Return a statement."""
        article, n, speaker, addressee, source, manner, stance, certainty, within, rule = row
        held, codes = self.shelf[article], self.codes
        said_at = held.spans(spans.CONTENT, n)
        return Claim(
            id=held.id("s", n),
            article=article,
            speaker=held.actor(speaker),
            source=held.words(held.spans(spans.SOURCE, n)),
            source_kind=codes[source],  # type: ignore[arg-type]
            cue=held.words(held.spans(spans.CUE, n)),
            content=held.words(said_at),
            addressee=held.actor(addressee),
            about=held.parts(filling.ABOUT, n),
            manner=codes[manner],  # type: ignore[arg-type]
            stance=codes[stance],  # type: ignore[arg-type]
            certainty=codes[certainty],  # type: ignore[arg-type]
            within=None if within is None else held.id("s", within),
            told=held.told,
            spans=said_at,
            rule=codes[rule],
        )

    def happening(self, row: Values) -> Happening:
        """Return a telling of an event."""
        article, n, type_, mode, since, until, grain, reality, certainty, said, account, rule = row
        held, codes = self.shelf[article], self.codes
        (trigger,) = held.spans(spans.TRIGGER, n)
        return Happening(
            id=held.id("v", n),
            article=article,
            type=codes[type_],
            mode=codes.word(mode),
            who=held.parts(filling.WHO, n),
            whom=held.parts(filling.WHOM, n),
            where=held.parts(filling.WHERE, n),
            from_=instants.unpack(since, grain // 10),
            until=instants.unpack(until, grain % 10),
            reality=codes[reality],  # type: ignore[arg-type]
            certainty=codes[certainty],  # type: ignore[arg-type]
            said_in=held.said_in(said),
            told=held.told,
            account=account or held.base + n,
            words=trigger.of(held.text),
            span=trigger,
            rule=codes[rule],
            victims=self._victims(held.victims.get(n, [])),
        )

    def _victims(self, found: list[Counted]) -> tuple[Count, ...]:
        return tuple(
            Count(
                span=Span(start, start + length),
                what=self.codes[what],  # type: ignore[arg-type]
                least=least,
                most=most,
            )
            for start, length, what, least, most in found
        )

    def tie(self, row: Values, *, plain: bool = False) -> Tie:
        """Return a telling of a tie; `plain` without its reasons and evidence."""
        article, n, subject, type_, object_, role, since, until, grain, *rest = row
        status, reality, certainty, said, account, rule = rest
        held, codes = self.shelf[article], self.codes
        return Tie(
            id=held.id("r", n),
            article=article,
            subject=subject,
            type=codes[type_],
            object=object_,
            role=codes.word(role),
            from_=instants.unpack(since, grain // 10),
            until=instants.unpack(until, grain % 10),
            status=codes.word(status),  # type: ignore[arg-type]
            reality=codes[reality],  # type: ignore[arg-type]
            certainty=codes[certainty],  # type: ignore[arg-type]
            said_in=held.said_in(said),
            reasons=() if plain else self._reasons(article, n),
            told=held.told,
            account=account or held.base + n,
            evidence=() if plain else held.spans(spans.TIE, n),
            rule=codes[rule],
        )

    def _reasons(self, article: int, n: int) -> tuple[Reason, ...]:
        rows = self._connection.execute(
            'SELECT "end", bound, time, event, rule FROM reason WHERE article = ? AND n = ?'
            " ORDER BY rank",
            (article, n),
        )
        return tuple(
            Reason(
                end=self.codes[end],  # type: ignore[arg-type]
                bound=self.codes[bound],  # type: ignore[arg-type]
                time=None if time is None else f"t{time}",
                event=None if event is None else f"v{event}",
                rule=self.codes[rule],
            )
            for end, bound, time, event, rule in rows
        )

    def moment(self, row: Values) -> Moment:
        """Return an expression of time."""
        article, n, type_, value, since, until, grain, start, length = row
        from_ = instants.unpack(since, grain // 10)
        return Moment(
            id=self.shelf[article].id("t", n),
            article=article,
            type=self.codes[type_],  # type: ignore[arg-type]
            value=(from_ or "") if value is None else value,
            from_=from_,
            until=instants.unpack(until, grain % 10),
            span=Span(start, start + length),
        )

    def member(self, row: Values) -> Member:
        """Return an entity of an article."""
        article, n, actor, kind, name, mentions, place, key = row
        aliases = self._connection.execute(
            "SELECT n.name FROM alias l JOIN name n ON n.number = l.name"
            " WHERE l.article = ? AND l.n = ? ORDER BY l.rank",
            (article, n),
        )
        return Member(
            id=f"{key}:e{n}",
            article=article,
            actor=actor,
            kind=self.codes[kind],  # type: ignore[arg-type]
            name=name,
            aliases=tuple(alias for (alias,) in aliases),
            mentions=mentions,
            place=self.place(place),
        )

    def place(self, number: int | None) -> Place | None:
        """Return a place."""
        if number is None:
            return None
        row = self._connection.execute(
            "SELECT gazetteer, id, lat, lon, country FROM place WHERE number = ?", (number,)
        ).fetchone()
        return Place(gazetteer=row[0], id=row[1], lat=row[2], lon=row[3], country=row[4])
