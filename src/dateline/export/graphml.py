"""The network as GraphML (U. Brandes et al., 2002), which most graph software reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.export import doubt, graph, xml
from dateline.export.holdings import Holdings, Part

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
TYPES: Final = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean"}


def write(held: Holdings) -> Iterator[Part]:
    """Yield the graph."""
    yield Part("", _graph(held))


def _graph(held: Holdings) -> Iterator[bytes]:
    yield xml.HEAD + xml.start("graphml", {"xmlns": NAMESPACE})
    yield from _declared("node", {"label": "string", **graph.NODE})
    yield from _declared("edge", {"label": "string", **graph.EDGE})
    yield xml.start("graph", {"id": "dateline", "edgedefault": "directed"})
    for actor in graph.nodes(held):
        yield xml.start("node", {"id": actor.id})
        yield from _data(
            "node", {"label": actor.name or doubt.UNNAMED, **dict(graph.of_node(actor))}
        )
        yield xml.end("node")
    for tie in graph.edges(held):
        ends = {"id": tie.id, "source": tie.subject.id, "target": tie.object.id}
        yield xml.start("edge", ends)
        yield from _data("edge", {"label": tie.label, **dict(graph.of_edge(tie))})
        yield xml.end("edge")
    yield xml.end("graph") + xml.end("graphml")


def _declared(what: str, types: Mapping[str, str]) -> Iterator[bytes]:
    for name, kind in types.items():
        key = {"id": f"{what}-{name}", "for": what, "attr.name": name, "attr.type": TYPES[kind]}
        yield xml.start("key", key, empty=True)


def _data(what: str, values: Mapping[str, graph.Value]) -> Iterator[bytes]:
    for name, value in values.items():
        yield xml.element("data", xml.written(value), {"key": f"{what}-{name}"})
