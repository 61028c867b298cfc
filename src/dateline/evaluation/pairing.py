"""Pairs, one to one, of what should be found and what was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Likeness = tuple[float, ...]


def best(
    gold: Sequence[Gold], found: Sequence[Found], likeness: Callable[[Gold, Found], Likeness]
) -> list[tuple[int, int]]:
    """Return which answers which, by their places, in the order of the gold.

    Args:
        gold: what should be found.
        found: what was.
        likeness: how well one answers the other, the most telling number first; nothing if it does
            not. The most alike are paired first, then those that stand first.
    """
    ranked = sorted(
        (
            (rank, -place, -other)
            for place, wanted in enumerate(gold)
            for other, answer in enumerate(found)
            if (rank := likeness(wanted, answer))
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other in ranked:
        if -place not in chosen and -other not in taken:
            chosen[-place] = -other
            taken.add(-other)
    return sorted(chosen.items())
