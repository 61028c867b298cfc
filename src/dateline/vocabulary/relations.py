"""The kinds of tie, from `relations.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from dateline.record import EntityKind
from dateline.vocabulary import checking
from dateline.vocabulary.events import event_types

STANDARDS: Final[Mapping[str, str]] = {
    "ftm": r"[A-Z][A-Za-z]{2,30}",
    "wikidata": r"~?P[1-9]\d{0,5}",
    "stix": r"[a-z]+(-[a-z]+){0,3}",
}
"""The schemes that codes are given of, with the form of their codes.

FollowTheMoney's schema, Wikidata's property (with ~ where it leads from object to subject) and
STIX 2.1's type of relationship.
"""

Codes = dict[str, str | tuple[str, ...]]


class RelationType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of tie between two entities.

    Attributes:
        label: how it reads from subject to object.
        inverse: how it reads from object to subject.
        description: for people.
        subject, object: the kinds of entity that each end may be.
        symmetric: whether it holds in both directions at once.
        lasts: whether it holds for a time; what does not last is true from its moment on.
        broader: the tie of which this is a kind, or `None`.
        exclusive: `subject` where an object has one subject at a time, `object` where a subject
            has one object at a time: two tellings that differ there contradict each other.
        opened_by, closed_by: the kinds of event that begin it, and that end it.
        sign: 1 where the tie joins the two, -1 where it sets them against each other, else 0.
        codes: the same in other schemes.
    """

    label: str
    inverse: str
    description: str
    subject: tuple[EntityKind, ...]
    object: tuple[EntityKind, ...]
    symmetric: bool = False
    lasts: bool = True
    broader: str | None = None
    exclusive: tuple[Literal["subject", "object"], ...] = ()
    opened_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    sign: Literal[-1, 0, 1] = 0
    codes: Codes = {}

    def holds_between(self, subject: EntityKind, object_: EntityKind) -> bool:
        """Tell whether the tie may have ends of these kinds."""
        return subject in self.subject and object_ in self.object


@cache
def relation_types() -> Mapping[str, RelationType]:
    """Return the kinds of tie by name, as they stand in `relations.toml`, checked.

    Raises:
        DatelineError: if the file is at fault; it tells of every fault, with file and line.
    """
    text = files(__package__).joinpath("relations.toml").read_text("utf-8")
    return read("vocabulary/relations.toml", text)


def read(name: str, text: str) -> dict[str, RelationType]:
    """Return the kinds of tie that a file holds.

    Args:
        name: the file, as errors show it.
        text: what it holds.

    Raises:
        DatelineError: if anything is wrong; it tells of every fault, with file and line.
    """
    return checking.load(name, text, RelationType, _check)


def broader(name: str) -> Iterator[str]:
    """Yield the ties of which a tie is a kind, nearest first.

    Raises:
        KeyError: if there is no such tie.
    """
    above = relation_types()[name].broader
    while above is not None:
        yield above
        above = relation_types()[above].broader


def _check(file: checking.File, types: dict[str, RelationType]) -> None:
    file.circles({name: one.broader for name, one in types.items()})
    for name, one in types.items():
        if one.broader is not None:
            file.unknown("tie", [one.broader], types, name, "broader")
        for end in ("subject", "object"):
            if not getattr(one, end):
                file.fault(f"{name}: nothing can be its {end!r}", name, end)
        for key in ("opened_by", "closed_by"):
            file.unknown("kind of event", getattr(one, key), event_types(), name, key)
        if one.symmetric and set(one.subject) != set(one.object):
            file.fault(f"{name}: symmetric, but its ends differ", name, "symmetric")
        checking.codes(file, STANDARDS, one.codes, name)
