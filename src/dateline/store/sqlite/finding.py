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
    found = _articles(connection, lens, selection, asked) if asked.terms else iter(())
    for article, part in islice(found, selection.limit):
        yield _hit(connection, lens, article, part, asked)


def _articles(
    connection: sqlite3.Connection, lens: Lens, selection: Selection, asked: Typed
) -> Iterator[tuple[int, HitPart]]:
    """Yield numbers of articles, each once, and where they have the words."""
    seen: set[int] = set()
    for part, index in _PARTS:
        limit = None if selection.limit is None or asked.ordered else selection.limit + len(seen)
        wanted = msgspec.structs.replace(selection, limit=limit)
        query = Query("article", wanted, Words(index, asked.loose)).sql("a.number")
        for (article,) in connection.execute(*query):
            if article in seen:
                continue
            if not asked.ordered or _has(connection, lens, article, part, asked):
                seen.add(article)
                yield article, part


def _has(
    connection: sqlite3.Connection, lens: Lens, article: int, part: HitPart, asked: Typed
) -> bool:
    """Tell whether an article has the words in the order in which they were typed."""
    title = connection.execute("SELECT title FROM article WHERE number = ?", (article,))
    words = [title.fetchone()[0] or ""]
    if part != "title":
        text = records.text(connection, article)
        held = (place.of(text) for place in _places(connection, article, part))
        words = [*held] if part == "comments" else [*words, *held]
    return lens.having(["\n".join(words)], asked)[0]


def _places(connection: sqlite3.Connection, article: int, part: HitPart) -> list[Span]:
    """Return where the article stands in its text, the headline last; or where its comments do."""
    held = records.places(connection, article)
    if part == "comments":
        return [place for many in spans.of(held.get(spans.COMMENT, [])).values() for place in many]
    parts = spans.of(held.get(spans.PART, []))
    return [place for kind in sorted(parts, key=HEADLINE.__eq__) for place in parts[kind]]


def _hit(
    connection: sqlite3.Connection, lens: Lens, article: int, part: HitPart, asked: Typed
) -> Hit:
    text = records.text(connection, article)
    held = [
        line
        for place in _places(connection, article, part)
        for line in lines(text, place)
        if line.of(text).strip()
    ]
    found = lens.best([line.of(text) for line in held], asked)
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
