"""How fast the explorer's pages are: the server's time, and when a browser has painted the first.

Usage: python -m benchmarks.explorer ARCHIVE [ADDRESS ...]

Serves ARCHIVE (benchmarks.archive makes one of 1,000,000 statements) and asks for each page: first
of all, when nothing was worked out yet, and then often, as the pages are used: searches for other
words, articles and actors each time. Where Node and Chromium are found, Chromium then opens each
page and tells its first contentful paint (W3C Paint Timing). The bounds are 100 ms and 300 ms, for
the median over the pages.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import quote
from urllib.request import urlopen

from dateline.store import Selection, View, sqlite

FRONTEND: Final = Path(__file__).parents[1] / "frontend"
TIMES: Final = 7
SERVER: Final = 100
PAINT: Final = 300


def main() -> None:
    """Serve, ask and print."""
    archive = Path(sys.argv[1])
    with sqlite.view(archive) as view:
        pages = addresses(view)
    with served(archive) as base:
        first = {name: seconds(base + many[0]) for name, many in pages.items()}
        again = {
            name: median(map(seconds, (base + one for one in many))) for name, many in pages.items()
        }
        paints = painted(base, pages)
    print(f"{'page':24} {'first':>8} {'median':>8} {'painted':>8}   in ms")
    for name in pages:
        paint = f"{paints[name]:8.0f}" if paints else f"{'-':>8}"
        print(f"{name:24} {first[name] * 1000:8.0f} {again[name] * 1000:8.0f} {paint}")
    print(f"server, median over the pages: {median(again.values()) * 1000:.0f} ms ({SERVER})")
    if paints:
        print(f"painted, median over the pages: {median(paints.values()):.0f} ms ({PAINT})")


def addresses(view: View) -> dict[str, list[str]]:
    """Return for each kind of page the addresses that are asked for, another each time."""
    rng = random.Random(7)
    known = view.leading(limit=5000)
    some = [known[0], *rng.sample(known, TIMES - 1)]
    claims = list(view.claims(Selection(limit=2000)))
    said = rng.sample(claims, TIMES)
    words = [max(re.findall(r"\w+", one.content), key=len) for one in said]
    days = [f"20{rng.randint(6, 18):02}-{rng.randint(1, 12):02}-15" for _ in said]
    plain = ("timeline", "map", "sources", "disputes", "forecasts", "review")
    return {
        "home": ["/"] * TIMES,
        "search": [f"/search?q={quote(word)}" for word in words],
        "article": [f"/article/{one.id.partition(':')[0]}" for one in said],
        "actor": [f"/actor/{one.id}" for one in some],
        "timeline of an actor": [f"/timeline?actor={one.id}" for one in some],
        "network around an actor": [f"/network?around={one.id}" for one in some],
        "network": ["/network"] * TIMES,
        "network on a day": [f"/network?on={day}" for day in days],
        "slider": [f"/network/held?on={day}" for day in days],
        "citation": [f"/cite/{one.id}" for one in said],
        **{name: [f"/{name}"] * TIMES for name in plain},
    }


def seconds(address: str) -> float:
    """Return how long the server takes to answer."""
    start = time.perf_counter()
    with urlopen(address) as answer:
        answer.read()
    return time.perf_counter() - start


def painted(base: str, pages: dict[str, list[str]]) -> dict[str, float]:
    """Return the median of the first contentful paints of each page; none without a browser."""
    if not shutil.which("node") or not (FRONTEND / "node_modules" / "playwright-core").is_dir():
        return {}
    asked = json.dumps({name: many for name, many in pages.items() if name != "slider"})
    ran = subprocess.run(
        ["node", "paint.js", base, asked], cwd=FRONTEND, check=True, capture_output=True, text=True
    )
    found: dict[str, list[float]] = json.loads(ran.stdout)
    return {name: median(found[name]) if name in found else 0.0 for name in pages}


@contextmanager
def served(archive: Path) -> Iterator[str]:
    """Serve an archive in a process of its own; yield its address."""
    command = [sys.executable, "-m", "dateline", "serve", str(archive), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            yield found[0].rstrip("/")
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
