"""The kinds of event, from `events.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from dateline.vocabulary import checking

STANDARDS: Final[Mapping[str, str]] = {
    "plover": "AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|INVESTIGATE|DEMAND|DISAPPROVE"
    "|REJECT|THREATEN|PROTEST|CRIME|SANCTION|MOBILIZE|COERCE|ASSAULT",
    "cameo": r"\d{2,4}",
    "wikidata": r"Q[1-9]\d{0,9}",
}
"""The schemes that codes are given of, with the form of their codes; PLOVER has but eighteen."""

Codes = dict[str, str | tuple[str, ...]]
"""By scheme, the codes that say the same there."""


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finer kind within a kind of event; `broader` is another mode of the same kind."""

    label: str
    broader: str | None = None
    codes: Codes = {}


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event.

    Attributes:
        label, description: for people.
        broader: the kind above it, or `None`.
        abstract: whether it only stands above others, and no event is of it.
        who, whom, where: the kinds of entity that fill each end; empty where nothing does.
        reciprocal: whether who and whom do the same to each other.
        attitude: whether it tells how somebody stands to something, which may change from day to
            day: that it is told to be so and not to be so is no contradiction.
        modes: finer kinds by name.
        codes: the same in other schemes.
    """

    label: str
    description: str
    broader: str | None = None
    abstract: bool = False
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    reciprocal: bool = False
    attitude: bool = False
    modes: dict[str, Mode] = {}
    codes: Codes = {}


@cache
def event_types() -> Mapping[str, EventType]:
    """Return the kinds of event by name, as they stand in `events.toml`, checked.

    Raises:
        DatelineError: if the file is at fault; it tells of every fault, with file and line.
    """
    text = files(__package__).joinpath("events.toml").read_text("utf-8")
    return read("vocabulary/events.toml", text)


def read(name: str, text: str) -> dict[str, EventType]:
    """Return the kinds of event that a file holds.

    Args:
        name: the file, as errors show it.
        text: what it holds.

    Raises:
        DatelineError: if anything is wrong; it tells of every fault, with file and line.
    """
    return checking.load(name, text, EventType, _check)


def _check(file: checking.File, types: dict[str, EventType]) -> None:
    file.circles({name: one.broader for name, one in types.items()})
    for name, one in types.items():
        if one.broader is not None:
            file.unknown("kind of event", [one.broader], types, name, "broader")
        for end in ("who", "whom", "where"):
            kinds: tuple[str, ...] = getattr(one, end)
            file.unknown("kind of entity", kinds, checking.KINDS, name, end)
        if not one.abstract and not one.who:
            file.fault(f"{name}: nothing can be its 'who'", name)
        checking.codes(file, STANDARDS, one.codes, name)
        _check_modes(file, name, one)


def _check_modes(file: checking.File, name: str, one: EventType) -> None:
    file.circles({key: mode.broader for key, mode in one.modes.items()}, name, "modes")
    for key, mode in one.modes.items():
        if mode.broader is not None:
            file.unknown("mode", [mode.broader], one.modes, name, "modes", key)
        checking.codes(file, STANDARDS, mode.codes, name, "modes", key)
