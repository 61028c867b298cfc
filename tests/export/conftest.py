"""An archive of one article in which nearly everything is at the edge of what a form can hold."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from dateline.record import (
    Content,
    Cue,
    Document,
    Entity,
    EntityKind,
    Event,
    Mention,
    Place,
    Reader,
    Reason,
    Record,
    Relation,
    Responses,
    Section,
    Source,
    Statement,
    Time,
)
from dateline.span import Span
from dateline.store import View, sqlite

NAMES = ('=Ada "Q" Roe\x01', "Salt\nFront & <Sons>", "Marram \u202etfel\u202c", "")
TEXT = (
    f"\U0001f600\U0001f600 {NAMES[0]}, {NAMES[1]} and {NAMES[2]}.\r\n"
    "An aide, who\twas not named,\x0bdenied that they\nburned the mill in 480 BC.\u2028"
    "They will meet in 12000. Somebody led it once, by 2003 and again."
)


def at(words: str) -> Span:
    """Return the span of these words."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _time(number: int, words: str, from_: str, until: str) -> Time:
    span = at(words)
    return Time(
        id=f"t{number}", span=span, type="DATE", value=from_, from_=from_, until=until, rule="year"
    )


def _entity(number: int, kind: EntityKind, name: str) -> Entity:
    spans = (at(name),) if name else ()
    mentions = tuple(Mention(span=span, form="name") for span in spans)
    where = Place(gazetteer="x", id=1, lat=0.0, lon=-179.5, country="TN")
    place = where if kind == "place" else None
    return Entity(id=f"e{number}", kind=kind, name=name, mentions=mentions, place=place)


def _event(number: int, words: str, when: str, reality: str, said_in: tuple[str, ...]) -> Event:
    return Event(
        id=f"v{number}",
        type="assault",
        trigger=at(words),
        who=("e1", "e4"),
        whom=("e2",),
        where=("e3",),
        when=when,
        reality=reality,  # type: ignore[arg-type]
        said_in=said_in,
        rule="verb",
        certainty="possible",
    )


def _tie(
    number: int, object_: str, from_: str | None, until: str | None, **more: object
) -> Relation:
    return Relation(
        id=f"r{number}",
        subject="e1",
        type=str(more.pop("type", "leads")),
        object=object_,
        role="=chief; 'of' \"it\"",
        from_=from_,
        until=until,
        evidence=(at("led it"),),
        reality="actual",
        said_in=(),
        rule="head",
        **more,  # type: ignore[arg-type]
    )


def edge() -> Record:
    """Return the record."""
    kinds: tuple[EntityKind, ...] = ("person", "organisation", "place", "group")
    denied = Statement(
        id="s1",
        source=Source(spans=(at("An aide, who\twas not named"),), entity=None, kind="anonymous"),
        cue=Cue(spans=(at("denied"),), lemma="deny"),
        content=Content(spans=(at("they\nburned the mill"), at("480 BC"))),
        addressee=None,
        manner="indirect",
        stance="deny",
        certainty="possible",
        within=None,
        rule="clause",
    )
    by = Reason(end="from", bound="by", rule="by")
    return Record(
        dateline="0",
        reader=Reader(profile="fast"),
        document=Document(
            id=sha256(TEXT.encode()).hexdigest(),
            path="edge.txt",
            url="javascript:alert(1)",
            outlet="The <Post> & \x02",
            title=None,
            byline=("Ann\x03",),
            published=None,
            language="en",
            text=TEXT,
        ),
        sections=(Section(kind="body", span=Span(0, len(TEXT))),),
        responses=Responses(),
        entities=tuple(_entity(n, *one) for n, one in enumerate(zip(kinds, NAMES, strict=True), 1)),
        times=(
            _time(1, "480 BC", "-0479-01-01", "-0478-01-01"),
            _time(2, "12000", "12000-01-01", "12001-01-01"),
        ),
        statements=(denied,),
        events=(
            _event(1, "burned", "t1", "actual", ("s1",)),
            _event(2, "meet", "t2", "planned", ()),
        ),
        relations=(
            _tie(1, "e2", None, None),
            _tie(2, "e2", "2003", None, reasons=(by,), certainty="possible"),
            _tie(3, "e4", "12000", None),
            _tie(4, "e2", "2001", "2002", type="godfather_of"),
        ),
    )


def added(archive: Path, *records: Record) -> Path:
    """Return an archive of some records, unmatched."""
    with sqlite.ArchiveWriter(archive) as writer:
        for one in records:
            assert writer.add(one, one.document.path, one.document.id)
    return archive


@pytest.fixture
def edged(tmp_path: Path) -> Path:
    """Return an archive of the record."""
    return added(tmp_path / "edge.dateline", edge())


@pytest.fixture
def view_of_edge(edged: Path) -> Iterator[View]:
    """Yield the archive of the record."""
    with sqlite.view(edged) as opened:
        yield opened


@pytest.fixture
def view_of_nothing(tmp_path: Path) -> Iterator[View]:
    """Yield an empty archive."""
    with sqlite.view(added(tmp_path / "empty.dateline")) as opened:
        yield opened
