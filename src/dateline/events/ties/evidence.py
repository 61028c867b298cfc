"""The words that tell of a tie: from one of its ends to the other, each by its name.

"Roe, who chairs the board" is told of Roe, so that its words can be read by themselves; where an
end is named only in another sentence, the pronoun or noun that stands for it has to do.
"""

from __future__ import annotations

from typing import Final

from dateline.events.ties.cast import Cast
from dateline.span import Span

_REACH: Final = 200
"""Characters between the words that tell of a tie and the name of an end, at most."""


def named(cast: Cast, ends: tuple[str, str], told: Span) -> Span:
    """Return words that tell of a tie, widened to names of its ends in the same sentence.

    Args:
        cast: the named entities of the text.
        ends: the two that the tie is between.
        told: the words from what stands for one end to what stands for the other.
    """
    sentence = cast.context.syntax.sentence(told.start)
    if sentence is None:
        return told
    found = told
    for end in ends:
        names = cast.names_within(end, sentence)
        if names and not any(found.contains(name) for name in names):
            nearest = min(names, key=lambda name: _gap(found, name))
            if _gap(found, nearest) <= _REACH:
                found = Span(min(found.start, nearest.start), max(found.end, nearest.end))
    return found


def _gap(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
