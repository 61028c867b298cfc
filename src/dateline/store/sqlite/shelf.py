"""What the rows of one article share, taken from the tables once: its text, spans and actors."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from dateline.span import Span
from dateline.store.sqlite import records, spans

MOST: Final = 1024
_OF: Final = "FROM json_each(?) j CROSS JOIN {0} t ON t.{1} = j.value"
_ARTICLES: Final = f"SELECT number, t.key, published, base {_OF.format('article', 'number')}"
_ENTITIES: Final = f"SELECT article, n, actor {_OF.format('entity', 'article')}"
_PARTS: Final = f"SELECT article, place, entity {_OF.format('part', 'article')}"
_VICTIMS: Final = (
    "SELECT n, start, length, what, least, most FROM victim WHERE article = ? ORDER BY n, rank"
)
Parts = dict[int, list[int]]
Counted = tuple[int, int, int, int | None, int | None]
"""Where a count of people starts, how long it is, of what, the least and the most."""


class Held:
    """One article's key, date, text and what its things point to."""

    def __init__(
        self, connection: sqlite3.Connection, article: int, key: str, told: str | None, base: int
    ) -> None:
        self.key, self.told, self.base = key, told, base
        self._connection, self._article = connection, article
        self._spans: dict[int, dict[int, tuple[Span, ...]]] = {}

    @cached_property
    def things(self) -> tuple[dict[int, int], Parts]:
        """The actors of its entities, and the entities that have a part in each thing."""
        return _things(self._connection, [self._article])[self._article]

    @cached_property
    def victims(self) -> dict[int, list[Counted]]:
        """The people counted, of each of its events."""
        found: dict[int, list[Counted]] = {}
        for n, *counted in self._connection.execute(_VICTIMS, (self._article,)):
            found.setdefault(n, []).append((*counted,))
        return found

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return records.text(self._connection, self._article)

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        return records.places(self._connection, self._article)

    def actor(self, entity: int | None) -> int | None:
        """Return the actor of an entity of the article."""
        return None if entity is None else self.things[0][entity]

    def parts(self, role: int, n: int) -> tuple[int, ...]:
        """Return the actors that have a part in a thing."""
        actors, parts = self.things
        return tuple(dict.fromkeys(actors[one] for one in parts.get(4 * n + role, ())))

    def spans(self, role: int, n: int) -> tuple[Span, ...]:
        """Return the evidence of a thing."""
        if role not in self._spans:
            self._spans[role] = spans.of(self._places.get(role, []))
        return self._spans[role].get(n, ())

    def words(self, places: tuple[Span, ...]) -> str:
        """Return the words at some places."""
        return " ".join(place.of(self.text) for place in places)

    def id(self, letter: str, n: int) -> str:
        """Return the id of a thing."""
        return f"{self.key}:{letter}{n}"

    def said_in(self, numbers: str | None) -> tuple[str, ...]:
        """Return the ids of statements that are held as their numbers."""
        return tuple(f"{self.key}:s{n}" for n in (numbers or "").split())


class Shelf:
    """The articles that were needed last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[int, Held] = OrderedDict()
        self._state = -1

    def __getitem__(self, article: int) -> Held:
        if article not in self._held:
            self.take([article])
        return self._held[article]

    def take(self, articles: Iterable[int], *, things: bool = True) -> None:
        """Take what is needed of some articles, no more than `MOST`, in a few questions for all.

        Args:
            articles: their numbers.
            things: with the actors, and who has a part in what.
        """
        asked = set(articles)
        wanted = {article for article in asked if article not in self._held}
        while self._held and len(self._held) + len(wanted) > MOST:
            wanted |= asked & {self._held.popitem(last=False)[0]}
        for row in self._connection.execute(_ARTICLES, (json.dumps(sorted(wanted)),)):
            self._held[row[0]] = Held(self._connection, *row)
        bare = [one for one in asked if things and "things" not in vars(self._held[one])]
        for article, found in _things(self._connection, bare).items():
            self._held[article].things = found

    def renew(self) -> None:
        """Forget what was held if another has written to the archive."""
        state = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if state != self._state:
            self._held.clear()
            self._state = state


def _things(
    connection: sqlite3.Connection, articles: Iterable[int]
) -> dict[int, tuple[dict[int, int], Parts]]:
    """Return, of some articles, the actors of their entities and the parts in their things."""
    found: dict[int, tuple[dict[int, int], Parts]] = {one: ({}, {}) for one in articles}
    asked = (json.dumps(sorted(found)),)
    for article, n, actor in connection.execute(_ENTITIES, asked) if found else ():
        found[article][0][n] = actor
    for article, place, entity in connection.execute(_PARTS, asked) if found else ():
        found[article][1].setdefault(place, []).append(entity)
    return found
