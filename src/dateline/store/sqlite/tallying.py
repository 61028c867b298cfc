"""How many of each the current articles hold: kept by the writer, so that nobody need count."""

from __future__ import annotations

import sqlite3
from typing import Final

Tallies = dict[str, int]

_TABLES: Final = {"claims": "claim", "happenings": "happening", "ties": "tie"}
_ALL: Final = {
    "articles": "SELECT count(*) FROM article WHERE current",
    "actors": "SELECT count(DISTINCT e.actor) FROM entity e"
    " WHERE e.article NOT IN (SELECT number FROM article WHERE NOT current)",
    **{
        name: f"SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM article a"
        f" JOIN {table} t ON t.article = a.number WHERE NOT a.current)"
        for name, table in _TABLES.items()
    },
}
_OWN: Final = """
SELECT count(*) FROM (SELECT DISTINCT actor FROM entity WHERE article = :article) o
WHERE NOT EXISTS (
    SELECT 1 FROM entity e JOIN article a ON a.number = e.article
    WHERE e.actor = o.actor AND e.article != :article AND a.current)
"""


def counted(connection: sqlite3.Connection) -> Tallies:
    """Return what was kept, by name."""
    held = dict(connection.execute("SELECT name, number FROM tally").fetchall())
    return {name: held.get(name, 0) for name in _ALL}


def count(connection: sqlite3.Connection) -> Tallies:
    """Count it all."""
    return {name: connection.execute(query).fetchone()[0] for name, query in _ALL.items()}


def recount(connection: sqlite3.Connection) -> None:
    """Count it all, and keep it."""
    connection.executemany("INSERT OR REPLACE INTO tally VALUES (?, ?)", count(connection).items())


def of_page(connection: sqlite3.Connection, page: int) -> Tallies:
    """Return what a page has a part in the tallies with: what would be left out without it."""
    found = connection.execute("SELECT number FROM article WHERE page = ? AND current", (page,))
    tallies = dict.fromkeys(_ALL, 0)
    for row in found.fetchall():
        tallies["articles"] += 1
        tallies["actors"] += connection.execute(_OWN, {"article": row[0]}).fetchone()[0]
        for name, table in _TABLES.items():
            query = f"SELECT count(*) FROM {table} WHERE article = ?"
            tallies[name] += connection.execute(query, row).fetchone()[0]
    return tallies


def change(connection: sqlite3.Connection, before: Tallies, after: Tallies) -> None:
    """Keep that a page has another part than before."""
    connection.executemany(
        "UPDATE tally SET number = number + ? WHERE name = ?",
        ((after[name] - before[name], name) for name in after),
    )
