"""Finding actors: by number, by name, by how much is written of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.record import EntityKind
from dateline.store.rows import Actor
from dateline.store.sqlite.searching import beginnings
from dateline.store.sqlite.shaping import Shaping, Values

MOST: Final = 400
"""How many actors are weighed before the likeliest are chosen."""

_ACTORS: Final = """
SELECT j.value, a.key, j.value - a.base, coalesce(k.kind, e.kind), coalesce(k.name, n.name),
    coalesce(k.articles, a.current), iif(k.number IS NULL, e.place, k.place), {aliases}
FROM json_each(?) j JOIN article a ON a.number = (
    SELECT number FROM article WHERE base < j.value ORDER BY base DESC LIMIT 1
) JOIN entity e ON e.article = a.number AND e.n = j.value - a.base
JOIN name n ON n.number = e.name LEFT JOIN actor k ON k.number = j.value
WHERE k.number IS NOT NULL OR e.actor = j.value
"""
_ALIASES: Final = """coalesce(k.aliases, (
    SELECT json_group_array(m.name) FROM alias l JOIN name m ON m.number = l.name
    WHERE l.article = e.article AND l.n = e.n))"""
_EQUAL: Final = """
SELECT c.actor FROM name n JOIN called c ON c.name = n.number
LEFT JOIN actor k ON k.number = c.actor WHERE n.name = :name
ORDER BY coalesce(k.articles, 1) DESC, c.actor LIMIT :most
"""
_PARTLY: Final = """
SELECT c.actor FROM name_word w JOIN called c ON c.name = w.rowid
LEFT JOIN actor k ON k.number = c.actor WHERE name_word MATCH :words
GROUP BY c.actor ORDER BY coalesce(k.articles, 1) DESC, c.actor LIMIT :most
"""
_CALLED: Final = """
SELECT n.name, sum(s.number) FROM (
    SELECT name, count(*) AS number FROM entity WHERE actor = :actor GROUP BY name
    UNION ALL
    SELECT l.name, count(*) FROM entity e JOIN alias l ON l.article = e.article AND l.n = e.n
    WHERE e.actor = :actor AND l.name != e.name GROUP BY l.name
) s JOIN name n ON n.number = s.name GROUP BY n.name
"""


def actors(
    connection: sqlite3.Connection,
    shaping: Shaping,
    numbers: Iterable[int],
    *,
    aliases: bool = True,
) -> dict[int, Actor]:
    """Return the actors of some numbers, with their aliases if these are wanted."""
    asked = list(dict.fromkeys(numbers))
    query = _ACTORS.format(aliases=_ALIASES if aliases else "'[]'")
    found = {row[0]: row for row in connection.execute(query, (json.dumps(asked),)).fetchall()}
    return {number: _actor(shaping, found[number]) for number in asked if number in found}


def _actor(shaping: Shaping, row: Values) -> Actor:
    number, key, n, kind, name, articles, place, aliases = row
    return Actor(
        number=number,
        id=f"{key}:e{n}",
        kind=shaping.codes[kind],  # type: ignore[arg-type]
        name=name,
        aliases=tuple(json.loads(aliases)),
        articles=articles,
        place=shaping.place(place),
    )


def named(
    connection: sqlite3.Connection,
    shaping: Shaping,
    name: str,
    kinds: Sequence[EntityKind],
    limit: int,
) -> list[Actor]:
    """Return the actors that a name may mean: by equal name, then by the words in it."""
    numbers = [number for (number,) in connection.execute(_EQUAL, {"name": name, "most": MOST})]
    words = beginnings(name)
    if words and len(numbers) < MOST:
        numbers += [
            number for (number,) in connection.execute(_PARTLY, {"words": words, "most": MOST})
        ]
    found: list[Actor] = []
    for actor in actors(connection, shaping, numbers, aliases=False).values():
        if not kinds or actor.kind in kinds:
            found.append(actor)
        if len(found) >= limit:
            break
    return list(actors(connection, shaping, (actor.number for actor in found)).values())


def leading(
    connection: sqlite3.Connection, shaping: Shaping, kinds: Sequence[EntityKind], limit: int
) -> list[Actor]:
    """Return the actors of most articles, then, where these are too few, any others."""
    numbers = connection.execute(
        "SELECT number FROM actor WHERE :kinds = '[]' OR kind IN (SELECT c.number FROM code c"
        " JOIN json_each(:kinds) j ON j.value = c.word)"
        " ORDER BY articles DESC, number LIMIT :most",
        {"kinds": json.dumps(list(kinds)), "most": limit},
    ).fetchall()
    numbers += connection.execute(
        "SELECT a.base + e.n FROM article a JOIN entity e ON e.article = a.number"
        " WHERE a.current AND e.actor = a.base + e.n AND (:kinds = '[]' OR e.kind IN ("
        "SELECT c.number FROM code c JOIN json_each(:kinds) j ON j.value = c.word)) LIMIT :most",
        {
            "kinds": json.dumps(list(kinds)),
            "most": max(0, limit - len(numbers)) and limit,
        },
    ).fetchall()
    every = actors(connection, shaping, (number for (number,) in numbers))
    wanted = (one for one in every.values() if one.articles and (not kinds or one.kind in kinds))
    return sorted(wanted, key=lambda one: (-one.articles, one.number))[:limit]


def called(connection: sqlite3.Connection, actor: int) -> dict[str, int]:
    """Return the names of an actor, each with the number of its entities that have it."""
    return dict(connection.execute(_CALLED, {"actor": actor}).fetchall())
