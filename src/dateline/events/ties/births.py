"""Where people come from: "born on May 5 in Springfield", "Norland-born X", "his native Oakdale".

Dates, names and houses stand between a birth and its place, on which parsers stumble; so the words
are taken as they follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events import clauses
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token

_REACH: Final = 18
"""Words from a birth to its place, and from who was born to it, at most."""

_STOP: Final = frozenset({"VERB", "SCONJ", "PRON"})
"""Parts of speech that end what is said of a birth."""


def born(cast: Cast, verb: Token) -> Iterator[Telling]:
    """Yield the place that follows "born", however much of the day and the house is told first."""
    words = cast.words.places
    if verb.text.lower() not in words.born or _is_hyphened(cast, verb):
        return
    place = _place_after(cast, verb)
    if place is None:
        return
    for person, at in _whose(cast, verb):
        yield _telling(cast, person, place, (at, verb.index), "born_where")


def _is_hyphened(cast: Cast, verb: Token) -> bool:
    return verb.index > 0 and cast.tokens[verb.index - 1].text == "-"


def _place_after(cast: Cast, verb: Token) -> int | None:
    """Return the first place behind a birth, unless the words go on to something else before."""
    last = min(cast.context.sentence(verb).last, verb.index + _REACH)
    for index in range(verb.index + 1, last):
        token, held = cast.tokens[index], cast.named[index]
        if held is not None and cast.kind(held) == "place":
            before = cast.tokens[index - 1].text.lower()
            return index if before != "to" and not _is_of_noun(cast, index) else None
        if (
            held is None
            and token.pos in _STOP
            and token.text.lower() not in cast.words.places.there
        ):
            return None
    return None


def _is_of_noun(cast: Cast, index: int) -> bool:
    """Tell whether a name only describes a noun behind it: "born in a Norland prison"."""
    last = (cast.spans[index] or (index, index))[1]
    return cast.tokens[last].dep in ("compound", "poss", "nmod", "amod")


def _whose(cast: Cast, verb: Token) -> list[tuple[str, int]]:
    """Return who was born: by the parse, else the person named last before."""
    found = [
        (entity, one.index)
        for subject in clauses.objects(cast.context, verb)
        for one in (subject, *cast.joined(subject))
        for entity in cast.one(one)
        if cast.kind(entity) == "person"
    ]
    if found:
        return found
    first = cast.context.sentence(verb).first
    for index in range(verb.index - 1, max(first, verb.index - _REACH) - 1, -1):
        held = cast.named[index]
        if held is not None and cast.kind(held) == "person":
            return [(held, index)]
        if cast.tokens[index].pos in ("VERB", "PRON"):
            return []
    return []


def native(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield "Springfield native X", "X, a Springfield native", "Norland-born X", "his native Y"."""
    word = token.text.lower()
    words = cast.words.places
    if word not in words.born | words.native:
        return
    before = token.index - 1 - (cast.tokens[token.index - 1].text == "-")
    place = cast.named[before] if before >= 0 else None
    if place is not None and cast.kind(place) == "place" and _beside(cast, before, token.index):
        yield from _of_place(cast, token, before)
    elif word in words.native:
        yield from _own(cast, token)


def _of_place(cast: Cast, token: Token, place: int) -> Iterator[Telling]:
    """Yield who is named behind "Springfield native", or before it between commas."""
    after = _first_name(cast, token.index + 1)
    if after is None:
        first = (cast.spans[place] or (place, place))[0]
        at = first - 1
        while at > 0 and cast.tokens[at].pos in ("DET", "ADJ", "ADV"):
            at -= 1
        if at < 1 or cast.tokens[at].text != ",":
            return
        after = at - 1
    held = cast.named[after]
    if held is not None and cast.kind(held) == "person" and _beside(cast, after, token.index):
        yield _telling(cast, held, place, (after, token.index), "native_of_place")


def _first_name(cast: Cast, at: int) -> int | None:
    """Return where a name begins, behind what the named is: "native and actress X"."""
    for index in range(at, min(at + 4, len(cast.tokens))):
        if cast.named[index] is not None:
            return index
        if cast.tokens[index].pos not in ("NOUN", "ADJ", "CCONJ"):
            return None
    return None


def _own(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the country of "his native Norland"."""
    owner, place = cast.tokens[max(0, token.index - 1)], token.index + 1
    held = cast.named[place] if place < len(cast.tokens) else None
    if owner.tag not in ("PRP$", "POS") or held is None or cast.kind(held) != "place":
        return
    bearer = owner if owner.tag == "PRP$" else cast.tokens[max(0, owner.index - 1)]
    for entity in cast.one(bearer):
        if cast.kind(entity) == "person":
            yield _telling(cast, entity, place, (bearer.index, token.index), "native_place")


def _beside(cast: Cast, one: int, other: int) -> bool:
    return cast.tokens[one].sentence == cast.tokens[other].sentence


def _telling(cast: Cast, person: str, place: int, others: tuple[int, int], rule: str) -> Telling:
    held = cast.named[place]
    at = (*others, place)
    return Telling(
        subject=person,
        type="born_in",
        object=held or "",
        anchor=others[1],
        evidence=cast.text(min(at), max(at)),
        edge="from",
        rule=rule,
    )
