"""The network as nodes and edges with attributes: what both forms of graph files write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.ask.answers import TieAccount
from dateline.export import doubt
from dateline.export.holdings import Holdings
from dateline.store import Actor

Value = str | int | float | bool
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
    "from_bound": "string",
    "until_bound": "string",
    "earliest": "string",
    "latest": "string",
    "agreed": "boolean",
    "status": "string",
    "reality": "string",
    "realities": "string",
    "certainty": "string",
    "voices": "string",
    "sign": "integer",
    "sources": "integer",
    "reports": "integer",
    "tellings": "string",
}
"""The attributes, with their types.

`from` and `until` are as precise as they were told, and `from_bound` tells whether it began `at`
that time, `by` it at the latest or `after` it. Where the tellings contradict each other, `agreed`
is false and `earliest` and `latest` hold the dates. `reality` is what most take it for,
`realities` all, `voices` whose word it is.
"""


def nodes(held: Holdings) -> list[Actor]:
    """Return the actors that have a tie, in order."""
    tied = {number for tie in held.ties() for number in (tie.subject, tie.object)}
    return [actor for number, actor in held.actors.items() if number in tied]


def edges(held: Holdings) -> Iterator[TieAccount]:
    """Yield the ties, one for each that is told of, however often."""
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
        "from_bound": doubt.bound(tie, "from"),
        "until_bound": doubt.bound(tie, "until"),
        "earliest": tie.earliest,
        "latest": tie.latest,
        "agreed": tie.agreed,
        "status": tie.status,
        "reality": tie.realities[0] if tie.realities else None,
        "realities": "; ".join(tie.realities) or None,
        "certainty": tie.certainty,
        "voices": "; ".join(doubt.voices(tie)) or None,
        "sign": tie.sign,
        "sources": tie.sources,
        "reports": tie.reports,
        "tellings": " ".join(one.id for one in tie.tellings),
    }
    yield from ((name, value) for name, value in values.items() if value is not None)
