"""Ties told between commas behind a name: "X, 44, chairman of Y,", "X, 83, of Springfield"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events.ties import bodies, nouns, places, roles
from dateline.events.ties.cast import Cast
from dateline.events.ties.roles import Holder
from dateline.events.ties.telling import Telling

_SKIPPED: Final = 2
"""Asides that may stand between a name and the one that tells a tie."""

_SHORT: Final = 5
"""Words of an aside that is skipped, at most."""

_PLURAL: Final = frozenset({"NNS", "NNPS"})
_LONG: Final = 8
"""Words of an aside up to the noun for a role, at most."""


def find(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield the ties told by the asides behind one name of a person.

    Args:
        cast: the named entities of the text.
        first: index of the first token of the name.
        last: index of its last token.
        entity: whose name it is.
    """
    if cast.kind(entity) != "person":
        return
    at = _aside(cast, last + 1, cast.context.sentence(cast.tokens[first]).last)
    if at is None:
        return
    words = cast.words.places
    if cast.tokens[at].text in words.leading:
        yield from _from_place(cast, first, last, entity, at)
        return
    yield from _role(cast, last, entity, at)


def _aside(cast: Cast, comma: int, end: int) -> int | None:
    """Return where the first aside begins that is no age and no party."""
    if comma < end and cast.tokens[comma].text == "(":
        comma = _closed(cast, comma, end, ")") + 1
    for _ in range(_SKIPPED + 1):
        if comma + 1 >= end or cast.tokens[comma].text != ",":
            return None
        start = comma + 1
        token = cast.tokens[start]
        party = len(token.text) == 1 and start + 1 < end and cast.tokens[start + 1].text == "-"
        age = token.tag == "CD"
        if not party and not age:
            return start
        comma = _closed(cast, start, end, ",")
    return None


def _closed(cast: Cast, start: int, end: int, mark: str) -> int:
    """Return where an aside ends, or a place where no comma stands if it is too long."""
    for index in range(start, min(end, start + _SHORT + 1)):
        if cast.tokens[index].text == mark:
            return index
    return start


def _from_place(cast: Cast, first: int, last: int, entity: str, at: int) -> Iterator[Telling]:
    """Yield "X, 83, of Springfield", "X, of the Springfield Institute"."""
    words = cast.words.places
    start = at + 2 if cast.tokens[min(at + 1, len(cast.tokens) - 1)].tag == "DT" else at + 1
    place = cast.named[start] if start < len(cast.tokens) else None
    if place is None or place == entity:
        return
    kind, span = cast.kind(place), cast.spans[start] or (start, start)
    if places.describes(cast, span):
        return
    if kind not in ("place", "organisation") or cast.tokens[at].text == "in":
        return
    if kind == "organisation" and cast.tokens[at].text in words.origin:
        return  # "the graduation of her son, X, from Y"
    yield Telling(
        subject=entity,
        type="based_in" if kind == "place" else places.belonging(cast, place),
        object=place,
        anchor=last,
        evidence=cast.text(first, start),
        rule="aside_place",
    )


def _role(cast: Cast, last: int, entity: str, at: int) -> Iterator[Telling]:
    """Yield "X, 44, chairman of Y"."""
    for token in cast.tokens[at : at + _LONG]:
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV", "PART") and (
            token.tag not in ("PRP$", "HYPH", "VBG", "VBN") and token.text != "-"
        ):
            return
        after = cast.tokens[token.index + 1] if token.index + 1 < len(cast.tokens) else None
        if token.pos != "NOUN" or (after is not None and after.pos in ("NOUN", "PROPN", "PART")):
            continue
        noun = nouns.find(cast, token) if token.tag not in _PLURAL else None
        if noun is None or cast.named[token.index] is not None or roles.is_anothers(cast, token):
            return
        if roles.is_doer(cast, token):
            return
        holder = Holder(entity=entity, at=last, anchor=token.index, rule="apposition")
        for body in bodies.bodies(cast, token, noun):
            if body.at >= at:
                yield from roles.telling(cast, noun, holder, body)
        return
