"""What texts and records of an archive often hold: learnt from its first ones, to compress by."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from dateline.store.sqlite import packing

RIPE: Final = 12
"""How many records a dictionary is made of."""

ENOUGH_TEXT: Final = 24_000
ENOUGH_REST: Final = 12_000
"""How many bytes of a dictionary are enough."""


class Dictionary(NamedTuple):
    """What texts, and the rest of records, often hold; number 0 is empty."""

    number: int
    text: bytes
    rest: bytes


def latest(connection: sqlite3.Connection) -> Dictionary:
    """Return the dictionary to compress by, made now if there are enough records to learn from."""
    held = Dictionary(
        *connection.execute(
            "SELECT number, text, rest FROM dictionary ORDER BY number DESC LIMIT 1"
        ).fetchone()
    )
    if held.number:
        return held
    rows = connection.execute(
        "SELECT t.text, r.rest FROM text t JOIN record r ON r.article = t.article"
        " ORDER BY t.article LIMIT ?",
        (RIPE,),
    ).fetchall()
    if len(rows) < RIPE:
        return held
    texts = [packing.unpack_text(text, b"") for text, _ in rows]
    rests = [packing.columns(rest, b"", text) for text, (_, rest) in zip(texts, rows, strict=True)]
    parts = (packing.encoded(text)[: 2 * ENOUGH_TEXT // RIPE] for text in texts)
    made = Dictionary(1, b"".join(parts)[:ENOUGH_TEXT], b"".join(rests)[:ENOUGH_REST])
    connection.execute("INSERT INTO dictionary VALUES (?, ?, ?)", made)
    return made
