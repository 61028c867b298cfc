"""Each article's words in columns, one word a line (CoNLL-2003's manner, IOB2 tags).

The columns, parted by tabs: word, first and last character, name, time, part of a statement,
event. A word is a run of letters and digits, or one sign. A blank line ends a line of the text,
and what goes on in the next begins anew there. Where one layer's things overlap, the longest is
shown, and a word that one of them has no other has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.export.holdings import Holdings, Part
from dateline.record import Record
from dateline.span import Span, lines

WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\s\x00-\x1f\x7f-\x9f]")
Tagged = tuple[Span, str]


def write(held: Holdings) -> Iterator[Part]:
    """Yield one file for each article."""
    for article, record, _ in held.records():
        made = "".join(_lines(record)).encode("utf-8", "replace")
        yield Part(f"{article.key}.conll", (made,))


def _lines(record: Record) -> Iterator[str]:
    text = record.document.text
    rows = [_words(text, line) for line in lines(text)]
    words = [word for row in rows for word in row]
    heads = {row[0].start for row in rows if row}
    layers = [_tags(words, heads, held) for held in _layers(record)]
    at = 0
    for row in rows:
        for word in row:
            tags = "\t".join(layer.get(at, "O") for layer in layers)
            yield f"{word.of(text)}\t{word.start}\t{word.end}\t{tags}\n"
            at += 1
        if row:
            yield "\n"


def _words(text: str, line: Span) -> list[Span]:
    return [Span(*found.span()) for found in WORD.finditer(text, line.start, line.end)]


def _layers(record: Record) -> Iterator[list[Tagged]]:
    yield [
        (mention.span, entity.kind)
        for entity in record.entities
        for mention in entity.mentions
        if mention.form == "name"
    ]
    yield [(time.span, time.type) for time in record.times]
    yield [
        (span, part)
        for said in record.statements
        for part, spans in (
            ("source", said.source.spans),
            ("cue", said.cue.spans),
            ("content", said.content.spans),
        )
        for span in spans
    ]
    yield [(event.trigger, event.type) for event in record.events]


def _tags(words: list[Span], heads: set[int], held: Iterable[Tagged]) -> dict[int, str]:
    """Return the tag of each word that has one, by its place: the longest thing comes first."""
    ends = [word.end for word in words]
    tags: dict[int, str] = {}
    for span, kind in sorted(held, key=lambda one: (-len(one[0]), one[0].start)):
        first = bisect_left(ends, span.start + 1)
        last = first
        while last < len(words) and words[last].start < span.end:
            last += 1
        if not any(place in tags for place in range(first, last)):
            for place in range(first, last):
                begins = place == first or words[place].start in heads
                tags[place] = f"{'B' if begins else 'I'}-{kind}"
    return tags
