"""An invented world in a few articles: records made by hand, in a real archive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.ask.archive import Archive
from dateline.record import (
    Content,
    Count,
    Cue,
    Document,
    Entity,
    EntityKind,
    Event,
    Mention,
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
from dateline.store import sqlite


class Page:
    """An article in the making: its things are named by the words that they stand in.

    Of an account, tellings with one `account` are one event or tie in the archive.
    """

    def __init__(self, text: str, outlet: str, told: str | None, **known: Any) -> None:
        self.text, self.outlet, self.told = text, outlet, told
        self.copy_of: str | None = known.get("copy_of")
        self.path = known.get("path") or f"{outlet} {told}".replace(" ", "-").lower() + ".html"
        self.entities: dict[str, Entity] = {}
        self.times: list[Time] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.ties: list[Relation] = []
        self.accounts: list[tuple[str, str]] = []

    def span(self, words: str) -> Span:
        """Return where some words stand first."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def entity(self, name: str, kind: EntityKind = "person", *aliases: str) -> str:
        """Name someone; every place where a name of theirs stands is a mention."""
        if name not in self.entities:
            words = "|".join(map(re.escape, (name, *aliases)))
            spans = (Span(*one.span()) for one in re.finditer(words, self.text))
            mentions = tuple(Mention(span=span, form="name") for span in spans)
            id_ = f"e{len(self.entities) + 1}"
            found = Entity(id=id_, kind=kind, name=name, aliases=aliases, mentions=mentions)
            self.entities[name] = found
        return self.entities[name].id

    def time(self, words: str, value: str, from_: str, until: str) -> str:
        """Name a time."""
        id_ = f"t{len(self.times) + 1}"
        self.times.append(
            Time(
                id=id_,
                span=self.span(words),
                type="DATE",
                value=value,
                from_=from_,
                until=until,
                rule="by_hand",
            )
        )
        return id_

    def says(self, source: str, cue: str, content: str, **known: Any) -> str:
        """Let someone say something; a source that is no entity stays unnamed."""
        id_ = f"s{len(self.statements) + 1}"
        who = self.entities.get(known.pop("speaker", source))
        statement = Statement(
            id=id_,
            source=Source(
                spans=(self.span(source),),
                entity=who.id if who else None,
                kind=known.pop("kind", "named" if who else "anonymous"),
            ),
            cue=Cue(spans=(self.span(cue),), lemma=cue),
            content=Content(spans=(self.span(content),)),
            addressee=None,
            manner="indirect",
            stance=known.pop("stance", "assert"),
            certainty=known.pop("certainty", "certain"),
            within=known.pop("within", None),
            rule="by_hand",
        )
        self.statements.append(statement)
        return id_

    def happens(self, type_: str, trigger: str, account: str | None = None, **known: Any) -> str:
        """Tell an event."""
        id_ = f"v{len(self.events) + 1}"
        victims = tuple(
            Count(span=self.span(words), what="killed", least=least, most=most)
            for words, least, most in known.get("victims", ())
        )
        event = Event(
            id=id_,
            type=type_,
            trigger=self.span(trigger),
            who=self._ids(known.get("who", ())),
            whom=self._ids(known.get("whom", ())),
            where=self._ids(known.get("where", ())),
            when=known.get("when"),
            reality=known.get("reality", "actual"),
            said_in=tuple(known.get("said_in", ())),
            rule="by_hand",
            victims=victims,
        )
        self.events.append(event)
        self.accounts += [(account, id_)] if account else []
        return id_

    def tied(self, subject: str, type_: str, object_: str, evidence: str, **known: Any) -> str:
        """Tell a tie."""
        id_ = f"r{len(self.ties) + 1}"
        account = known.pop("account", f"{subject} {type_} {object_}")
        tie = Relation(
            id=id_,
            subject=self.entities[subject].id,
            type=type_,
            object=self.entities[object_].id,
            role=known.get("role"),
            from_=known.get("from_"),
            until=known.get("until"),
            evidence=(self.span(evidence),),
            reality=known.get("reality", "actual"),
            said_in=tuple(known.get("said_in", ())),
            status=known.get("status"),
            reasons=tuple(Reason(**one) for one in known.get("reasons", ())),
            rule="by_hand",
        )
        self.ties.append(tie)
        self.accounts.append((account, id_))
        return id_

    def _ids(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.entities[name].id for name in names)

    def record(self) -> Record:
        """Return the record."""
        return Record(
            dateline="0",
            reader=Reader(profile="full"),
            document=Document(
                id=sha256(self.text.encode()).hexdigest(),
                path=self.path,
                url=f"https://example.org/{self.path}",
                outlet=self.outlet,
                title=self.text.partition(".")[0],
                byline=(),
                published=self.told,
                language="en",
                text=self.text,
            ),
            sections=(Section(kind="body", span=Span(0, len(self.text))),),
            responses=Responses(),
            entities=tuple(self.entities.values()),
            times=tuple(self.times),
            statements=tuple(self.statements),
            events=tuple(self.events),
            relations=tuple(self.ties),
        )


Opened = Callable[..., Archive]


@pytest.fixture
def page() -> type[Page]:
    """Return what makes an article by hand: text, outlet and day of telling."""
    return Page


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Return what puts pages into an archive and opens it; actors of one name and kind are one."""
    found: list[Archive] = []

    def opening(*pages: Page, apart: Sequence[str] = ()) -> Archive:
        path = tmp_path / "news.dateline"
        with sqlite.ArchiveWriter(path) as writer:
            for page in pages:
                writer.add(page.record(), page.path, "1")
        with sqlite.view(path) as view:
            keys = {one.path: (one.key, one.number) for one in view.articles()}
        with sqlite.ArchiveWriter(path) as writer:
            writer.match(_same(pages, keys, set(apart)), ())
            writer.copies(
                [(keys[page.copy_of][1], keys[page.path][1]) for page in pages if page.copy_of]
            )
            writer.accounts(_accounts(pages, keys))
        found.append(dateline.open(path))
        return found[-1]

    yield opening
    for archive in found:
        archive.close()


Keys = dict[str, tuple[str, int]]


def _same(pages: Sequence[Page], keys: Keys, apart: set[str]) -> list[list[str]]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for page in pages:
        for one in page.entities.values():
            alone = (page.path,) if one.name in apart else ()
            groups[one.kind, one.name, *alone].append(f"{keys[page.path][0]}:{one.id}")
    return list(groups.values())


def _accounts(pages: Sequence[Page], keys: Keys) -> list[list[str]]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages:
        for account, id_ in page.accounts:
            groups[id_[0], account].append(f"{keys[page.path][0]}:{id_}")
    return list(groups.values())


def blast_page() -> Page:
    """Return what one paper tells of a blast."""
    page = Page(
        "Blast in Marram. The Tern League bombed the mill in Marram on Monday, killing 11 people. "
        "Ada Quill said the League had bombed the mill. Jon Sedge leads the Tern League. "
        "Ada Quill promised a full report by June 2012. Ada Quill has been mayor since 2009.",
        "The Marram Post",
        "2012-03-06",
    )
    page.entity("Tern League", "organisation", "League")
    page.entity("Marram", "place")
    page.entity("Ada Quill")
    page.entity("Jon Sedge")
    monday = page.time("on Monday", "2012-03-05", "2012-03-05", "2012-03-06")
    page.time("June 2012", "2012-06", "2012-06-01", "2012-07-01")
    said = page.says("Ada Quill", "said", "the League had bombed the mill")
    page.says("Ada Quill", "promised", "a full report by June 2012", stance="promise")
    page.happens(
        "assault",
        "bombed the mill in",
        "blast",
        who=["Tern League"],
        where=["Marram"],
        when=monday,
        victims=[("11 people", 11, 11)],
    )
    page.happens("assault", "had bombed", "blast", who=["Tern League"], said_in=[said])
    leads = "Jon Sedge leads the Tern League"
    page.tied("Jon Sedge", "leads", "Tern League", leads, status="current")
    page.tied(
        "Ada Quill",
        "leads",
        "Marram",
        "Ada Quill has been mayor since 2009",
        role="mayor",
        from_="2009",
        status="current",
        reasons=[{"end": "from", "bound": "at", "time": monday, "rule": "since"}],
    )
    return page


def denial_page() -> Page:
    """Return what another paper tells of it, two days later."""
    page = Page(
        "Not us. Jon Sedge denied that the League had bombed the mill. "
        "A clerk who asked not to be named said Ada Quill had met Jon Sedge in Sallow. "
        "Ada Quill has published a full report, as she had promised, the clerk added. "
        "The mill was bombed; 14 people were killed on Monday.",
        "Sallow Gazette",
        "2012-03-08",
    )
    page.entity("Tern League", "organisation", "League")
    page.entity("Ada Quill")
    page.entity("Jon Sedge")
    page.entity("Sallow", "place")
    monday = page.time("on Monday", "2012-03-05", "2012-03-05", "2012-03-06")
    denied = page.says("Jon Sedge", "denied", "the League had bombed the mill", stance="deny")
    clerk = page.says(
        "A clerk who asked not to be named", "said", "Ada Quill had met Jon Sedge in Sallow"
    )
    page.happens(
        "assault", "had bombed", "blast", who=["Tern League"], reality="denied", said_in=[denied]
    )
    page.happens(
        "consult",
        "met",
        "meeting",
        who=["Ada Quill"],
        whom=["Jon Sedge"],
        where=["Sallow"],
        said_in=[clerk],
    )
    page.happens("publish", "published", who=["Ada Quill"])
    page.happens(
        "assault",
        "was bombed",
        "blast",
        when=monday,
        victims=[("14 people", 14, 14)],
    )
    return page


def copied_page() -> Page:
    """Return the first page as another paper printed it."""
    page = blast_page()
    page.copy_of, page.outlet, page.path = page.path, "The Reed Courier", "reed-courier.html"
    return page


@pytest.fixture
def archive(opened: Opened) -> Archive:
    """Return an archive of three articles: a blast, its denial, and a copy of the first."""
    return opened(blast_page(), denial_page(), copied_page())
