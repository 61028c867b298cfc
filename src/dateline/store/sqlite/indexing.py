"""What the full-text indexes hold of an article: its title, its text, its comments, its claims.

The indexes hold no text of their own, so that words are taken out by telling them again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from dateline.record import Record, SectionKind
from dateline.span import Span
from dateline.store.sqlite import spans
from dateline.store.sqlite.ids import number
from dateline.store.sqlite.lens import plain

HEADLINE, TEXT = range(2)
"""What a part of an article is."""

READ: Final[tuple[SectionKind, ...]] = (
    "headline",
    "subhead",
    "byline",
    "timestamp",
    "dateline",
    "body",
    "caption",
)
"""The sections that are the article; what the page says of other articles is not searched."""

Row = tuple[str, int, str]
"""Of which index, under which number, which words."""


def parts(record: Record) -> Iterator[tuple[int, Span]]:
    """Yield the parts of an article, sections that follow one another as one."""
    held: tuple[int, Span] | None = None
    for section in record.sections:
        if section.kind not in READ:
            continue
        kind = HEADLINE if section.kind == "headline" else TEXT
        if held and held[0] == kind and held[1].end == section.span.start:
            held = kind, Span(held[1].start, section.span.end)
            continue
        if held:
            yield held
        held = kind, section.span
    if held:
        yield held


def comments(record: Record) -> Iterator[tuple[int, Span]]:
    """Yield the comments of an article that say anything, by their place among all."""
    for at, one in enumerate(record.responses.comments):
        if one.span:
            yield at, one.span


def places(record: Record) -> spans.Places:
    """Return where what is searched stands, by role: for looking again at what was found."""
    return {spans.PART: list(parts(record)), spans.COMMENT: list(comments(record))}


def add(connection: sqlite3.Connection, article: int, base: int, record: Record) -> None:
    """Put the words of an article into the indexes.

    Args:
        connection: of the archive.
        article: its number.
        base: what the numbers of its statements follow.
        record: of the article.
    """
    for index, row, words in rows(article, base, record):
        connection.execute(f"INSERT INTO {index} (rowid, text) VALUES (?, ?)", (row, words))


def take_out(connection: sqlite3.Connection, article: int, base: int, record: Record) -> None:
    """Take the words of an article out of the indexes; arguments as for `add`."""
    for index, row, words in rows(article, base, record):
        connection.execute(
            f"INSERT INTO {index} ({index}, rowid, text) VALUES ('delete', ?, ?)", (row, words)
        )


def rows(article: int, base: int, record: Record) -> Iterator[Row]:
    """Yield what the indexes hold of an article; arguments as for `add`."""
    text, title = record.document.text, record.document.title or ""
    of_article = [title, *(span.of(text) for _, span in parts(record))]
    whole = {
        "title_word": title,
        "text_word": "\n".join(of_article),
        "comment_word": "\n".join(span.of(text) for _, span in comments(record)),
    }
    for index, words in whole.items():
        if words.strip():
            yield index, article, plain(words)
    for one in record.statements:
        words = " ".join(span.of(text) for span in one.content.spans)
        yield "claim_word", base + number(one.id, "s"), plain(words)
