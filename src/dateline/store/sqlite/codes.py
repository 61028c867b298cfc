"""Codes back into the words that they stand for."""

from __future__ import annotations

import sqlite3


class Codes:
    """The words of an archive's codes, each looked up once: a code never changes its word."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: dict[int, str] = {}

    def __getitem__(self, number: int) -> str:
        if number not in self._words:
            self._words = dict(self._connection.execute("SELECT number, word FROM code"))
        return self._words[number]

    def word(self, number: int | None) -> str | None:
        """Return the word of a code, `None` for none."""
        return None if number is None else self[number]
