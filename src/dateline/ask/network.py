"""Who was tied to whom at a time, as far as the archive tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from dateline.ask import accounts, holding
from dateline.ask.answers import Held, Party, TieAccount
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table, Whole
from dateline.interval import Interval
from dateline.store import Selection, Tie, View

HOLDING: Final = ("actual",)
"""Only what is told as a fact holds; a denial of it is among the tellings."""


class Node(Answer, frozen=True, kw_only=True):
    """An actor in a network; `hops` counts from the actor asked about, `None` if none was."""

    party: Party
    hops: int | None
    degree: int


class Network(Whole, frozen=True, kw_only=True):
    """The ties that held at a time, and who they join.

    Attributes:
        from_, until: the time asked about; both `None` for all times.
        nodes: nearest first, then those of most ties.
        edges: in order of time; each with every telling, also with those that deny it.
        cut: whether there are more ties than were asked for.
    """

    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    nodes: Table[Node]
    edges: Table[TieAccount]
    cut: bool

    @property
    def table(self) -> Table[TieAccount]:
        """The ties."""
        return self.edges


def network(  # noqa: PLR0913 - each narrows the answer
    view: View,
    *,
    on: str | None = None,
    from_: str | None = None,
    until: str | None = None,
    around: str | None = None,
    hops: int = 1,
    types: Sequence[str] = (),
    quotes: bool = False,
    scope: Scope = ALL,
    limit: int = 500,
) -> Network:
    """Return the ties that certainly or possibly held at some moment of a period.

    Args:
        view: the archive.
        on: a day, month or year; instead of `from_` and `until`.
        from_: when the period begins; without it and `until`, all times.
        until: the first moment after it.
        around: name or id of the actor in the middle; without it, the whole network.
        hops: how many ties away from there.
        types: ties of these types only; none for any.
        quotes: with the sentence of each telling; without, its `quote` is empty, and large
            networks come sooner.
        scope: times of telling and outlets; its times of the facts stand for the period.
        limit: at most so many ties.

    Raises:
        DatelineError: if nobody has the name, or a date is none.
    """
    asked = _asked(on, from_ or scope.held_from, until or scope.held_until)
    centre = numbers(view, around)
    chosen = scope.told().selection(types=types, realities=HOLDING)
    search = _Search(view, chosen, asked, limit)
    distance = search.around(centre, hops) if around else search.all()
    edges = _edges(view, search, asked, quotes)
    return Network(
        from_=str(asked.from_) if asked.from_ else None,
        until=str(asked.until) if asked.until else None,
        nodes=_nodes(edges, _hops(view, distance)),
        edges=edges,
        cut=search.cut,
    )


def _asked(on: str | None, from_: str | None, until: str | None) -> Interval:
    return holding.on(on) if on else holding.period(from_, until)


class _Search:
    """A search from tie to tie, one question for each hop.

    Attributes:
        found: by account, the tellings by which it held, at least possibly.
        cut: whether the search stopped at its limit.
    """

    def __init__(self, view: View, chosen: Selection, asked: Interval, limit: int) -> None:
        self._view, self._chosen, self._asked, self._limit = view, chosen, asked, limit
        self.found: dict[int, list[Tie]] = {}
        self.cut = False

    def all(self) -> dict[int, int]:
        """Take every tie that held; no actor is at any distance."""
        self._take(self._view.ties(self._chosen))
        return {}

    def around(self, centre: Iterable[int], hops: int) -> dict[int, int]:
        """Take the ties that held within some hops; return how far off each actor is."""
        distance = dict.fromkeys(centre, 0)
        edge = list(distance)
        for hop in range(1, hops + 1):
            if not edge or self.cut:
                break
            self._take(self._view.ties(msgspec.structs.replace(self._chosen, actors=edge)))
            ties = (rows[0] for rows in self.found.values())
            ends = (end for tie in ties for end in (tie.subject, tie.object))
            edge = sorted({end for end in ends if end not in distance})
            distance |= dict.fromkeys(edge, hop)
        return distance

    def _take(self, ties: Iterable[Tie]) -> None:
        whole = not (self._asked.from_ or self._asked.until)
        for tie in ties:
            if not whole and holding.held(tie, self._asked, _lasts(tie)) is None:
                continue
            if tie.account not in self.found and len(self.found) >= self._limit:
                self.cut = True
                return
            self.found.setdefault(tie.account, []).append(tie)

    def held(self, account: int) -> Held:
        """Tell how surely a tie held, by all its tellings together."""
        rows = self.found[account]
        sure = holding.surely(rows, _lasts(rows[0]))
        return "certainly" if sure and holding.meets(sure, self._asked) else "possibly"


def _lasts(tie: Tie) -> bool:
    kind = accounts.kind_of(tie.type)
    return kind.lasts if kind else True


def _edges(view: View, search: _Search, asked: Interval, quotes: bool) -> Table[TieAccount]:
    whole = not (asked.from_ or asked.until)
    rows = (row for rows in search.found.values() for row in rows)
    held = None if whole else search.held
    return Table(TieAccount, accounts.ties(view, rows, held, quotes=quotes))


def _nodes(edges: Table[TieAccount], hops: dict[str, int]) -> Table[Node]:
    degree = Counter(end.id for edge in edges for end in (edge.subject, edge.object))
    parties = {end.id: end for edge in edges for end in (edge.subject, edge.object)}
    nodes = [
        Node(party=one, hops=hops.get(id_), degree=degree[id_]) for id_, one in parties.items()
    ]
    nodes.sort(key=lambda node: (node.hops or 0, -node.degree, node.party.name, node.party.id))
    return Table(Node, nodes)


def _hops(view: View, distance: dict[int, int]) -> dict[str, int]:
    """Return how far off each actor is, by its id."""
    return {one.id: distance[number] for number, one in view.names(distance).items()}
