"""Hold the weights of matching against pairs whose truth is known: `matching/weights.toml`.

    python -m training.matching [--seeds 11 12] [--pages 300] [--reader fast]

For every pair of entities that blocking finds in the invented corpus (`examples/corpus`, written by
this project, Apache-2.0; other seeds than those that the figures are taken on), it tells how often
each reason is given for two that are one and for two that are not, what that makes in log-odds
(Fellegi and Sunter 1969, with half a pair added to each count), and the weight in use; then how
often pairs are one of which a probability is said. Weights are not overwritten: in the corpus
namesakes and families are far more frequent, and names shared by chance far rarer, than in news,
so that the numbers bound a weight and do not set it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.matching import add, grow, meanings

from dateline.matching import blocking
from dateline.matching.sketches import Sketch, sketches
from dateline.matching.weighing import Profile, Scales, probability
from dateline.matching.weights import weights
from dateline.reading import Profile as Reader
from dateline.store import sqlite
from dateline.store.rows import Member

_BINS: Final = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)


class Labelled(NamedTuple):
    """A pair: the reasons with the weights in use, how likely it is said to be one, and whether."""

    reasons: tuple[tuple[str, float], ...]
    probability: float
    one: bool


def main() -> None:
    """Read the corpora and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[11, 12])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--reader", choices=("fast", "full"), default="fast")
    given = parser.parse_args()
    corpora = (labelled(seed, given.pages, given.reader) for seed in given.seeds)
    pairs = list(chain.from_iterable(corpora))
    of_one = sum(pair.one for pair in pairs)
    print(f"{len(pairs):,} pairs, {of_one:,} of one; seeds {given.seeds}, {given.reader}")
    reasons(pairs)
    calibration(pairs)


def labelled(seed: int, pages: int, reader: Reader) -> Iterator[Labelled]:
    """Yield the pairs of entities that blocking finds in a corpus, both of known meaning."""
    with TemporaryDirectory() as folder:
        truth = grow(Path(folder), pages, seed)
        archive = Path(folder) / "corpus.dateline"
        add(Path(folder) / "articles.jsonl", archive, reader)
        with sqlite.view(archive) as view:
            meant = meanings(view, truth)
            members: defaultdict[int, list[Member]] = defaultdict(list)
            for member in view.entities():
                members[member.article].append(member)
            found = [
                one
                for number in sorted(members)
                for one in sketches(members[number], view.record(number))
                if one.id in meant
            ]
    yield from _weighed(found, meant)


def _weighed(found: Sequence[Sketch], meant: dict[str, str]) -> Iterator[Labelled]:
    scales = Scales(found)
    profiles = [Profile((one,)) for one in found]
    for first, second in blocking.pairs(profiles):
        one, other = profiles[first], profiles[second]
        if one.articles.isdisjoint(other.articles):
            why = scales.weigh(one, other)
            table = one.kind if one.kind == other.kind else "two kinds"
            told = tuple((_reason(say, weight, table), weight) for say, weight in why)
            yield Labelled(told, probability(why), meant[one.ids[0]] == meant[other.ids[0]])


def _reason(say: str, weight: float, table: str) -> str:
    """Return what a reason is counted as: names by kind of thing, company by its weight."""
    company = weights().company
    if say.startswith((company.shared.say, company.none.say)):
        return f"company of {round(weight)}"
    return f"{table}: {say}"


def reasons(pairs: Sequence[Labelled]) -> None:
    """Print for each reason how often it is given, its estimate and its weight."""
    given: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    used: dict[str, float] = {}
    for pair in pairs:
        given[pair.one].update(name for name, _ in pair.reasons)
        used |= dict(pair.reasons)
    every = {one: sum(pair.one is one for pair in pairs) + 1 for one in (True, False)}
    print(f"{'reason':58} {'one':>7} {'two':>7} {'estimate':>9} {'in use':>7}")
    for name in sorted(used):
        same, differ = given[True][name], given[False][name]
        estimate = log((same + 0.5) / every[True]) - log((differ + 0.5) / every[False])
        print(f"{name[:58]:58} {same:7,} {differ:7,} {estimate:+9.1f} {used[name]:+7.1f}")


def calibration(pairs: Sequence[Labelled]) -> None:
    """Print how often pairs are one, by what is said."""
    print(f"{'said to be one':58} {'one':>7} {'two':>7} {'share':>9}")
    for low, high in pairwise(_BINS):
        within = [one for one in pairs if low <= one.probability < high or one.probability == high]
        if within:
            same = sum(pair.one for pair in within)
            line = f"{low:.2f} to {high:.2f}"
            print(f"{line:58} {same:7,} {len(within) - same:7,} {same / len(within):9.2f}")


if __name__ == "__main__":
    main()
