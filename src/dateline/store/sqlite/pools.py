"""Strings held once: codes of a few kinds, names, and places, each by a number."""

from __future__ import annotations

import sqlite3
from typing import Final

from dateline.record import Place
from dateline.store.sqlite import dictionaries
from dateline.store.sqlite.dictionaries import Dictionary

MOST: Final = 100_000
"""How many names are held in memory."""


class Pools:
    """The numbers of strings for one writer; a new one is given a number of its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._codes: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._dictionary: Dictionary | None = None

    def forget(self) -> None:
        """Forget what was learned, after a transaction that came to nothing."""
        self._dictionary = None
        self._codes.clear()
        self._names.clear()

    def dictionary(self) -> Dictionary:
        """Return the dictionary to compress a record with; the archive makes one when it can."""
        if self._dictionary is None or not self._dictionary.number:
            self._dictionary = dictionaries.latest(self._connection)
        return self._dictionary

    def code(self, word: str) -> int:
        """Return the number of a word of a few."""
        if word not in self._codes:
            self._codes[word] = self._number("code", "word", word)[0]
        return self._codes[word]

    def code_or_none(self, word: str | None) -> int | None:
        """Return the number of a word of a few, `None` for none."""
        return None if word is None else self.code(word)

    def name(self, name: str) -> int:
        """Return the number of a name."""
        found = self._names.get(name)
        if found is None:
            found, is_new = self._number("name", "name", name)
            if is_new:
                self._connection.execute(
                    "INSERT INTO name_word (rowid, name) VALUES (?, ?)", (found, name)
                )
            if len(self._names) >= MOST:
                self._names.clear()
            self._names[name] = found
        return found

    def place(self, place: Place | None) -> int | None:
        """Return the number of a place, `None` for none."""
        if place is None:
            return None
        values = (place.gazetteer, place.id, place.lat, place.lon, place.country)
        found = self._connection.execute(
            "SELECT number FROM place WHERE gazetteer = ? AND id = ? AND lat = ? AND lon = ?"
            " AND country IS ?",
            values,
        ).fetchone()
        if found:
            return int(found[0])
        return self._connection.execute(
            "INSERT INTO place (gazetteer, id, lat, lon, country) VALUES (?, ?, ?, ?, ?)", values
        ).lastrowid

    def _number(self, table: str, column: str, value: str) -> tuple[int, bool]:
        """Return the number of a string, and whether it is new."""
        found = self._connection.execute(
            f"SELECT number FROM {table} WHERE {column} = ?", (value,)
        ).fetchone()
        if found:
            return int(found[0]), False
        added = self._connection.execute(f"INSERT INTO {table} ({column}) VALUES (?)", (value,))
        return int(added.lastrowid or 0), True
