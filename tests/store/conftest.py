"""Records of invented news, and archives that hold them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from dateline.record import (
    Content,
    Count,
    Cue,
    Document,
    Entity,
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
from dateline.store.sqlite import ArchiveView, ArchiveWriter

Writing = Callable[..., Record]

TEXT = """Ferry stops in Ellery

Harbour master Ana Brandt said on 3 May 2012 that Tomas Vidal had sunk the ferry. Vidal denies it.

Brandt has led the Harbour Board since 2004; she says “nothing was ever sunk in Port Ellery”.
"""
PLACE = Place(gazetteer="geonames", id=7, lat=36.75, lon=3.0, country="DZ")


def place(text: str, words: str, nth: int = 0) -> Span:
    """Return where words stand, the first or a later time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def entity(number: int, kind: str, text: str, *names: str) -> Entity:
    """Return an entity mentioned by its names, the first occurrence of each."""
    return Entity(
        id=f"e{number}",
        kind=kind,  # type: ignore[arg-type]
        name=names[0],
        aliases=names[1:],
        mentions=tuple(Mention(span=place(text, name), form="name") for name in names),
        place=PLACE if kind == "place" else None,
    )


def statement(number: int, text: str, content: Span, who: str | None, **more: object) -> Statement:
    """Return a statement whose content stands there, said by an entity."""
    values: dict[str, object] = {
        "id": f"s{number}",
        "source": Source(
            spans=(place(text, "Ana Brandt"),), entity=who, kind="named" if who else "anonymous"
        ),
        "cue": Cue(spans=(place(text, "said"),), lemma="say"),
        "content": Content(spans=(content,)),
        "addressee": None,
        "manner": "indirect",
        "stance": "assert",
        "certainty": "certain",
        "within": None,
        "rule": "clause",
    }
    return Statement(**(values | more))  # type: ignore[arg-type]


def written(
    path: str = "a.txt",
    text: str = TEXT,
    *,
    url: str | None = None,
    published: str | None = "2012-05-04T08:00:00-05:00",
    outlet: str | None = "The Ellery Herald",
) -> Record:
    """Return a record of the text; one that begins as `TEXT` does has names and statements."""
    head = Span(0, text.index("\n"))
    record = Record(
        dateline="0",
        reader=Reader(profile="page"),
        document=Document(
            id=sha256(text.encode()).hexdigest(),
            path=path,
            url=url,
            outlet=outlet,
            title=head.of(text),
            byline=("Li Wen", "J. Oduya"),
            published=published,
            language="en",
            text=text,
        ),
        sections=(
            Section(kind="headline", span=head),
            Section(kind="body", span=Span(head.end, len(text))),
        ),
        responses=Responses(declared=2),
    )
    return told(record) if "Tomas Vidal had sunk" in text else record


def told(record: Record) -> Record:
    """Return the record with all that its text tells of."""
    text = record.document.text
    sunk = place(text, "Tomas Vidal had sunk the ferry")
    quoted = place(text, "nothing was ever sunk in Port Ellery")
    return msgspec.structs.replace(
        record,
        entities=(
            entity(1, "person", text, "Ana Brandt", "Brandt"),
            entity(2, "person", text, "Tomas Vidal", "Vidal"),
            entity(3, "organisation", text, "Harbour Board"),
            entity(4, "place", text, "Port Ellery"),
        ),
        times=(
            Time(
                id="t1",
                span=place(text, "3 May 2012"),
                type="DATE",
                value="2012-05-03",
                from_="2012-05-03",
                until="2012-05-04",
                rule="date",
            ),
            Time(
                id="t2",
                span=place(text, "2004"),
                type="DATE",
                value="2004",
                from_="2004",
                until="2005",
                rule="date",
            ),
            Time(id="t3", span=place(text, "ever"), type="DURATION", value="PXX", rule="vague"),
        ),
        statements=(
            statement(1, text, sunk, "e1", addressee="e3"),
            statement(2, text, place(text, "it."), "e2", stance="deny", within="s1"),
            statement(3, text, quoted, None, manner="direct", certainty="probable"),
        ),
        events=(
            Event(
                id="v1",
                type="attack",
                trigger=place(text, "sunk"),
                who=("e2",),
                whom=(),
                where=("e4",),
                when="t1",
                reality="actual",
                said_in=("s2", "s1"),
                rule="active",
                mode="sinking",
                victims=(Count(span=place(text, "ferry"), what="killed", least=3, most=None),),
            ),
        ),
        relations=(
            Relation(
                id="r1",
                subject="e1",
                type="leads",
                object="e3",
                role="master",
                from_="2004",
                until=None,
                evidence=(place(text, "led"),),
                reality="actual",
                said_in=(),
                rule="verb",
                status="current",
                reasons=(Reason(end="from", bound="at", time="t2", rule="since"),),
            ),
        ),
    )


@pytest.fixture
def write() -> Writing:
    """Return what writes records."""
    return written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the archive is, or is to be."""
    return tmp_path / "news.dateline"


@pytest.fixture
def writer(path: Path) -> Iterator[ArchiveWriter]:
    """Yield the writer of a new archive."""
    with closing(ArchiveWriter(path)) as opened:
        yield opened


@pytest.fixture
def view(path: Path, writer: ArchiveWriter) -> Iterator[ArchiveView]:  # noqa: ARG001 - makes it
    """Yield a view of the archive that `writer` fills."""
    with closing(ArchiveView(path)) as opened:
        yield opened
