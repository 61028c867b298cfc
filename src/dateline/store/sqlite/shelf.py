"""What the rows of one article share, taken from the tables once: its text, spans and actors."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from functools import cached_property
from typing import Final

from dateline.span import Span
from dateline.store.sqlite import records, spans

MOST: Final = 1024


class Held:
    """One article's key, date, text and what its things point to."""

    def __init__(self, connection: sqlite3.Connection, article: int) -> None:
        row = connection.execute(
            "SELECT key, published, base FROM article WHERE number = ?", (article,)
        ).fetchone()
        self.key: str = row[0]
        self.told: str | None = row[1]
        self.base: int = row[2]
        self._connection, self._article = connection, article
        self._actors: dict[int, int] = dict(
            connection.execute("SELECT n, actor FROM entity WHERE article = ?", (article,))
        )
        self._spans: dict[int, dict[int, tuple[Span, ...]]] = {}

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return records.text(self._connection, self._article)

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        return records.places(self._connection, self._article)

    @cached_property
    def _parts(self) -> dict[tuple[int, int], list[int]]:
        found: dict[tuple[int, int], list[int]] = {}
        for place, entity in self._connection.execute(
            "SELECT place, entity FROM part WHERE article = ?", (self._article,)
        ):
            found.setdefault((place % 4, place // 4), []).append(entity)
        return found

    def actor(self, entity: int | None) -> int | None:
        """Return the actor of an entity of the article."""
        return None if entity is None else self._actors[entity]

    def parts(self, role: int, n: int) -> tuple[int, ...]:
        """Return the actors that have a part in a thing."""
        return tuple(dict.fromkeys(self._actors[one] for one in self._parts.get((role, n), ())))

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
        found = self._held.get(article)
        if found is None:
            if len(self._held) >= MOST:
                self._held.popitem(last=False)
            found = self._held[article] = Held(self._connection, article)
        return found

    def renew(self) -> None:
        """Forget what was held if another has written to the archive."""
        state = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if state != self._state:
            self._held.clear()
            self._state = state
