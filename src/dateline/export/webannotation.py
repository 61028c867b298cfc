"""Everything read from the articles as W3C Web Annotations (Web Annotation Data Model, 2017).

Each annotation points at its characters twice: by position, in code points of the article's text,
and by quotation with the words around it, so that it finds its place in another copy, too. The
context is inlined: nobody need fetch it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from dateline.export.holdings import Holdings, Part
from dateline.record import Record
from dateline.span import Span
from dateline.store import Article

AROUND: Final = 32  # characters of context on each side
CONTEXT: Final = {
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "identifying": "oa:identifying",
    "classifying": "oa:classifying",
    "commenting": "oa:commenting",
    "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "created": {"@type": "xsd:dateTime", "@id": "dcterms:created"},
}


class Body(msgspec.Struct, frozen=True):
    """What is said of some characters."""

    local: str
    motivation: str
    spans: tuple[Span, ...]
    value: str


def write(held: Holdings) -> Iterator[Part]:
    """Yield one page of annotations."""
    yield Part("", _page(held))


def _page(held: Holdings) -> Iterator[bytes]:
    yield b'{"@context":' + msgspec.json.encode(CONTEXT)
    yield b',"id":"urn:dateline:annotations","type":"AnnotationPage","items":['
    between = b"\n"
    for article, record in held.records():
        for body in _bodies(record):
            made = _annotation(article, record.document.text, body)
            yield between + msgspec.json.encode(made)
            between = b",\n"
    yield b"\n]}\n"


def _annotation(article: Article, text: str, body: Body) -> dict[str, object]:
    source = article.url or f"urn:dateline:{article.key}"
    targets = [{"source": source, "selector": list(_selectors(text, one))} for one in body.spans]
    return {
        "id": f"urn:dateline:{article.key}:{body.local}",
        "type": "Annotation",
        "motivation": body.motivation,
        "created": article.added,
        "body": {"type": "TextualBody", "value": body.value},
        "target": targets if len(targets) > 1 else targets[0],
    }


def _selectors(text: str, span: Span) -> Iterator[dict[str, object]]:
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    yield {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _bodies(record: Record) -> Iterator[Body]:
    """Yield what was read, layer by layer."""
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        spans = tuple(mention.span for mention in entity.mentions)
        if spans:
            yield Body(entity.id, "identifying", spans, f"{entity.name} ({entity.kind})")
    for time in record.times:
        held = f"{time.from_ or '..'}/{time.until or '..'}"
        yield Body(time.id, "classifying", (time.span,), f"{time.type} {time.value} {held}")
    for said in record.statements:
        who = names[said.source.entity] if said.source.entity else said.source.kind
        words = f"{who}: {said.stance}, {said.certainty}"
        yield Body(said.id, "commenting", said.content.spans, words)
    for event in record.events:
        words = (
            f"{_list(names, event.who)} {event.type} {_list(names, event.whom)}: {event.reality}"
        )
        yield Body(event.id, "tagging", event.evidence or (event.trigger,), words)
    for tie in record.relations:
        words = f"{names[tie.subject]} {tie.type} {names[tie.object]}: {tie.reality}"
        yield Body(tie.id, "tagging", tie.evidence, words)


def _list(names: dict[str, str], ids: Iterable[str]) -> str:
    return ", ".join(names[one] for one in ids) or "-"
