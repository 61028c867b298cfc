"""Whether an archive is sound: what is wrong is told, and where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.span import Span
from dateline.store.sqlite import file, ids, indexing, records, spans, tallying
from dateline.store.sqlite.ids import number
from dateline.store.sqlite.lens import Lens

_DANGLING: Final = (
    (
        "entity {1} of article {0} is of an actor that is not there",
        "SELECT e.article, e.n FROM entity e JOIN article a ON a.number = ("
        " SELECT number FROM article WHERE base < e.actor ORDER BY base DESC LIMIT 1)"
        " LEFT JOIN entity f ON f.article = a.number AND f.n = e.actor - a.base"
        " WHERE f.n IS NULL",
    ),
    (
        "tie {1} of article {0} is not among those of its actors",
        "SELECT t.article, t.n FROM tie t JOIN entity e ON e.article = t.article"
        " AND e.n IN (t.subject, t.object) LEFT JOIN tied d"
        " ON d.actor = e.actor AND d.article = t.article AND d.n = t.n WHERE d.n IS NULL",
    ),
    (
        "article {0} is a copy of an article that is not there",
        "SELECT a.number, 0 FROM article a LEFT JOIN article o ON o.number = a.origin"
        " WHERE a.origin IS NOT NULL AND o.number IS NULL",
    ),
    (
        "page {0} has {1} current versions",
        "SELECT min(number), sum(current) FROM article GROUP BY page HAVING sum(current) != 1",
    ),
)
_MATCH: Final = "dateline match reckons them anew"
_TABLES: Final = {"e": "entity", "s": "claim", "v": "happening", "r": "tie", "t": "moment"}


def check(path: Path) -> Iterator[DatelineError]:
    """Yield what is wrong with an archive; nothing if it is sound.

    Verified are the file itself, its references, that each record can be read back, that each
    place in it lies within its text, that its ids follow from its content, that the tables have
    just the things of the records, that a word of it finds each text, and that the tallies are
    right.

    Raises:
        DatelineError: if it cannot be opened at all.
    """
    with closing(file.reading(path)) as connection:
        try:
            yield from _of_file(connection, path)
            with closing(Lens()) as lens:
                for (article,) in connection.execute("SELECT number FROM article").fetchall():
                    yield from _of_article(connection, lens, article)
            if tallying.counted(connection) != tallying.count(connection):
                yield DatelineError(str(path), "its tallies are not those of its tables", _MATCH)
            for words, query in _DANGLING:
                for row in connection.execute(query).fetchall():
                    yield DatelineError(str(path), words.format(*row))
        except sqlite3.DatabaseError as fault:
            yield DatelineError(str(path), f"is damaged: {fault}", "restore it from a copy")


def _of_file(connection: sqlite3.Connection, path: Path) -> Iterator[DatelineError]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        file.create(new)
        for name in sorted(_layout(new) ^ _layout(connection)):
            yield DatelineError(str(path), f"its layout is not that of an archive: {name}")
    for (fault,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if fault != "ok":
            yield DatelineError(str(path), f"is damaged: {fault}", "restore it from a copy")
    for table, _, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield DatelineError(str(path), f"a row of {table} points to a row of {other} not there")


def _layout(connection: sqlite3.Connection) -> set[str]:
    """Return the definitions of tables and indexes, each on one line."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {" ".join(sql.split()) for (sql,) in rows}


def _of_article(
    connection: sqlite3.Connection, lens: Lens, article: int
) -> Iterator[DatelineError]:
    try:
        record = records.load(connection, article)
    except DatelineError as fault:
        yield fault
        return
    where = record.document.path
    size = len(record.document.text)
    for span in _spans(record):
        if span.end > size:
            yield DatelineError(where, f"[{span.start}, {span.end}) lies outside its text")
    try:
        faults = (
            *_of_ids(connection, article, record),
            *_of_tables(connection, article, record),
            *_of_words(connection, lens, article, record),
        )
    except DatelineError as fault:
        yield fault
        return
    for words in faults:
        yield DatelineError(where, words, "add the page to the archive again")


def _spans(value: object) -> Iterator[Span]:
    """Yield every span in a value and all that it holds."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)


def _of_ids(connection: sqlite3.Connection, article: int, record: Record) -> Iterator[str]:
    """Yield which ids do not follow from what they are ids of."""
    told = record.document
    digest = sha256(told.text.encode("utf-8", "surrogatepass")).hexdigest()
    if told.id != digest:
        yield "its document's id is not the digest of its text"
    key, page = connection.execute(
        "SELECT key, page FROM article WHERE number = ?", (article,)
    ).fetchone()
    if (key, page) not in {(ids.key(w, told.id), ids.page(w)) for w in (told.url, told.path) if w}:
        yield f"its key {key} does not follow from where it is from"


def _of_tables(connection: sqlite3.Connection, article: int, record: Record) -> Iterator[str]:
    """Yield which tables have not just the things of the record."""
    held = {
        "e": record.entities,
        "s": record.statements,
        "v": record.events,
        "r": record.relations,
        "t": record.times,
    }
    for letter, table in _TABLES.items():
        rows = connection.execute(f"SELECT n FROM {table} WHERE article = ?", (article,))
        wanted = sorted(number(one.id, letter) for one in held[letter])  # type: ignore[arg-type, attr-defined]
        if sorted(n for (n,) in rows.fetchall()) != wanted:
            yield f"the table {table} has not just the things of its record"
    size = len(record.document.text)
    places = records.places(connection, article).values()
    every = (span for row in places for held in spans.of(row).values() for span in held)
    if any(span.end > size for span in every):
        yield "the table evidence points outside its text"


def _of_words(
    connection: sqlite3.Connection, lens: Lens, article: int, record: Record
) -> Iterator[str]:
    """Yield which full-text indexes do not find the longest word of what they are to hold."""
    (base,) = connection.execute("SELECT base FROM article WHERE number = ?", (article,)).fetchone()
    rows = list(indexing.rows(article, base, record))
    missed = {}
    for (index, row, _), words in zip(rows, lens.words([text for *_, text in rows]), strict=True):
        query = f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?"
        word = max(words, key=len, default=None)
        if word and not connection.execute(query, (f'"{word}"', row)).fetchone():
            missed[index] = word
    for index, word in missed.items():
        yield f"the index {index} does not find it by “{word}”"
