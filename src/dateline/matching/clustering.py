"""Putting together what is one, the likeliest first, and never what must stay apart."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from dateline.matching.weighing import Profile
from dateline.matching.weights import weights

ENOUGH: Final = 0.4
"""Log-odds from which on two are put together: a little more likely than not."""

APART: Final = -6.0
"""Log-odds of names that keep two apart, whoever is like both of them."""

Pairs = Mapping[tuple[int, int], float]
Context = Callable[[Profile, Profile], float]


class _Bond(NamedTuple):
    """What two clusters' names say of their being one: the sum over so many pairs."""

    total: float
    pairs: int

    @property
    def mean(self) -> float:
        return self.total / self.pairs


class Clusters:
    """Constrained agglomerative clustering with average linkage over what names say.

    What else is known (company, roles, ages) is weighed anew of the clusters as they grow, so that
    two of one name whose company never meets stay apart, however many articles tell of each. Two
    that stand in one article are never put together: who read it told them apart. The same input
    gives the same clusters.

    Args:
        profiles: what to put together; they are changed.
        names: for pairs of places in `profiles`, the log-odds that names give.
        context: the log-odds that all the rest gives.
        apart: pairs that must not be put together.
    """

    def __init__(
        self,
        profiles: list[Profile],
        names: Pairs,
        context: Context,
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._profiles = dict(enumerate(profiles))
        self._context = context
        self._bonds: dict[int, dict[int, _Bond]] = {at: {} for at in self._profiles}
        self._apart: dict[int, set[int]] = {at: set() for at in self._profiles}
        for (one, other), weight in names.items():
            if weight <= APART:
                self._part(one, other)
            else:
                self._bonds[one][other] = self._bonds[other][one] = _Bond(weight, 1)
        for one, other in apart:
            self._part(one, other)
        self._fame: dict[int, dict[int, float]] = {}
        self._queue: list[tuple[float, int, int, int]] = []
        self._age = dict.fromkeys(self._profiles, 0)
        self._held = {at for at, one in self._profiles.items() if one.is_surname}

    def join(self, one: int, other: int) -> int:
        """Put two together whatever speaks against it; return where the cluster is."""
        kept, gone = min(one, other), max(one, other)
        self._fame.pop(kept, None)
        self._fame.pop(gone, None)
        self._profiles[kept].join(self._profiles.pop(gone))
        for far, bond in self._bonds.pop(gone).items():
            self._bonds[far].pop(gone)
            fame = self._fame.get(far, {})
            if gone in fame:
                fame[kept] = fame.pop(gone)
            if far != kept:
                old = self._bonds[kept].get(far, _Bond(0.0, 0))
                new = _Bond(old.total + bond.total, old.pairs + bond.pairs)
                self._bonds[kept][far] = self._bonds[far][kept] = new
        for far in self._apart.pop(gone):
            self._apart[far].discard(gone)
            self._part(kept, far)
        self._age[kept] += 1
        return kept

    def _part(self, one: int, other: int) -> None:
        if one != other:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def grow(self) -> list[Profile]:
        """Put together all that is likely enough; return the clusters in order.

        Those of whom but a surname is told come last, so that they bring nobody else together.
        """
        self._gather()
        held, self._held = self._held, set()
        self._fame = {at: self._prominence(at, held) for at in held & self._profiles.keys()}
        self._gather()
        return list(self._profiles.values())

    def _gather(self) -> None:
        for one in self._profiles:
            for other in self._bonds[one]:
                if one < other:
                    self._propose(one, other)
        while self._queue:
            _, one, other, age = heapq.heappop(self._queue)
            if one in self._profiles and other in self._profiles and age == self._ages(one, other):
                kept = self.join(one, other)
                for far in self._bonds[kept]:
                    self._propose(min(kept, far), max(kept, far))

    def _prominence(self, surname: int, held: set[int]) -> dict[int, float]:
        """Return for those whom a surname may mean the log-odds of how often each is named."""
        near = [far for far in self._bonds[surname] if far not in held]
        named = {far: len(self._profiles[far].articles) for far in near}
        every = sum(named.values()) + 1
        return {far: math.log(count / (every - count)) for far, count in named.items()}

    def _ages(self, one: int, other: int) -> int:
        return self._age[one] + self._age[other]

    def _propose(self, one: int, other: int) -> None:
        first, second = self._profiles[one], self._profiles[other]
        if self._held & {one, other} or other in self._apart[one] or first.told_apart(second):
            return
        if any(each.contested and each.is_surname for each in (first, second)):
            return
        weight = self._bonds[one][other].mean + self._context(first, second)
        weight += prominence(self._fame.get(one, {}).get(other, 0.0))
        weight += prominence(self._fame.get(other, {}).get(one, 0.0))
        if weight > ENOUGH:
            heapq.heappush(self._queue, (-weight, one, other, self._ages(one, other)))


def prominence(odds: float) -> float:
    """Return what it weighs how much more often one of a surname is named than the others."""
    rule = weights().prominence
    return max(rule.least, min(rule.most, odds))
