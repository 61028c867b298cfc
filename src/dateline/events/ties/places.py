"""Ties told by where a name stands: "London-based X", "X of Springfield", "Springfield, Ohio"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token


def find(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield the ties of one name with what stands right after it, or holds it.

    Args:
        cast: the named entities of the text.
        first: index of the first token of the name.
        last: index of its last token.
        entity: whose name it is.
    """
    yield from _following(cast, first, last, entity)
    yield from _within(cast, first, last, entity)
    yield from _possessed(cast, first, last, entity)


def _tie(  # noqa: PLR0913, PLR0917 - the parts of a telling
    cast: Cast, subject: str, type_: str, object_: str, first: int, last: int, rule: str
) -> Telling:
    return Telling(
        subject=subject,
        type=type_,
        object=object_,
        anchor=first,
        evidence=cast.text(first, last),
        rule=rule,
    )


def _following(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "X of Y" and "X in Y"."""
    at = last + 1
    if at + 1 >= len(cast.tokens):
        return
    word = cast.tokens[at]
    if (
        word.text not in cast.words.places.leading
        or cast.named[at] is not None
        or not first <= word.head <= last
    ):
        return
    place = at + 1
    while (
        place + 1 < len(cast.tokens) and cast.tokens[place].text.lower() in cast.words.places.parts
    ):
        place += 1
    other = cast.named[place]
    if other is None or other == entity or cast.spans[place] is None:
        return
    end = (cast.spans[place] or (place, place))[1]
    type_ = _by_kinds(cast, entity, word.text, other)
    if type_ is not None:
        rule = f"{cast.kind(entity)}_{word.text}_{cast.kind(other)}"
        yield _tie(cast, entity, type_, other, first, end, rule)


_TIES: Final = {
    ("person", "of", "organisation"): "employed_by",
    ("person", "at", "organisation"): "employed_by",
    ("person", "from", "organisation"): "employed_by",
    ("person", "of", "place"): "based_in",
    ("person", "from", "place"): "based_in",
    ("organisation", "of", "place"): "based_in",
    ("organisation", "in", "place"): "based_in",
    ("organisation", "of", "organisation"): "part_of",
    ("facility", "in", "place"): "part_of",
    ("facility", "of", "place"): "part_of",
    ("place", "in", "place"): "part_of",
}


def _by_kinds(cast: Cast, entity: str, word: str, other: str) -> str | None:
    return _TIES.get((cast.kind(entity), word, cast.kind(other)))


def _within(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "Springfield, Ohio": a place and, between commas, what it lies in."""
    other = cast.named[last + 2] if last + 2 < len(cast.tokens) else None
    if other is None or other == entity or cast.tokens[last + 1].text != ",":
        return
    if cast.kind(entity) not in ("place", "facility") or cast.kind(other) != "place":
        return
    end = (cast.spans[last + 2] or (last + 2, last + 2))[1]
    if _is_list(cast, first, end) or not _same_country(cast, entity, other):
        return
    yield _tie(cast, entity, "part_of", other, first, end, "place_in_place")


def _is_list(cast: Cast, first: int, end: int) -> bool:
    """Tell whether names on both sides of a comma are but two of more."""
    after = cast.tokens[end + 1 : end + 4]
    if after and after[0].text.lower() in cast.words.places.joining:
        return True
    listed = (
        len(after) > 1
        and after[0].text == ","
        and after[1].text.lower() in cast.words.places.joining
    )
    if listed or (len(after) > 1 and after[0].text == "," and _is_place(cast, after[1])):
        return True
    return (
        first > 1 and cast.tokens[first - 1].text == "," and _is_place(cast, cast.tokens[first - 2])
    )


def _is_place(cast: Cast, token: Token) -> bool:
    held = cast.named[token.index]
    return held is not None and cast.kind(held) == "place"


def _same_country(cast: Cast, one: str, other: str) -> bool:
    """Tell whether a gazetteer has both in one country, as far as it knows them."""
    countries = {
        place.country
        for place in (cast.context.entities[one].place, cast.context.entities[other].place)
        if place is not None
    }
    return len(countries) < 2


def _possessed(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "Norland's Lake Bank": an organisation or facility and the place that has it."""
    if first < 2 or cast.tokens[first - 1].tag != "POS":
        return
    place = cast.named[first - 2]
    if place is None or place == entity or cast.kind(place) != "place":
        return
    kind = cast.kind(entity)
    type_ = {"organisation": "based_in", "facility": "part_of", "place": "part_of"}.get(kind)
    if type_ is not None:
        start = (cast.spans[first - 2] or (first - 2, last))[0]
        yield _tie(cast, entity, type_, place, start, last, "place_has_name")


def based(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties told by "London-based X": `token` is "based"."""
    if token.text.lower() not in cast.words.places.based:
        return
    if token.index < 2 or cast.tokens[token.index - 1].text not in ("-", "–", "‑"):
        return
    place = cast.named[token.index - 2]
    if place is None or cast.kind(place) not in ("place", "facility"):
        return
    noun = token
    while noun.dep in ("amod", "compound", "nmod", "npadvmod") and noun.head > token.index:
        noun = cast.syntax.parent(noun)
    if noun is token:
        return
    for entity in cast.one(noun):
        if cast.kind(entity) in ("person", "organisation", "facility", "group"):
            first, last = token.index - 2, noun.index
            yield _tie(cast, entity, "based_in", place, first, last, "place_based")
