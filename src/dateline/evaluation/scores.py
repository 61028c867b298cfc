"""What the pairs amount to: precision, recall and F1 of each layer, and how well each is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from dateline.evaluation.article import Article, Attribution, Occurrence, Tie
from dateline.evaluation.events import ComparedEvents, EventScores, compare_events, score_events
from dateline.evaluation.figures import Judgement, Rate, Told, judgements, rate, tally, told
from dateline.evaluation.matching import Pair, pairs
from dateline.evaluation.ties import ComparedTies, TieScores, compare_ties, score_ties
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
        events, ties: their figures; `None` if no article has them annotated.
    """

    articles: int
    statements: Rate
    contents: Rate
    by_kind: dict[str, Rate]
    judgements: dict[str, Judgement]
    events: EventScores | None = None
    ties: TieScores | None = None


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One article with what was found in it, paired with what should have been.

    Attributes:
        found, pairs: of statements.
        events, ties: `None` if the article has none annotated.
    """

    article: Article
    found: tuple[Attribution, ...]
    pairs: tuple[Pair, ...]
    events: ComparedEvents | None = None
    ties: ComparedTies | None = None


def compare(
    article: Article,
    found: Found,
    events: Sequence[Occurrence] = (),
    ties: Sequence[Tie] = (),
) -> Compared:
    """Pair what was found in an article with its gold; events and ties where it has a cast."""
    matched = pairs(article.text, article.statements, found)
    answers = {pair.found.id: pair.gold.id for pair in matched}
    annotated = bool(article.cast)
    return Compared(
        article=article,
        found=tuple(found),
        pairs=matched,
        events=compare_events(article.events, events, answers) if annotated else None,
        ties=compare_ties(article.ties, ties, answers) if annotated else None,
    )


def score(compared: Sequence[Compared]) -> Scores:
    """Return the figures of a set of articles, every statement counted alike (micro-average)."""
    events = [one.events for one in compared if one.events]
    ties = [one.ties for one in compared if one.ties]
    return Scores(
        articles=len(compared),
        statements=_rate(compared, lambda pair: pair.same_source),
        contents=_rate(compared, lambda _: True),
        by_kind={
            name: _rate(compared, lambda pair: pair.same_source, of)
            for name, of in KINDS_OF_STATEMENT.items()
        },
        judgements=judgements((row for one in compared for row in _values(one)), PLAIN),
        events=score_events(events) if events else None,
        ties=score_ties(ties) if ties else None,
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


def layered(scores: Scores, layer: str) -> Scores | EventScores | TieScores:
    """Return the figures of one layer, or all."""
    if layer == "events" and scores.events:
        return scores.events
    if layer == "ties" and scores.ties:
        return scores.ties
    return (
        msgspec.structs.replace(scores, events=None, ties=None) if layer == "statements" else scores
    )
