"""Finding actors: by number, by name, by how much is written of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.record import EntityKind
from dateline.store.rows import Actor
from dateline.store.sqlite.numbers import entity_at
from dateline.store.sqlite.searching import beginnings
from dateline.store.sqlite.shaping import Shaping

MOST: Final = 400
"""How many actors are weighed before the likeliest are chosen."""

_ALIASES: Final = """
SELECT name, sum(times) FROM (
    SELECT n.name AS name, 1000 AS times FROM entity e JOIN name n ON n.number = e.name
    WHERE e.actor = ?1
    UNION ALL
    SELECT n.name, 1 FROM entity e JOIN alias l ON l.article = e.article AND l.n = e.n
    JOIN name n ON n.number = l.name WHERE e.actor = ?1
) GROUP BY name ORDER BY 2 DESC, 1
"""
_ALONE: Final = """
SELECT e.kind, n.name, a.current FROM entity e JOIN article a ON a.number = e.article
JOIN name n ON n.number = e.name WHERE e.article = ? AND e.n = ? AND e.actor = ?
"""
_NAMES: Final = """
SELECT j.value, a.key, j.value - a.base, coalesce(k.kind, e.kind), coalesce(k.name, n.name),
coalesce(k.articles, a.current),
(SELECT place FROM entity o WHERE o.actor = j.value AND o.place IS NOT NULL LIMIT 1)
FROM json_each(?) j JOIN article a ON a.number = (
    SELECT number FROM article WHERE base < j.value ORDER BY base DESC LIMIT 1
) JOIN entity e ON e.article = a.number AND e.n = j.value - a.base
JOIN name n ON n.number = e.name LEFT JOIN actor k ON k.number = j.value
WHERE k.number IS NOT NULL OR e.actor = j.value
"""
_PLACE: Final = "SELECT place FROM entity WHERE actor = ? AND place IS NOT NULL LIMIT 1"
_EQUAL: Final = """
SELECT c.actor FROM name n JOIN called c ON c.name = n.number
LEFT JOIN actor k ON k.number = c.actor WHERE n.name = ?1
ORDER BY coalesce(k.articles, 1) DESC, c.actor LIMIT ?2
"""
_PARTLY: Final = """
SELECT c.actor FROM name_word w JOIN called c ON c.name = w.rowid
LEFT JOIN actor k ON k.number = c.actor WHERE name_word MATCH ?1
GROUP BY c.actor ORDER BY coalesce(k.articles, 1) DESC, c.actor LIMIT ?2
"""


def actors(
    connection: sqlite3.Connection, shaping: Shaping, numbers: Iterable[int]
) -> dict[int, Actor]:
    """Return the actors of some numbers."""
    found = ((number, _actor(connection, shaping, number)) for number in dict.fromkeys(numbers))
    return {number: actor for number, actor in found if actor is not None}


def names(
    connection: sqlite3.Connection, shaping: Shaping, numbers: Iterable[int]
) -> dict[int, Actor]:
    """Return the actors of some numbers without their aliases."""
    rows = connection.execute(_NAMES, (json.dumps(list(dict.fromkeys(numbers))),))
    return {
        number: Actor(
            number=number,
            id=f"{key}:e{n}",
            kind=shaping.codes[kind],  # type: ignore[arg-type]
            name=name,
            articles=articles,
            place=shaping.place(place),
        )
        for number, key, n, kind, name, articles, place in rows.fetchall()
    }


def _actor(connection: sqlite3.Connection, shaping: Shaping, number: int) -> Actor | None:
    place = entity_at(connection, number)
    if place is None:
        return None
    article, n, name = place
    row = connection.execute(
        "SELECT kind, name, articles FROM actor WHERE number = ?", (number,)
    ).fetchone()
    row = row or connection.execute(_ALONE, (article, n, number)).fetchone()
    if row is None:
        return None
    others = connection.execute(_ALIASES, (number,)).fetchall()
    located = connection.execute(_PLACE, (number,)).fetchone()
    return Actor(
        number=number,
        id=name,
        kind=shaping.codes[row[0]],  # type: ignore[arg-type]
        name=row[1],
        aliases=tuple(other for other, _ in others if other != row[1]),
        articles=row[2],
        place=shaping.place(located[0]) if located else None,
    )


def named(
    connection: sqlite3.Connection,
    shaping: Shaping,
    name: str,
    kinds: Sequence[EntityKind],
    limit: int,
) -> list[Actor]:
    """Return the actors that a name may mean: by equal name, then by the words in it."""
    numbers = [number for (number,) in connection.execute(_EQUAL, (name, MOST))]
    words = beginnings(name)
    if words and len(numbers) < MOST:
        numbers += [number for (number,) in connection.execute(_PARTLY, (words, MOST))]
    found: list[Actor] = []
    for number in dict.fromkeys(numbers):
        actor = _actor(connection, shaping, number)
        if actor is not None and (not kinds or actor.kind in kinds):
            found.append(actor)
        if len(found) >= limit:
            break
    return found


def leading(
    connection: sqlite3.Connection, shaping: Shaping, kinds: Sequence[EntityKind], limit: int
) -> list[Actor]:
    """Return the actors of most articles, then, where these are too few, any others."""
    numbers = connection.execute(
        "SELECT number FROM actor WHERE ?1 = '[]' OR kind IN (SELECT c.number FROM code c"
        " JOIN json_each(?1) j ON j.value = c.word) ORDER BY articles DESC, number LIMIT ?2",
        (json.dumps(list(kinds)), limit),
    ).fetchall()
    numbers += connection.execute(
        "SELECT a.base + e.n FROM article a JOIN entity e ON e.article = a.number"
        " WHERE a.current AND e.actor = a.base + e.n AND (?1 = '[]' OR e.kind IN ("
        "SELECT c.number FROM code c JOIN json_each(?1) j ON j.value = c.word)) LIMIT ?2",
        (json.dumps(list(kinds)), max(0, limit - len(numbers)) and limit),
    ).fetchall()
    every = actors(connection, shaping, (number for (number,) in numbers))
    wanted = (one for one in every.values() if one.articles and (not kinds or one.kind in kinds))
    return sorted(wanted, key=lambda one: (-one.articles, one.number))[:limit]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many of each the current articles hold."""
    queries = {
        "articles": "SELECT count(*) FROM article WHERE current",
        "actors": "SELECT count(DISTINCT e.actor) FROM entity e"
        " WHERE e.article NOT IN (SELECT number FROM article WHERE NOT current)",
    }
    for name, table in (("claims", "claim"), ("happenings", "happening"), ("ties", "tie")):
        queries[name] = (
            f"SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM article a"
            f" JOIN {table} t ON t.article = a.number WHERE NOT a.current)"
        )
    return {name: connection.execute(query).fetchone()[0] for name, query in queries.items()}
