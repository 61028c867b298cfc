"""How fast HTML pages are read on one core, beside trafilatura alone on the same pages.

Usage: python benchmarks/pages.py FOLDER [ROUNDS]

Prints pages a second of processor time from the files to the layout, the readers' thread, the
article and the record of profile `page` with its times, each with what stands before it, and the
ratio to trafilatura's `bare_extraction` as it comes, on trees that are parsed already. Other work
on the machine slows all alike, so the ratio is what can be compared between machines.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from trafilatura import bare_extraction

from dateline import page, reading
from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.text import article, thread


def main() -> None:
    """Read the arguments, measure and print."""
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    files = [str(p) for p in sorted(folder.rglob("*")) if p.name.endswith((".html", ".html.gz"))]
    found = [one for one in page.pages(files) if not isinstance(one, Unreadable)]
    roots = [one.markup.root for one in found if one.markup is not None]
    stages: dict[str, Callable[[Page], object]] = {
        "layout": lambda _: None,
        "+ thread": thread.read,
        "+ article": lambda one: article.read(one, thread.read(one).area),
        "record": lambda one: reading.read(one, "page"),
    }
    peer = best(lambda: [bare_extraction(root, include_comments=False) for root in roots], rounds)
    print(f"{len(found)} pages\ntrafilatura {len(found) / peer:6.1f} pages/s")
    for name, stage in stages.items():
        spent = best(lambda stage=stage: through(files, stage), rounds)  # type: ignore[misc]
        print(f"{name:11} {len(found) / spent:6.1f} pages/s  ratio {peer / spent:5.2f}")


def through(files: Sequence[str], stage: Callable[[Page], object]) -> None:
    """Read all pages from their files and put each through a stage."""
    for one in page.pages(files):
        if not isinstance(one, Unreadable):
            stage(one)


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds of processor time of the fastest round, after one that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
