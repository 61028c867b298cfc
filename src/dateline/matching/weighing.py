"""How likely two are one: the reasons for and against, each with its weight, and their sum."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Final, NamedTuple

from dateline.matching.names import (
    AGAINST,
    Likeness,
    bodies,
    is_acronym,
    people,
    person_words,
)
from dateline.matching.sketches import Sketch
from dateline.matching.sketches import key as key_of
from dateline.matching.spelling import words
from dateline.matching.weights import Weight, weights
from dateline.record import EntityKind, Place

_FORMS: Final = 5  # names of one actor that are looked at, the most frequent ones
_NEAR: Final = 30.0  # km: two points of the gazetteer for one town
_COMMON: Final = 0.2  # what so many articles name says nothing about who is meant
_FEW: Final = 8
BACKGROUND: Final = 40
"""Articles that are imagined beside a small archive's own."""

_TOLD: Final = 3  # so many reasons of one sort are named
Why = tuple[str, float]
Compare = Callable[[str, str], Likeness]


class Profile:
    """One or more entities taken for one actor, summed up.

    Attributes:
        ids: the entities, in order.
        articles: those that they stand in.
    """

    def __init__(self, sketches: Iterable[Sketch] = ()) -> None:
        self.ids: list[str] = []
        self.articles: set[int] = set()
        self.names: Counter[str] = Counter()
        self.mains: Counter[str] = Counter()
        self.kinds: Counter[EntityKind] = Counter()
        self.places: dict[str, Place] = {}
        self.company: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.born: list[tuple[int, int]] = []
        self.human = False
        self.contested = False
        self._called: dict[int, set[tuple[str, ...]]] = {}
        self._known: Summary | None = None
        for sketch in sketches:
            self.add(sketch)

    def add(self, sketch: Sketch) -> None:
        """Take in one more entity."""
        self._known = None
        self.ids.append(sketch.id)
        self.articles.add(sketch.article)
        self._called.setdefault(sketch.article, set()).add(_told_by(sketch))
        self.names.update(sketch.names)
        self.mains[sketch.names[0]] += 1
        self.kinds[sketch.kind] += 1
        if sketch.place is not None:
            self.places[f"{sketch.place.gazetteer}:{sketch.place.id}"] = sketch.place
        self.company.update(sketch.company)
        self.roles.update(sketch.roles)
        self.human = self.human or sketch.human
        self.contested = self.contested or sketch.contested
        if sketch.born is not None:
            self.born.append(sketch.born)

    def join(self, other: Profile) -> None:
        """Take in another actor's entities."""
        self._known = None
        self.ids += other.ids
        self.articles |= other.articles
        for article, called in other._called.items():
            self._called.setdefault(article, set()).update(called)
        self.names += other.names
        self.mains += other.mains
        self.kinds += other.kinds
        self.places |= other.places
        self.company.update(other.company)
        self.roles += other.roles
        self.born += other.born
        self.human = self.human or other.human
        self.contested = self.contested or other.contested

    def told_apart(self, other: Profile) -> bool:
        """Tell whether an article names both, and not by one whole name or as one place.

        Those a reader took for two where he should not.
        """
        for article in self.articles & other.articles:
            if len(self._called[article] | other._called[article]) > 1:
                return True
            if () in self._called[article]:
                return True
        return False

    @property
    def is_surname(self) -> bool:
        """Tell whether it is a person of whom no article tells more than one word."""
        whole = any(len(person_words(name)) > 1 for name in self.names)
        return self.kind == "person" and not whole

    @property
    def kind(self) -> EntityKind:
        """The kind of most of its entities."""
        return self.summary.kind

    @property
    def forms(self) -> tuple[str, ...]:
        """Its names, the most frequent ones; of a person whole names if it has any."""
        return self.summary.forms

    @property
    def summary(self) -> Summary:
        """What it is called most, reckoned once until it takes in more."""
        if self._known is None:
            self._known = _summary(self)
        return self._known


class Summary(NamedTuple):
    """What a profile is called most.

    Attributes:
        kind: of most of its entities.
        forms: its names, the most frequent ones; of a person whole names if it has any.
        main: the most frequent name that is no alias and no acronym; empty if there is none.
        is_short: whether it is known by one word only.
        is_placed: whether it is a place of the gazetteer.
    """

    kind: EntityKind
    forms: tuple[str, ...]
    main: str
    is_short: bool
    is_placed: bool


def _summary(profile: Profile) -> Summary:
    kind = max(sorted(profile.kinds), key=lambda one: profile.kinds[one])
    found = sorted(profile.names, key=lambda name: (-profile.names[name], name))
    if kind == "person":
        found = [name for name in found if len(person_words(name)) > 1] or found
    whole = (name for name in profile.mains if not is_acronym(name))
    return Summary(
        kind,
        tuple(found[:_FORMS]),
        min(whole, key=lambda name: (-profile.mains[name], name), default=""),
        max(len(words(name)) for name in profile.mains) == 1,
        kind == "place" and bool(profile.places),
    )


def _told_by(sketch: Sketch) -> tuple[str, ...]:
    """Return what two entities of one article must share to be one; empty if nothing will do."""
    if sketch.place is not None:
        return sketch.place.gazetteer, str(sketch.place.id)
    found = words(sketch.names[0])
    return (sketch.kind, *found) if len(found) > 1 else ()


class Scales:
    """Weighs profiles against each other in one archive, knowing how rare each name is in it."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        found: dict[str, set[int]] = {}
        articles: set[int] = set()
        self._called: dict[str, str] = {}
        for sketch in sketches:
            name = sketch.names[0]
            self._called.setdefault(key_of(sketch.kind, name, sketch.place), name)
            articles.add(sketch.article)
            for key in sketch.company:
                found.setdefault(key, set()).add(sketch.article)
        size = len(articles)
        most = max(_FEW, _COMMON * size)
        self._rarity: Mapping[str, float] = {
            key: math.log((size + BACKGROUND) / (len(held) + 1))
            for key, held in found.items()
            if len(held) <= most
        }

    def weigh(self, one: Profile, other: Profile, *, strict: bool = False) -> list[Why]:
        """Return the reasons for and against the two being one, weightiest first.

        Args:
            one: the first.
            other: the second.
            strict: let company speak against them in full, however few articles name them.
        """
        found = [*self.by_name(one, other), *self.by_context(one, other, strict=strict)]
        if one.told_apart(other):
            apart = weights().together.apart
            found.append((apart.say, apart.weight))
        return sorted(found, key=lambda why: -abs(why[1]))

    def by_name(self, one: Profile, other: Profile) -> Iterator[Why]:
        """Yield what their names and kinds say."""
        first, second = one.summary, other.summary
        table, compare = _table(first, second)
        alike = {compare(a, b) for a, b in product(first.forms, second.forms)}
        if (first.kind == "person") != (second.kind == "person") and (
            # A firm has its founder's surname.
            first.is_short or second.is_short
        ):
            alike = {"part" if kind in {"left_out", "beginning"} else kind for kind in alike}
        best = max(sorted(alike), key=lambda kind: table[kind].weight)
        # What the two have in common in their own names, aliases apart.
        called = compare(first.main, second.main) if first.main and second.main else None
        if called not in AGAINST:
            yield table[best].say, table[best].weight
        elif table[best].weight <= 0:
            yield table[called].say, table[called].weight
        else:
            alias = weights().names.otherwise
            rule = {"person": alias.people, "place": alias.places}.get(first.kind, alias.bodies)
            yield table[best].say, table[best].weight
            yield rule.say, rule.weight
        kinds = _kinds(one, other)
        if kinds.weight:
            yield kinds.say, kinds.weight

    def by_context(self, one: Profile, other: Profile, *, strict: bool = False) -> Iterator[Why]:
        """Yield what all the rest says; `strict` as in `weigh`."""
        yield from _gazetteer(one, other)
        yield from _born(one, other)
        yield from _roles(one, other)
        yield from self._company(one, other, strict)

    def _company(self, one: Profile, other: Profile, strict: bool) -> Iterator[Why]:
        known, rule = self._rarity, weights().company
        telling = _telling(known, one, other)
        shared = sorted(telling, key=lambda key: (-telling[key], key))
        # What nearly every article names brings nobody together, and keeps nobody apart.
        common = len(one.company.keys() & other.company.keys()) - len(shared)
        strange = min(len(one.company), len(other.company)) - common
        against = rule.none.weight * strange
        total = rule.shared.weight * sum(max(0.0, telling[key]) for key in shared)
        few = min(len(one.articles), len(other.articles))
        bounded = max(rule.least if strict else max(rule.least, rule.each * few), against)
        if one.kind != "person" or other.kind != "person":
            bounded *= rule.bodies
        if not shared:
            if bounded:
                yield rule.none.say, bounded
            return
        left = min(rule.most, total + bounded)
        named = ", ".join(self._called.get(key, key.upper()) for key in shared[:_TOLD])
        yield f"{rule.shared.say} {named}", left


def _table(one: Summary, other: Summary) -> tuple[dict[Likeness, Weight], Compare]:
    names = weights().names
    if one.kind == other.kind == "person":
        return names.people, people
    # Readers take many a firm for another place.
    if one.kind == other.kind == "place" or one.is_placed or other.is_placed:
        return names.places, bodies
    return names.bodies, bodies


def _telling(known: Mapping[str, float], one: Profile, other: Profile) -> dict[str, float]:
    """Return for those with whom both are named how much that tells, in log-odds.

    That is how rarely articles name them, less for the smaller share of the articles of the two
    that do: who is named in a hundred articles has been named once with nearly everybody.
    """
    few, many = one.company, other.company
    every = few.keys() & many.keys() & known.keys()
    if len(one.ids) == len(other.ids) == 1:
        return {key: known[key] for key in every}
    shares = {key: min(few[key] / len(one.ids), many[key] / len(other.ids)) for key in every}
    return {key: known[key] + math.log(min(1.0, share)) for key, share in shares.items()}


def _kinds(one: Profile, other: Profile) -> Weight:
    rule = weights().kinds
    if one.kind == other.kind:
        return rule.same
    told = any(each.human or each.roles or each.born for each in (one, other))
    return rule.human if told and "person" in {one.kind, other.kind} else rule.differ


def _gazetteer(one: Profile, other: Profile) -> Iterator[Why]:
    if not one.places or not other.places:
        return
    rule = weights().gazetteer
    if one.places.keys() & other.places.keys():
        yield rule.same.say, rule.same.weight
    elif any(_near(a, b) for a, b in product(one.places.values(), other.places.values())):
        near = rule.near or rule.same
        yield near.say, near.weight
    else:
        yield rule.differ.say, rule.differ.weight


def _near(one: Place, other: Place) -> bool:
    """Tell whether two places are next to each other, the earth taken for flat."""
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.2 * math.cos(math.radians(one.lat))
    return math.hypot(north, east) < _NEAR


def _born(one: Profile, other: Profile) -> Iterator[Why]:
    if not one.born or not other.born:
        return
    rule = weights().born
    # Papers err by a year, and an age is told on either side of a birthday.
    meet = sum(a[0] - 1 <= b[1] and b[0] - 1 <= a[1] for a, b in product(one.born, other.born))
    agree = meet * 2 >= len(one.born) * len(other.born)
    found = rule.same if agree else rule.differ
    yield found.say, found.weight


def _roles(one: Profile, other: Profile) -> Iterator[Why]:
    if not one.roles or not other.roles:
        return
    rule = weights().roles
    found = rule.same if one.roles.keys() & other.roles.keys() else rule.differ
    yield found.say, found.weight


def probability(reasons: Iterable[Why]) -> float:
    """Return the probability that log-odds sum up to."""
    total = max(-30.0, min(30.0, sum(weight for _, weight in reasons)))
    return 1 / (1 + math.exp(-total))
