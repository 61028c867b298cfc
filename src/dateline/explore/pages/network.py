"""The network: one picture of all ties that are told of, of which those of a day are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from dateline.ask.answers import Held, TieAccount
from dateline.ask.network import Network
from dateline.explore.arrangement import arrange, untangled
from dateline.explore.bars import label
from dateline.explore.scale import days
from dateline.record import EntityKind

WIDTH: Final = 1100.0
HEIGHT: Final = 720.0
TURNED: Final = 0.8  # of the width: farther right, a name stands left of its node
NAMED: Final = 60  # more names than these would lie over one another
CROWD: Final = 200  # of more actors than these, each is drawn smaller
SIGNS: Final = {1: "positive", 0: "", -1: "negative"}


class Knot(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in the picture; `held` where a tie of it is shown, `named` where its name is."""

    id: str
    name: str
    kind: EntityKind
    x: float
    y: float
    radius: float
    named: bool
    held: bool


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A tie in the picture; `held` is empty where it did not hold on the day."""

    id: str
    title: str
    sign: str
    held: str
    x1: float
    y1: float
    x2: float
    y2: float


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A network as it is drawn; `first`, `last` and `day` in days from 1970."""

    nodes: tuple[Knot, ...]
    edges: tuple[Edge, ...]
    held: int
    first: int | None
    last: int | None
    day: int | None
    query: str
    turned: float = TURNED * WIDTH
    width: float = WIDTH
    height: float = HEIGHT


def places(whole: Network) -> dict[str, tuple[float, float]]:
    """Return where each actor of a network is drawn: the same for the same network."""
    order = {node.party.id: place for place, node in enumerate(whole.nodes)}
    ties = [(order[edge.subject.id], order[edge.object.id]) for edge in whole.edges]
    drawn = arrange(len(order), ties, WIDTH, HEIGHT)
    named = whole.nodes[:NAMED]
    widths = [
        _width(node.party.name) * (-1 if x > TURNED * WIDTH else 1)
        for node, (x, _) in zip(named, drawn, strict=False)
    ]
    drawn[:NAMED] = untangled(drawn[:NAMED], widths, HEIGHT)
    return dict(zip(order, drawn, strict=True))


def _width(name: str) -> float:
    """Return about how much room a name takes beside its node."""
    return 12 + 6.6 * len(name)


def held(found: Network) -> dict[str, Held]:
    """Return which ties hold, and how surely."""
    return {edge.id: edge.held or "certainly" for edge in found.edges}


def draw(
    whole: Network,
    where: dict[str, tuple[float, float]],
    found: Network,
    on: str | None,
    query: str,
) -> Picture:
    """Return the picture of a network on a day.

    Args:
        whole: the network of all times.
        where: where its actors are drawn, from `places`.
        found: what held on the day; `whole` itself if no day is asked about.
        on: the day.
        query: what else the address asks for, for the slider.
    """
    shown = held(found)
    present = {node.party.id for node in found.nodes}
    leading = [node.party.id for node in whole.nodes]
    leading.sort(key=lambda one: one not in present)
    named = set(leading[:NAMED])
    first, last = extent(whole.edges)
    asked = int(days(on)) if on else last
    small = min(1.0, max(0.5, (CROWD / max(len(whole.nodes), 1)) ** 0.5))
    inside = first is not None and last is not None and asked is not None
    return Picture(
        nodes=tuple(
            Knot(
                id=node.party.id,
                name=node.party.name,
                kind=node.party.kind,
                x=where[node.party.id][0],
                y=where[node.party.id][1],
                radius=round(small * (4 + 2 * min(node.degree, 25) ** 0.5), 1),
                named=node.party.id in named,
                held=node.party.id in present,
            )
            for node in whole.nodes
        ),
        edges=tuple(_edge(edge, where, shown) for edge in whole.edges),
        held=len(shown),
        first=first,
        last=last,
        day=min(max(asked, first), last) if inside else None,  # type: ignore[type-var]
        query=query,
    )


def _edge(edge: TieAccount, where: dict[str, tuple[float, float]], shown: dict[str, Held]) -> Edge:
    one, other = where[edge.subject.id], where[edge.object.id]
    return Edge(
        id=edge.id,
        title=label(edge),
        sign=SIGNS[edge.sign],
        held=shown.get(edge.id, ""),
        x1=one[0],
        y1=one[1],
        x2=other[0],
        y2=other[1],
    )


def extent(edges: Iterable[TieAccount]) -> tuple[int | None, int | None]:
    """Return the first and the last day that a slider goes over; `None` where nothing is dated."""
    ends = [_days(edge) for edge in edges]
    found = [day for pair in ends for day in pair]
    return (min(found) - 1, max(found) + 1) if found else (None, None)


def _days(edge: TieAccount) -> Sequence[int]:
    moments = (edge.from_, edge.until, edge.earliest, edge.latest, edge.told_first, edge.told_last)
    return [int(days(moment)) for moment in moments if moment]
