"""Who lives in the invented world: each region's cast and how each name is spelled."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final, Literal

import msgspec
from examples.corpus.truth import Actor

SPELLINGS: Final = 3
"""Every name has so many spellings; a paper keeps to one."""

_HERE = Path(__file__).parent
# Which given name and surname of the region a part of the cast takes; the brothers share one.
_PEOPLE: Final = {
    "chief": (0, 0),
    "deputy": (1, 1),
    "mayor": (2, 2),
    "leader": (3, 3),
    "brother": (4, 3),
    "boss": (5, 4),
    "unionist": (6, 5),
    "politician": (7, 6),
    "engineer": (0, 7),
    "lawyer": (0, 8),
    "judge": (1, 9),
}
_WOMEN: Final = ("lawyer", "judge")
_TITLES: Final = {"chief": "Police Chief", "mayor": "Mayor", "judge": "Judge"}
_ROLES: Final = {
    "chief": ("the police chief of {town}", "holds_position", "town"),
    "mayor": ("the mayor of {town}", "leads", "town"),
    "leader": ("the leader of {militia}", "leads", "militia"),
    "boss": ("the chairman of {company}", "leads", "company"),
    "unionist": ("the president of {union}", "leads", "union"),
    "politician": ("a member of {party}", "member_of", "party"),
    "lawyer": ("a defence lawyer", None, None),
}
_BODIES: Final = ("militia", "company", "rival", "union", "party")
_WITH_ARTICLE: Final = ("militia", "union", "party")


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `names.toml`: lists of names, each name in its spellings."""

    id: str
    towns: tuple[str, ...]
    given: tuple[tuple[str, ...], ...]
    women: tuple[tuple[str, ...], ...]
    surnames: tuple[tuple[str, ...], ...]
    militia: tuple[str, ...]
    company: tuple[str, ...]
    rival: tuple[str, ...]
    union: tuple[str, ...]
    party: tuple[str, ...]
    middle: tuple[str, ...] = ()
    order: Literal["given first", "surname first", "either"] = "given first"


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`names.toml`."""

    agency: str
    papers: tuple[str, ...]
    regions: tuple[Region, ...]


class Character(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the cast.

    Attributes:
        full, short: by spelling.
        article: the name takes "the".
        title: what may stand before the name.
        role: what may stand after it, with slots; `tie` and `tied` say what it tells.
        born: year of birth; `None` for what is no person.
    """

    id: str
    kind: Literal["person", "organisation", "place"]
    full: tuple[str, ...]
    short: tuple[str, ...]
    article: bool = False
    title: str | None = None
    role: str | None = None
    tie: str | None = None
    tied: str | None = None
    born: int | None = None

    @property
    def actor(self) -> Actor:
        """What is true of it."""
        names = tuple(dict.fromkeys(self.full + self.short))
        return Actor(id=self.id, kind=self.kind, name=self.full[0], names=names)


def names() -> Names:
    """Return what `names.toml` holds."""
    return msgspec.convert(tomllib.loads((_HERE / "names.toml").read_text("utf-8")), Names)


def cast(region: Region) -> dict[str, Character]:
    """Return everyone and everything of a region that stories tell of, by slot."""
    people = {slot: _person(region, slot) for slot in _PEOPLE}
    bodies = {slot: _body(region, slot) for slot in _BODIES}
    slots = ("town", "town2", "town3")
    towns = {
        slot: Character(
            id=f"{region.id}-{slot}",
            kind="place",
            full=(name,) * SPELLINGS,
            short=(name,) * SPELLINGS,
        )
        for slot, name in zip(slots, region.towns, strict=True)
    }
    return people | bodies | towns


def _person(region: Region, slot: str) -> Character:
    given, surname = _PEOPLE[slot]
    firsts = region.women[given] if slot in _WOMEN else region.given[given]
    lasts = region.surnames[surname]
    middle = region.middle[given] if region.middle else ""
    full = tuple(
        _whole(region, spelling, firsts[spelling], middle, lasts[spelling % len(lasts)])
        for spelling in range(SPELLINGS)
    )
    role, tie, tied = _ROLES.get(slot, (None, None, None))
    return Character(
        id=f"{region.id}-{slot}",
        kind="person",
        full=full,
        short=tuple(lasts[spelling % len(lasts)] for spelling in range(SPELLINGS)),
        title=_TITLES.get(slot),
        role=role,
        tie=tie,
        tied=tied,
        born=1940 + Random(f"{region.id} {slot}").randrange(45),
    )


def _whole(region: Region, spelling: int, first: str, middle: str, last: str) -> str:
    """Return a whole name as a paper of that spelling prints it."""
    turned = (region.order == "surname first") == (spelling < SPELLINGS - 1)
    if region.order != "given first" and turned:
        return f"{last} {first}"
    if middle and spelling == 0:
        return f"{first} {middle} {last}"
    return f"{first} {last}"


def _body(region: Region, slot: str) -> Character:
    found: tuple[str, ...] = getattr(region, slot)
    return Character(
        id=f"{region.id}-{slot}",
        kind="organisation",
        full=found,
        short=tuple(_briefest(found) if name == found[0] else name for name in found),
        article=slot in _WITH_ARTICLE,
    )


def _briefest(found: tuple[str, ...]) -> str:
    capitals = [name for name in found if name.isupper()]
    return capitals[0] if capitals else found[0]


def everyone(found: Names) -> Iterator[tuple[Region, dict[str, Character]]]:
    """Yield each region with its cast."""
    for region in found.regions:
        yield region, cast(region)
