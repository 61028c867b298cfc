"""Whole records in the archive, and their articles by key."""

from __future__ import annotations

import sqlite3

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store.sqlite import packing, spans


def load(connection: sqlite3.Connection, article: int) -> Record:
    """Return the record of an article.

    Raises:
        DatelineError: if there is none, or it is damaged.
    """
    row = connection.execute(
        "SELECT t.text, c.text, r.rest, d.rest FROM record r JOIN text t ON t.article = r.article"
        " JOIN dictionary c ON c.number = t.dictionary"
        " JOIN dictionary d ON d.number = r.dictionary WHERE r.article = ?",
        (article,),
    ).fetchone()
    if row is None:
        raise DatelineError(f"article {article}", "the archive has none of that number")
    try:
        return packing.unpack(row[2], row[3], packing.unpack_text(row[0], row[1]))
    except ValueError as fault:
        raise damaged(connection, article, str(fault)) from None


def text(connection: sqlite3.Connection, article: int) -> str:
    """Return the text of an article.

    Raises:
        DatelineError: if there is none, or it is damaged.
    """
    row = connection.execute(
        "SELECT t.text, d.text FROM text t JOIN dictionary d ON d.number = t.dictionary"
        " WHERE t.article = ?",
        (article,),
    ).fetchone()
    if row is None:
        raise DatelineError(f"article {article}", "the archive has none of that number")
    try:
        return packing.unpack_text(*row)
    except ValueError as fault:
        raise damaged(connection, article, str(fault)) from None


def places(connection: sqlite3.Connection, article: int) -> dict[int, list[int]]:
    """Return where the things of an article stand, by role, as `spans.of` reads it.

    Raises:
        DatelineError: if there is none, or it is damaged.
    """
    row = connection.execute("SELECT spans FROM evidence WHERE article = ?", (article,)).fetchone()
    if row is None:
        raise DatelineError(f"article {article}", "the archive has none of that number")
    try:
        return spans.unpack(row[0])
    except ValueError as fault:
        raise damaged(connection, article, str(fault)) from None


def article_of(connection: sqlite3.Connection, key: str) -> int | None:
    """Return the number of the article of a key, or of a beginning that no other key has."""
    rows = connection.execute(
        "SELECT number FROM article WHERE key >= ? AND key < ? LIMIT 2", (key, key + "g")
    ).fetchall()
    return int(rows[0][0]) if len(rows) == 1 else None


def damaged(connection: sqlite3.Connection, article: int, why: str) -> DatelineError:
    """Return the error for a record that cannot be read back, which names its page."""
    row = connection.execute("SELECT path FROM article WHERE number = ?", (article,)).fetchone()
    where = row[0] if row else f"article {article}"
    reason = f"its record in the archive is damaged: {why}"
    return DatelineError(where, reason, "add the page to the archive again")
