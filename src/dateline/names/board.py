"""The evidence on the names of one article, gathered by key, and which keys were made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.names.context import Context, Name, Vote
from dateline.names.evidence import evidence
from dateline.names.kinds import Tally, decide, tally
from dateline.record import EntityKind

ENOUGH: Final = 50  # mentions of a surname that are asked whether it is a person's
SURE: Final = 2.0  # the weight of a person known by full name and surname


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """One entity: all its names where they stand, in order, and its kind with its weight."""

    kind: EntityKind
    weight: float
    names: tuple[Name, ...]


class Board:
    """The evidence on the names of one article, by key."""

    def __init__(self, context: Context, names: Sequence[Name]) -> None:
        self.context = context
        self.names = names
        self.votes = [evidence(context, name) for name in names]
        self.of: dict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(names):
            self.of[name.key].append(index)
        self._added: dict[str, dict[tuple[str, EntityKind], float]] = {}
        self._mark_families()
        self.tallies: dict[str, Tally] = {key: self.tally(held) for key, held in self.of.items()}
        self.kind = {key: decide(total)[0] for key, total in self.tallies.items()}
        self._parent = {key: key for key in self.of}
        self._settle_people()

    def _mark_families(self) -> None:
        """Take the plural of a surname that stands in the article for a family: "the Kerns"."""
        last = {key.rsplit(" ", 1)[-1] for key in self.of}
        for key, held in self.of.items():
            single = {key.removesuffix("s"), key.removesuffix("es")} - {key}
            if " " in key or not single & last:
                continue
            for index in held:
                name = self.names[index]
                if name.first and self.context.folded[name.first - 1] == "the":
                    self.votes[index] = (*self.votes[index], Vote("group", 6.0, "family"))

    def _settle_people(self) -> None:
        """Make a name and its last word both a person's where their evidence together says so."""
        for key in self.of:
            words = key.split()
            last = words[-1] if words else ""
            if len(words) < 2 or last not in self.of or self.kind[key] == "person":
                continue
            if any(
                self.weight(key, why, self.kind[key]) for why in ("worded", "listed", "peopled")
            ):
                continue
            kind = decide(self.tally([*self.of[key], *self.of[last][:ENOUGH]]))[0]
            if kind == "person":
                self.kind[key] = "person"

    def tally(self, indices: Sequence[int]) -> Tally:
        """Return the weight of each kind over the given mentions."""
        return tally((self.names[index], self.votes[index]) for index in indices)

    def weight(self, key: str, why: str, kind: EntityKind) -> float:
        """Return what one rule says in all for one kind of the key."""
        return self._sums(key).get((why, kind), 0.0)

    def said(self, key: str, kind: EntityKind) -> float:
        """Return what all rules say for one kind of the key, the taggers' word left out."""
        sums = self._sums(key).items()
        return sum(weight for (why, one), weight in sums if one == kind and why != "tagger")

    def _sums(self, key: str) -> dict[tuple[str, EntityKind], float]:
        """Return what each rule says in all for each kind of the key, added up once."""
        sums = self._added.get(key)
        if sums is None:
            sums = self._added[key] = defaultdict(float)
            for index in self.of[key]:
                for vote in self.votes[index]:
                    sums[vote.why, vote.kind] += vote.weight
        return sums

    def is_surely_person(self, key: str) -> bool:
        """Tell whether a key is a person's by more than a tagger's word."""
        signs = ("given", "titled", "described", "acting", "related")
        return self.kind[key] == "person" and (
            sum(self.weight(key, why, "person") for why in signs) >= 1.0
        )

    def shown(self, key: str) -> str:
        """Return the first spelling of the key in the text."""
        return self.names[self.of[key][0]].shown

    def root(self, key: str) -> str:
        """Return the key that stands for all that were made one with this one."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def unite(self, one: str, other: str) -> None:
        """Make two keys one; the one that stands first in the text stands for both."""
        a, b = self.root(one), self.root(other)
        if a != b:
            if self.of[b][0] < self.of[a][0]:
                a, b = b, a
            self._parent[b] = a
