"""Affairs told by papers: reports, their copies, and the truth of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final, NamedTuple

import msgspec
from examples.corpus import copying
from examples.corpus.stories import Line, Report, Story, background, stories
from examples.corpus.truth import Named
from examples.corpus.world import SPELLINGS, Character, Names, cast, names
from examples.corpus.writing import Told, Writer

FIRST: Final = date(2015, 1, 12)
BETWEEN: Final = timedelta(days=9)
_BESIDE: Final = 6  # lines that stand beside the news in an article
_EACH: Final = 3  # affairs of a region before the next region's begin


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `articles.jsonl`."""

    id: str
    outlet: str
    title: str
    published: str
    url: str
    byline: tuple[str, ...]
    text: str


class Said(NamedTuple):
    """One sentence of an article: where it stands, what it tells, and the ties told in passing."""

    start: int
    end: int
    line: Line
    told: tuple[Told, ...]


class Piece(NamedTuple):
    """An article with what it says."""

    row: Row
    origin: str
    names: tuple[Named, ...]
    said: tuple[Said, ...]


class Affair(NamedTuple):
    """One story in one region."""

    name: str
    story: Story
    cast: Mapping[str, Character]
    days: Mapping[str, date]
    pieces: tuple[Piece, ...]


class Paper(NamedTuple):
    """Who prints an article, and in which spelling of names."""

    name: str
    spelling: int


def affairs(seed: int) -> Iterator[Affair]:
    """Yield affairs without end: each region in turn has three, of other kinds each time round."""
    world, kinds = names(), list(stories().items())
    number = 0
    while True:
        turn, place = divmod(number, _EACH * len(world.regions))
        region = world.regions[place // _EACH]
        kind, story = kinds[(number + turn * _EACH) % len(kinds)]
        name = f"{number:03}-{region.id}-{kind}"
        start = FIRST + BETWEEN * number
        yield _Newsroom(world, name, story, cast(region), start, Random(f"{seed} {name}")).affair()
        number += 1


class _Newsroom:
    """Everyone who reports on one affair."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that an affair hangs on
        self,
        world: Names,
        name: str,
        story: Story,
        people: Mapping[str, Character],
        start: date,
        rng: Random,
    ) -> None:
        self._world, self._name, self._story, self._cast = world, name, story, people
        self._start, self._rng, self._beside = start, rng, background()
        days = {key: fact.day or 0 for key, fact in story.facts.items()} | story.days
        self._days = {key: start + timedelta(days=day) for key, day in days.items()}
        self._papers = [Paper(paper, at % SPELLINGS) for at, paper in enumerate(world.papers)]
        rng.shuffle(self._papers)

    def affair(self) -> Affair:
        pieces: list[Piece] = []
        for report in self._story.reports.values():
            # A paper that has told an earlier part of the story leaves this one to another.
            self._papers.append(self._papers.pop(0))
            first = self._piece(report)
            pieces.append(first)
            ways = self._rng.sample(range(len(copying.WAYS)), report.copies)
            pieces += (
                self._copy(first, self._papers[1 + at], report, way) for at, way in enumerate(ways)
            )
        return Affair(self._name, self._story, self._cast, self._days, tuple(pieces))

    def _piece(self, report: Report) -> Piece:
        agency = report.voice == "agency"
        paper = Paper(self._world.agency, 0) if agency else self._papers[0]
        day = self._start + timedelta(days=report.day)
        paragraphs = self._paragraphs(report)
        lines = [line for paragraph in paragraphs for line in paragraph]
        slots = [slot for slot in self._cast if any(_names(line, slot) for line in lines)]
        writer = Writer(self._cast, day, self._days, paper.spelling, self._rng, slots)
        text = self._head(day) if agency else ""
        found, said = list[Named](), list[Said]()
        for at, paragraph in enumerate(paragraphs):
            text += "\n\n" if at else ""
            for place, line in enumerate(paragraph):
                text += " " if place else ""
                sentence = writer.sentence(line.say)
                start = len(text)
                found += (
                    Named(start + one.start, start + one.end, one.actor) for one in sentence.names
                )
                text += sentence.text
                said.append(Said(start, len(text), line, sentence.told))
        if agency:
            at = text.index(self._world.agency)
            found.insert(0, Named(at, at + len(self._world.agency), "agency"))
            found.insert(0, Named(0, len(self._town), self._cast["town"].id))
        row = self._row(report, paper, day, text)
        return Piece(row, row.id, tuple(found), tuple(said))

    @property
    def _town(self) -> str:
        return self._cast["town"].full[0]

    def _head(self, day: date) -> str:
        return f"{self._town.upper()}, {day:%B} {day.day} ({self._world.agency}) -- "

    def _paragraphs(self, report: Report) -> list[list[Line]]:
        """Return the lines of a report with others beside them, each of these once in it."""
        told = [[self._story.lines[key] for key in paragraph] for paragraph in report.text]
        beside = self._rng.sample(self._beside, _BESIDE)
        for at in range(0, len(beside), 2):
            told.insert(self._rng.randrange(1, len(told) + 1), beside[at : at + 2])
        return told

    def _row(self, report: Report, paper: Paper, day: date, text: str, hour: int = 6) -> Row:
        moment = datetime.combine(day, time(hour, self._rng.randrange(60)), UTC)
        title = self._rng.choice(report.title)
        for slot, who in self._cast.items():
            title = title.replace(f"{{{slot}.plain}}", who.full[0])
        short = "".join(letter for letter in paper.name.lower() if letter.isalpha())
        key = f"{self._name}-{report.day:02}-{short}"
        byline = () if paper.name == self._world.agency else (self._reporter(paper.name),)
        return Row(
            id=key,
            outlet=paper.name,
            title=title,
            published=moment.isoformat(),
            url=f"https://www.{short}.example/{day:%Y/%m/%d}/{key}",
            byline=byline,
            text=text,
        )

    @staticmethod
    def _reporter(paper: str) -> str:
        rng = Random(paper)
        first = rng.choice(("Ottoline", "Casper", "Wilma", "Jonah", "Petra", "Aldous"))
        return f"{first} {rng.choice(('Gage', 'Tolley', 'Brandt', 'Ekwall', 'Moreau', 'Stannard'))}"

    def _copy(self, first: Piece, paper: Paper, report: Report, way: int) -> Piece:
        """Return a copy: under another headline, and cut, added to or touched up."""
        text = first.row.text
        done = copying.edits(text, copying.WAYS[way], self._rng)
        day = self._start + timedelta(days=report.day)
        row = self._row(report, paper, day, copying.applied(text, done), hour=9 + way)
        places = ((copying.moved(one.start, one.end, done), one) for one in first.said)
        said = tuple(
            one._replace(start=place.start, end=place.end) for place, one in places if place
        )
        return Piece(row, first.origin, copying.names(first.names, done), said)


def _names(line: Line, slot: str) -> bool:
    """Tell whether a line may name someone, also in an introduction."""
    told = " ".join(line.say)
    return f"{{{slot}" in told or ("+kin}" in told and slot == "leader")
