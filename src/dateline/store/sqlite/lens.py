"""A closer look at few texts: what the index takes for words, and where these stand.

The indexes of the archive know which article or statement has a word, and not where in it: that
would double them. What they find is looked at again here, in an index in memory that knows, with
the same tokenizer: so both agree on what a word is (Unicode 6.1, case and accents aside).
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.span import Span
from dateline.store.sqlite.searching import Term, Typed, spelt

TOKENS: Final = "tokenize = 'unicode61 remove_diacritics 2'"
_BEGIN, _END = "\x01", "\x02"
_LAYOUT: Final = (
    f"CREATE VIRTUAL TABLE word USING fts5 (text, content = '', {TOKENS})",
    "CREATE VIRTUAL TABLE place USING fts5vocab (word, instance)",
    f"CREATE VIRTUAL TABLE line USING fts5 (text, {TOKENS})",
)
_STRANGE: Final = b"?" * 6
_ACCENT: Final = re.compile("[\u0300-\u0331]")  # what the tokenizer drops within words
_SEPARATORS: Final = {0: " ", ord(_BEGIN): " ", ord(_END): " "}


def plain(text: str) -> str:
    """Return a text as the database can take it, with each character in its place.

    Halves of surrogate pairs and three control characters, which are part of no word, are replaced.
    """
    return text.translate(_SEPARATORS).encode("utf-8", "replace").decode()


class Lens:
    """An index in memory for a few texts at a time; of one thread, though any may close it."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        for statement in _LAYOUT:
            self._connection.execute(statement)

    def typed(self, text: str) -> Typed:
        """Return what a user typed, in the words that an index has."""
        pieces = spelt(text)
        split = self.words([words for words, _ in pieces])
        terms = (Term(words, on) for words, (_, on) in zip(split, pieces, strict=True) if words)
        return Typed(tuple(dict.fromkeys(terms)))

    def words(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the words of each of some texts, as an index has them, in order."""
        self._put("word", texts)
        found: list[list[str]] = [[] for _ in texts]
        query = "SELECT doc, term FROM place ORDER BY doc, offset"
        for at, word in self._connection.execute(query):
            found[at - 1].append(word)
        self._connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
        return [tuple(words) for words in found]

    def having(self, texts: Sequence[str], asked: Typed) -> list[bool]:
        """Tell of each of some texts whether it has what was typed, words in their order."""
        glance = _glance(asked)
        self._put("word", [text if _may_have(text, glance) else "" for text in texts])
        query = "SELECT rowid FROM word WHERE word MATCH ?"
        found = {at for (at,) in self._connection.execute(query, (asked.exact,))}
        self._connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
        return [at in found for at, _ in enumerate(texts, 1)]

    def best(self, texts: Sequence[str], asked: Typed) -> tuple[int, list[Span]] | None:
        """Return which text has most of what was typed, the first of these, and where.

        Returns:
            Its place among the texts, and the places of the words in it; `None` if none has any.
        """
        self._put("line", texts)
        try:
            counts = Counter[int]()
            for term in asked.terms:
                query = "SELECT rowid FROM line WHERE line MATCH ?"
                counts.update(at for (at,) in self._connection.execute(query, (str(term),)))
            if not counts:
                return None
            best = min(counts, key=lambda at: (-counts[at], at))
            (marked,) = self._connection.execute(
                "SELECT highlight(line, 0, ?, ?) FROM line WHERE line MATCH ? AND rowid = ?",
                (_BEGIN, _END, asked.any, best),
            ).fetchone()
            return best - 1, _places(marked)
        finally:
            self._connection.execute("DELETE FROM line")

    def _put(self, table: str, texts: Sequence[str]) -> None:
        rows = ((at, plain(text)) for at, text in enumerate(texts, 1))
        self._connection.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", rows)

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()


@lru_cache(maxsize=64)
def _glance(asked: Typed) -> tuple[re.Pattern[bytes], ...]:
    """Return what a text that has the terms has at a glance: see `_may_have`."""
    return tuple(re.compile(_letters(term)) for term in asked.terms)


def _letters(term: Term) -> bytes:
    words = (
        b"".join(b"[%c?]" % sign if chr(sign).isalnum() else rb"\?" for sign in _ascii(word))
        for word in term.words
    )
    return (
        rb"(?<![a-z0-9])" + b"[^a-z0-9]+".join(words) + (b"" if term.goes_on else rb"(?![a-z0-9])")
    )


def _may_have(text: str, glance: Sequence[re.Pattern[bytes]]) -> bool:
    """Tell whether a text may have some terms: a quick look that is wrong in one direction only.

    What is not ASCII is taken for a question mark, which may be any letter or none. Where that says
    too little (other scripts, accents that stand alone), any text may have them.
    """
    seen = _ascii(text)
    if _STRANGE in seen or _ACCENT.search(text):
        return True
    return all(one.search(seen) for one in glance)


def _ascii(text: str) -> bytes:
    return text.encode("ascii", "replace").lower()


def _places(marked: str) -> list[Span]:
    """Return where the words stand that are marked, in the text without the marks."""
    out = []
    before, *rest = marked.split(_BEGIN)
    at = len(before)
    for part in rest:
        word, _, after = part.partition(_END)
        out.append(Span(at, at + len(word)))
        at += len(word) + len(after)
    return out
