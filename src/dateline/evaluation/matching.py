"""Which statement answers which: contents that share enough words, paired one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Final

import msgspec

from dateline.evaluation.article import Attribution, Spans
from dateline.evaluation.words import heads, words
from dateline.span import Span

ALIKE: Final = 0.5


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the gold and the one that answers it.

    Attributes:
        dice: how alike the contents are, 0.5 to 1.
        same_source: the sources' head words agree, or neither has a source.
    """

    gold: Attribution
    found: Attribution
    dice: float
    same_source: bool


def dice(one: Set[Span], other: Set[Span]) -> float:
    """Return how alike two sets of words are: 2|A∩B| / (|A|+|B|), 0 to 1 (Dice 1945)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def same_source(text: str, one: Spans, other: Spans) -> bool:
    """Tell whether two sources are the same words, give or take what is said of the source.

    They are if both are empty, if each holds a head word of the other, or if the shorter is how the
    longer begins ("an audit", "an audit read out in court").
    """
    first, second = words(text, one), words(text, other)
    if not first or not second:
        return not first and not second
    return (_holds(text, first, other) and _holds(text, second, one)) or _begins(
        text, *sorted((first, second), key=len)
    )


def _holds(text: str, held: Sequence[Span], spans: Spans) -> bool:
    return not set(held).isdisjoint(heads(text, spans))


def _begins(text: str, short: Sequence[Span], long: Sequence[Span]) -> bool:
    """Tell whether the shorter source is how the longer begins, and not whose it is."""
    end = short[-1].end
    return tuple(long[: len(short)]) == tuple(short) and text[end : end + 2] not in ("'s", "’s")


def pairs(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> tuple[Pair, ...]:
    """Pair the statements of one text, each at most once, in the order of the gold.

    A pair needs contents with a Dice coefficient of 0.5 over words. The most alike are paired
    first; where several statements share one content (a claim, and its denial), the source decides,
    and then the cue.
    """
    contents = _cached(text, [*gold, *found], lambda one: one.content)
    cues = _cached(text, [*gold, *found], lambda one: one.cue)
    ranked: list[tuple[float, bool, float, int, int]] = []
    for place, wanted in enumerate(gold):
        for other, answer in enumerate(found):
            alike = dice(contents[place], contents[len(gold) + other])
            if alike >= ALIKE:
                same = same_source(text, wanted.source, answer.source)
                cue = dice(cues[place], cues[len(gold) + other])
                ranked.append((alike, same, cue, -place, -other))
    chosen: dict[int, Pair] = {}
    taken: set[int] = set()
    for alike, same, _, place, other in sorted(ranked, reverse=True, key=_weight):
        if -place not in chosen and -other not in taken:
            taken.add(-other)
            chosen[-place] = Pair(
                gold=gold[-place], found=found[-other], dice=alike, same_source=same
            )
    return tuple(chosen[place] for place in sorted(chosen))


def _weight(candidate: tuple[float, bool, float, int, int]) -> tuple[float, ...]:
    """Return what decides: likeness of content, then source, then cue, then the order in the text.

    Contents that differ by a word or two, such as a "that", count as equally alike.
    """
    alike, same, cue, *order = candidate
    return (round(alike, 1), same, cue, alike, *order)


def _cached(
    text: str, statements: Sequence[Attribution], part: Callable[[Attribution], Spans]
) -> list[frozenset[Span]]:
    return [frozenset(words(text, part(one))) for one in statements]
