"""The bodies that unnamed people are told to be of: "members of the union", "the band's fighters".

What such people do is told elsewhere as done by the body itself. The people stay who they are; it
is only to find that two articles tell of one event that they stand for their body.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from dateline.record import Entity, EntityKind, Record
from dateline.store.rows import Happening

_BODIES: Final[frozenset[EntityKind]] = frozenset({"organisation"})


def bodies(key: str, record: Record) -> dict[str, str]:
    """Return for the unnamed people of an article the body that is named within their words.

    Args:
        key: of the article.
        record: of the article.

    Returns:
        Ids of entities (`KEY:e3`), of the people and of the body. People of two bodies have none.
    """
    named = [one for one in record.entities if one.kind in _BODIES]
    found: dict[str, str] = {}
    for people in record.entities:
        within = [one.id for one in named if people.kind == "group" and _is_within(one, people)]
        if len(within) == 1:
            found[f"{key}:{people.id}"] = f"{key}:{within[0]}"
    return found


def _is_within(body: Entity, people: Entity) -> bool:
    """Tell whether a body is named in words that mean some people."""
    return any(
        whole.span.contains(name.span)
        for whole in people.mentions
        for name in body.mentions
        if name.form == "name"
    )


def embodied(telling: Happening, stand: Mapping[int, int | None]) -> Happening:
    """Return a telling with bodies for their people, and without those who are of none.

    Args:
        telling: of an event.
        stand: for actors that are unnamed people the body's number, or `None`.
    """
    if stand.keys().isdisjoint((*telling.who, *telling.whom)):
        return telling
    who, whom = (_standing(end, stand) for end in (telling.who, telling.whom))
    return msgspec.structs.replace(telling, who=who, whom=whom)


def _standing(end: Iterable[int], stand: Mapping[int, int | None]) -> tuple[int, ...]:
    found = (stand.get(one, one) for one in end)
    return tuple(dict.fromkeys(one for one in found if one is not None))
