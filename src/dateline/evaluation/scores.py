"""What the pairs amount to: precision, recall and F1 of statements, and how well each is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from dateline.evaluation.article import Article, Attribution
from dateline.evaluation.figures import Judgement, Rate, Told, judgement, rate, tally, told
from dateline.evaluation.matching import Pair, pairs
from dateline.evaluation.words import heads, words

Predicate = Callable[[Attribution], bool]
Found = Sequence[Attribution]

KINDS_OF_STATEMENT: Final[dict[str, Predicate]] = {
    "direct": lambda one: one.manner == "direct",
    "mixed": lambda one: one.manner == "mixed",
    "indirect": lambda one: one.manner == "indirect",
    "nested": lambda one: one.within is not None,
    "unstated source": lambda one: not one.source,
}

PLAIN: Final = {"kind": "named", "stance": "assert", "certainty": "certain", "manner": "indirect"}


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of an evaluation; every rate is 0 where there is nothing to divide by.

    Attributes:
        statements: right if the content is alike (Dice of at least 0.5) and the source the same.
        contents: right if the content is alike.
        by_kind: `statements` for direct, mixed, indirect, nested, and those of nobody: precision
            over what was found to be of that kind, recall over what the gold says is.
        judgements: source, kind, stance, certainty, manner, addressee, within.
    """

    articles: int
    statements: Rate
    contents: Rate
    by_kind: dict[str, Rate]
    judgements: dict[str, Judgement]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One article with what was found in it, paired with what should have been."""

    article: Article
    found: tuple[Attribution, ...]
    pairs: tuple[Pair, ...]


def compare(article: Article, found: Found) -> Compared:
    """Pair what was found in an article with its gold."""
    matched = pairs(article.text, article.statements, found)
    return Compared(article=article, found=tuple(found), pairs=matched)


def score(compared: Sequence[Compared]) -> Scores:
    """Return the figures of a set of articles, every statement counted alike (micro-average)."""
    return Scores(
        articles=len(compared),
        statements=_rate(compared, lambda pair: pair.same_source),
        contents=_rate(compared, lambda _: True),
        by_kind={
            name: _rate(compared, lambda pair: pair.same_source, of)
            for name, of in KINDS_OF_STATEMENT.items()
        },
        judgements={
            name: judgement(counts, PLAIN.get(name, "none"))
            for name, counts in tallies(compared).items()
        },
    )


def _values(compared: Compared) -> Iterable[dict[str, Told]]:
    """Yield for each pair what the gold tells, and what the answer does, by the thing told.

    Source, addressee and nesting are told apart as `none`, `some` and `wrong`, for what is wrong is
    a span or a statement and not a word.
    """
    answers = {pair.found.id: pair.gold.id for pair in compared.pairs}
    for pair in compared.pairs:
        gold, found = pair.gold, pair.found
        yield {
            "source": told(bool(gold.source), bool(found.source), pair.same_source),
            "kind": (gold.kind, found.kind),
            "stance": (gold.stance, found.stance),
            "certainty": (gold.certainty, found.certainty),
            "manner": (gold.manner, found.manner),
            "addressee": told(
                bool(gold.addressee),
                bool(found.addressee),
                _addresses(compared.article.text, gold, found),
            ),
            "within": told(
                gold.within is not None,
                found.within is not None,
                answers.get(found.within or "") == gold.within,
            ),
        }


def _addresses(text: str, gold: Attribution, found: Attribution) -> bool:
    """Tell whether one of the mentions of whom the answer names holds a head word of the gold's."""
    return not set(heads(text, gold.addressee)).isdisjoint(words(text, found.addressee))


def tallies(compared: Iterable[Compared]) -> dict[str, Counter[Told]]:
    """Return how often which value of the gold met which answer, by the thing told."""
    return tally([row for one in compared for row in _values(one)])


def _rate(
    compared: Sequence[Compared],
    right: Callable[[Pair], bool],
    of: Predicate = lambda _: True,
) -> Rate:
    """Return the rate of statements of one kind, each side by its own word for what it is."""
    matched = [pair for one in compared for pair in one.pairs if right(pair)]
    found = sum(of(statement) for one in compared for statement in one.found)
    gold = sum(of(statement) for one in compared for statement in one.article.statements)
    right_found = sum(of(pair.found) for pair in matched)
    return rate(sum(of(pair.gold) for pair in matched), found, gold, right_found)
