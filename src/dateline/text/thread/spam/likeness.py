"""Texts that are nearly the same, on one page or across pages, found in linear time.

MinHash signatures (Broder 1997, "On the resemblance and containment of documents") over pairs of
words, put into bands so that only likely pairs meet (Leskovec, Rajaraman and Ullman, "Mining of
Massive Datasets", section 3.4). The hashes are fixed, so that every run finds the same.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import msgspec

ROWS, BANDS = 2, 16
SKETCH = 48
LIKE = 0.5
"""The share of word pairs in common from which two texts are near-duplicates."""
LEAST_WORDS = 6
"""Shorter texts are alike by chance: "Great article, thank you"."""
CROWD = 8
"""How many entries of a band are compared: in a flood the first few are enough."""
PRIME = (1 << 61) - 1
TURNS = tuple(
    (int.from_bytes(blake2b(b"%d" % i, digest_size=7).digest(), "big") | 1, i * 0x9E3779B97F4A7C15)
    for i in range(ROWS * BANDS)
)


class Likeness(msgspec.Struct, frozen=True):
    """What a text is recognised by.

    Attributes:
        bands: the keys under which a text like this one is probably found.
        sketch: the least hashes of its word pairs, in order (a bottom-k sketch); all of them, if
            the text is short.
    """

    bands: tuple[int, ...]
    sketch: tuple[int, ...]

    def share(self, other: Likeness) -> float:
        """Return the Jaccard coefficient of the two sets of word pairs; an estimate if long."""
        mine, others = set(self.sketch), set(other.sketch)
        union = sorted(mine | others)[:SKETCH]
        return len(mine.intersection(others, union)) / len(union)


def likeness(text: Sequence[str]) -> Likeness | None:
    """Return what the text of these words is recognised by; `None` if it is too short."""
    if len(text) < LEAST_WORDS:
        return None
    pairs = {f"{a} {b}".encode() for a, b in pairwise(text)}
    hashes = sorted(int.from_bytes(blake2b(p, digest_size=7).digest(), "big") for p in pairs)
    least = [min((a * h + b) % PRIME for h in hashes) for a, b in TURNS]
    bands = (
        sum(row * PRIME**at for at, row in enumerate(least[band * ROWS : (band + 1) * ROWS], 1))
        + band
        for band in range(BANDS)
    )
    return Likeness(tuple(bands), tuple(hashes[:SKETCH]))


class Memory:
    """What was written under the pages read so far, bounded, so that spam is known again.

    A memory belongs to one run and is given to one page after the other: the same pages in the
    same order give the same judgements. When it is full, the oldest entries are forgotten.
    """

    def __init__(self, limit: int = 20_000) -> None:
        """Hold at most `limit` comments (some 3 kB each)."""
        self.limit = limit
        self._bands: dict[int, list[int]] = {}
        self._held: OrderedDict[int, tuple[Likeness, str]] = OrderedDict()
        self._next = 0

    def __len__(self) -> int:
        return len(self._held)

    def add(self, text: Likeness, author: str) -> None:
        """Keep a comment in mind."""
        if not self.limit:
            return
        if len(self._held) >= self.limit:
            self._forget()
        self._held[self._next] = (text, author)
        for band in text.bands:
            self._bands.setdefault(band, []).append(self._next)
        self._next += 1

    def others(self, text: Likeness, author: str) -> int:
        """Return how many comments like this one came from other authors; a few are enough."""
        found: set[int] = set()
        for band in text.bands:
            for key in self._bands.get(band, ())[:CROWD]:
                kept, who = self._held[key]
                if who != author and kept.share(text) >= LIKE:
                    found.add(key)
        return len(found)

    def _forget(self) -> None:
        oldest, (text, _) = self._held.popitem(last=False)
        for band in text.bands:
            keys = self._bands[band]
            keys.remove(oldest)
            if not keys:
                del self._bands[band]
