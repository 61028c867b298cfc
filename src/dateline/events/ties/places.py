"""Ties told by where a name stands: "London-based X", "X of Springfield", "Springfield, Ohio"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.events.ties import bodies, meaning, nouns
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.span import Span


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
    yield from _addressed(cast, first, last, entity)
    yield from _in_name(cast, first, last, entity)
    yield from _of_nation(cast, first, last, entity)
    yield from _seat(cast, first, last, entity)
    yield from _constituency(cast, first, last, entity)
    yield from _possessed(cast, first, last, entity)
    yield from _placed_before(cast, first, last, entity)


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
    """Yield "X of Y", "X in Y" and "X, in Y,"."""
    after = _past_brackets(cast, last + 1)
    comma = _text(cast, after) == ","
    at = after + comma
    word = _text(cast, at)
    if word not in cast.words.places.leading or cast.named[at] is not None:
        return
    place = at + 1
    while _text(cast, place).lower() in cast.words.places.parts:
        place += 1
    span = cast.spans[place] if place < len(cast.tokens) else None
    other = cast.named[place] if span is not None else None
    if span is None or other is None or other == entity or _tag(cast, span[1] + 1) == "POS":
        return
    type_ = _TIES.get((cast.kind(entity), word, cast.kind(other)))
    if type_ == "based_in" and _is_titled(cast, first, entity, other):
        return
    type_ = "leads" if type_ and _is_sovereign(cast, first, entity, other) else type_
    if (
        _is_no_more(cast, first, last)
        or describes(cast, span)
        or _is_elsewhere(cast, first, last, at)
    ):
        return
    if type_ is not None and _goes_with(cast, first, last, at, comma):
        if type_ == "employed_by" and (comma or not cast.is_employer(other)):
            return
        if type_ == "affiliated_with":
            type_ = belonging(cast, other)
        elif word == "in" and type_ == "based_in" and not cast.is_employer(entity):
            type_ = "operates_in"
        rule = f"{cast.kind(entity)}_{word}_{cast.kind(other)}"
        yield _tie(cast, entity, type_, other, first, span[1], rule)


def _is_no_more(cast: Cast, first: int, last: int) -> bool:
    """Tell whether a name is but a common noun: "Office of Trade" is one name, taken for two."""
    word, role = _text(cast, first).lower(), cast.words.role
    common = cast.words.organisations | role.part | role.whole | cast.words.places.within
    return first == last and word in common


def describes(cast: Cast, span: tuple[int, int]) -> bool:
    """Tell whether a name only describes a noun behind it.

    "X of the Springfield Angling Club", "X of the Norland-backed movement".
    """
    head = cast.head(*span)
    below = head.dep in ("compound", "nmod", "amod", "poss") and head.head > span[1]
    return below or _is_hyphened(cast, span[1])


def _is_hyphened(cast: Cast, last: int) -> bool:
    """Tell whether a hyphen ties the last word of a name to the next."""
    if _text(cast, last + 1) not in _HYPHENS:
        return False
    return cast.tokens[last].span.end == cast.tokens[last + 1].span.start


_HYPHENS: Final = frozenset({"-", "‑"})


def _is_elsewhere(cast: Cast, first: int, last: int, at: int) -> bool:
    """Tell whether a place is that of a deed or a meeting, and not of the named."""
    return _is_taken(cast, last, at) or _is_held_there(cast, first, last, _text(cast, at))


def _is_taken(cast: Cast, last: int, at: int) -> bool:
    """Tell whether "from" tells where something was done to someone: "took X from Springfield"."""
    return _text(cast, at) in cast.words.places.origin and (
        cast.tokens[last].dep in ("dobj", "nsubjpass")
    )


def _is_titled(cast: Cast, first: int, entity: str, place: str) -> bool:
    """Tell whether a title tells more: who is president of a place is not just from there."""
    title = nouns.find(cast, cast.tokens[first - 1]) if first else None
    if title is None:
        return False
    body = bodies.Body(entity=place, by="of", at=first)
    return meaning.tie(cast, title, entity, body) is not None


def _is_sovereign(cast: Cast, first: int, entity: str, place: str) -> bool:
    """Tell whether the name of a person says that they reign: "King X of Norland"."""
    titled = _text(cast, first).lower() in cast.words.places.sovereigns
    return titled and cast.kind(entity) == "person" and cast.is_country(place)


def _is_held_there(cast: Cast, first: int, last: int, word: str) -> bool:
    """Tell whether "in" tells where a body only meets: "the annual meeting of X in Springfield"."""
    head = cast.head(first, last)
    above = cast.syntax.parent(cast.syntax.parent(head))
    meets = above.lemma.lower() in cast.words.places.occasions
    return word == "in" and head.dep == "pobj" and meets


def _past_brackets(cast: Cast, at: int) -> int:
    """Return what follows a short form in brackets: "the Institute (IFS) in Springfield"."""
    return at + 3 if _text(cast, at) == "(" and _text(cast, at + 2) == ")" else at


def belonging(cast: Cast, organisation: str) -> str:
    """Return what someone "of" an organisation is to it, as far as its name tells."""
    if cast.is_party(organisation):
        return "party_of"
    return "employed_by" if cast.is_employer(organisation) else "affiliated_with"


def _goes_with(cast: Cast, first: int, last: int, at: int, comma: bool) -> bool:
    """Tell whether a preposition behind a name belongs to it.

    By the parse; where the name is a place that itself stands behind a preposition, however the
    sentence is parsed: "at Oxford in Springfield County".
    """
    within = cast.kind(cast.named[last] or "") in ("place", "facility")
    if comma:
        return cast.kind(cast.named[last] or "") != "person" and _text(cast, at) == "in"
    before = _tag(cast, first - 1) if _tag(cast, first - 1) != "DT" else _tag(cast, first - 2)
    return first <= cast.tokens[at].head <= last or (within and before == "IN")


def _text(cast: Cast, index: int) -> str:
    return cast.tokens[index].text if 0 <= index < len(cast.tokens) else ""


def _tag(cast: Cast, index: int) -> str:
    return cast.tokens[index].tag if 0 <= index < len(cast.tokens) else ""


_TIES: Final = {
    ("person", "of", "organisation"): "affiliated_with",
    ("person", "from", "organisation"): "affiliated_with",
    ("person", "at", "organisation"): "employed_by",
    ("person", "of", "place"): "based_in",
    ("person", "from", "place"): "based_in",
    ("organisation", "of", "place"): "based_in",
    ("organisation", "in", "place"): "based_in",
    ("organisation", "at", "place"): "operates_in",
    ("organisation", "at", "facility"): "operates_in",
    ("organisation", "of", "organisation"): "part_of",
    ("organisation", "at", "organisation"): "part_of",
    ("facility", "in", "place"): "part_of",
    ("facility", "of", "place"): "part_of",
    ("place", "in", "place"): "part_of",
}


def _within(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "Springfield, Ohio": a place and, between commas, what it lies in."""
    other = cast.named[last + 2] if last + 2 < len(cast.tokens) else None
    if other is None or other == entity or cast.tokens[last + 1].text != ",":
        return
    if cast.kind(entity) not in ("place", "facility") or cast.kind(other) != "place":
        return
    end = (cast.spans[last + 2] or (last + 2, last + 2))[1]
    if (
        _tag(cast, end + 1) == "POS"
        or _is_list(cast, first, end)
        or not _same_country(cast, entity, other)
    ):
        return
    yield _tie(cast, entity, "part_of", other, first, end, "place_in_place")


def _addressed(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "Lake Centre, Springfield, Ohio": a body and, between commas, its place and region."""
    at = last + 2
    if cast.kind(entity) != "organisation" or not _is_place(cast, at):
        return
    end = (cast.spans[at] or (at, at))[1]
    place = cast.named[at] or ""
    regions = [one.object for one in _within(cast, at, end, place)]
    if _text(cast, last + 1) != "," or not regions:
        return
    for held in (place, *regions):
        yield _tie(cast, entity, "based_in", held, first, end, "address")


def _in_name(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield where a paper or station is by the place before its name: "Springfield Radio One"."""
    held, inner = cast.named[first], cast.spans[first]
    if cast.kind(entity) != "organisation" or held is None or held == entity or inner is None:
        return
    own = [token.text for token in cast.tokens[inner[1] + 1 : last + 1]]
    if bodies.is_prefixed(cast, cast.tokens[first]) or _is_of_more(cast, own, held):
        return
    shown = own and (own[0].lower() in cast.words.places.media or all(map(_is_capital, own)))
    local = own and own[-1].lower() in cast.words.bodies.local
    if (shown or local) and cast.kind(held) == "place" and not cast.tokens[first].text.isupper():
        yield _tie(cast, entity, "based_in", held, first, last, "place_in_name")


def _is_of_more(cast: Cast, own: Sequence[str], place: str) -> bool:
    """Tell whether a place in a name is cut from a longer one, or said of only a part of it.

    "Springfield County Court", "Springfield Room of the Tidal College"; and what is a place in this
    name alone, and in no gazetteer, may be a saint.
    """
    words = cast.words.places
    unknown = cast.context.entities[place].place is None and place not in cast.apart
    return (
        unknown
        or not words.around.isdisjoint(map(str.lower, own[:1]))
        or (not words.leading.isdisjoint(own))
    )


def _of_nation(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield the country of "the Norlandic Parliament", if the text names it."""
    nation = cast.country(cast.tokens[first].text)
    local = cast.tokens[last].text.lower() in cast.words.bodies.local
    if cast.kind(entity) == "organisation" and nation not in (None, entity) and local:
        yield _tie(cast, entity, "based_in", nation or "", first, last, "nation_in_name")


def _seat(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield for where a member of a parliament sits: "Mrs ROE (Springfield East)"."""
    at = last + 2
    if cast.kind(entity) != "person" or _text(cast, last + 1) != "(" or not _is_place(cast, at):
        return
    end = (cast.spans[at] or (at, at))[1]
    title = _text(cast, first - 1).rstrip(".").lower()
    own = cast.tokens[first].text.rstrip(".").lower()
    if _text(cast, end + 1).startswith(")") and {title, own} & cast.words.role.courtesy:
        yield _tie(cast, entity, "represents", cast.named[at] or "", first, end, "seat")


def _constituency(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield for where a member sits, behind the party: "Sen. X (D-Norland)", "X, R-Norland,"."""
    dash, at = last + 3, last + 4
    if cast.kind(entity) != "person" or _text(cast, last + 1) not in {"(", ","}:
        return
    if len(_text(cast, last + 2)) != 1 or _text(cast, dash) != "-" or not _is_place(cast, at):
        return
    title = nouns.find(cast, cast.tokens[first - 1]) if first else None
    told = {one.tie for one in title.meaning} if title is not None else {"represents"}
    end = (cast.spans[at] or (at, at))[1]
    of_state = cast.is_city(cast.named[at] or "") and _text(cast, end).lower() not in (
        cast.words.places.cities
    )  # the state that the city is named like
    if "represents" in told and not of_state:
        yield _tie(cast, entity, "represents", cast.named[at] or "", first, end, "seat")


def _is_capital(word: str) -> bool:
    return not any(letter.islower() for letter in word)


def _is_list(cast: Cast, first: int, end: int) -> bool:
    """Tell whether two places beside a comma are but two of more: "Rome, Paris and Bonn"."""
    words = cast.words.places
    if _text(cast, end).endswith("."):
        listed = _text(cast, first - 1) == "," and _is_place(cast, first - 2)
        return listed or _text(cast, end + 1).lower() in words.joining
    after = end + 2 if _text(cast, end + 1) == "," else end + 1
    if _text(cast, end + 1) in words.leading or _is_place(cast, end + 2):
        return True
    if _text(cast, after).lower() in words.joining:
        return _is_place(cast, after + 1) or after == end + 1
    return _text(cast, first - 1) == "," and _is_place(cast, first - 2)


def _is_place(cast: Cast, index: int) -> bool:
    held = cast.named[index] if 0 <= index < len(cast.tokens) else None
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
    if not first <= cast.tokens[first - 2].head <= last:
        return
    if cast.kind(entity) == "person":
        yield from _has_person(cast, first, last, entity)
        return
    kind = cast.kind(entity)
    if place is not None and cast.kind(place) == "person" and kind == "organisation":
        if cast.is_party(entity):
            yield _tie(cast, place, "party_of", entity, first - 2, last, "person_has_party")
        return
    if place is None or place == entity or cast.kind(place) not in ("place", "organisation"):
        return
    if cast.kind(place) == "organisation":
        if kind == "organisation":
            start = (cast.spans[first - 2] or (first - 2, last))[0]
            yield _tie(cast, entity, "part_of", place, start, last, "organisation_has_name")
        return
    type_ = {"organisation": "based_in", "facility": "part_of", "place": "part_of"}.get(kind)
    if type_ is not None:
        start = (cast.spans[first - 2] or (first - 2, last))[0]
        yield _tie(cast, entity, type_, place, start, last, "place_has_name")


def _has_person(cast: Cast, first: int, last: int, person: str) -> Iterator[Telling]:
    """Yield "Acme's Jane Roe", "the agency's Jane Roe"."""
    for owner in cast.one(cast.tokens[first - 2]):
        if owner != person and cast.kind(owner) == "organisation":
            type_ = belonging(cast, owner)
            yield _tie(cast, person, type_, owner, first - 2, last, "organisation_has_person")


def outer(cast: Cast, telling: Telling) -> Iterator[Telling]:
    """Yield what "born in Springfield, Ohio" tells of Ohio, too."""
    token = cast.syntax.at(telling.evidence.end - 1)
    span = cast.spans[token.index] if token is not None else None
    if span is None or telling.type not in _PLACED or cast.named[span[1]] != telling.object:
        return
    found = [*_within(cast, *span, telling.object), *_following(cast, *span, telling.object)]
    for inner in found:
        evidence = Span(telling.evidence.start, inner.evidence.end)
        yield msgspec.structs.replace(telling, object=inner.object, evidence=evidence)


_PLACED: Final = frozenset({"based_in", "born_in", "operates_in"})


def _placed_before(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield "Springfield Council" where the place is a name of its own."""
    before = first - 1
    if cast.kind(entity) != "organisation" or before < 0:
        return
    held, span = cast.named[before], cast.spans[before]
    if held is None or span is None or held == entity or cast.kind(held) != "place":
        return
    near = cast.tokens[before].sentence == cast.tokens[first].sentence
    if cast.is_party(entity):
        return  # "the Springfield Harbour Party" is the party's branch there
    if near and first <= cast.tokens[before].head <= last and _is_home(cast, span[0], last):
        yield _tie(cast, entity, "based_in", held, span[0], last, "place_then_name")


def _is_home(cast: Cast, first: int, last: int) -> bool:
    """Tell whether a place before a name is where the named is: no direction, no embassy."""
    words = cast.words.places
    if cast.tokens[first].text.lower() in words.parts:
        return False
    return not any(token.text.lower() in words.abroad for token in cast.tokens[first : last + 1])
