"""The map: events at the places that they are told of, drawn as large as they are many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from dateline.ask.answers import EventAccount, Party
from dateline.explore.scale import days

WORLD: Final = (0.0, 0.0, 360.0, 180.0)
LEAST: Final = 12.0  # degrees: a picture of less shows no coast to know it by
LARGEST: Final = 0.02  # of the picture's width
LETTER: Final = 0.012  # likewise

WIDE: Final = 0.6  # of its height: the width of a letter
SHIFTS: Final = (0.35, -0.4, 1.1, -0.85, 1.6)  # in letters: where a name may stand below its place
NAMED: Final = 25


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the picture; `x` and `y` in degrees from its upper left corner.

    Attributes:
        name_y: how low its name stands; `None` where it would lie over others.
    """

    id: str
    name: str
    country: str | None
    x: float
    y: float
    radius: float
    events: int
    days: tuple[int, ...]
    name_y: float | None
    accounts: tuple[EventAccount, ...]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The map as it is drawn; `box` is what of the world is shown, `first` and `last` in days.

    Attributes:
        letter: the height of letters, in degrees.
    """

    spots: tuple[Spot, ...]
    box: str
    letter: float
    first: int | None
    last: int | None


def draw(accounts: Iterable[EventAccount]) -> Chart:
    """Return the map of some events; those without a known place are left out."""
    held: dict[str, list[EventAccount]] = defaultdict(list)
    parties: dict[str, Party] = {}
    for account in accounts:
        for party in account.where:
            if party.place is not None:
                held[party.id].append(account)
                parties[party.id] = party
    box = _box([_point(party) for party in parties.values()])
    spots = [_spot(parties[one], many, box[2]) for one, many in held.items()]
    spots.sort(key=lambda spot: (-spot.events, spot.name, spot.id))
    spots = _named(spots, box[2] * LETTER)
    when = [day for spot in spots for day in spot.days]
    return Chart(
        spots=tuple(spots),
        letter=round(box[2] * LETTER, 3),
        box=" ".join(f"{side:g}" for side in box),
        first=min(when, default=None),
        last=max(when, default=None),
    )


def _point(party: Party) -> tuple[float, float]:
    assert party.place is not None
    return party.place.lon + 180, 90 - party.place.lat


def _spot(party: Party, accounts: list[EventAccount], width: float) -> Spot:
    x, y = _point(party)
    dated = (one.from_ or one.earliest or one.until for one in accounts)
    return Spot(
        id=party.id,
        name=party.name,
        country=party.place.country if party.place else None,
        x=round(x, 3),
        y=round(y, 3),
        radius=round(width * LARGEST * min(1.0, 0.3 + 0.12 * len(accounts) ** 0.5), 3),
        events=len(accounts),
        name_y=None,
        days=tuple(sorted({int(days(moment)) for moment in dated if moment})),
        accounts=tuple(accounts),
    )


def _named(spots: list[Spot], letter: float) -> list[Spot]:
    """Return the places, the names of the first of them a little higher or lower to be apart."""
    taken: list[tuple[float, float, float]] = []
    out = []
    for place, spot in enumerate(spots):
        left = spot.x + 1.3 * spot.radius
        right = left + WIDE * letter * len(spot.name)
        tries = [spot.y + letter * by for by in SHIFTS] if place < NAMED else []
        free = (y for y in tries if not any(_over((left, right, y), one, letter) for one in taken))
        y = next(free, None)
        if y is not None:
            taken.append((left, right, y))
        out.append(msgspec.structs.replace(spot, name_y=None if y is None else round(y, 3)))
    return out


def _over(
    one: tuple[float, float, float], other: tuple[float, float, float], letter: float
) -> bool:
    """Tell whether two names, each from left to right at a height, lie over one another."""
    apart = abs(one[2] - other[2]) >= letter * 1.1
    return not apart and one[0] < other[1] and other[0] < one[1]


def _box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return the part of the world, two to one, that holds the points with room around them."""
    if not points:
        return WORLD
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    height = min(max((bottom - top) * 1.4, (right - left) * 0.7, LEAST), 180.0)
    width = height * 2
    x = min(max((left + right - width) / 2, 0.0), 360.0 - width)
    y = min(max((top + bottom - height) / 2, 0.0), 180.0 - height)
    return round(x, 2), round(y, 2), round(width, 2), round(height, 2)
