"""How fast HTML pages are read on one core, beside trafilatura alone on the same pages.

Usage: python benchmarks/pages.py FOLDER [ROUNDS]

Prints pages a second of processor time for the whole reading (decoding, layout, thread, article)
and for trafilatura's `bare_extraction` as it comes, and the ratio of the two. Other work on the
machine slows both alike, so the ratio is what can be compared between machines.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from trafilatura import bare_extraction

from dateline import page, reading
from dateline.errors import Unreadable


def main() -> None:
    """Read the arguments, measure and print."""
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    files = sorted(
        str(path) for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz"))
    )
    found = [one for one in page.pages(files) if not isinstance(one, Unreadable)]
    roots = [one.markup.root for one in found if one.markup is not None]

    def whole() -> None:
        for one in page.pages(files):
            if not isinstance(one, Unreadable):
                reading.read(one)

    def peer() -> None:
        for root in roots:
            bare_extraction(root, include_comments=False)

    ours, theirs = rate(whole, len(found), rounds), rate(peer, len(found), rounds)
    print(f"{len(found)} pages")
    print(f"dateline     {ours:6.1f} pages/s")
    print(f"trafilatura  {theirs:6.1f} pages/s")
    print(f"ratio        {ours / theirs:6.2f}")


def rate(work: Callable[[], None], pages: int, rounds: int) -> float:
    """Return the pages a second of the fastest round, after one that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return pages / min(times)


if __name__ == "__main__":
    main()
