"""Everything read from the articles as W3C Web Annotations (Web Annotation Data Model, 2017).

Each annotation points at its characters twice: by position, and by quotation with the words around
it, so that it finds its place in another copy, too. Positions count Unicode code points, as
section 4.2.5 of the model wants them and not JavaScript's code units, in the text that Dateline
read from the page. The context is inlined: nobody need fetch it. What the model has no word for
(stance, certainty, reality, dates, whose word it is) are terms of our own on the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote

import msgspec

from dateline.export import doubt
from dateline.export.holdings import Holdings, Part, Reading
from dateline.span import Span
from dateline.store import Actor, Article

AROUND: Final = 32  # characters of context on each side
OWN: Final = "urn:dateline:term:"
TERMS: Final = (
    "actor",
    "certainty",
    "from",
    "reality",
    "rule",
    "saidIn",
    "sourceKind",
    "sourceWords",
    "stance",
    "until",
    "within",
)
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
    **{term: f"{OWN}{term}" for term in TERMS},
}


class Body(msgspec.Struct, frozen=True):
    """What is said of some characters: in words, and in terms of our own."""

    local: str
    motivation: str
    spans: tuple[Span, ...]
    value: str
    terms: Mapping[str, str | list[str] | None]


def write(held: Holdings) -> Iterator[Part]:
    """Yield one page of annotations."""
    yield Part("", _page(held))


def _page(held: Holdings) -> Iterator[bytes]:
    yield b'{"@context":' + msgspec.json.encode(CONTEXT)
    yield b',"id":"urn:dateline:annotations","type":"AnnotationPage","items":['
    between = b"\n"
    for reading in held.records():
        for body in _bodies(reading):
            made = _annotation(reading.article, reading.record.document.text, body)
            yield between + msgspec.json.encode(made)
            between = b",\n"
    yield b"\n]}\n"


def _annotation(article: Article, text: str, body: Body) -> dict[str, object]:
    source = _address(article)
    targets = [{"source": source, "selector": list(_selectors(text, one))} for one in body.spans]
    terms = {name: value for name, value in body.terms.items() if value}
    return {
        "id": f"urn:dateline:{article.key}:{body.local}",
        "type": "Annotation",
        "motivation": body.motivation,
        "created": article.added,
        "body": {"type": "TextualBody", "value": body.value, **terms},
        "target": targets if len(targets) > 1 else targets[0],
    }


def _address(article: Article) -> str:
    """Return the page's address with what no IRI may have written out; a URN if it has none."""
    if article.url and article.url.casefold().startswith(("http://", "https://")):
        return quote(article.url, safe="%/:?#[]@!$&'()*+,;=~")
    return f"urn:dateline:{article.key}"


def _selectors(text: str, span: Span) -> Iterator[dict[str, object]]:
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    yield {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _bodies(reading: Reading) -> Iterator[Body]:
    """Yield what was read, layer by layer."""
    yield from _names(reading)
    for time in reading.record.times:
        held = f"{time.from_ or '..'}/{time.until or '..'}"
        words = f"{time.type} {time.value} {held}"
        terms = {"from": time.from_, "until": time.until, "rule": time.rule}
        yield Body(time.id, "classifying", (time.span,), words, terms)
    yield from _statements(reading)
    yield from _facts(reading)


def _names(reading: Reading) -> Iterator[Body]:
    for entity in reading.record.entities:
        spans = tuple(mention.span for mention in entity.mentions)
        actor = reading.actors.get(entity.id)
        words = f"{_name(reading.actors, entity.id)} ({entity.kind})"
        terms = {"actor": f"urn:dateline:{actor.id}" if actor else None}
        if spans:
            yield Body(entity.id, "identifying", spans, words, terms)


def _statements(reading: Reading) -> Iterator[Body]:
    text = reading.record.document.text
    for said in reading.record.statements:
        source = said.source.entity
        words = " ".join(span.of(text) for span in said.source.spans)
        who = _name(reading.actors, source) if source else words or said.source.kind
        terms = {
            "stance": said.stance,
            "certainty": said.certainty,
            "sourceKind": said.source.kind,
            "sourceWords": words,
            "within": said.within,
            "rule": said.rule,
        }
        spans = said.content.spans or said.cue.spans
        if spans:
            words = f"{who}: {said.stance}, {said.certainty}"
            yield Body(said.id, "commenting", spans, words, terms)


def _facts(reading: Reading) -> Iterator[Body]:
    actors, record = reading.actors, reading.record
    times = {one.id: one for one in record.times}
    for event in record.events:
        ends = f"{_list(actors, event.who)} {event.type} {_list(actors, event.whom)}"
        time = times[event.when] if event.when else None
        terms = {
            "reality": event.reality,
            "certainty": event.certainty,
            "from": time.from_ if time else None,
            "until": time.until if time else None,
            "saidIn": list(event.said_in),
            "rule": event.rule,
        }
        spans = event.evidence or (event.trigger,)
        yield Body(event.id, "tagging", spans, f"{ends}: {event.reality}", terms)
    for tie in record.relations:
        ends = f"{_name(actors, tie.subject)} {tie.type} {_name(actors, tie.object)}"
        terms = {
            "reality": tie.reality,
            "certainty": tie.certainty,
            "from": tie.from_,
            "until": tie.until,
            "saidIn": list(tie.said_in),
            "rule": tie.rule,
        }
        if tie.evidence:
            yield Body(tie.id, "tagging", tie.evidence, f"{ends}: {tie.reality}", terms)


def _name(actors: Mapping[str, Actor], entity: str) -> str:
    """Return the name of the actor of an entity."""
    return (actors[entity].name if entity in actors else "") or doubt.UNNAMED


def _list(actors: Mapping[str, Actor], ids: Iterable[str]) -> str:
    return ", ".join(_name(actors, one) for one in ids) or "-"
