"""The numbers of things in this archive, and where a thing of a number is."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from dateline.errors import DatelineError
from dateline.store.sqlite import ids

_TELLINGS: Final = {"v": "happening", "r": "tie"}


class Telling(NamedTuple):
    """Where a telling is: its table, article and number there; and its number in the archive."""

    table: str
    article: int
    n: int
    number: int


def entity_number(connection: sqlite3.Connection, name: str) -> int:
    """Return the number of the entity of an id.

    Raises:
        DatelineError: if the archive has none of that id.
    """
    parts = ids.parse(name)
    if parts and parts.letter == "e":
        row = connection.execute(
            "SELECT a.base + e.n FROM article a JOIN entity e ON e.article = a.number"
            " WHERE a.key = ? AND e.n = ?",
            (parts.key, parts.n),
        ).fetchone()
        if row:
            return int(row[0])
    raise DatelineError(name, "the archive has no entity of that id")


def telling_number(connection: sqlite3.Connection, name: str) -> Telling:
    """Return where the event or tie of an id is.

    Raises:
        DatelineError: if the archive has none of that id.
    """
    parts = ids.parse(name)
    if parts and parts.letter in _TELLINGS:
        table = _TELLINGS[parts.letter]
        row = connection.execute(
            f"SELECT t.article, a.base + t.n FROM article a JOIN {table} t ON t.article = a.number"
            " WHERE a.key = ? AND t.n = ?",
            (parts.key, parts.n),
        ).fetchone()
        if row:
            return Telling(table, row[0], parts.n, row[1])
    raise DatelineError(name, "the archive has no event or tie of that id")


def entity_at(connection: sqlite3.Connection, number: int) -> tuple[int, int, str] | None:
    """Return article, number in it, and id of the entity of a number."""
    row = connection.execute(
        "SELECT number, base, key FROM article WHERE base < ? ORDER BY base DESC LIMIT 1",
        (number,),
    ).fetchone()
    return None if row is None else (row[0], number - row[1], f"{row[2]}:e{number - row[1]}")
