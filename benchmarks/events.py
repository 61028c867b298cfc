"""How fast events and ties are read after the parse.

Usage: python benchmarks/events.py TABLE CACHE

TABLE is a file of articles, such as JSONL with a column `text`. What the stages before give is kept
in the file CACHE, and read again the next time: delete it when they or the articles change. Prints
words a second of processor time on one core, the best of three rounds.
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dateline import events, page, reading
from dateline.errors import Unreadable
from dateline.record import Event, Relation

Call = tuple[tuple[Any, ...], dict[str, Any]]
"""The arguments of one call of `events.read`."""


def main() -> None:
    """Read the arguments, measure and print."""
    table, cache = sys.argv[1:3]
    kept = Path(cache)
    if not kept.exists():
        kept.write_bytes(pickle.dumps(calls(table)))
    found: list[Call] = pickle.loads(kept.read_bytes())
    words = sum(len(given[0].split()) for given, _ in found)
    best = min(spent(found) for _ in range(3))
    print(f"{len(found)} articles, {words:,} words\nevents and ties {words / best:8,.0f} words/s")


def calls(table: str) -> list[Call]:
    """Return what the stages before hand to the reading of events, article by article."""
    found: list[Call] = []

    def keep(*given: Any, **named: Any) -> tuple[tuple[Event, ...], tuple[Relation, ...]]:
        named.pop("trace", None)
        found.append((given, named))
        return (), ()

    with patch.object(events, "read", keep):
        for one in page.pages([table]):
            if not isinstance(one, Unreadable):
                reading.read(one)
    return found


def spent(found: list[Call]) -> float:
    """Return the seconds of processor time that events and ties of all articles take."""
    start = time.process_time()
    for given, named in found:
        events.read(*given, **named)
    return time.process_time() - start


if __name__ == "__main__":
    main()
