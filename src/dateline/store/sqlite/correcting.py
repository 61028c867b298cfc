"""Corrections: rows of their own, that find the thing they bear on again when a page is reread."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store.rows import Correction
from dateline.store.sqlite import ids
from dateline.store.sqlite.evidence import evidence
from dateline.store.sqlite.records import article_of, load

_ALL: Final = """
SELECT k.number, k.kind, k.of, k.other, k.value, k.author, k.made, k.note, k.undone,
    b.side, b.letter, b.n, a.key
FROM correction k LEFT JOIN bearing b ON b.correction = k.number
LEFT JOIN article a ON a.number = b.article
WHERE :number IS NULL OR k.number = :number ORDER BY k.number, b.side
"""
_TABLE: Final = {"e": "entity", "s": "claim", "v": "happening", "r": "tie", "t": "moment"}


def corrections(connection: sqlite3.Connection, number: int | None = None) -> Iterator[Correction]:
    """Yield corrections, each with the present ids of the things that it bears on."""
    held: Correction | None = None
    for row in connection.execute(_ALL, {"number": number}).fetchall():
        if held is None or held.number != row[0]:
            if held is not None:
                yield held
            held = Correction(
                number=row[0],
                kind=row[1],
                of=row[2],
                other=row[3],
                value=row[4],
                author=row[5],
                made=row[6],
                note=row[7],
                undone=row[8],
            )
        held = _placed(held, *row[9:])
    if held is not None:
        yield held


def _placed(
    held: Correction, side: int | None, letter: str, n: int | None, key: str | None
) -> Correction:
    """Return a correction with the present id on one of its sides."""
    if side is None:
        return held
    fields = {
        name: getattr(held, name) for name in held.__struct_fields__ if name not in {"of", "other"}
    }
    now = None if n is None or key is None else f"{key}:{letter}{n}"
    of, other = held.of, held.other
    if now is None:
        fields["lost"] = True
    elif side == 0:
        of = now
    else:
        other = now
    return Correction(of=of, other=other, **fields)


def add(connection: sqlite3.Connection, one: Correction) -> int:
    """Add a correction; return its number.

    Raises:
        DatelineError: if the archive has no such thing.
    """
    sides = [_found(connection, name) for name in (one.of, one.other) if name is not None]
    number = connection.execute(
        "INSERT INTO correction (kind, of, other, value, author, made, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one.kind, one.of, one.other, one.value, one.author, one.made, one.note),
    ).lastrowid
    for side, (article, letter, n) in enumerate(sides):
        known = evidence(load(connection, article))[letter, n]
        page = connection.execute("SELECT page FROM article WHERE number = ?", (article,))
        row = (number, side, page.fetchone()[0], letter, json.dumps(known), article, n)
        connection.execute("INSERT INTO bearing VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    return int(number or 0)


def undo(connection: sqlite3.Connection, number: int, made: str) -> None:
    """Take a correction back.

    Raises:
        DatelineError: if there is none of that number, or it was taken back before.
    """
    found = connection.execute(
        "UPDATE correction SET undone = ? WHERE number = ? AND undone IS NULL", (made, number)
    )
    if not found.rowcount:
        raise DatelineError(f"correction {number}", "there is none to be undone")


def carry(connection: sqlite3.Connection, article: int, page: int, record: Record) -> set[int]:
    """Let the corrections of a page bear on its new reading; return the entities they rename.

    A correction bears on the thing that has the same evidence; where none has, on nothing until
    a later reading has it again.
    """
    rows = connection.execute(
        "SELECT correction, side, letter, evidence FROM bearing WHERE page = ?", (page,)
    ).fetchall()
    if not rows:
        return set()
    places = {(key[0], known): key[1] for key, known in evidence(record).items()}
    carried = set()
    for correction, side, letter, known in rows:
        n = places.get((letter, tuple(json.loads(known))))
        connection.execute(
            "UPDATE bearing SET article = ?, n = ? WHERE correction = ? AND side = ?",
            (None if n is None else article, n, correction, side),
        )
        if letter == "e" and n is not None:
            carried.add(n)
    return carried


def entities(connection: sqlite3.Connection, number: int) -> set[int]:
    """Return the actors that a correction bears on."""
    rows = connection.execute(
        "SELECT e.actor FROM bearing b JOIN entity e ON e.article = b.article AND e.n = b.n"
        " WHERE b.correction = ? AND b.letter = 'e'",
        (number,),
    )
    return {actor for (actor,) in rows.fetchall()}


def _found(connection: sqlite3.Connection, name: str) -> tuple[int, ids.Letter, int]:
    """Return where a thing is.

    Raises:
        DatelineError: if the archive has none of that id.
    """
    parts = ids.parse(name)
    article = article_of(connection, parts.key) if parts else None
    if parts and article is not None:
        query = f"SELECT 1 FROM {_TABLE[parts.letter]} WHERE article = ? AND n = ?"
        if connection.execute(query, (article, parts.n)).fetchone():
            return article, parts.letter, parts.n
    raise DatelineError(name, "the archive has nothing of that id")
