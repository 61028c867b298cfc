"""Asking an archive in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import compress, islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

import msgspec

from dateline.record import EntityKind, Record
from dateline.span import Span
from dateline.store import EVERY, Selection
from dateline.store.excerpts import excerpt
from dateline.store.rows import (
    Actor,
    Article,
    Claim,
    Correction,
    Excerpt,
    Happening,
    Hit,
    Member,
    Moment,
    Pair,
    Row,
    Tie,
)
from dateline.store.sqlite import (
    correcting,
    file,
    finding,
    ids,
    instants,
    naming,
    records,
    tallying,
)
from dateline.store.sqlite.lens import Lens
from dateline.store.sqlite.numbers import entity_at
from dateline.store.sqlite.searching import Typed
from dateline.store.sqlite.selecting import Query, Words
from dateline.store.sqlite.shaping import COLUMNS, Shaping, Values

CHUNK: Final = 256
"""How many rows are taken at a time, so that what they need of their articles is had at once."""

_ENTITIES: Final = (
    f"SELECT {COLUMNS['entity']} FROM entity e JOIN article a ON a.number = e.article"
    " JOIN name n ON n.number = e.name"
)
_LATER: Final = f"""
SELECT {COLUMNS["entity"]} FROM (
    SELECT o.article, o.n FROM entity o JOIN article b ON b.number = o.article
    WHERE o.actor = ? AND b.told >= ? ORDER BY o.article, o.n
) h CROSS JOIN entity e ON e.article = h.article AND e.n = h.n
CROSS JOIN article a ON a.number = e.article CROSS JOIN name n ON n.number = e.name
"""
_TABLES: Final = {"s": "claim", "v": "happening", "r": "tie", "t": "moment"}
_PAIRS: Final = """
SELECT one, other, probability, why FROM pair WHERE probability BETWEEN ? AND ?
ORDER BY abs(probability - 0.5), one, other
"""


class ArchiveView:
    """A `View` of an archive in one file; several may be open while one writes.

    Raises:
        DatelineError: at each call, if the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = file.reading(path)
        self._shaping = Shaping(self._connection)

    @cached_property
    def _lens(self) -> Lens:
        return Lens()

    def articles(self, selection: Selection = EVERY, *, oldest: bool = False) -> Iterator[Article]:
        """Yield articles, in order of number or from the oldest on."""
        query = Query("article", selection, oldest=oldest)
        return map(self._shaping.article, self._rows("article", query))

    def number(self, of: Literal["articles", "claims"], selection: Selection) -> int:
        """Return how many articles or statements are selected."""
        sql, given = Query(of.removesuffix("s"), selection).sql("1", ordered=False)
        (found,) = next(self._fetch(f"SELECT count(*) FROM ({sql})", given))
        return int(found)

    def hits(self, selection: Selection) -> Iterator[Hit]:
        """Yield the articles that have the words of the selection's text."""
        with file.faults(self._path):
            yield from finding.hits(self._connection, self._lens, selection)

    def outlets(self, selection: Selection = EVERY) -> dict[str | None, int]:
        """Return how many articles each outlet has."""
        sql, given = Query("article", selection).sql("a.outlet, count(*)", group="a.outlet")
        word = self._shaping.codes.word
        return {word(outlet): number for outlet, number in self._fetch(sql, given)}

    def article(self, key: str) -> Article | None:
        """Return the article of a key, or of the beginning of just one."""
        with file.faults(self._path):
            number = records.article_of(self._connection, key)
        return None if number is None else next(self.articles(_of(number)), None)

    def record(self, article: int) -> Record:
        """Return the record as it was added.

        Raises:
            DatelineError: if there is none, or it is damaged.
        """
        with file.faults(self._path):
            return records.load(self._connection, article)

    def text(self, article: int) -> str:
        """Return an article's text.

        Raises:
            DatelineError: if there is none, or it is damaged.
        """
        with file.faults(self._path):
            return records.text(self._connection, article)

    def excerpt(self, article: int, start: int, end: int) -> Excerpt:
        """Return the sentences around some characters."""
        return self.excerpts([(article, Span(start, end))])[0]

    def texts(self, articles: Sequence[int]) -> dict[int, str]:
        """Return the texts of some articles."""
        with file.faults(self._path):
            return {one: records.text(self._connection, one) for one in dict.fromkeys(articles)}

    def excerpts(self, places: Sequence[tuple[int, Span]]) -> list[Excerpt]:
        """Return the excerpt of each place."""
        texts = self.texts([article for article, _ in places])
        return [excerpt(texts[article], span.start, span.end) for article, span in places]

    def actors(self, numbers: Iterable[int]) -> dict[int, Actor]:
        """Return the actors of some numbers; numbers of none are left out."""
        with file.faults(self._path):
            return naming.actors(self._connection, self._shaping, numbers)

    def names(self, numbers: Iterable[int]) -> dict[int, Actor]:
        """Return the actors of some numbers without their aliases; numbers of none are left out."""
        with file.faults(self._path):
            return naming.actors(self._connection, self._shaping, numbers, aliases=False)

    def named(self, name: str, kinds: Sequence[EntityKind] = (), limit: int = 20) -> list[Actor]:
        """Return the actors that a name may mean."""
        with file.faults(self._path):
            return naming.named(self._connection, self._shaping, name, kinds, limit)

    def leading(self, kinds: Sequence[EntityKind] = (), limit: int = 100) -> list[Actor]:
        """Return the actors of most articles."""
        with file.faults(self._path):
            return naming.leading(self._connection, self._shaping, kinds, limit)

    def actor(self, entity: str) -> int | None:
        """Return the number of the actor of an entity."""
        found = self.one(entity)
        return found.actor if isinstance(found, Member) else None

    def members(self, actor: int, *, told_since: str | None = None) -> Iterator[Member]:
        """Yield the entities of an actor."""
        if told_since is None:
            query = f"{_ENTITIES} WHERE e.actor = ? ORDER BY e.article, e.n"
            return map(self._shaping.member, self._fetch(query, (actor,)))
        given = (actor, instants.told(told_since))
        return map(self._shaping.member, self._fetch(_LATER, given))

    def called(self, actor: int) -> dict[str, int]:
        """Return the names of an actor, and how many of its entities have each."""
        with file.faults(self._path):
            return naming.called(self._connection, actor)

    def entities(self) -> Iterator[Member]:
        """Yield every entity of every current article."""
        query = f"{_ENTITIES} WHERE a.current ORDER BY e.article, e.n"
        return map(self._shaping.member, self._fetch(query, ()))

    def claims(self, selection: Selection = EVERY) -> Iterator[Claim]:
        """Yield statements."""
        if selection.text is None:
            yield from map(self._shaping.claim, self._rows("claim", Query("claim", selection)))
            return
        asked = self._lens.typed(selection.text)
        if not asked.terms:
            return
        limit = None if asked.ordered else selection.limit
        wanted = msgspec.structs.replace(selection, limit=limit)
        query = Query("claim", wanted, Words("claim_word", asked.loose))
        found = map(self._shaping.claim, self._rows("claim", query))
        kept = self._in_order(found, asked) if asked.ordered else found
        yield from islice(kept, selection.limit)

    def _in_order(self, found: Iterator[Claim], asked: Typed) -> Iterator[Claim]:
        """Yield those that have the words in the order in which they were typed."""
        while chunk := list(islice(found, CHUNK)):
            yield from compress(chunk, self._lens.having([one.content for one in chunk], asked))

    def happenings(self, selection: Selection = EVERY) -> Iterator[Happening]:
        """Yield tellings of events."""
        return map(self._shaping.happening, self._rows("happening", Query("happening", selection)))

    def ties(self, selection: Selection = EVERY, *, plain: bool = False) -> Iterator[Tie]:
        """Yield tellings of ties."""
        shape = partial(self._shaping.tie, plain=plain)
        return map(shape, self._rows("tie", Query("tie", selection), things=False))

    def moments(self, selection: Selection = EVERY) -> Iterator[Moment]:
        """Yield expressions of time."""
        return map(
            self._shaping.moment, self._rows("moment", Query("moment", selection), things=False)
        )

    def one(self, id: str) -> Row | None:  # noqa: A002
        """Return the row of an id, of any version of a page and though it be marked wrong."""
        parts = ids.parse(id)
        if parts is None:
            return None
        with file.faults(self._path):
            article = records.article_of(self._connection, parts.key)
        if article is None:
            return None
        if parts.letter == "e":
            query = f"{_ENTITIES} WHERE e.article = ? AND e.n = ?"
            return next(map(self._shaping.member, self._fetch(query, (article, parts.n))), None)
        table = _TABLES[parts.letter]
        query = f"SELECT {COLUMNS[table]} FROM {table} t WHERE t.article = ? AND t.n = ?"
        shape = getattr(self._shaping, table)
        found: Row | None = next(map(shape, self._fetch(query, (article, parts.n))), None)
        return found

    def these(self, ids: Iterable[str]) -> dict[str, Row]:
        """Return the rows of many ids, by id."""
        found = ((one, self.one(one)) for one in dict.fromkeys(ids))
        return {id_: row for id_, row in found if row is not None and row.id == id_}

    def period(self) -> tuple[str | None, str | None]:
        """Return when the first and the last of the current articles were published."""
        query = "SELECT published FROM article WHERE current AND told IS NOT NULL ORDER BY told"
        first = next(self._fetch(f"{query} LIMIT 1", ()), (None,))
        last = next(self._fetch(f"{query} DESC LIMIT 1", ()), (None,))
        return first[0], last[0]

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction, with the ids of what it bears on now."""
        with file.faults(self._path):
            yield from correcting.corrections(self._connection)

    def pairs(self, least: float = 0.0, most: float = 1.0) -> Iterator[Pair]:
        """Yield the pairs that matching weighed, most doubtful first."""
        for one, other, probability, why in self._fetch(_PAIRS, (least, most)):
            ends = entity_at(self._connection, one), entity_at(self._connection, other)
            if ends[0] and ends[1]:
                reasons = msgspec.json.decode(why, type=tuple[tuple[str, float], ...])
                yield Pair(one=ends[0][2], other=ends[1][2], probability=probability, why=reasons)

    def counts(self) -> dict[str, int]:
        """Return how many current articles, actors, claims, happenings and ties it holds."""
        with file.faults(self._path):
            return tallying.counted(self._connection)

    def close(self) -> None:
        """Close the archive."""
        self._connection.close()
        if "_lens" in vars(self):
            self._lens.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _rows(self, table: str, query: Query, *, things: bool = True) -> Iterator[Values]:
        rows = self._fetch(*query.sql(COLUMNS[table]))
        while chunk := list(islice(rows, CHUNK)):
            if table != "article":
                with file.faults(self._path):
                    self._shaping.shelf.take((row[0] for row in chunk), things=things)
            yield from chunk

    def _fetch(self, query: str, given: tuple[Any, ...] | dict[str, object]) -> Iterator[Values]:
        with file.faults(self._path):
            self._shaping.shelf.renew()
            yield from self._connection.execute(query, given)


def _of(article: int) -> Selection:
    return Selection(articles=(article,), current=False)
