"""What was planted in the bundled corpus is found in its archive, and little else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.ask.answers import Telling
from dateline.ask.archive import Archive


class Truth:
    """What is true in the corpus, as far as its archive can be held to it."""

    def __init__(self, path: Path) -> None:
        self.known: dict[str, Any] = json.loads(path.read_text("utf-8"))
        self._tellings: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for telling in self.known["tellings"]:
            self._tellings[telling["article"]].append(telling)

    def facts(self, tellings: Iterable[Telling]) -> set[tuple[str, str]]:
        """Return the facts that some tellings tell, and whether they assert or deny them."""
        return {
            (known["fact"], known["stance"])
            for one in tellings
            for known in self._tellings[one.article.path.rpartition("#")[2]]
            if known["start"] < one.span.end and one.span.start < known["end"]
        }


@pytest.fixture(scope="module")
def truth(bundled: Path) -> Truth:
    """Return what is true."""
    return Truth(bundled.parent / "truth.json")


@pytest.fixture(scope="module")
def corpus(bundled: Path) -> Iterator[Archive]:
    """Return the archive, open."""
    with dateline.open(bundled) as archive:
        yield archive


def test_planted_disputes_are_found(corpus: Archive, truth: Truth) -> None:
    """Nearly every planted dispute is found by the fast reader, and no more than two others."""
    found = set()
    others = []
    for one in corpus.disputes(limit=None):
        sides = [truth.facts(side.tellings) for side in one.sides]
        planted = {plant["id"] for plant in truth.known["disputes"] if fits(plant, sides)}
        found |= planted
        others += [] if planted else [one]
    assert len(found) >= 0.7 * len(truth.known["disputes"])
    assert len(others) <= 2


def fits(plant: dict[str, Any], sides: list[set[tuple[str, str]]]) -> bool:
    """Tell whether two sides tell what was planted: one fact denied, or two that exclude."""
    one, *more = plant["facts"]
    other = (more[0], "assert") if more else (one, "deny")
    return any(
        (one, "assert") in first and other in second
        for first in sides
        for second in sides
        if first is not second
    )


def test_planted_single_sources_are_found(corpus: Archive, truth: Truth) -> None:
    """Nearly everything that rests on one source, or on unnamed ones only, is told so."""
    planted = {fact["id"] for fact in truth.known["facts"] if fact["single"]}
    found = corpus.sources(limit=None)
    told = {fact for one in found.table for fact, _ in truth.facts(one.tellings)}
    assert len(planted & told) >= 0.8 * len(planted)


def test_outcomes_are_told_by_later_sentences(corpus: Archive, truth: Truth) -> None:
    """What came of a promise is told where a later article says so, and only there."""
    outcomes = {True: "borne out", False: "contradicted"}
    right = wrong = 0
    for one in corpus.forecasts(limit=None):
        article = one.said.article.path.rpartition("#")[2]
        for plant in truth.known["forecasts"]:
            same = plant["article"] == article and plant["came"] is not None
            if same and plant["start"] < one.said.span.end and one.said.span.start < plant["end"]:
                right += one.outcome == outcomes[plant["came"]]
                wrong += one.outcome == outcomes[not plant["came"]]
    assert right > 0
    assert wrong <= 1
