"""How well events are read: which answers which, and what the pairs amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from dateline.evaluation.article import Names, Occurrence
from dateline.evaluation.figures import (
    Judgement,
    Rate,
    Told,
    by_type,
    judgements,
    rate,
    same_date,
    told,
)
from dateline.evaluation.pairing import best, told_in

ENDS: Final = ("who", "whom", "where")
PLAIN: Final = {"reality": "actual"}
NEAR: Final = 40
"""Characters between two words that may tell of one event: "held the talks", "dropped the bomb"."""


class EventPair(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the gold and the one that answers it."""

    gold: Occurrence
    found: Occurrence

    @property
    def same_type(self) -> bool:
        """Whether the answer's type is one of those that will do."""
        return not set(self.found.types).isdisjoint(self.gold.types)

    @property
    def right(self) -> bool:
        """Whether the answer is right in everything that the gold tells."""
        rows = judged(self)
        return self.same_type and all(
            gold in ("none", found) for name, (gold, found) in rows.items() if name != "said in"
        )


class ComparedEvents(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one article with those found in it, what is optional left out unless paired.

    Attributes:
        found: without those that only answer an optional event.
        pairs: of required events.
    """

    gold: tuple[Occurrence, ...]
    found: tuple[Occurrence, ...]
    pairs: tuple[EventPair, ...]


class EventScores(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of events; every rate is 0 where there is nothing to divide by.

    Attributes:
        events: found, with the right type.
        triggers: found, whatever their type.
        right: found, with the right type and right in all of who, whom, where, when and reality
            that the gold tells.
        by_type: `events` for each type, precision over what was found to be of it.
        judgements: of those with the right type, who, whom, where, when, reality, and the statement
            that the event is told in.
    """

    articles: int
    events: Rate
    triggers: Rate
    right: Rate
    by_type: dict[str, Rate]
    judgements: dict[str, Judgement]


def compare_events(
    gold: Sequence[Occurrence], found: Sequence[Occurrence], statements: Mapping[str, str]
) -> ComparedEvents:
    """Pair the events found in an article with its gold, each at most once.

    An answer shares a trigger's characters with the event, or stands no more than a few words away
    from it, with the right type and one who took part. Those that share most are paired first.

    Args:
        gold: the events of the article.
        found: those of a record, in the order of the record.
        statements: the statement of the gold that each statement of the record answers, by id.
    """
    found = [told_in(one, statements) for one in found]
    pairs = [
        EventPair(gold=gold[place], found=found[other])
        for place, other in best(gold, found, _likeness)
    ]
    spared = {pair.found.id for pair in pairs if pair.gold.optional}
    answers = {pair.found.id for pair in pairs}
    return ComparedEvents(
        gold=tuple(one for one in gold if not one.optional),
        found=tuple(
            one for one in found if one.id not in spared and (one.id in answers or not one.optional)
        ),
        pairs=tuple(pair for pair in pairs if not pair.gold.optional),
    )


def score_events(compared: Sequence[ComparedEvents]) -> EventScores:
    """Return the figures of a set of articles, every event counted alike."""
    pairs = [pair for one in compared for pair in one.pairs]
    typed = [pair for pair in pairs if pair.same_type]
    gold = [one for article in compared for one in article.gold]
    found = [one for article in compared for one in article.found]
    return EventScores(
        articles=len(compared),
        events=rate(len(typed), len(found), len(gold)),
        triggers=rate(len(pairs), len(found), len(gold)),
        right=rate(sum(pair.right for pair in typed), len(found), len(gold)),
        by_type=by_type(typed, found, gold),
        judgements=judgements([judged(pair) for pair in typed], PLAIN),
    )


def judged(pair: EventPair) -> dict[str, Told]:
    """Return what the gold tells of an event, and what its answer does, by the thing told."""
    gold, found = pair.gold, pair.found
    rows = {name: _ends(getattr(gold, name), getattr(found, name)) for name in ENDS}
    rows["when"] = told(bool(gold.when), bool(found.when), same_date(gold.when, found.when))
    rows["reality"] = (gold.reality, found.reality)
    rows["said in"] = told(
        gold.said_in is not None, found.said_in is not None, gold.said_in == found.said_in
    )
    return rows


def _likeness(gold: Occurrence, found: Occurrence) -> tuple[int, ...]:
    """Return how well an event answers another, most telling first; nothing if it does not."""
    touches = any(one.overlaps(other) for one in gold.triggers for other in found.triggers)
    same_type = not set(found.types).isdisjoint(gold.types)
    shared = sum(
        not set(one).isdisjoint(other)
        for end in ENDS
        for one in getattr(gold, end)
        for other in getattr(found, end)
    )
    apart = min(
        max(one.start, other.start) - min(one.end, other.end)
        for one in gold.triggers
        for other in found.triggers
    )
    if not touches and not (same_type and shared and apart <= NEAR):
        return ()
    return int(touches), int(same_type), shared, int(not gold.optional), -max(0, apart)


def _ends(gold: Sequence[Names], found: Sequence[Names]) -> Told:
    """Return what is told of who took part; the same if nobody of the cast is missing or added."""
    answers = [names for names in found if names]
    same = all(any(not set(one).isdisjoint(other) for other in answers) for one in gold) and all(
        any(not set(one).isdisjoint(other) for other in gold) for one in answers
    )
    return told(bool(gold), bool(answers) or bool(gold and found), same)
