"""The file of an archive: opened for reading or writing, known by its marks, its faults told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final, get_args
from urllib.parse import quote

from dateline import record
from dateline.errors import DatelineError
from dateline.store.sqlite import tallying

APPLICATION: Final = 0x444C494E  # "DLIN"
VERSION: Final = 3
CACHE: Final = 65_536  # kilobytes
PATIENCE: Final = 10.0  # seconds to wait for another writer
_ENUMERATED: Final = (
    *get_args(record.Manner),
    *get_args(record.Stance),
    *get_args(record.Certainty),
    *get_args(record.SourceKind),
    *get_args(record.EntityKind),
    *get_args(record.Reality),
    *get_args(record.Status),
    *get_args(record.TimexType),
    *get_args(record.End),
    *get_args(record.Bound),
)
_FAULTS: Final = (
    ("not a database", "is no archive", "dateline add INPUT --to FILE makes one"),
    ("malformed", "is damaged", "dateline check names what can still be read"),
    ("locked", "is being written to by another dateline", "try again when that has ended"),
    ("readonly", "cannot be written to", "copy it to where you may write"),
    ("read-only", "cannot be written to", "copy it to where you may write"),
    ("is full", "the disk is full", "make room and run the same again: what was added is kept"),
    ("disk i/o", "the disk failed or is full", "make room and run the same again"),
    ("unable to open", "cannot be opened", "name a file in a folder that you may write to"),
)


def reading(path: Path) -> sqlite3.Connection:
    """Open an archive to read from it.

    Raises:
        DatelineError: if there is none, it is no archive, damaged, or of another version.
    """
    if not path.is_file():
        raise DatelineError(str(path), "no such archive", "dateline add INPUT --to FILE makes one")
    with faults(path), _connected(path, "ro") as found:
        known(found, path)
        return found


def writing(path: Path) -> sqlite3.Connection:
    """Open an archive to write to it, and make it if there is none.

    Raises:
        DatelineError: if it is no archive, cannot be written to, or is of another version.
    """
    with faults(path), _connected(path, "rwc") as found:
        if _is_empty(found):
            create(found)
        known(found, path)
        found.execute("PRAGMA synchronous = NORMAL")
        found.execute("PRAGMA foreign_keys = ON")
        return found


def opened(path: Path) -> sqlite3.Connection:
    """Open an archive of whatever version to read from it, and to keep writers away.

    Raises:
        sqlite3.Error: if it cannot be opened.
    """
    with _connected(path, "rw") as found:
        return found


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty archive."""
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if not _is_empty(connection):
            return  # another writer was faster
        for statement in layout():
            connection.execute(statement)
        words = dict.fromkeys(_ENUMERATED)
        connection.executemany("INSERT INTO code (word) VALUES (?)", ((word,) for word in words))
        connection.execute("INSERT INTO dictionary VALUES (0, x'', x'')")
        tallying.recount(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def layout() -> list[str]:
    """Return the statements that lay out an archive."""
    schema = files("dateline.store.sqlite").joinpath("schema.sql").read_text("utf-8")
    return schema.strip().removesuffix(";").split(";\n")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing of what is done within."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def shrink(connection: sqlite3.Connection) -> None:
    """Give back the room that is free in the file; an archive of an earlier version keeps it."""
    connection.executescript("PRAGMA incremental_vacuum")  # `execute` would give back one page


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Tell what goes wrong within as one clear error.

    Raises:
        DatelineError: in place of an error of the database.
    """
    try:
        yield
    except sqlite3.Error as fault:
        words = str(fault).casefold()
        for sign, reason, remedy in _FAULTS:
            if sign in words:
                raise DatelineError(str(path), reason, remedy) from None
        raise DatelineError(str(path), f"the archive failed: {fault}") from None


def version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of an archive.

    Raises:
        DatelineError: if the file is no archive.
    """
    mark: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION:
        raise DatelineError(str(path), "is no archive", "dateline add INPUT --to FILE makes one")
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def known(connection: sqlite3.Connection, path: Path) -> None:
    """Let an archive of the present version pass.

    Raises:
        DatelineError: if it is no archive, or of another version.
    """
    number = version(connection, path)
    if number > VERSION:
        reason = f"is an archive of version {number}; this Dateline knows {VERSION}"
        raise DatelineError(str(path), reason, "install a newer Dateline")
    if number < VERSION:
        reason = f"is an archive of version {number}, an earlier one"
        raise DatelineError(str(path), reason, f"run dateline upgrade {path}")


def _is_empty(connection: sqlite3.Connection) -> bool:
    tables: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return not tables


def _sealed(path: Path) -> bool:
    """Tell whether nobody can write to an archive: one on a disc, or on a drive held as evidence.

    SQLite notes who reads in a file beside the archive. Where no such file can be made, it must be
    told that none is needed; what waits in a log beside the archive it would then pass over.
    """
    log = path.with_name(f"{path.name}-wal")
    waiting = log.is_file() and log.stat().st_size > 0
    return not waiting and not os.access(path.parent, os.W_OK)


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Open a file; it is closed again if what is done within fails."""
    name = f"file:{quote(str(path.absolute()))}?mode={mode}"
    if mode == "ro" and _sealed(path):
        name += "&immutable=1"
    # Who reads may be closed by another thread than its own: see `explore.state`.
    alone = mode != "ro"
    found = sqlite3.connect(
        name, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=alone
    )
    try:
        found.execute("SELECT count(*) FROM sqlite_schema")  # a file that is none fails here
        found.execute(f"PRAGMA cache_size = -{CACHE}")
        yield found
    except BaseException:
        found.close()
        raise
