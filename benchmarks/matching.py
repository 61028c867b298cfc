"""How well an archive is matched, on the invented corpus whose truth is known.

Usage: python -m benchmarks.matching [--pages 300] [--seed 1] [--reader full] [--misses]

Prints pairwise precision, recall and F1 (two things are a pair if they are put together): entities
as actors, of all that the reader found; articles as copies of one report; tellings as one event or
tie. An entity means the actor that most of its names stand for; one that stands for none is not
counted. A telling is of the fact whose sentence it stands in, if the type is right.
"""

from __future__ import annotations

import argparse
import platform
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from examples.corpus.gathering import gather
from examples.corpus.growing import affairs
from examples.corpus.truth import Article, Truth

from dateline import engines, matching, page, reading
from dateline.errors import Unreadable
from dateline.record import Entity
from dateline.span import Span
from dateline.store import View, sqlite


class Score(msgspec.Struct, frozen=True):
    """How many pairs there are, were found, and are right."""

    wanted: int
    found: int
    right: int

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        pairs = f"{self.wanted:,} pairs"
        return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  of {pairs}"


def main() -> None:
    """Grow the corpus, read it into an archive, match, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=("fast", "full"), default="full")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        truth = grow(Path(folder), given.pages, given.seed)
        archive = Path(folder) / "corpus.dateline"
        add(Path(folder) / "articles.jsonl", archive, given.reader)
        start = time.perf_counter()
        report = matching.run(archive)
        spent = time.perf_counter() - start
        with sqlite.view(archive) as view:
            print(f"{platform.machine()}, Python {platform.python_version()}, {given.reader}")
            print(f"{report.articles} articles matched in {spent:.2f} s")
            print(f"actors     {actors(view, truth, misses=given.misses)}")
            print(f"copies     {copies(view, truth)}")
            print(f"accounts   {accounts(view, truth)}")


def grow(folder: Path, pages: int, seed: int) -> Truth:
    """Write the articles of the corpus into a folder; return what is true of them."""
    pieces, truth = gather(seed, affairs(seed), pages)
    rows = b"".join(msgspec.json.encode(piece.row) + b"\n" for piece in pieces)
    (folder / "articles.jsonl").write_bytes(rows)
    return truth


def add(table: Path, archive: Path, profile: reading.Profile) -> None:
    """Read a table into an archive."""
    with closing(sqlite.writer(archive)) as writer:
        for outcome in engines.add(page.Inputs((str(table),)), writer, profile):
            if isinstance(outcome, Unreadable):
                raise outcome


def actors(view: View, truth: Truth, *, misses: bool = False) -> Score:
    """Return how well entities were put together."""
    meant = meanings(view, truth)
    found = {one.id: one.actor for one in view.entities()}
    if misses:
        _show(meant, found)
    return _score(meant, found)


def meanings(view: View, truth: Truth) -> dict[str, str]:
    """Return by id which actor of the corpus each entity of an archive means, if any."""
    known = {article.id: article for article in truth.articles}
    meant: dict[str, str] = {}
    for article in view.articles():
        row = known[article.path.rpartition("#")[2]]
        for entity in view.record(article.number).entities:
            actor = _meant(entity, row)
            if actor is not None:
                meant[f"{article.key}:{entity.id}"] = actor
    return meant


def _meant(entity: Entity, article: Article) -> str | None:
    """Return the actor that most of an entity's names stand for, each at least half of one."""
    votes: Counter[str] = Counter()
    for mention in entity.mentions:
        if mention.form == "name":
            for name in article.names:
                votes[name.actor] += _half(mention.span, Span(name.start, name.end))
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else None


def _half(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 >= max(len(one), len(other))


def _show(meant: Mapping[str, str], found: Mapping[str, int]) -> None:
    """Print who was split, and who was mixed."""
    parts: dict[str, Counter[int]] = {}
    mixed: dict[int, Counter[str]] = {}
    for one, actor in meant.items():
        parts.setdefault(actor, Counter())[found[one]] += 1
        mixed.setdefault(found[one], Counter())[actor] += 1
    for actor, split in parts.items():
        if len(split) > 1:
            print(f"  split: {actor} into {sorted(split.values(), reverse=True)}")
    for held in mixed.values():
        if len(held) > 1:
            print(f"  mixed: {dict(held)}")


def copies(view: View, truth: Truth) -> Score:
    """Return how well copies of one report were told."""
    meant = {article.id: article.origin for article in truth.articles}
    found = {one.path.rpartition("#")[2]: one.origin for one in view.articles()}
    return _score(meant, found)


def accounts(view: View, truth: Truth) -> Score:
    """Return how well tellings of one event or tie were put together."""
    paths = {one.number: one.path.rpartition("#")[2] for one in view.articles()}
    facts = {fact.id: fact for fact in truth.facts}
    meant: dict[str, str] = {}
    found: dict[str, tuple[str, int]] = {}
    for kind, id_, article, type_, spans, account in _tellings(view):
        found[id_] = kind, account
        for telling in truth.tellings:
            fact = facts[telling.fact]
            if telling.article == paths[article] and fact.kind == kind and type_ in fact.types:
                inside = (telling.start <= one.start and one.end <= telling.end for one in spans)
                if any(inside):
                    meant.setdefault(id_, fact.id)
    return _score(meant, found)


def _tellings(view: View) -> Iterator[tuple[str, str, int, str, Sequence[Span], int]]:
    for event in view.happenings():
        yield "event", event.id, event.article, event.type, (event.span,), event.account
    for tie in view.ties():
        yield "tie", tie.id, tie.article, tie.type, tie.evidence, tie.account


def _score(meant: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    return Score(
        wanted=_pairs(meant.values()),
        found=_pairs(found[one] for one in meant),
        right=_pairs((meant[one], found[one]) for one in meant),
    )


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


if __name__ == "__main__":
    main()
