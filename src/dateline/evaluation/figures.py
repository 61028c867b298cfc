"""What a figure is: how many are right of how many, and how often one thing is told right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

Told = tuple[str, str]
"""What the gold tells of one thing, and what the answer does."""


class Typed(Protocol):
    """What has types: an event or a tie."""

    @property
    def types(self) -> tuple[str, ...]:
        """The types of the vocabulary that will do."""


class Paired(Protocol):
    """What pairs two of them."""

    @property
    def gold(self) -> Typed:
        """What should be found."""

    @property
    def found(self) -> Typed:
        """What was."""


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How many are right of how many were found, and of how many there are."""

    right: int
    found: int
    gold: int
    precision: float
    recall: float
    f1: float


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """How often one thing told of a statement, an event or a tie is right, over those paired.

    Attributes:
        marked: of those where the gold tells anything but the commonest (a source that is not
            named, a stance other than `assert`, ...), how many there are; `marked_right` of them.
        confusion: how often the gold's value (first key) was answered by which (second key).
    """

    right: int
    pairs: int
    accuracy: float
    marked: int
    marked_right: int
    confusion: dict[str, dict[str, int]] = {}


def ratio(right: float, total: float) -> float:
    """Return the share, 0 where there is nothing to share in."""
    return right / total if total else 0.0


def rate(right: int, found: int, gold: int, precise: int | None = None) -> Rate:
    """Return the rate of `right` of `gold`, and of `precise` (as many, if not told) of `found`."""
    precision, recall = ratio(right if precise is None else precise, found), ratio(right, gold)
    return Rate(
        right=right,
        found=found,
        gold=gold,
        precision=precision,
        recall=recall,
        f1=ratio(2 * precision * recall, precision + recall),
    )


def by_type(
    pairs: Sequence[Paired], found: Sequence[Typed], gold: Sequence[Typed]
) -> dict[str, Rate]:
    """Return the rate of each type, the commonest of the gold first; the gold's first type counts.

    Args:
        pairs: those whose type is right.
        found: all that was found.
        gold: all that should be.
    """
    wanted, answers = (Counter(one.types[0] for one in some) for some in (gold, found))
    right = Counter(pair.gold.types[0] for pair in pairs)
    precise = Counter(pair.found.types[0] for pair in pairs)
    names = sorted(wanted | answers, key=lambda name: (-wanted[name], name))
    return {name: rate(right[name], answers[name], wanted[name], precise[name]) for name in names}


def judgements(
    rows: Iterable[Mapping[str, Told]], plain: Mapping[str, str]
) -> dict[str, Judgement]:
    """Return how often each thing is told right.

    Args:
        rows: what is told of each pair, by the thing told.
        plain: the commonest value of a thing, where that is not `none`.
    """
    return {
        name: judgement(counts, plain.get(name, "none")) for name, counts in tally(rows).items()
    }


def judgement(counts: Counter[Told], plain: str) -> Judgement:
    """Return how often a thing is told right, `plain` being what is commonest."""
    right = sum(number for (gold, found), number in counts.items() if gold == found)
    confusion: dict[str, dict[str, int]] = {}
    for (gold, found), number in sorted(counts.items()):
        confusion.setdefault(gold, {})[found] = number
    return Judgement(
        right=right,
        pairs=counts.total(),
        accuracy=ratio(right, counts.total()),
        marked=sum(number for (gold, _), number in counts.items() if gold != plain),
        marked_right=sum(
            number for (gold, found), number in counts.items() if gold == found != plain
        ),
        confusion=confusion,
    )


def told(gold: bool, found: bool, same: bool) -> Told:
    """Return what is told of a thing that is a span or an entity and not a word.

    It is `none` or `some`; what is told where something else should be is `wrong`.
    """
    if not gold or not found:
        return ("some" if gold else "none", "some" if found else "none")
    return "some", "some" if same else "wrong"


def same_date(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Tell whether a date is one of the gold's, at its precision or finer; ISO 8601."""
    return any(answer.startswith(wanted) for wanted in gold for answer in found)


def tally(rows: Iterable[Mapping[str, Told]]) -> dict[str, Counter[Told]]:
    """Return how often which value of the gold met which answer, by the thing told."""
    counted: dict[str, Counter[Told]] = {}
    for row in rows:
        for name, value in row.items():
            counted.setdefault(name, Counter())[value] += 1
    return counted
