"""Which tellings are no ties by what their ends are: cut names, cases, places in no order.

A rule sees the words between two names; whether the names are whole, and whether one place can lie
in the other, is told by the ends themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from math import cos, hypot, radians
from typing import Final

from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.record import Place
from dateline.span import Span
from dateline.syntax import Token


def fault(cast: Cast, telling: Telling) -> str:
    """Return why two names are not joined by what a telling tells; empty if they may be.

    Args:
        cast: the named entities of the text.
        telling: what a rule read.
    """
    ends = telling.subject, telling.object
    if any(is_cut(cast, end) for end in ends):
        return "a name that was cut"
    if any(_is_of_case(cast, telling, end) for end in ends):
        return "a name of a case at law"
    if telling.type in _SITED:
        return _misplaced(cast, telling)
    if telling.type in _BETWEEN and _is_open_whose(cast, telling):
        return "it is open whose"
    if telling.type == "family_of" and _is_of_another(cast, telling):
        return "a relative of somebody else of that name"
    return ""


def _misplaced(cast: Cast, telling: Telling) -> str:
    """Return why one is not where it is told to be; empty if it may be."""
    if telling.type == "part_of" and not _can_lie_in(cast, telling):
        return "the one does not lie in the other"
    return "somebody, not a body" if _is_person_called(cast, telling.subject) else ""


_BETWEEN: Final = frozenset({"rival_of", "knows", "allied_with", "family_of"})


def _is_open_whose(cast: Cast, telling: Telling) -> bool:
    """Tell whether "his rival" in the words of a telling is another's, by how it is told.

    "Marn, who lost his son", "they saw Marn, his wife, and others": whoever else "his" was taken
    for, it is Marn's.
    """
    ends = {telling.subject, telling.object}
    return telling.rule.endswith("_poss") and any(
        token.tag == "PRP$" and telling.object in cast.one(token) and bound and not bound & ends
        for token in cast.syntax.within(telling.evidence)
        for bound in (_bound(cast, token),)
    )


def _bound(cast: Cast, owner: Token) -> set[str]:
    """Return the person whose apposition, or relative clause, a pronoun stands in."""
    noun = cast.syntax.parent(owner)
    beside = cast.tokens[max(0, owner.index - 1)].text == ","
    at = noun
    for above in islice(cast.syntax.ancestors(noun), _STEPS):
        told = at.dep == "relcl" or (at.dep == "appos" and at is noun and beside)
        if told:
            return {one for one in cast.one(above) if cast.kind(one) == "person"}
        at = above
    return set()


_STEPS: Final = 6
"""Words above "his son" among which whose relative clause it is may stand."""


def is_open(cast: Cast, owner: Token) -> bool:
    """Tell whether it stays open whom "his" stands for: somebody else is named right before it.

    "X shot Y in his home", "X compared Y to his rival".
    """
    meant = cast.one(owner)
    if not any(cast.kind(one) == "person" for one in meant):
        return False
    first = max(cast.context.sentence(owner).first, owner.index - _REACH)
    for index in range(owner.index - 1, first - 1, -1):
        held = cast.named[index]
        for one in (held,) if held is not None else cast.context.headed[index]:
            if cast.kind(one) == "person":
                return one not in meant
    return False


_REACH: Final = 60
"""Words before "his" among which somebody else may be named."""

_SITED: Final = frozenset({"part_of", "operates_in", "based_in"})


def is_cut(cast: Cast, entity: str) -> bool:
    """Tell whether a name is but the common noun that a longer name ends with: "Office".

    "The Federation" may be one that is known by it; "Ferry Workers' Federation" is another.
    """
    if _GLUED.search(cast.context.entities[entity].name):
        return True
    word, words = cast.context.entities[entity].name.casefold().rstrip("."), cast.words.ends_named
    if cast.kind(entity) not in _WORDED or word not in words.cut | words.short:
        return False
    return word in words.cut or all(_is_behind(cast, span) for span in cast.names(entity))


_GLUED: Final = re.compile(r"[a-z]{3}[A-Z]{4}")
"""Letters of two names that a page has run together: a photo's credit and who is shown."""


def _is_behind(cast: Cast, span: Span) -> bool:
    """Tell whether a name stands right behind another, or behind whose it is."""
    inside = cast.syntax.within(span)
    first = inside[0].index if inside else 0
    return first > 0 and cast.tokens[first - 1].tag in _NAMING


_NAMING: Final = frozenset({"NNP", "NNPS", "POS", "CD"})
_WORDED: Final = frozenset({"organisation", "place", "facility"})


def _is_of_case(cast: Cast, telling: Telling, entity: str) -> bool:
    """Tell whether the name in the words is one side of "Roe v. Springfield"."""
    for span in cast.names(entity):
        inside = cast.syntax.within(span) if telling.evidence.contains(span) else ()
        if inside:
            at = inside[0].index - 1, inside[-1].index + 1
            beside = [cast.tokens[n].text.lower() for n in at if 0 <= n < len(cast.tokens)]
            if not cast.words.ends_named.versus.isdisjoint(beside):
                return True
    return False


def _can_lie_in(cast: Cast, telling: Telling) -> bool:
    """Tell whether one may be a part of the other."""
    inner, outer = telling.subject, telling.object
    if telling.rule == "organisation_has_name":
        return _is_body(cast, inner)
    if cast.kind(outer) != "place":
        return True
    if cast.is_country(inner) and cast.is_country(outer):
        return False
    names = [cast.context.entities[one].name.lower().split() for one in (inner, outer)]
    words = cast.words.places
    if _is_continent(cast, inner) and not _is_continent(cast, outer):
        return False
    if names[1][-1] in words.waters or (len(names[0]) == 1 and names[0][0] in words.parts):
        return False
    around = telling.rule == "place_has_name" and names[0][-1] in words.around
    places = [cast.context.entities[one].place for one in (inner, outer)]
    return not (around and places[0] and places[1] and _distance(places[0], places[1]) < _BESIDE)


def _is_continent(cast: Cast, place: str) -> bool:
    """Tell whether a place is a continent or the like, or a part of one: "western Africa"."""
    words, names = cast.words.places, cast.context.entities[place].name.lower().split()
    while len(names) > 1 and names[0] in words.parts and " ".join(names) not in words.continents:
        names = names[1:]
    return " ".join(names) in words.continents and not cast.is_country(place)


_BESIDE: Final = 50.0
"""Kilometres between a town and the middle of the county around it, at most."""


def _distance(one: Place, other: Place) -> float:
    """Return the kilometres between two places that are not far apart, on a flat map."""
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(one.lat - other.lat, east) * _DEGREE


_DEGREE: Final = 111.2
"""Kilometres of a degree of latitude."""


def _is_body(cast: Cast, entity: str) -> bool:
    """Tell whether a name has a word for a body, or a part of one, in it."""
    words = set(cast.context.entities[entity].name.lower().split())
    role, bodies = cast.words.role, cast.words.bodies
    known = cast.words.organisations | role.part | role.whole | bodies.employers | bodies.public
    return not words.isdisjoint(known)


def _is_person_called(cast: Cast, entity: str) -> bool:
    """Tell whether what was taken for a body is called by a role: "Assistant Editor"."""
    last = cast.context.entities[entity].name.lower().split()[-1:]
    return cast.kind(entity) == "organisation" and any(
        word in cast.words.nouns and word in cast.words.ends_named.callings for word in last
    )


def _is_of_another(cast: Cast, telling: Telling) -> bool:
    """Tell whether a relative of "his" has the surname of somebody else who is named before.

    "Marn spoke. Roe said that he had met his son, Lee Marn": the son is Marn's, whoever "his" was
    taken for.
    """
    kin, own = telling.subject, telling.object
    if (
        telling.role is None
        or telling.role.lower().split()[-1] not in cast.words.ends_named.surnamed
    ):
        return False
    if any(telling.evidence.contains(span) for span in cast.names(own)):
        return False
    surname, others = _surname(cast, kin), cast.context.entities[own].name.casefold().split()
    return surname not in {"", *others[-1:]} and any(
        _surname(cast, one) == surname and _is_before(cast, one, telling)
        for one in _others(cast, kin, own)
    )


def _others(cast: Cast, *ends: str) -> Iterator[str]:
    return (
        one
        for one in cast.context.entities
        if one not in ends and cast.kind(one) == "person" and cast.is_named(one)
    )


def _surname(cast: Cast, person: str) -> str:
    words = cast.context.entities[person].name.split()
    return words[-1].casefold() if len(words) > 1 else ""


def _is_before(cast: Cast, person: str, telling: Telling) -> bool:
    """Tell whether someone is named in the sentence of a telling, before it, or in those before."""
    number = cast.tokens[telling.anchor].sentence
    near = cast.syntax.sentences[max(0, number - _BACK) : number + 1]
    return any(
        span.start < telling.evidence.start
        for sentence in near
        for span in cast.names_within(person, sentence)
    )


_BACK: Final = 3
"""Sentences before "his son" in which whose he is may be named."""
