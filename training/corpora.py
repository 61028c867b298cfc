"""The corpora that the encoder learns from, read into documents of one convention.

Names: a state that acts as an organisation stays a PLACE; peoples, religions and creeds are NORP;
titles stand outside the name. Where a corpus leaves a kind unmarked, its unmarked words allow that
kind too (`open_kinds`), so that no corpus teaches that what it does not mark is not there.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

KINDS = ("PERSON", "ORG", "PLACE", "NORP", "MISC")
CORE = frozenset({"PERSON", "ORG", "PLACE"})
Range = tuple[int, int]


class Name(NamedTuple):
    """A name in a document; `kind` is one of `KINDS`, or empty where the corpus cannot tell."""

    start: int
    end: int
    kind: str


class Statement(NamedTuple):
    """One attribution: each role is a tuple of character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Document(NamedTuple):
    """A text with what is known of it.

    `names` or `statements` is None where the corpus does not annotate them; `open_kinds` are the
    kinds of name that the corpus leaves unmarked; `packed` documents are single sentences. Names
    that are `silver` were found by readers, and may be of any kind or none where `kind` is empty.
    """

    id: str
    text: str
    names: tuple[Name, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    open_kinds: frozenset[str] = frozenset()
    packed: bool = False
    silver: bool = False


@cache
def conventions() -> dict[str, frozenset[str]]:
    """Return the word lists of `conventions.toml`, lower-cased."""
    raw = tomllib.loads(Path(__file__).with_name("conventions.toml").read_text("utf-8"))
    return {k: frozenset(w.strip() for w in v.split("|")) for k, v in raw.items()}


def _is_people(words: str) -> bool:
    low = words.lower().removesuffix("'s").removesuffix("’s")
    peoples = conventions()["peoples"]
    return low in peoples or low.removesuffix("s") in peoples or low.removesuffix("es") in peoples


def _untitled(text: str, start: int, end: int) -> int:
    """Return where the name starts once leading titles are left out."""
    titles = conventions()["titles"]
    while True:
        words = text[start:end].split(" ", 2)
        for n in (2, 1):
            lead = " ".join(words[:n])
            if len(words) > n and lead.lower().rstrip(".") in titles:
                start += len(lead) + 1
                break
        else:
            return start


def agreed(text: str, start: int, end: int, kind: str) -> Name:
    """Return the name under the common convention."""
    words = text[start:end]
    bare = words.lower().removeprefix("the ")
    if kind == "ORG" and bare in conventions()["countries"]:
        kind = "PLACE"
    elif kind in ("MISC", "ORG", "PLACE", "") and _is_people(words):
        kind = "NORP"
    elif kind == "PERSON":
        start = _untitled(text, start, end)
    return Name(start, end, kind)


def _outermost(names: list[Name]) -> tuple[Name, ...]:
    """Keep the longest of the names that overlap; a name of known kind before one of unknown."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.kind == "", n.start - n.end, n.start)):
        if all(name.end <= k.start or k.end <= name.start for k in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# How each corpus in JSONL names its other kinds; "" is a kind that may be O, NORP or MISC.
_OTHER = {
    "gum": {},
    "crossner": {"election": "MISC", "event": "MISC", "MISC": "MISC"},
    "conll04": {},
}
_OPEN = {
    "gum": frozenset({"NORP", "MISC"}),
    "crossner": frozenset(),
    "conll04": frozenset({"NORP", "MISC"}),
}


def entities(path: Path) -> Iterator[Document]:
    """Yield the documents of a file in the entities JSONL format, named mentions only."""
    corpus = path.name.split("_")[0]
    for row in _jsonl(path):
        text, names = row["text"], []
        for m in row["mentions"]:
            if m.get("form", "named") != "named" or m["type"] == "time":
                continue
            start, end = m.get("name_start", m["start"]), m.get("name_end", m["end"])
            kind = m["type"] if m["type"] in CORE else _OTHER[corpus].get(m["type"], "")
            names.append(agreed(text, start, end, kind))
        yield Document(
            row["id"], text, _outermost(names), None, _OPEN[corpus], packed=corpus != "gum"
        )


def tagged(path: Path) -> Iterator[Document]:
    """Yield the sentences of a two-column IOB2 file, their words joined by spaces."""
    opened = frozenset({"NORP", "MISC"}) if path.name.startswith("wnut") else frozenset()
    for number, block in enumerate(path.read_text("utf-8").split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if not rows:
            continue
        text, raw = "", []
        for word, label in rows:
            text += " " if text else ""
            if label.startswith("B-"):
                raw.append([len(text), len(text) + len(word), label[2:]])
            elif label.startswith("I-") and raw:
                raw[-1][1] = len(text) + len(word)
            text += word
        names = tuple(sorted(agreed(text, s, e, k) for s, e, k in raw))
        yield Document(f"{path.stem}-{number}", text, names, None, opened, packed=True)


def attributions(path: Path) -> Iterator[Document]:
    """Yield the documents of a file in the attribution JSONL format."""
    for row in _jsonl(path):
        statements = tuple(
            Statement(*(tuple((s, e) for s, e in a[role]) for role in Statement._fields))
            for a in row["attributions"]
        )
        yield Document(row["id"], row["text"], None, statements)
