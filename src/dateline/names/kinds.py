"""What kind of thing a name names: the evidence of the whole article decides, not one mention.

The rules of `evidence` say of one mention what speaks for which kind. The votes of all mentions of
one entity are added up, each rule's only up to a limit, so that a mistake that a tagger repeats
thirty times does not outweigh one apposition ("its emir, X").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log2
from typing import Final

from dateline.names.context import Name, Vote
from dateline.record import EntityKind

TAGGER: Final = 1.9  # the weight of a tagger that is always of one mind on a name seen once
LIMIT: Final = 3.0  # what one rule may add for one kind, however often it applies
LIMITS: Final = {
    "peopled": 6.0,
    "termed": 4.0,
    "sailing": 6.0,
    "family": 6.0,
    "printed": 7.0,
    "versioned": 5.0,
    "listed": 3.6,
    "headed": 5.0,
    "ailing": 6.0,
}  # ... and some that are surer than others

Tally = dict[EntityKind, float]


def tally(mentions: Iterable[tuple[Name, tuple[Vote, ...]]]) -> Tally:
    """Return the weight of each kind over all mentions of one entity, given their evidence.

    What a name says by its own words counts once, however often the name is repeated.
    """
    tagged: dict[EntityKind, float] = defaultdict(float)
    sums: dict[tuple[EntityKind, str], float] = defaultdict(float)
    seen: set[tuple[str, EntityKind, str]] = set()
    everything = 0
    for name, votes in mentions:
        share = 2 if " " in name.key else 1
        everything += share if name.votes else 0
        for vote in votes:
            if vote.why == "tagger":
                tagged[vote.kind] += vote.weight * share
            elif vote.why not in _ONCE:
                sums[vote.kind, vote.why] += vote.weight
            elif (name.key, vote.kind, vote.why) not in seen:
                seen.add((name.key, vote.kind, vote.why))
                sums[vote.kind, vote.why] = max(sums[vote.kind, vote.why], vote.weight)
    total: Tally = defaultdict(float)
    for (kind, why), weight in sums.items():
        limit = LIMITS.get(why, LIMIT)
        total[kind] += max(-limit, min(weight, limit))
    for kind, weight in tagged.items():
        total[kind] += TAGGER * weight / everything * (1 + 0.15 * log2(max(1, everything)))
    return total


_ONCE: Final = frozenset(
    {"worded", "given", "listed", "peopled", "shortened", "printed", "renowned", "foreign"}
)


def decide(total: Tally) -> tuple[EntityKind, float]:
    """Return the weightiest kind and its weight; `other` and 0 where nothing speaks for any."""
    if not total:
        return "other", 0.0
    return max(sorted(total.items()), key=lambda item: item[1])
