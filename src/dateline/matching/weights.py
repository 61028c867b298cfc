"""What each reason for and against one actor is worth: the numbers of `weights.toml`, checked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dateline.matching.names import Likeness


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reason is worth in log-odds, and how it is said."""

    say: str
    weight: float


class Pro(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feature that agrees or differs."""

    same: Weight
    differ: Weight
    near: Weight | None = None


class Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kinds that agree or differ; `human`: and who is told to be a person is another kind's."""

    same: Weight
    differ: Weight
    human: Weight


class Together(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it weighs that one article names both."""

    apart: Weight


class Company(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it weighs to be named with the same others; `most` and `least` bound the sum.

    So does `each`, times the articles of the one that fewer articles name.
    """

    shared: Weight
    none: Weight
    most: float
    least: float
    each: float
    bodies: float


class Prominence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it weighs who of a surname is named most; between `least` and `most`."""

    say: str
    most: float
    least: float


class Otherwise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it weighs that two meet by an alias alone: readers err in aliases."""

    people: Weight
    bodies: Weight
    places: Weight


class NameWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What names have in common, for each kind of thing."""

    people: dict[Likeness, Weight]
    bodies: dict[Likeness, Weight]
    places: dict[Likeness, Weight]
    otherwise: Otherwise


class EventWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it weighs that two tellings of an event have something in common, or not.

    Attributes:
        kin: groups of types by which one deed may be told.
    """

    start: float
    same_who: float
    other_who: float
    same_whom: float
    other_whom: float
    same_where: float
    other_where: float
    same_mode: float
    other_mode: float
    same_words: float
    dates_meet: float
    dates_near: float
    dates_apart: float
    told_before: float
    told_near: float
    told_later: float
    told_far: float
    same_article: float
    same_report: float
    unlike_reality: float
    other_type: float
    kin: tuple[tuple[str, ...], ...]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`weights.toml`."""

    names: NameWeights
    kinds: Kinds
    gazetteer: Pro
    together: Together
    born: Pro
    roles: Pro
    prominence: Prominence
    company: Company
    events: EventWeights


@cache
def weights() -> Weights:
    """Return what each reason is worth."""
    data = files("dateline.matching").joinpath("weights.toml").read_bytes()
    return msgspec.toml.decode(data, type=Weights)
