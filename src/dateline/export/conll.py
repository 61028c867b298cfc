"""Each article's words in columns, one word a line (CoNLL-2003's manner, IOB2 tags).

The columns, parted by tabs: word, first and last character, name, time, part of a statement,
event. A word is a run of letters and digits, or one sign. A blank line ends a line of the text;
where one layer's things overlap, the longest is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.export.holdings import Holdings, Part
from dateline.record import Record
from dateline.span import Span, lines

WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|\S")
Tagged = tuple[Span, str]


def write(held: Holdings) -> Iterator[Part]:
    """Yield one file for each article."""
    for article, record in held.records():
        made = "".join(_lines(record)).encode("utf-8", "replace")
        yield Part(f"{article.key}.conll", (made,))


def _lines(record: Record) -> Iterator[str]:
    text = record.document.text
    layers = [_tags(len(text), held) for held in _layers(record)]
    for line in lines(text):
        words = [
            Span(found.start(), found.end()) for found in WORD.finditer(text, line.start, line.end)
        ]
        for word in words:
            tags = "\t".join(_iob(layer, word) for layer in layers)
            yield f"{word.of(text)}\t{word.start}\t{word.end}\t{tags}\n"
        if words:
            yield "\n"


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


def _tags(size: int, held: Iterable[Tagged]) -> list[Tagged | None]:
    """Return what tags each character, the longer thing over the shorter."""
    tags: list[Tagged | None] = [None] * size
    for span, kind in sorted(held, key=lambda one: (len(one[0]), one[0].start)):
        tags[span.start : span.end] = [(span, kind)] * len(span)
    return tags


def _iob(tags: list[Tagged | None], word: Span) -> str:
    found = tags[word.start]
    if found is None:
        return "O"
    span, kind = found
    return f"{'B' if span.start >= word.start else 'I'}-{kind}"
