"""Who, where and when: entities with their mentions, and expressions of time."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.span import Span

EntityKind = Literal[
    "person",
    "organisation",
    "place",
    "facility",
    "product",
    "work",
    "event_name",
    "group",
    "other",
]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["published", "dateline", "time", "speech", "event"]


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an entity is spoken of.

    Attributes:
        acts: the name of a place stands for those who govern there ("Lima said"); in JSON it is
            there only where it is true.
    """

    span: Span
    form: MentionForm
    acts: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The place that a name means, by a gazetteer; degrees north and east, ISO 3166-1 country."""

    gazetteer: str
    id: int
    lat: float
    lon: float
    country: str | None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, place or other thing, with all its mentions."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    place: Place | None = None


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What a relative time was reckoned from: the kind of thing, and where it stands if it does."""

    kind: AnchorKind
    span: Span | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time and the interval that it names.

    Attributes:
        type: TIMEX3 type (ISO-TimeML).
        value: TIMEX3 value, ISO 8601 with TimeML's extensions (`2012-SP`, `PRESENT_REF`, `P3D`).
        from_: first instant of the interval, at the precision given; `None` if open or unknown.
        until: first instant after it; `None` if open or unknown.
        mod: TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `BEFORE` ...).
        anchor: what a relative expression was reckoned from; `None` for absolute ones.
        other: the other reading where past or future is a coin toss.
        zone: the time zone that a time of day is given in, `-05` or `Z`; `None` if not said.
    """

    id: str
    span: Span
    type: TimexType
    value: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    mod: str | None = None
    anchor: Anchor | None = None
    other: str | None = None
    zone: str | None = None
    rule: str
