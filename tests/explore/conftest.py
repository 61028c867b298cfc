"""Archives as the explorer serves them: the bundled corpus, and articles that mean harm."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline import explore, matching
from dateline.explore.state import Served
from dateline.record import (
    Comment,
    Content,
    Cue,
    Document,
    Entity,
    EntityKind,
    Event,
    Flag,
    Mention,
    Place,
    Reader,
    Record,
    Relation,
    Responses,
    Section,
    Source,
    Statement,
    Time,
)
from dateline.span import Span
from dateline.store import sqlite

SCRIPT = "<script>alert(1)</script>"
TURNED = "\u202eknil siht kcilc\u202c"
NAMES = ('Ada "onmouseover=alert(1)" Roe', f"O’Hara's {SCRIPT} League", "Marram</title><img src=x>")
HEAD = f'"><img src=x onerror=alert(1)> {SCRIPT} {TURNED}'
BODY = (
    f"{NAMES[0]} said the {NAMES[1]} bombed a mill in {NAMES[2]} on Monday <b>{TURNED}</b>. "
    f"<iframe src=javascript:alert(1)></iframe> {NAMES[0]} leads the {NAMES[1]}."
)
COMMENT = f"<a href='javascript:alert(1)'>cheap {TURNED}</a> {SCRIPT}"


def hostile() -> Record:
    """Return a record in which all that a page may choose is markup, a script or a turned text."""
    text = f"{HEAD}\n{BODY}\n{COMMENT}"
    body = Span(len(HEAD) + 1, len(HEAD) + 1 + len(BODY))
    kinds: tuple[EntityKind, ...] = ("person", "organisation", "place")
    where = Place(gazetteer="x", id=1, lat=10.0, lon=20.0, country="<i>")
    trigger = _at(text, "bombed")
    return Record(
        dateline="0",
        reader=Reader(profile="fast"),
        document=Document(
            id=sha256(text.encode()).hexdigest(),
            path=f"{SCRIPT}.html",
            url=f"javascript:alert(1)//{SCRIPT}",
            outlet=f"The {SCRIPT} Post",
            title=HEAD,
            byline=(SCRIPT,),
            published="2012-03-06",
            language="en",
            text=text,
        ),
        sections=(
            Section(kind="headline", span=Span(0, len(HEAD) + 1)),
            Section(kind="body", span=body),
            Section(kind="responses", span=Span(body.end, len(text))),
        ),
        responses=Responses(
            declared=1,
            comments=(
                Comment(
                    id=f"1'{SCRIPT}",
                    author=SCRIPT,
                    time=SCRIPT,
                    span=Span(body.end + 1, len(text)),
                    flags=(Flag(flag="spam", score=0.9, why=(SCRIPT,)),),
                ),
            ),
        ),
        entities=tuple(
            Entity(
                id=f"e{number}",
                kind=kind,
                name=name,
                mentions=(Mention(span=_at(text, name), form="name"),),
                place=where if kind == "place" else None,
            )
            for number, (kind, name) in enumerate(zip(kinds, NAMES, strict=True), 1)
        ),
        times=(
            Time(
                id="t1",
                span=_at(text, "Monday"),
                type="DATE",
                value="2012-03-05",
                from_="2012-03-05",
                until="2012-03-06",
                rule=SCRIPT,
            ),
        ),
        statements=(
            Statement(
                id="s1",
                source=Source(spans=(_at(text, NAMES[0]),), entity="e1", kind="named"),
                cue=Cue(spans=(_at(text, "said"),), lemma="say"),
                content=Content(spans=(_at(text, f"the {NAMES[1]} bombed a mill"),)),
                addressee=None,
                manner="indirect",
                stance="promise",
                certainty="possible",
                within=None,
                rule=SCRIPT,
            ),
        ),
        events=(
            Event(
                id="v1",
                type="assault",
                trigger=trigger,
                who=("e2",),
                whom=(),
                where=("e3",),
                when="t1",
                reality="actual",
                said_in=("s1",),
                rule=SCRIPT,
                mode=SCRIPT,
            ),
        ),
        relations=(
            Relation(
                id="r1",
                subject="e1",
                type="leads",
                object="e2",
                role=SCRIPT,
                from_="2010",
                evidence=(_at(text, "leads"),),
                reality="actual",
                said_in=(),
                rule=SCRIPT,
            ),
        ),
    )


def _long(names: int, letters: int) -> Record:
    """Return a record of one line of text with so many letters, in which so many are named."""
    line = " ".join(f"Name{number:05d}" for number in range(names))
    text = f"Long. {line} " + "x" * max(0, letters - len(line))
    found = re.finditer(r"Name\d{5}", text)
    return Record(
        dateline="0",
        reader=Reader(profile="fast"),
        document=Document(
            id=sha256(text.encode()).hexdigest(),
            path="long.txt",
            url=None,
            outlet=None,
            title="Long",
            byline=(),
            published=None,
            language="en",
            text=text,
        ),
        sections=(Section(kind="body", span=Span(0, len(text))),),
        responses=Responses(),
        entities=tuple(
            Entity(
                id=f"e{number}",
                kind="person",
                name=one[0],
                mentions=(Mention(span=Span(*one.span()), form="name"),),
            )
            for number, one in enumerate(found, 1)
        ),
    )


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _add(archive: Path, *records: Record) -> list[str]:
    """Add records to an archive, unmatched; return their keys."""
    with sqlite.ArchiveWriter(archive) as writer:
        for one in records:
            assert writer.add(one, one.document.path, one.document.id)
    with sqlite.view(archive) as view:
        known = {one.path: one.key for one in view.articles()}
    return [known[one.document.path] for one in records]


Visit = Callable[..., TestClient]


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Return what opens an archive as a browser on this machine sees it."""
    with ExitStack() as open_:

        def visiting(archive: Path, token: str | None = None) -> TestClient:
            served = open_.enter_context(closing(_served(archive)))
            app = explore.build(served, token)
            client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
            return open_.enter_context(client)

        yield visiting


def _served(archive: Path) -> Served:
    return Served(
        archive,
        read=lambda: sqlite.view(archive),
        write=lambda: sqlite.writer(archive),
        rematch=lambda: matching.run(archive),
        author="tester",
    )


@pytest.fixture
def own(bundled: Path, tmp_path: Path) -> Path:
    """Return a copy of the bundled corpus that a test may change."""
    archive = tmp_path / "own.dateline"
    shutil.copy(bundled, archive)
    return archive


@pytest.fixture(scope="session")
def harmful(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a copy of the bundled corpus with a hostile article in it, and the article's key."""
    archive = tmp_path_factory.mktemp("harmful") / "news.dateline"
    shutil.copy(bundled, archive)
    return archive, _add(archive, hostile())[0]


@pytest.fixture
def lengthy(tmp_path: Path) -> Callable[[int, int], tuple[Path, str]]:
    """Return what makes an archive of one article, so many names in one line of so many letters."""

    def made(names: int, letters: int) -> tuple[Path, str]:
        archive = tmp_path / "long.dateline"
        return archive, _add(archive, _long(names, letters))[0]

    return made
