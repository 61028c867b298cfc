"""Taking records into the archive: one transaction a page, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store.rows import Correction, Pair
from dateline.store.sqlite import (
    actors,
    correcting,
    file,
    filling,
    ids,
    indexing,
    instants,
    tallying,
)
from dateline.store.sqlite.numbers import entity_number, telling_number
from dateline.store.sqlite.pools import Pools
from dateline.store.sqlite.records import load


class Kept(NamedTuple):
    """What an archive holds of an article beside its record: for taking it over from another."""

    where: str
    digest: str
    version: int
    current: bool
    added: str


class ArchiveWriter:
    """A `Writer` of an archive in one file.

    Two may have one archive open: each page and each correction is a transaction of its own, and
    the second waits a moment for the first.

    Raises:
        DatelineError: at each call, if the disk is full or another writer does not end.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = file.writing(path)
        self._pools = Pools(self._connection)
        self._seen = self._state()

    def has(self, where: str, digest: str) -> bool:
        """Tell whether the page was added with just this digest, as any version of it.

        Args:
            where: where it is from, or its path, or that of the file that it was one of many in.
            digest: as it was added with.
        """
        with file.faults(self._path):
            found = self._connection.execute(
                "SELECT 1 FROM article WHERE digest = :digest"
                " AND (page = :page OR path = :path"
                " OR substr(path, 1, length(:path) + 1) = :path || '#')",
                {"digest": _short(digest), "page": ids.page(where), "path": where},
            )
            return found.fetchone() is not None

    def add(self, record: Record, where: str, digest: str) -> bool:
        """Add a record.

        A page whose text is the one of an earlier version takes that version's place: it was
        read anew, not written anew.

        Raises:
            DatelineError: if the record is not sound in itself, or cannot be written.
        """
        if self.has(where, digest):
            return False
        with self._transaction():
            self._add(record, where, digest)
        return True

    def keep(self, record: Record, kept: Kept) -> None:
        """Add a record as another archive has it; pages must come with their versions in order.

        Raises:
            DatelineError: if the record is not sound in itself, or cannot be written.
        """
        self.add(record, kept.where, kept.digest)
        with self._transaction():
            self._connection.execute(
                "UPDATE article SET version = ?, current = ?, added = ? WHERE key = ?",
                (
                    kept.version,
                    kept.current,
                    instants.second(kept.added),
                    ids.key(kept.where, record.document.id),
                ),
            )

    def settle(self) -> None:
        """Move what the log holds into the archive's own file, so that this alone is all of it."""
        with file.faults(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _add(self, record: Record, where: str, digest: str) -> None:
        page, key = ids.page(where), ids.key(where, record.document.id)
        tallies = tallying.of_page(self._connection, page)
        version, current = self._version(page)
        article, base = self._next()
        touched: set[int] = set()
        before = self._connection.execute(
            "SELECT number, base, version, current FROM article WHERE key = ?", (key,)
        ).fetchone()
        if before:
            *_, version, current = before
            touched = self._remove(before[0], before[1])
        elif version > 1:
            touched = self._replace(page)
        self._insert(record, (article, key, page, _short(digest), version, current, base))
        rows = filling.Filling(self._connection, self._pools, article, base)
        rows.fill(record)
        if current:
            carried = correcting.carry(self._connection, article, page, record)
            touched |= {base + n for n in carried}
        actors.refresh(self._connection, self._pools, touched)
        tallying.change(self._connection, tallies, tallying.of_page(self._connection, page))

    def _version(self, page: int) -> tuple[int, int]:
        last = self._connection.execute(
            "SELECT max(version) FROM article WHERE page = ?", (page,)
        ).fetchone()[0]
        return (last or 0) + 1, 1

    def _remove(self, article: int, base: int) -> set[int]:
        """Take an article out; return the actors that had part in it and live on."""
        left = actors.leave(self._connection, article)
        self._take_out(article, base)
        filling.empty(self._connection, article)
        self._connection.execute("UPDATE article SET origin = NULL WHERE origin = ?", (article,))
        self._connection.execute("DELETE FROM article WHERE number = ?", (article,))
        return left

    def _take_out(self, article: int, base: int) -> None:
        """Take the words of an article out of the indexes.

        Those of a record that is damaged stay in: as nothing will have their numbers again, they
        are found no more.
        """
        with suppress(DatelineError):
            record = load(self._connection, article)
            indexing.take_out(self._connection, article, base, record)

    def _replace(self, page: int) -> set[int]:
        """Let the versions of a page be past; return the actors that they name."""
        rows = self._connection.execute(
            "SELECT DISTINCT e.actor FROM article a JOIN entity e ON e.article = a.number"
            " WHERE a.page = ? AND a.current",
            (page,),
        ).fetchall()
        self._connection.execute("UPDATE article SET current = 0 WHERE page = ?", (page,))
        return {actor for (actor,) in rows}

    def _next(self) -> tuple[int, int]:
        """Return the next article's number, and the number that those of its things follow."""
        last = self._connection.execute(
            "SELECT number, base FROM article ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if last is None:
            return 1, 0
        query = " UNION ALL ".join(
            f"SELECT max(n) AS n FROM {table} WHERE article = :article"
            for table in ("entity", "claim", "happening", "tie", "moment")
        )
        most = self._connection.execute(
            f"SELECT max(n) FROM ({query})", {"article": last[0]}
        ).fetchone()[0]
        return last[0] + 1, last[1] + (most or 0) + 1

    def _insert(self, record: Record, place: tuple[object, ...]) -> None:
        told, code = record.document, self._pools.code_or_none
        row = (
            *place,
            told.path,
            told.url,
            code(told.outlet),
            told.title,
            msgspec.json.encode(told.byline).decode(),
            told.published,
            instants.told(told.published),
            code(told.language),
            instants.now(),
            None,
        )
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT INTO article VALUES ({marks})", row)

    def match(self, groups: Iterable[Sequence[str]], pairs: Iterable[Pair]) -> None:
        """Replace who is who.

        Raises:
            DatelineError: if there is no such entity.
        """
        with self._transaction():
            number = self._entity
            actors.regroup(self._connection, (list(map(number, group)) for group in groups))
            self._connection.execute("DELETE FROM pair")
            self._connection.executemany(
                "INSERT OR REPLACE INTO pair VALUES (?, ?, ?, ?)",
                (
                    (
                        number(pair.one),
                        number(pair.other),
                        pair.probability,
                        msgspec.json.encode(pair.why).decode(),
                    )
                    for pair in pairs
                ),
            )
            actors.refresh_all(self._connection, self._pools)
            tallying.recount(self._connection)
        with file.faults(self._path):
            file.shrink(self._connection)

    def copies(self, origins: Iterable[Sequence[int]]) -> None:
        """Replace which articles are copies of one report."""
        with self._transaction():
            self._connection.execute("UPDATE article SET origin = NULL WHERE origin IS NOT NULL")
            self._connection.executemany(
                "UPDATE article SET origin = ? WHERE number = ?",
                ((first, one) for first, *others in origins for one in others),
            )

    def accounts(self, groups: Iterable[Sequence[str]]) -> None:
        """Replace which tellings are of one event or tie.

        Raises:
            DatelineError: if there is no such telling.
        """
        with self._transaction():
            for table in ("happening", "tie"):
                self._connection.execute(
                    f"UPDATE {table} SET account = NULL WHERE account IS NOT NULL"
                )
            for group in groups:
                tellings = [telling_number(self._connection, one) for one in group]
                first = tellings[0]
                for table, article, n, _ in tellings if len(tellings) > 1 else ():
                    self._connection.execute(
                        f"UPDATE {table} SET account = ? WHERE article = ? AND n = ?",
                        (first.number, article, n),
                    )

    def correct(self, correction: Correction) -> Correction:
        """Add a correction.

        Raises:
            DatelineError: if the archive has not what it is to bear on.
        """
        with self._transaction():
            number = correcting.add(self._connection, correction)
            self._refresh(number)
        return next(correcting.corrections(self._connection, number))

    def undo(self, number: int, made: str) -> Correction:
        """Take a correction back.

        Raises:
            DatelineError: if there is none of that number, or it was taken back before.
        """
        with self._transaction():
            correcting.undo(self._connection, number, made)
            self._refresh(number)
        return next(correcting.corrections(self._connection, number))

    def _refresh(self, correction: int) -> None:
        touched = correcting.entities(self._connection, correction)
        actors.refresh(self._connection, self._pools, touched)

    def _entity(self, name: str) -> int:
        return entity_number(self._connection, name)

    def close(self) -> None:
        """Close the archive."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with file.faults(self._path):
            try:
                with file.transaction(self._connection):
                    if self._seen != self._state():
                        self._pools.forget()
                    yield
            except BaseException as fault:
                self._pools.forget()
                if isinstance(fault, sqlite3.IntegrityError | KeyError):
                    reason = f"the record is not sound in itself: {fault}"
                    raise DatelineError(str(self._path), reason) from None
                raise
            self._seen = self._state()

    def _state(self) -> int:
        """Return a number that changes when another writer has written."""
        state: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return state


def _short(digest: str) -> bytes:
    return sha256(digest.encode()).digest()[:12]
