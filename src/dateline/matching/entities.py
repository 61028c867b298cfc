"""The same actor across articles: which entities are one, how likely that is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from dateline.matching import blocking
from dateline.matching.clustering import ENOUGH, Clusters
from dateline.matching.names import is_acronym, is_common
from dateline.matching.sketches import Sketch
from dateline.matching.spelling import words
from dateline.matching.weighing import Profile, Scales, Why, probability
from dateline.store.rows import Correction, Pair

_HOPELESS: Final = -5.0  # of such a pair nobody need be told
_SURE: Final = 10.0
_LOOKED_AT: Final = 40  # profiles of one name that a further entity is held against


class Matched(NamedTuple):
    """Who is who.

    Attributes:
        groups: the ids of the entities of each actor that has more than one, in order.
        pairs: what was weighed, and why it was or was not put together.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]


def match(sketches: Sequence[Sketch], corrections: Iterable[Correction] = ()) -> Matched:
    """Return which entities are one actor.

    Entities of one telling name are put together first, people of one name only where their
    company, ages and roles allow it; then profiles whose names are alike (see `blocking`) are
    weighed and clustered. What a user said is the same or is not comes before everything.

    Args:
        sketches: the entities, in order of their articles.
        corrections: those of the archive; all but `same` and `differ`, and what was undone, are
            passed over.
    """
    said = _Said(corrections)
    scales = Scales(sketches)
    first = _First(scales, said)
    for sketch in sketches:
        first.add(sketch)
    profiles = first.profiles
    place = {one: at for at, profile in enumerate(profiles) for one in profile.ids}
    weighed = {pair: _names(scales, profiles, pair) for pair in blocking.pairs(profiles)}
    told = list(_told(scales, profiles, weighed))
    clusters = Clusters(
        list(profiles),
        weighed,
        lambda one, other: sum(weight for _, weight in scales.by_context(one, other)),
        ((place[one], place[other]) for one, other in said.differ if {one, other} <= place.keys()),
    )
    _unite(clusters, place, said)
    groups = (tuple(sorted(one.ids, key=_order)) for one in clusters.grow())
    return Matched(
        tuple(sorted((one for one in groups if len(one) > 1), key=lambda one: _order(one[0]))),
        tuple(first.pairs + told),
    )


class _Said:
    """What users said: pairs of entities that are the same, and that are not."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        valid = [one for one in corrections if not one.undone and not one.lost and one.other]
        self.same = [(one.of, one.other or "") for one in valid if one.kind == "same"]
        self.differ = [(one.of, one.other or "") for one in valid if one.kind == "differ"]
        self._apart: dict[str, set[str]] = {}
        for one, other in self.differ:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def allows(self, sketch: Sketch, profile: Profile) -> bool:
        """Tell whether an entity may join a profile."""
        return not self._apart.get(sketch.id, set()).intersection(profile.ids)


class _First:
    """Puts entities of one name together as they come."""

    def __init__(self, scales: Scales, said: _Said) -> None:
        self._scales, self._said = scales, said
        self._named: dict[tuple[str, ...], list[Profile]] = {}
        self.profiles: list[Profile] = []
        self.pairs: list[Pair] = []

    def add(self, sketch: Sketch) -> None:
        """Put an entity to the likeliest profile of its name, or make a new one."""
        named = self._named.setdefault(_name(sketch), [])
        alone = Profile((sketch,))
        fitting = (
            (self._weight(alone, profile), -at, profile)
            for at, profile in enumerate(named[:_LOOKED_AT])
            if sketch.article not in profile.articles and self._said.allows(sketch, profile)
        )
        weight, _, best = max(fitting, default=(ENOUGH, 0, None), key=lambda found: found[:2])
        if best is None or weight <= ENOUGH:
            named.append(alone)
            self.profiles.append(alone)
            return
        if sketch.kind == "person":
            self.pairs.append(_pair(best.ids[0], sketch.id, self._scales.weigh(best, alone)))
        best.add(sketch)

    def _weight(self, alone: Profile, profile: Profile) -> float:
        name = alone.forms[0]
        telling = not is_common(name) and not is_acronym(name)
        if alone.kind != "person" and (telling or alone.places):
            return _SURE
        return sum(weight for _, weight in self._scales.weigh(alone, profile, strict=True))


def _name(sketch: Sketch) -> tuple[str, ...]:
    """Return what entities of one name share: also the kind, and the place in the gazetteer.

    A surname whose bearer the article names beside it is apart from the same surname elsewhere, so
    that this can be put to its bearer.
    """
    place = f"{sketch.place.gazetteer}:{sketch.place.id}" if sketch.place else ""
    kind = sketch.kind if sketch.kind in {"person", "place"} else "body"
    return (kind, place, str(sketch.contested), *words(sketch.names[0]))


def _names(scales: Scales, profiles: Sequence[Profile], pair: tuple[int, int]) -> float:
    one, other = (profiles[at] for at in pair)
    return sum(weight for _, weight in scales.by_name(one, other))


def _told(
    scales: Scales, profiles: Sequence[Profile], weighed: dict[tuple[int, int], float]
) -> Iterator[Pair]:
    """Yield the pairs that are worth telling of."""
    for (one, other), names in weighed.items():
        if names > _HOPELESS:
            reasons = scales.weigh(profiles[one], profiles[other])
            if sum(weight for _, weight in reasons) > _HOPELESS:
                yield _pair(profiles[one].ids[0], profiles[other].ids[0], reasons)


def _pair(one: str, other: str, reasons: Sequence[Why]) -> Pair:
    why = tuple((say, round(weight, 2)) for say, weight in reasons)
    return Pair(one=one, other=other, probability=round(probability(reasons), 4), why=why)


def _unite(clusters: Clusters, place: dict[str, int], said: _Said) -> None:
    """Put together what a user said is the same."""
    for one, other in said.same:
        if one in place and other in place and place[one] != place[other]:
            kept = clusters.join(place[one], place[other])
            gone = {place[one], place[other]}
            for name, at in place.items():
                if at in gone:
                    place[name] = kept


def _order(entity: str) -> tuple[str, int]:
    article, _, number = entity.rpartition(":e")
    return article, int(number) if number.isdigit() else 0
