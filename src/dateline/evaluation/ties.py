"""How well ties are read: which answers which, and what the pairs amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from dateline.evaluation.article import Names, Tie
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
from dateline.names.words import words
from dateline.vocabulary.relations import relation_types

SWAPPED: Final = "~"
PLAIN: Final = {"reality": "actual"}


class TiePair(msgspec.Struct, frozen=True, kw_only=True):
    """A tie of the gold and one that is between the same two."""

    gold: Tie
    found: Tie

    @property
    def same_type(self) -> bool:
        """Whether the answer says the same of the two, in the same direction."""
        return says(self.gold, self.found)

    @property
    def dated(self) -> bool:
        """Whether both ends of the interval are right, or rightly missing."""
        rows = judged(self)
        return all(gold == found for gold, found in (rows["from"], rows["until"]))


class ComparedTies(msgspec.Struct, frozen=True, kw_only=True):
    """The ties of one article with those found in it, what is optional left out unless paired.

    Attributes:
        found: those between two of the cast, without those that only answer an optional tie or say
            again what another has said.
        pairs: of required ties.
        outside: how many were found with an end that is not of the cast: they are neither right
            nor wrong.
    """

    gold: tuple[Tie, ...]
    found: tuple[Tie, ...]
    pairs: tuple[TiePair, ...]
    outside: tuple[Tie, ...]


class TieScores(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of ties; every rate is 0 where there is nothing to divide by.

    Attributes:
        ties: right if the type and both ends are.
        ends: right if both ends are, whatever the type and the direction.
        dated: right if from and until are, too, or are rightly missing.
        by_type: `ties` for each type, precision over what was found to be of it.
        judgements: of those with the right type and ends, from, until, status, role, reality, and
            the statement that the tie is told in.
        outside: how many were found with an end that is not of the cast.
    """

    articles: int
    ties: Rate
    ends: Rate
    dated: Rate
    by_type: dict[str, Rate]
    judgements: dict[str, Judgement]
    outside: int


def compare_ties(
    gold: Sequence[Tie], found: Sequence[Tie], statements: Mapping[str, str]
) -> ComparedTies:
    """Pair the ties found in an article with its gold, each at most once.

    Args:
        gold: the ties of the article.
        found: those of a record, in the order of the record.
        statements: the statement of the gold that each statement of the record answers, by id.
    """
    found = [told_in(one, statements) for one in found]
    inside = [one for one in found if one.subject and one.object]
    chosen = best(gold, inside, _likeness)
    pairs = [TiePair(gold=gold[place], found=inside[other]) for place, other in chosen]
    answers = {pair.found.id for pair in pairs}
    spared = {pair.found.id for pair in pairs if pair.gold.optional}
    spared |= {one.id for one in inside if one.id not in answers and _repeats(one, gold)}
    return ComparedTies(
        gold=tuple(one for one in gold if not one.optional),
        found=tuple(one for one in inside if one.id not in spared),
        pairs=tuple(pair for pair in pairs if not pair.gold.optional),
        outside=tuple(one for one in found if not (one.subject and one.object)),
    )


def score_ties(compared: Sequence[ComparedTies]) -> TieScores:
    """Return the figures of a set of articles, every tie counted alike."""
    pairs = [pair for one in compared for pair in one.pairs]
    typed = [pair for pair in pairs if pair.same_type]
    gold = [one for article in compared for one in article.gold]
    found = [one for article in compared for one in article.found]
    return TieScores(
        articles=len(compared),
        ties=rate(len(typed), len(found), len(gold)),
        ends=rate(len(pairs), len(found), len(gold)),
        dated=rate(sum(pair.dated for pair in typed), len(found), len(gold)),
        by_type=by_type(typed, found, gold),
        judgements=judgements([judged(pair) for pair in typed], PLAIN),
        outside=sum(len(one.outside) for one in compared),
    )


def judged(pair: TiePair) -> dict[str, Told]:
    """Return what the gold tells of a tie, and what its answer does, by the thing told.

    Status and role are judged where the gold has one: that a founder is told to be the founder, and
    still to be a daughter's father, adds nothing.
    """
    gold, found = pair.gold, pair.found
    rows = {
        "from": _date(gold.from_, found.from_),
        "until": _date(gold.until, found.until),
        "reality": (gold.reality, found.reality),
        "said in": told(
            gold.said_in is not None, found.said_in is not None, gold.said_in == found.said_in
        ),
    }
    if gold.status:
        rows["status"] = (gold.status, found.status or "none")
    if gold.role:
        rows["role"] = told(True, bool(found.role), _same_role(gold.role, found.role))
    return rows


def says(gold: Tie, found: Tie) -> bool:
    """Tell whether a tie says what another does: the type, between the same two."""
    return any(
        name.removeprefix(SWAPPED) in found.types
        and (
            (not name.startswith(SWAPPED) and _between(gold, found.subject, found.object))
            or (
                (name.startswith(SWAPPED) or _symmetric(name))
                and _between(gold, found.object, found.subject)
            )
        )
        for name in gold.types
    )


def _symmetric(name: str) -> bool:
    known = relation_types().get(name)
    return known is not None and known.symmetric


def _between(gold: Tie, subject: Names, object_: Names) -> bool:
    return not set(gold.subject).isdisjoint(subject) and not set(gold.object).isdisjoint(object_)


def _likeness(gold: Tie, found: Tie) -> tuple[int, ...]:
    """Return how well a tie answers another, most telling first; nothing if it does not."""
    if not _between(gold, found.subject, found.object) and not _between(
        gold, found.object, found.subject
    ):
        return ()
    rows = judged(TiePair(gold=gold, found=found))
    alike = sum(
        rows[name][0] == rows[name][1] for name in ("from", "until", "role") if name in rows
    )
    touches = any(one.overlaps(other) for one in gold.evidence for other in found.evidence)
    return int(says(gold, found)), int(not gold.optional), alike, int(touches)


def _repeats(found: Tie, gold: Sequence[Tie]) -> bool:
    """Tell whether a tie that answers none says what the gold has, and another has answered."""
    return found.optional or any(says(one, found) for one in gold)


def _date(gold: str | None, found: str | None) -> Told:
    return told(gold is not None, found is not None, same_date([gold or ""], [found or ""]))


def _same_role(gold: str | None, found: str | None) -> bool:
    """Tell whether two roles have a head in common: "chief engineer", "engineer"."""
    one, other = words(gold or ""), words(found or "")
    return bool(one and other) and (one[-1] in other or other[-1] in one)
