"""Articles that have the words somebody looks for, and the passage of each that has most of them.

Those that have all words in their title come first, then those that have them in the text, then
those whose readers have them in their comments; of each the newest first. An index tells which
articles have them; where they stand in these is looked at in each article that is given out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Final

import msgspec

from dateline.span import Span, lines
from dateline.store import Selection
from dateline.store.excerpts import excerpt
from dateline.store.rows import Hit, HitPart
from dateline.store.sqlite import records, spans
from dateline.store.sqlite.indexing import HEADLINE
from dateline.store.sqlite.lens import Lens
from dateline.store.sqlite.searching import Typed
from dateline.store.sqlite.selecting import Query, Words

_PARTS: Final[tuple[tuple[HitPart, str], ...]] = (
    ("title", "title_word"),
    ("text", "text_word"),
    ("comments", "comment_word"),
)
LOOKED_AT: Final = 50  # words of a line, for the sentence that has most of them


def hits(connection: sqlite3.Connection, lens: Lens, selection: Selection) -> Iterator[Hit]:
    """Yield the articles that have the words of a selection's text, as `View.hits` says."""
    asked = lens.typed(selection.text or "")
    if asked.terms:
        found = _Finding(connection, lens, selection, asked)
        yield from islice(found.hits(), selection.limit)


class _Finding:
    """One search for some words."""

    def __init__(
        self, connection: sqlite3.Connection, lens: Lens, selection: Selection, asked: Typed
    ) -> None:
        self._connection, self._lens = connection, lens
        self._selection, self._asked = selection, asked

    def hits(self) -> Iterator[Hit]:
        """Yield what is found."""
        seen: set[int] = set()
        for part, index in _PARTS:
            for article, origin in self._rows(index, len(seen)):
                if article in seen or not self._has(article, part):
                    continue
                seen.add(article)
                if not self._repeats(article, origin, part, index):
                    yield self._hit(article, part)

    def _rows(self, index: str, seen: int) -> Iterator[tuple[int, int | None]]:
        """Yield the articles that an index finds, each with the one that it is a copy of."""
        wanted = self._selection
        if wanted.limit is not None:  # those that were seen may come again, or are left out
            exact = wanted.copies and not self._asked.ordered
            wanted = msgspec.structs.replace(wanted, limit=wanted.limit + seen if exact else None)
        query = Query("article", wanted, Words(index, self._asked.loose))
        yield from self._connection.execute(*query.sql("a.number, a.origin"))

    def _repeats(self, article: int, origin: int | None, part: HitPart, index: str) -> bool:
        """Tell whether an article is a copy, unasked for, of one that is found as well."""
        if self._selection.copies or origin is None or origin == article:
            return False
        own = msgspec.structs.replace(self._selection, articles=(origin,))
        query = Query("article", own, Words(index, self._asked.loose)).sql("a.number")
        return self._connection.execute(*query).fetchone() is not None and self._has(origin, part)

    def _has(self, article: int, part: HitPart) -> bool:
        """Tell whether an article has the words in the order in which they were typed."""
        if not self._asked.ordered:
            return True
        query = "SELECT title FROM article WHERE number = ?"
        words = [self._connection.execute(query, (article,)).fetchone()[0] or ""]
        if part != "title":
            text = records.text(self._connection, article)
            held = (place.of(text) for place in self._places(article, part))
            words = [*held] if part == "comments" else [*words, *held]
        return self._lens.having(["\n".join(words)], self._asked)[0]

    def _places(self, article: int, part: HitPart) -> list[Span]:
        """Return where the article stands in its text, the headline last; or its comments."""
        held = records.places(self._connection, article)
        if part == "comments":
            found = spans.of(held.get(spans.COMMENT, []))
            return [place for many in found.values() for place in many]
        parts = spans.of(held.get(spans.PART, []))
        return [place for kind in sorted(parts, key=HEADLINE.__eq__) for place in parts[kind]]

    def _hit(self, article: int, part: HitPart) -> Hit:
        text = records.text(self._connection, article)
        held = [
            line
            for place in self._places(article, part)
            for line in lines(text, place)
            if line.of(text).strip()
        ]
        found = self._lens.best([line.of(text) for line in held], self._asked)
        if found is None:  # the title is not in the text, or the words stand in no one line
            first = held[0] if held else Span(0, 0)
            lead = excerpt(text, first.start, first.start)
            return Hit(article=article, part=part, span=lead.span, text=lead.text, marks=())
        start = held[found[0]].start
        marks = [Span(start + one.start, start + one.end) for one in found[1]]
        passage = _passage(text, marks)
        within = tuple(one for one in marks if passage.contains(one))
        return Hit(article=article, part=part, span=passage, text=passage.of(text), marks=within)


def _passage(text: str, marks: list[Span]) -> Span:
    """Return the sentence that has most of some words, the first of these."""
    best, most, last = marks[0], 0, -1
    for mark in marks[:LOOKED_AT]:
        if mark.start < last:
            continue
        sentence = excerpt(text, mark.start, mark.end).span
        last = sentence.end
        words = {one.of(text).casefold() for one in marks[:LOOKED_AT] if sentence.contains(one)}
        if len(words) > most:
            best, most = sentence, len(words)
    return best
