"""The network as nodes and edges with attributes: what both forms of graph files write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.ask.answers import TieAccount
from dateline.export.holdings import Holdings
from dateline.store import Actor

Value = str | int | float
NODE: Final[dict[str, str]] = {
    "kind": "string",
    "aliases": "string",
    "articles": "integer",
    "lat": "double",
    "lon": "double",
}
EDGE: Final[dict[str, str]] = {
    "account": "string",
    "type": "string",
    "role": "string",
    "from": "string",
    "until": "string",
    "status": "string",
    "reality": "string",
    "certainty": "string",
    "sign": "integer",
    "sources": "integer",
    "reports": "integer",
    "tellings": "string",
}
"""The attributes, with their types; `from` and `until` are as precise as they were told."""


def nodes(held: Holdings) -> list[Actor]:
    """Return the actors that have a tie, in order."""
    tied = {number for tie in held.ties() for number in (tie.subject, tie.object)}
    return [actor for number, actor in held.actors.items() if number in tied]


def edges(held: Holdings) -> list[TieAccount]:
    """Return the ties, one for each that is told of, however often."""
    return held.relations()


def of_node(actor: Actor) -> Iterator[tuple[str, Value]]:
    """Yield the attributes of a node that it has."""
    yield "kind", actor.kind
    if actor.aliases:
        yield "aliases", "; ".join(actor.aliases)
    yield "articles", actor.articles
    if actor.place:
        yield "lat", actor.place.lat
        yield "lon", actor.place.lon


def of_edge(tie: TieAccount) -> Iterator[tuple[str, Value]]:
    """Yield the attributes of an edge that it has."""
    values: dict[str, Value | None] = {
        "account": tie.id,
        "type": tie.type,
        "role": tie.role,
        "from": tie.from_,
        "until": tie.until,
        "status": tie.status,
        "reality": tie.realities[0] if tie.realities else None,
        "certainty": tie.certainty,
        "sign": tie.sign,
        "sources": tie.sources,
        "reports": tie.reports,
        "tellings": " ".join(one.id for one in tie.tellings),
    }
    yield from ((name, value) for name, value in values.items() if value is not None)
