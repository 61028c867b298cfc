"""How well an archive answers, on the invented corpus whose truth is known.

Usage: python -m benchmarks.asking [--pages 300] [--seed 1] [--reader full] [--keep FOLDER]
       [--misses]

Prints how many of the disputes, single-sourced facts and outcomes of forecasts that were planted
are found, and how much else is said to be one. A row of an answer is of a fact if a telling of it
stands in a sentence that tells the fact, with a type that is right for it, unless all it joins are
other actors than the fact's. What an article tells in passing alone is true as well and counts
neither way. `--keep` leaves corpus and archive in a folder; a second run goes on from there.
"""

from __future__ import annotations

import argparse
import platform
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec
from benchmarks.matching import add, grow, meanings
from examples.corpus.truth import Dispute as Planted
from examples.corpus.truth import Fact, Truth
from examples.corpus.truth import Forecast as Foretold

from dateline import matching
from dateline.ask import answers
from dateline.ask.archive import Archive
from dateline.ask.conflict import Dispute
from dateline.ask.forecasts import Forecast
from dateline.ask.sources import Lone
from dateline.store import Happening, Row, Tie, sqlite

_OUTCOMES: Final = {
    None: ("open", "no word of it"),
    True: ("borne out",),
    False: ("contradicted",),
}


class Found(msgspec.Struct, frozen=True):
    """What was planted, found, and taken for such though it is none; in words what is wrong."""

    planted: int
    found: int
    false: int
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.found} of {self.planted} found, {self.false} false"


def main() -> None:
    """Grow the corpus, read it into an archive, match, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=("fast", "full"), default="full")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    with ExitStack() as held:
        folder = given.keep or Path(held.enter_context(TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        truth = grow(folder, given.pages, given.seed)
        archive = folder / f"{given.reader}.dateline"
        add(folder / "articles.jsonl", archive, given.reader)
        matching.run(archive)
        asked = Asked(held.enter_context(Archive(sqlite.view(archive))), truth)
        print(f"{platform.machine()}, Python {platform.python_version()}, {given.reader}")
        print(f"corpus of {given.pages} pages, seed {given.seed}")
        for name, found in (
            ("disputes", asked.disputes()),
            ("one source", asked.single()),
            ("outcomes", asked.forecasts()),
        ):
            print(f"{name:10} {found}")
            for fault in found.faults if given.misses else ():
                print(f"  {fault}")


class Asked:
    """An archive held to the truth."""

    def __init__(self, archive: Archive, truth: Truth) -> None:
        self._archive, self._truth = archive, truth
        self._facts = {fact.id: fact for fact in truth.facts}
        self._told = defaultdict(list)
        for telling in truth.tellings:
            self._told[telling.article].append(telling)
        meant = meanings(archive.view, truth)
        numbers = {one.number: one.path.rpartition("#")[2] for one in archive.view.articles()}
        self._actors = {
            (numbers[one.article], one.actor): meant[one.id]
            for one in archive.view.entities()
            if one.id in meant
        }

    def disputes(self) -> Found:
        """Return how many disputes are found; of one kind, either is a fair name for it."""
        found, faults = set[str](), list[str]()
        for one in self._archive.disputes(limit=None):
            planted = {plant.id for plant in self._truth.disputes if self._fits(plant, one)}
            found |= planted
            faults += [] if planted else [f"false: {one.kind}, {one.matter}: {_quotes(one)}"]
        false = len(faults)
        faults += [f"missed: {one.id}" for one in self._truth.disputes if one.id not in found]
        return Found(len(self._truth.disputes), len(found), false, tuple(faults))

    def _fits(self, plant: Planted, one: Dispute) -> bool:
        """Tell whether the sides tell what was planted: a fact denied, or two that exclude."""
        sides = [set(self._sentences(side.tellings)) for side in one.sides]
        first, *more = plant.facts
        other = (more[0], "assert") if more else (first, "deny")
        return any(
            (first, "assert") in side and other in against
            for side in sides
            for against in sides
            if side is not against
        )

    def _sentences(self, tellings: Iterable[answers.Telling]) -> Iterator[tuple[str, str]]:
        """Yield the facts whose sentences some tellings stand in, and how these tell them."""
        for one in tellings:
            for known in self._told[one.article.path.rpartition("#")[2]]:
                if known.start < one.span.end and one.span.start < known.end:
                    yield known.fact, known.stance

    def single(self) -> Found:
        """Return how many facts that rest on one source, or on unnamed ones, are told so."""
        wanted = {fact.id for fact in self._truth.facts if fact.single and fact.planted}
        found, faults = set[str](), list[str]()
        for row in self._archive.sources(limit=None).table:
            facts = self._of(row)
            found |= wanted & {fact.id for fact in facts}
            if facts and row.layer != "statement" and not any(one.single for one in facts):
                known = [one for one in facts if one.planted]
                faults += [f"false: {_gists(known)}: {row.matter}; {_quote(row)}"] if known else []
        false = len(faults)
        faults += [f"missed: {self._facts[one].gist} ({one})" for one in sorted(wanted - found)]
        return Found(len(wanted), len(found), false, tuple(faults))

    def _of(self, row: Lone) -> list[Fact]:
        """Return the facts that a row tells."""
        things = self._archive.view.these([one.id for one in row.tellings])
        ids = {
            fact
            for telling in row.tellings
            for fact, _ in self._sentences([telling])
            if row.layer == "statement" or self._is_told(self._facts[fact], telling, things)
        }
        return [self._facts[one] for one in sorted(ids)]

    def _is_told(self, fact: Fact, telling: answers.Telling, things: Mapping[str, Row]) -> bool:
        thing = things.get(telling.id)
        if not isinstance(thing, Happening | Tie) or thing.type not in fact.types:
            return False
        numbers = thing.who + thing.whom if isinstance(thing, Happening) else _ends(thing)
        article = telling.article.path.rpartition("#")[2]
        known = {self._actors.get((article, number)) for number in numbers} - {None}
        return not known or not known.isdisjoint(fact.who + fact.whom)

    def forecasts(self) -> Found:
        """Return of how many forecasts it is told rightly what became of them.

        Those of which nothing tells what became of them are right if none is told.
        """
        rows = list(self._archive.forecasts(limit=None))
        found, false, faults = 0, 0, list[str]()
        for plant in self._truth.forecasts:
            mine = [row for row in rows if self._is_of(row, plant)]
            right = any(row.outcome in _OUTCOMES[plant.came] for row in mine)
            wrong = any(row.outcome in {"borne out", "contradicted"} for row in mine)
            found += right
            false += not right and wrong
            told = ", ".join(f"{row.outcome} ({row.because})" for row in mine) or "not found"
            faults += [] if right else [f"{plant.id}: {plant.came}, but {told}"]
        return Found(len(self._truth.forecasts), found, false, tuple(faults))

    def _is_of(self, row: Forecast, plant: Foretold) -> bool:
        """Tell whether a row is of what was planted, in the article or in a report it copies."""
        origins = {one.id: one.origin for one in self._truth.articles}
        article = row.said.article.path.rpartition("#")[2]
        if origins[article] != origins[plant.article]:
            return False
        same = [
            one
            for one in self._truth.forecasts
            if one.article == article and one.id.endswith(plant.id.removeprefix(plant.article))
        ]
        return any(one.start < row.said.span.end and row.said.span.start < one.end for one in same)


def _ends(tie: Tie) -> tuple[int, ...]:
    return tie.subject, tie.object


def _gists(facts: Sequence[Fact]) -> str:
    return ", ".join(f"{one.gist} ({', '.join(one.sources)})" for one in facts)


def _quote(row: Lone) -> str:
    first = row.tellings[0]
    return f"{first.id} “{first.quote}”"


def _quotes(one: Dispute) -> str:
    return " | ".join(f"{side.says}: {side.tellings[0].quote}" for side in one.sides)


if __name__ == "__main__":
    main()
