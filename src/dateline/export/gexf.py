"""The network as GEXF 1.3 with dynamic edges, which Gephi shows day by day.

An edge's `start` and `end` are days, both included, as the format has it (GEXF 1.3 Primer,
"Dynamics"): `2004` starts on 2004-01-01, and what ended in `2012-09` ends on 2012-09-30. An end
that is not told is left out, and so is the beginning of what began "by 2003 at the latest": an
edge is there when the tie may have held. The attributes keep the precision and the doubt.

Gephi knows one edge of a kind between two nodes. Two spells of one office are two kinds: `leads`
and `leads 2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.ask.answers import TieAccount
from dateline.export import dating, doubt, graph, xml
from dateline.export.holdings import Holdings, Part

NAMESPACE: Final = "http://gexf.net/1.3"


def write(held: Holdings) -> Iterator[Part]:
    """Yield the graph."""
    yield Part("", _graph(held))


def _graph(held: Holdings) -> Iterator[bytes]:
    yield xml.HEAD + xml.start("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    dynamic = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
    yield xml.start("graph", dynamic)
    yield from _declared("node", graph.NODE)
    yield from _declared("edge", graph.EDGE)
    yield xml.start("nodes")
    for actor in graph.nodes(held):
        yield xml.start("node", {"id": actor.id, "label": actor.name or doubt.UNNAMED})
        yield from _values(graph.NODE, dict(graph.of_node(actor)))
        yield xml.end("node")
    yield xml.end("nodes") + xml.start("edges")
    spells: Counter[tuple[str, str, str]] = Counter()
    for tie in graph.edges(held):
        between = tie.subject.id, tie.object.id, tie.type
        spells[between] += 1
        again = f" {spells[between]}" if spells[between] > 1 else ""
        yield from _edge(tie, tie.type + again)
    yield xml.end("edges") + xml.end("graph") + xml.end("gexf")


def _declared(what: str, types: Mapping[str, str]) -> Iterator[bytes]:
    yield xml.start("attributes", {"class": what, "mode": "static"})
    for place, (name, kind) in enumerate(types.items()):
        yield xml.start("attribute", {"id": place, "title": name, "type": kind}, empty=True)
    yield xml.end("attributes")


def _values(types: Mapping[str, str], values: Mapping[str, graph.Value]) -> Iterator[bytes]:
    yield xml.start("attvalues")
    for place, name in enumerate(types):
        if name in values:
            yield xml.start("attvalue", {"for": place, "value": values[name]}, empty=True)
    yield xml.end("attvalues")


def _edge(tie: TieAccount, kind: str) -> Iterator[bytes]:
    from_, until = doubt.firm(tie)
    attributes = {
        "id": tie.id,
        "source": tie.subject.id,
        "target": tie.object.id,
        "label": tie.label,
        "kind": kind,
        "start": dating.first_day(from_) if from_ else None,
        "end": dating.last_day(until) if until else None,
    }
    yield xml.start("edge", attributes)
    yield from _values(graph.EDGE, dict(graph.of_edge(tie)))
    yield xml.end("edge")
