"""How large an archive is, and how fast it answers: 1,000,000 statements of invented news.

Usage: python -m benchmarks.archive ARCHIVE [STATEMENTS]

Makes ARCHIVE if there is none, with so many statements, and prints what it takes to open it and to
ask it, as the median of many questions about other people and words each, beside the bound that is
to hold. The size of a statement counts all there is: text, records, tables and indexes.
"""

from __future__ import annotations

import os
import platform
import random
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Final, TypeVar

from benchmarks.invented import STATEMENTS, Newsroom

from dateline.ask.archive import Archive
from dateline.store import Selection, View, sqlite
from dateline.store.rows import Actor
from dateline.store.sqlite import ids

Asked = TypeVar("Asked")
TIMES: Final = 40
MOST: Final = 500
OPEN: Final = (
    "import sys, time; from dateline.store import sqlite; from pathlib import Path;"
    "t = time.perf_counter(); v = sqlite.view(Path(sys.argv[1])); next(v.articles());"
    "print(time.perf_counter() - t)"
)


def main() -> None:
    """Make the archive if need be, ask it, and print."""
    path = Path(sys.argv[1])
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}"
    )
    if not path.exists():
        make(path, wanted)
    with closing(sqlite.view(path)) as view:
        held = view.counts()
        size = path.stat().st_size
        print(", ".join(f"{number:,} {name}" for name, number in held.items()))
        print(f"{size / 1e6:,.0f} MB; {size / held['claims']:.0f} bytes a statement (600)")
        texts = [view.text(number) for number in range(20, 220)]
        packed = sum(len(zlib.compress(text.encode(), 9)) for text in texts)
        print(f"its texts compress to {packed / sum(map(len, texts)):.0%} (real news: 46%)")
        opened = [
            float(subprocess.check_output([sys.executable, "-c", OPEN, str(path)]))
            for _ in range(5)
        ]
        told("open", opened, 50)
        ask(view)


def make(path: Path, wanted: int) -> None:
    """Fill an archive with as many articles as hold the statements, and match their actors."""
    newsroom = Newsroom(figures=max(1000, wanted // 4))
    mentioned: dict[int, list[str]] = {}
    start = time.perf_counter()
    spent = 0.0
    with closing(sqlite.writer(path)) as writer:
        for record, cast in newsroom.articles(-(-wanted // STATEMENTS)):
            began = time.perf_counter()
            writer.add(record, record.document.url or "", "1")
            spent += time.perf_counter() - began
            key = ids.key(record.document.url or "", record.document.id)
            for number, figure in enumerate(cast, 1):
                mentioned.setdefault(figure.number, []).append(f"{key}:e{number}")
        print(
            f"added in {spent:.0f} s, {spent / -(-wanted // STATEMENTS) * 1000:.1f} ms an article "
            f"({time.perf_counter() - start - spent:.0f} s to invent them)"
        )
        began = time.perf_counter()
        writer.match((group for group in mentioned.values() if len(group) > 1), ())
        print(f"matched in {time.perf_counter() - began:.0f} s")


def ask(view: View) -> None:
    """Ask the questions that the bounds are for."""
    rng = random.Random(7)
    archive = Archive(view)
    held = view.counts()["articles"]
    known = view.leading(limit=20_000)
    rng.shuffle(known)
    some = list(islice((one for one in known if fits(view, one)), TIMES))
    rows = [len(list(everything(view, one))) for one in some]
    print(f"dossiers of {min(rows)} to {max(rows)} rows, in the median {median(rows):.0f}")
    words = [view.text(rng.randint(1, held)).split() for _ in range(TIMES)]
    terms = [rng.choice(text).strip(".") for text in words]
    pairs = [" ".join(rng.sample(text, 2)).replace(".", "") for text in words]
    told("rows of a dossier", times(lambda one: list(everything(view, one)), some))
    told("dossier", times(lambda one: archive.who(one.name, limit=MOST), some))
    for name, asked in (("one word", terms), ("two words", pairs)):
        found = times(lambda text: list(view.claims(Selection(text=text, limit=50))), asked)
        told(f"full text, {name}, top 50", found)
    for name, asked in (("one word", terms), ("two words", pairs)):
        found = times(lambda text: archive.search(text, limit=20), asked)
        told(f"articles, {name}, first 20", found)
    phrases = [" ".join(text[9:11]).replace(".", "") for text in words]
    found = times(lambda text: archive.search(f'"{text}"', limit=20), phrases)
    told("articles, words in order, 20", found)
    day = "2010-06-15"
    told(
        "network within 2 hops on a day",
        times(lambda one: archive.network(around=one.name, on=day, hops=2), some),
    )
    told("a name", times(lambda one: view.named(one.name), some))


def fits(view: View, one: Actor) -> bool:
    """Tell whether a dossier has as many rows as the bound is for."""
    rows = sum(1 for _ in islice(everything(view, one), MOST + 1)) if one.articles < MOST else 0
    return 20 <= rows <= MOST


def everything(view: View, one: Actor) -> Iterator[object]:
    """Yield the rows of a dossier: what someone said, what is said of them, events and ties."""
    selection = Selection(actors=(one.number,))
    yield from view.claims(selection)
    yield from view.happenings(selection)
    yield from view.ties(selection)


def times(question: Callable[[Asked], object], asked: list[Asked]) -> list[float]:
    """Return the seconds that a question about each of some things takes."""
    out = []
    for one in asked:
        start = time.perf_counter()
        question(one)
        out.append(time.perf_counter() - start)
    return out


def told(name: str, seconds: list[float], bound: int = 100) -> None:
    """Print median and ninth decile in milliseconds, beside the bound."""
    ms = [one * 1000 for one in seconds]
    print(f"{name:32} median {median(ms):7.1f} ms, 90% {quantiles(ms, n=10)[8]:7.1f} ms ({bound})")


if __name__ == "__main__":
    main()
