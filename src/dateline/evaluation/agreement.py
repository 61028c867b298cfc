"""How far two annotations of the same articles agree, chance taken into account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from dateline.evaluation.article import Article
from dateline.evaluation.figures import Rate, ratio
from dateline.evaluation.scores import compare, score, tallies


class Kappa(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement on one thing told of the statements that both annotations have.

    Attributes:
        percent: how many of 100 are told alike.
        kappa: the same, with what chance would give taken out (Cohen 1960); 1 where both always
            tell the one same thing.
    """

    pairs: int
    percent: float
    kappa: float


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two annotations beside each other; `statements.f1` is the same whichever comes first."""

    articles: int
    first: int
    second: int
    statements: Rate
    contents: Rate
    told: dict[str, Kappa]


def agreement(first: Sequence[Article], second: Sequence[Article]) -> Agreement:
    """Return how far two annotations of the same articles, in the same order, agree.

    Raises:
        ValueError: if the two are not of the same texts.
    """
    if [one.text for one in first] != [other.text for other in second]:
        raise ValueError("the two annotations are not of the same texts")
    compared = [compare(one, other.statements) for one, other in zip(first, second, strict=True)]
    scores = score(compared)
    return Agreement(
        articles=len(compared),
        first=scores.statements.gold,
        second=scores.statements.found,
        statements=scores.statements,
        contents=scores.contents,
        told={name: _kappa(counts) for name, counts in tallies(compared).items()},
    )


def kappa(counts: Counter[tuple[str, str]]) -> float:
    """Return Cohen's kappa of how often which value met which.

    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
    Measurement 20 (1960).
    """
    total = counts.total()
    agreed = ratio(sum(number for (one, other), number in counts.items() if one == other), total)
    ones: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for (one, other), number in counts.items():
        ones[one] += number
        others[other] += number
    chance = sum(ratio(ones[value], total) * ratio(others[value], total) for value in ones)
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def _kappa(counts: Counter[tuple[str, str]]) -> Kappa:
    same = sum(number for (one, other), number in counts.items() if one == other)
    total = counts.total()
    return Kappa(pairs=total, percent=100 * ratio(same, total), kappa=kappa(counts))
