"""Measure the reading of times on annotated corpora, with peers beside it.

    python benchmarks/times.py FOLDER [--parser] [--peers FOLDER] [--every N]

FOLDER holds corpora as JSONL: a line a document with `id`, `text`, `dct` (the day of writing) and
`timexes` (`start`, `end`, `type`, `value`). Peers are the files that `times_peers.py` wrote, named
`PEER.CORPUS.jsonl`; each is scored on the documents that it has, and Dateline on the same ones.

Expressions are paired from left to right, as the scorer of TempEval-3 does (UzZaman et al. 2013):
strict F1 asks for equal spans, relaxed F1 for a shared character, value F1 is relaxed F1 times the
share of pairs with equal value. An interval overlaps if that of the gold's value and ours share an
instant; pairs without an interval on both sides count if neither has one.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dateline import times
from dateline.interval import Interval
from dateline.span import Span
from dateline.syntax import Syntax
from dateline.text import grammar
from dateline.times.values import interval

Document = Mapping[str, Any]
Timex = Mapping[str, Any]
Pair = tuple[Timex | None, Timex | None]

PHENOMENA: Final = (
    ("range of dates", r"\d[-–/]\d|\bto\b|\band\b.*\d"),
    ("ago", r"\bago\b"),
    ("so long before or after", r"\b(?:later|earlier|before|after|previously|from now)\b"),
    ("set", r"\b(?:every|each|daily|weekly|monthly|yearly|annually|per|nights|mornings)\b"),
    ("quarter", r"\bquarter"),
    ("anaphor", r"\b(?:that|same|following|previous|preceding|the next)\b"),
    ("this, last, next", r"\b(?:this|last|next|past|current|latest|coming)\b"),
    ("time of day", r"\d:\d|\b[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night"),
    (
        "day and year",
        r"(?:\b[A-Z][a-z]+\.? )\d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]+,? \d{4}|\d-\d\d-\d",
    ),
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("yesterday, today", r"\b(?:yesterday|today|tomorrow|overnight)\b"),
    ("season", r"\b(?:spring|summer|autumn|fall|winter)\b"),
    ("decade, century", r"\d0'?s\b|century|centuries|nineties|decade"),
    ("month and year", r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\W.*\d{4}"),
    ("month, day", r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"),
    ("BC", r"\bbc\b"),
    ("year", r"\b\d{4}\b|'\d\d\b|nineteen|two thousand"),
    ("now, recently", r"\b(?:now|recent\w*|current\w*|future|past|soon|former|present)\b"),
    ("duration", r"year|month|week|day|hour|minute|decade"),
)
"""What a phrase shows, by its words alone; the first that fits names it."""


def phenomenon(words: str) -> str:
    """Return which phenomenon a phrase shows."""
    for name, pattern in PHENOMENA:
        if re.search(pattern, words, re.IGNORECASE):
            return name
    return "other"


def paired(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[Pair]:
    """Pair two lists of timexes, each in order and without overlaps."""
    g = p = 0
    while g < len(gold) and p < len(found):
        if gold[g]["end"] <= found[p]["start"]:
            yield gold[g], None
            g += 1
        elif found[p]["end"] <= gold[g]["start"]:
            yield None, found[p]
            p += 1
        else:
            yield gold[g], found[p]
            g, p = g + 1, p + 1
    yield from ((timex, None) for timex in gold[g:])
    yield from ((None, timex) for timex in found[p:])


class Score:
    """Counts of pairs, and the measures that follow from them."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.gold = self.found = self.both = self.strict = self.value = self.overlap = 0
        for one, two in pairs:
            self.add(one, two)

    def add(self, gold: Timex | None, found: Timex | None) -> None:
        """Count a pair."""
        self.gold += gold is not None
        self.found += found is not None
        if gold is not None and found is not None:
            self.both += 1
            self.strict += (gold["start"], gold["end"]) == (found["start"], found["end"])
            self.value += gold["value"] == found["value"]
            self.overlap += overlapping(gold, found)

    def f1(self, hits: int) -> float:
        """Return the F1 in percent of so many hits."""
        return 200 * hits / max(self.gold + self.found, 1)

    def row(self) -> str:
        """Return the measures as cells of a table."""
        share = 100 * self.overlap / max(self.both, 1)
        f1s = (self.f1(self.strict), self.f1(self.both), self.f1(self.value))
        return " | ".join([*(f"{f1:.1f}" for f1 in f1s), f"{share:.1f}"])


def overlapping(gold: Timex, found: Timex) -> bool:
    """Tell whether the intervals of two timexes share an instant, or neither has one."""
    wanted = interval(gold["value"])
    got = (
        Interval.of(found["from"], found["until"]) if "from" in found else interval(found["value"])
    )
    if wanted is None or got is None or got == Interval():
        return wanted is None and (got is None or got == Interval())
    return wanted.overlaps(got) is not False


def corpora(folder: Path, every: int) -> dict[str, list[Document]]:
    """Return the documents of each corpus in the folder."""
    out = {}
    for path in sorted(folder.glob("*.jsonl")):
        lines = path.read_text("utf-8").splitlines()
        out[path.stem] = [json.loads(line) for line in lines if line.strip()][::every]
    return out


Parse = Callable[[Document], Syntax | None]


def tagged(document: Document, syntax: Syntax | None) -> list[Timex]:
    """Return what Dateline finds in a document."""
    found = times.find(document["text"], document["dct"], syntax=syntax)
    return [
        {
            "start": one.span.start,
            "end": one.span.end,
            "type": one.type,
            "value": one.value,
            "from": one.from_,
            "until": one.until,
        }
        for one in found
    ]


def parsed(document: Document) -> Syntax:
    """Return the parse of a document."""
    return grammar.parse(document["text"], [Span(0, len(document["text"]))])


def measure(
    name: str, documents: Sequence[Document], parse: Parse
) -> tuple[dict[str, list[Timex]], str]:
    """Tag a corpus; return the timexes by document, and a row of the table."""
    begun = time.process_time()
    found = {each["id"]: tagged(each, parse(each)) for each in documents}
    seconds = time.process_time() - begun
    words = sum(len(each["text"].split()) for each in documents)
    score = scored(documents, found)
    return found, f"| {name} | {len(documents)} | {score.row()} | {words / seconds:,.0f} |"


def scored(documents: Sequence[Document], found: Mapping[str, Sequence[Timex]]) -> Score:
    """Return the score of the documents that were tagged."""
    return Score(
        pair
        for document in documents
        if document["id"] in found
        for pair in paired(document["timexes"], found[document["id"]])
    )


def by_phenomenon(
    documents: Sequence[Document], found: Mapping[str, Sequence[Timex]]
) -> dict[str, Score]:
    """Return the score of each phenomenon; what is spurious counts for what it looks like."""
    out: dict[str, Score] = defaultdict(Score)
    for document in documents:
        if document["id"] not in found:
            continue
        for gold, got in paired(document["timexes"], found[document["id"]]):
            shown = gold or got or {}
            words = document["text"][shown["start"] : shown["end"]]
            out[phenomenon(words)].add(gold, got)
    return out


def peer_files(folder: Path, corpus: str) -> Iterator[tuple[str, dict[str, list[Timex]], float]]:
    """Yield each peer's name, its timexes by document, and the seconds that it took."""
    for path in sorted(folder.glob(f"*.{corpus}.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if rows:
            found = {row["id"]: row["timexes"] for row in rows}
            yield path.name.split(".")[0], found, sum(row["seconds"] for row in rows)


def show_peers(
    name: str, documents: Sequence[Document], ours: Mapping[str, list[Timex]], folder: Path
) -> None:
    """Print how each peer does on the documents that it was run on, and Dateline on the same."""
    for peer, found, seconds in peer_files(folder, name):
        some = [each for each in documents if each["id"] in found]
        words = sum(len(each["text"].split()) for each in some)
        speed = f"{words / max(seconds, 1e-9):,.0f}"
        same = {key: ours[key] for key in found if key in ours}
        print(f"| {name} | {len(some)} | {peer} | {scored(some, found).row()} | {speed} |")
        print(f"| {name} | {len(some)} | Dateline | {scored(some, same).row()} | |")


def show_phenomena(
    documents: Sequence[Document], tables: Mapping[str, Mapping[str, list[Timex]]]
) -> None:
    """Print value F1 by phenomenon, a column for each tagger."""
    columns = {name: by_phenomenon(documents, found) for name, found in tables.items()}
    print(f"\n| phenomenon | in gold | {' | '.join(columns)} |")
    print(f"|---|---|{'---|' * len(columns)}")
    for name in (*(name for name, _ in PHENOMENA), "other"):
        scores = [column[name] for column in columns.values()]
        cells = " | ".join(f"{score.f1(score.value):.1f}" for score in scores)
        print(f"| {name} | {scores[0].gold} | {cells} |")


def main() -> None:
    """Print the tables, in Markdown."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    reader.add_argument("folder", type=Path, help="where the corpora lie")
    reader.add_argument("--parser", action="store_true", help="measure with the parser, too")
    reader.add_argument("--peers", type=Path, help="where the peers' files lie")
    reader.add_argument("--every", type=int, default=1, help="take each N-th document only")
    options = reader.parse_args()
    data = corpora(options.folder, options.every)
    times.find("warm up")
    head = "strict F1 | relaxed F1 | value F1 | interval overlaps"
    print(f"| corpus | documents | {head} | words/s |\n|---|---|---|---|---|---|---|")
    ours = {}
    for name, documents in data.items():
        ours[name], row = measure(name, documents, lambda _: None)
        print(row)
        if options.parser:
            print(measure(f"{name}, with parser", documents, parsed)[1])
    if options.peers:
        print(f"\n| corpus | documents | tagger | {head} | words/s |")
        print("|---|---|---|---|---|---|---|---|")
        for name, documents in data.items():
            show_peers(name, documents, ours[name], options.peers)
    every = [each for documents in data.values() for each in documents]
    show_phenomena(every, {"Dateline": {k: v for found in ours.values() for k, v in found.items()}})
    if options.peers:
        _compare(data, ours, options.peers)


def _compare(
    data: Mapping[str, list[Document]], ours: Mapping[str, dict[str, list[Timex]]], folder: Path
) -> None:
    """Print value F1 by phenomenon for all taggers, on the documents that all were run on."""
    tables: dict[str, dict[str, list[Timex]]] = defaultdict(dict)
    for name in data:
        tables["Dateline"] |= ours[name]
        for peer, found, _ in peer_files(folder, name):
            tables[peer] |= found
    shared = set.intersection(*(set(found) for found in tables.values()))
    common = [each for documents in data.values() for each in documents if each["id"] in shared]
    print(f"\nThe {len(common)} documents that all were run on:")
    show_phenomena(common, tables)


if __name__ == "__main__":
    main()
