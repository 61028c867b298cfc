"""What the archive holds of actors that have more than one entity, or a user's name or kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

from dateline.store.sqlite.pools import Pools

MOST: Final = 100
"""How many names of an actor are held with it; `called` has them all."""

_MEMBERS: Final = """
SELECT e.kind, n.name, count(*), max(e.place) FROM entity e JOIN name n ON n.number = e.name
WHERE e.actor = ? GROUP BY e.kind, n.name
"""
_ALIASES: Final = """
SELECT n.name, count(*) FROM entity e JOIN alias l ON l.article = e.article AND l.n = e.n
JOIN name n ON n.number = l.name WHERE e.actor = ? GROUP BY n.name ORDER BY 2 DESC, 1
"""
_GIVEN: Final = """
SELECT k.kind, k.value FROM entity e
JOIN bearing b ON b.article = e.article AND b.letter = 'e' AND b.n = e.n AND b.side = 0
JOIN correction k ON k.number = b.correction
WHERE e.actor = ? AND k.kind IN ('rename', 'kind') AND k.undone IS NULL ORDER BY k.number
"""
_COUNT: Final = """
SELECT count(*), count(DISTINCT CASE WHEN a.current THEN e.article END)
FROM entity e JOIN article a ON a.number = e.article WHERE e.actor = ?
"""
Named = tuple[int, str, int, int | None]


def refresh(connection: sqlite3.Connection, pools: Pools, numbers: Iterable[int]) -> None:
    """Reckon anew what is held of some actors: name, kind and in how many articles."""
    for number in sorted(set(numbers)):
        connection.execute("DELETE FROM actor WHERE number = ?", (number,))
        members, articles = connection.execute(_COUNT, (number,)).fetchone()
        given = dict(connection.execute(_GIVEN, (number,)).fetchall())
        if members < 2 and not given:
            continue
        named = connection.execute(_MEMBERS, (number,)).fetchall()
        kind, name = _chosen(named)
        if "kind" in given:
            kind = pools.code(given["kind"])
        aliases = connection.execute(_ALIASES, (number,)).fetchall()
        names = dict.fromkeys([*_frequent(named), *(alias for alias, _ in aliases)])
        chosen = given.get("rename", name)
        others = json.dumps([one for one in names if one != chosen][:MOST], ensure_ascii=False)
        place = max((row[3] for row in named if row[3] is not None), default=None)
        connection.execute(
            "INSERT INTO actor VALUES (?, ?, ?, ?, ?, ?)",
            (number, kind, chosen, others, place, articles),
        )
        if "rename" in given:
            connection.execute(
                "INSERT OR IGNORE INTO called VALUES (?, ?)", (pools.name(given["rename"]), number)
            )


def _frequent(named: list[Named]) -> list[str]:
    """Return the entities' names, most frequent first."""
    names: dict[str, int] = {}
    for _, name, count, _ in named:
        names[name] = names.get(name, 0) + count
    return sorted(names, key=lambda name: (-names[name], name))


def _chosen(named: list[Named]) -> tuple[int, str]:
    """Return the kind of most entities, and the fullest of the names that are frequent enough.

    A name of many words counts for more, so that "Ana Brandt" is chosen before "Brandt", but a
    rare long one ("Harbour Master Ana Brandt") is not.
    """
    kinds: dict[int, int] = {}
    names: dict[str, int] = {}
    for kind, name, count, _ in named:
        kinds[kind] = kinds.get(kind, 0) + count
        names[name] = names.get(name, 0) + count
    enough = max(names.values()) / 5
    frequent = (name for name, count in names.items() if count >= enough)
    fullest = max(frequent, key=lambda name: (min(name.count(" "), 2), names[name], name))
    return max(kinds, key=lambda kind: (kinds[kind], -kind)), fullest


def regroup(connection: sqlite3.Connection, groups: Iterable[Iterable[int]]) -> None:
    """Replace who is who: groups of numbers of entities, the first of each the actor's own."""
    connection.execute("CREATE TEMP TABLE matched (entity INTEGER PRIMARY KEY, actor INTEGER)")
    try:
        for group in groups:
            first, *others = group
            connection.executemany(
                "INSERT INTO matched VALUES (?, ?)", ((one, first) for one in (first, *others))
            )
        # An index that is made anew is made at once and compact; most of it would change.
        (index,) = connection.execute(_INDEX).fetchone()
        connection.execute("DROP INDEX entity_actor")
        connection.execute(_REGROUP)
        connection.execute(index)
        connection.execute("DELETE FROM tied")
        connection.execute(_TIE)
        connection.execute("DELETE FROM called")
        connection.execute(_CALL_ENTITIES)
        connection.execute(_CALL_ALIASES)
    finally:
        connection.execute("DROP TABLE matched")


_INDEX: Final = "SELECT sql FROM sqlite_schema WHERE name = 'entity_actor'"
_REGROUP: Final = """
WITH wanted AS MATERIALIZED (
    SELECT e.article, e.n, coalesce(m.actor, a.base + e.n) AS actor
    FROM entity e JOIN article a ON a.number = e.article
    LEFT JOIN matched m ON m.entity = a.base + e.n
    WHERE e.actor != coalesce(m.actor, a.base + e.n)
)
UPDATE entity SET actor = wanted.actor FROM wanted
WHERE entity.article = wanted.article AND entity.n = wanted.n
"""
_TIE: Final = """
INSERT OR IGNORE INTO tied SELECT e.actor, t.article, t.n FROM tie t
JOIN entity e ON e.article = t.article AND e.n IN (t.subject, t.object)
"""
_CALL_ENTITIES: Final = "INSERT OR IGNORE INTO called SELECT DISTINCT name, actor FROM entity"
_CALL_ALIASES: Final = """
INSERT OR IGNORE INTO called
SELECT DISTINCT l.name, e.actor FROM alias l JOIN entity e ON e.article = l.article AND e.n = l.n
"""
_SHARED: Final = "SELECT actor FROM entity GROUP BY actor HAVING count(*) > 1"
_CORRECTED: Final = """
SELECT DISTINCT e.actor FROM bearing b
JOIN entity e ON e.article = b.article AND e.n = b.n WHERE b.letter = 'e' AND b.side = 0
"""


_UNCALL_FORMER: Final = """
DELETE FROM called WHERE actor = ? AND name IN (
    SELECT name FROM entity WHERE actor = ? UNION ALL
    SELECT l.name FROM entity e JOIN alias l ON l.article = e.article AND l.n = e.n
    WHERE e.actor = ?
)
"""


def refresh_all(connection: sqlite3.Connection, pools: Pools) -> None:
    """Reckon anew what is held of every actor."""
    connection.execute("DELETE FROM actor")
    shared = connection.execute(_SHARED).fetchall() + connection.execute(_CORRECTED).fetchall()
    refresh(connection, pools, (number for (number,) in shared))


def leave(connection: sqlite3.Connection, article: int) -> set[int]:
    """Take an article's entities out of the actors that they have part in; return these.

    An actor that loses its first entity is from then on the actor of the next.
    """
    rows = connection.execute(
        "SELECT e.actor, a.base + e.n, e.name FROM entity e JOIN article a ON a.number = e.article"
        " WHERE e.article = ?",
        (article,),
    ).fetchall()
    lost = json.dumps([own for _, own, _ in rows])
    connection.execute("DELETE FROM pair WHERE one IN (SELECT value FROM json_each(?))", (lost,))
    connection.execute("DELETE FROM pair WHERE other IN (SELECT value FROM json_each(?))", (lost,))
    connection.execute("UPDATE entity SET actor = -1 WHERE article = ?", (article,))
    left = set()
    owns = {own for _, own, _ in rows}
    for actor in sorted({actor for actor, _, _ in rows}):
        connection.execute("DELETE FROM tied WHERE actor = ? AND article = ?", (actor, article))
        _uncall(connection, article, actor, [name for one, _, name in rows if one == actor])
        next_ = _first(connection, actor) if actor in owns else actor
        if next_ is None:
            connection.execute("DELETE FROM actor WHERE number = ?", (actor,))
            continue
        if next_ != actor:
            connection.execute("UPDATE entity SET actor = ? WHERE actor = ?", (next_, actor))
            connection.execute("UPDATE tied SET actor = ? WHERE actor = ?", (next_, actor))
            connection.execute("DELETE FROM actor WHERE number = ?", (actor,))
            connection.execute(_UNCALL_FORMER, (actor, next_, next_))
        _call(connection, next_)
        left.add(next_)
    return left


def _uncall(connection: sqlite3.Connection, article: int, actor: int, names: list[int]) -> None:
    aliases = connection.execute("SELECT DISTINCT name FROM alias WHERE article = ?", (article,))
    every = {*names, *(name for (name,) in aliases.fetchall())}
    connection.executemany(
        "DELETE FROM called WHERE name = ? AND actor = ?", ((name, actor) for name in every)
    )


def _first(connection: sqlite3.Connection, actor: int) -> int | None:
    found = connection.execute(
        "SELECT min(a.base + e.n) FROM entity e JOIN article a ON a.number = e.article"
        " WHERE e.actor = ?",
        (actor,),
    ).fetchone()
    return None if found[0] is None else int(found[0])


def _call(connection: sqlite3.Connection, actor: int) -> None:
    """Note all names of an actor."""
    connection.execute(
        "INSERT OR IGNORE INTO called SELECT name, actor FROM entity WHERE actor = ?", (actor,)
    )
    connection.execute(
        "INSERT OR IGNORE INTO called SELECT l.name, e.actor FROM entity e"
        " JOIN alias l ON l.article = e.article AND l.n = e.n WHERE e.actor = ?",
        (actor,),
    )
