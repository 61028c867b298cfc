"""How far two annotations of the same articles agree, chance taken into account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from dateline.evaluation.article import Article
from dateline.evaluation.events import compare_events, judged, score_events
from dateline.evaluation.figures import Rate, ratio, tally
from dateline.evaluation.scores import compare, score, tallies
from dateline.evaluation.ties import compare_ties, score_ties
from dateline.evaluation.ties import judged as judged_tie


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


class DeedAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two annotations of events and ties; what only one of them holds optional is left out.

    Attributes:
        first, second: how many events and ties each has that are not optional.
        events, triggers, ties, ends, dated: as in `EventScores` and `TieScores`.
        told: of the events and ties of one type that both have.
    """

    articles: int
    first: tuple[int, int]
    second: tuple[int, int]
    events: Rate
    triggers: Rate
    ties: Rate
    ends: Rate
    dated: Rate
    told: dict[str, Kappa]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two annotations beside each other; `statements.f1` is the same whichever comes first.

    Attributes:
        deeds: how far they agree on events and ties; `None` if that was not asked.
    """

    articles: int
    first: int
    second: int
    statements: Rate
    contents: Rate
    told: dict[str, Kappa]
    deeds: DeedAgreement | None = None


def agreement(first: Sequence[Article], second: Sequence[Article]) -> Agreement:
    """Return how far two annotations of the same articles, in the same order, agree.

    Raises:
        ValueError: if the two are not of the same texts.
    """
    _same_texts(first, second)
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


def deed_agreement(first: Sequence[Article], second: Sequence[Article]) -> DeedAgreement:
    """Return how far two annotations of events and ties agree, on the same articles in order.

    Raises:
        ValueError: if the two are not of the same texts.
    """
    _same_texts(first, second)
    same = {statement.id: statement.id for one in first for statement in one.statements}
    both = list(zip(first, second, strict=True))
    events = [compare_events(one.events, other.events, same) for one, other in both]
    ties = [compare_ties(one.ties, other.ties, same) for one, other in both]
    of_events, of_ties = score_events(events), score_ties(ties)
    return DeedAgreement(
        articles=len(both),
        first=(of_events.events.gold, of_ties.ties.gold),
        second=(of_events.events.found, of_ties.ties.found),
        events=of_events.events,
        triggers=of_events.triggers,
        ties=of_ties.ties,
        ends=of_ties.ends,
        dated=of_ties.dated,
        told={
            f"{of}: {name}": _kappa(counts)
            for of, rows in (
                ("events", [judged(pair) for one in events for pair in one.pairs]),
                ("ties", [judged_tie(pair) for one in ties for pair in one.pairs]),
            )
            for name, counts in tally(rows).items()
        },
    )


def _same_texts(first: Sequence[Article], second: Sequence[Article]) -> None:
    if [one.text for one in first] != [other.text for other in second]:
        raise ValueError("the two annotations are not of the same texts")


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
