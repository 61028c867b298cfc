"""Archives of earlier versions, brought up to date.

Every table but `article`, `correction` and who is who follows from the records. So an archive is
upgraded by adding its records to a new one, written beside and then put in its place; or, where
only some tables have changed, by making these anew from the records, in one transaction.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store.rows import Correction
from dateline.store.sqlite import file, indexing, records, spans, tallying
from dateline.store.sqlite.writing import ArchiveWriter, Kept


class Former(NamedTuple):
    """What an archive of an earlier version holds.

    Attributes:
        articles: in the order of their numbers.
        groups: ids of the entities of each actor that has more than one, its first one first.
        corrections: in the order of making.
    """

    articles: Iterator[tuple[Record, Kept]]
    groups: Iterator[Sequence[str]]
    corrections: Iterator[Correction]


def upgrade(path: Path) -> int:
    """Bring an archive up to date, and return the version that it was of.

    An interruption, or a fault, leaves the archive as it was.

    Raises:
        DatelineError: if it is no archive, newer than this Dateline, damaged, or cannot be written.
    """
    if not path.is_file():
        raise DatelineError(str(path), "no such archive", "dateline add INPUT --to FILE makes one")
    with file.faults(path), closing(file.opened(path)) as former:
        version = file.version(former, path)
        if version == file.VERSION:
            return version
        if version == 2:
            _from_2(former)
            return version
        if version != 1:
            file.known(former, path)
        # Until it is done, nobody else may write what would then be lost.
        former.execute("BEGIN IMMEDIATE")
        part = path.with_name(f".{path.name}.upgrading")
        _remove(part)
        try:
            _fill(part, _version_1(former, path))
            former.execute("ROLLBACK")
            former.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            former.close()
            part.replace(path)
        except OSError as fault:
            reason = f"cannot be replaced: {fault.strerror or fault}"
            raise DatelineError(str(path), reason, "upgrade a copy of it") from None
        finally:
            _remove(part)
    return version


def _fill(path: Path, former: Former) -> None:
    with closing(ArchiveWriter(path)) as writer:
        for record, kept in former.articles:
            writer.keep(record, kept)
        writer.match(former.groups, ())
        for correction in former.corrections:
            number = writer.correct(correction).number
            if correction.undone is not None:
                writer.undo(number, correction.undone)
        writer.settle()


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _version_1(connection: sqlite3.Connection, path: Path) -> Former:
    """Tell what an archive of version 1 holds."""
    return Former(_articles_1(connection, path), _groups_1(connection), _corrections(connection))


def _articles_1(connection: sqlite3.Connection, path: Path) -> Iterator[tuple[Record, Kept]]:
    for place, digest, version, current, added, packed in connection.execute(
        "SELECT place, digest, version, current, added, record FROM article ORDER BY number"
    ):
        try:
            record = Record.from_json(zlib.decompress(packed))
        except (zlib.error, ValueError) as fault:
            reason = f"the record of {place} is damaged: {fault}"
            raise DatelineError(str(path), reason, "restore it from a copy") from None
        yield record, Kept(place, digest, version, bool(current), added)


def _groups_1(connection: sqlite3.Connection) -> Iterator[Sequence[str]]:
    for (ids,) in connection.execute(
        "SELECT group_concat(a.key || ':e' || e.n, ' ') FROM entity e"
        " JOIN article a ON a.number = e.article GROUP BY e.actor HAVING count(*) > 1"
        " ORDER BY min(e.article)"
    ):
        yield ids.split()


def _corrections(connection: sqlite3.Connection) -> Iterator[Correction]:
    for row in connection.execute(
        "SELECT number, kind, of, other, value, author, made, note, undone FROM correction"
        " ORDER BY number"
    ):
        yield Correction(
            **dict(zip(Correction.__struct_fields__, row, strict=False)),
        )


_NEW: Final = ("claim_word", "title_word", "text_word", "comment_word", "tally")
"""The tables that version 2 had not, or not so."""


def _from_2(connection: sqlite3.Connection) -> None:
    """Give an archive of version 2 the indexes and tallies of the present one.

    Raises:
        DatelineError: if a record is damaged.
    """
    with file.transaction(connection):
        connection.execute("DROP TABLE claim_word")
        for statement in file.layout():
            if any(f"TABLE {name} " in statement for name in _NEW):
                connection.execute(statement)
        rows = connection.execute("SELECT number, base FROM article ORDER BY number")
        for article, base in rows.fetchall():
            record = records.load(connection, article)
            indexing.add(connection, article, base, record)
            evidence = spans.pack(indexing.places(record), records.places(connection, article))
            connection.execute(
                "UPDATE evidence SET spans = ? WHERE article = ?", (evidence, article)
            )
        tallying.recount(connection)
        connection.execute(f"PRAGMA user_version = {file.VERSION}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
