"""Ties told by two names of one: "X, formerly Y", "X, now called Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling

_BETWEEN: Final = 4
"""Words between the two names, at most: "formerly known as the"."""


def find(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield what one name says that another of the same was, or has become.

    Args:
        cast: the named entities of the text.
        first: index of the first token of the name.
        last: index of its last token.
        entity: whose name it is.
    """
    words = cast.words.renaming
    end = cast.context.sentence(cast.tokens[first]).last
    at = last + 2
    if at >= end or cast.tokens[last + 1].text not in {",", "("} or cast.kind(entity) == "person":
        return
    word = cast.tokens[at].text.lower()
    if word not in words.before | words.after:
        return
    other = at + 1
    while other < min(end, at + _BETWEEN) and cast.tokens[other].text.lower() in words.called:
        other += 1
    held = cast.named[other] if other < end else None
    called = other > at + 1 or word in words.before
    if held is None or held == entity or not called or cast.kind(held) != cast.kind(entity):
        return
    ends = (held, entity) if word in words.before else (entity, held)
    yield Telling(
        subject=ends[0],
        type="renamed_to",
        object=ends[1],
        anchor=at,
        evidence=cast.text(first, other),
        edge="from",
        rule="name_then_name",
    )
