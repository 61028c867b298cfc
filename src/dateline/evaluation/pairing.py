"""Pairs, one to one, of what should be found and what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from dateline.evaluation.article import Occurrence, Tie

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Deed = TypeVar("Deed", Occurrence, Tie)
Likeness = tuple[float, ...]
ANOTHER: Final = "another"
"""The id of every statement that answers none of the gold."""


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


def told_in(found: Deed, statements: Mapping[str, str]) -> Deed:
    """Return an event or a tie as told in the statement of the gold that its own one answers.

    Args:
        found: as a record is reduced to it.
        statements: the statement of the gold that each statement of the record answers, by id.
    """
    if found.said_in is None:
        return found
    return msgspec.structs.replace(found, said_in=statements.get(found.said_in, ANOTHER))
