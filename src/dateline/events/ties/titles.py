"""Ties told right before a name: "Acme chief executive X", "Norland's defence minister, Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from dateline.events.ties import bodies, nouns, roles
from dateline.events.ties.bodies import Body
from dateline.events.ties.cast import Cast
from dateline.events.ties.nouns import RoleNoun
from dateline.events.ties.roles import Holder
from dateline.events.ties.telling import Telling
from dateline.syntax import Token


def find(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield the ties told by the title of one name.

    Args:
        cast: the named entities of the text.
        first: index of the first token of the name.
        last: index of its last token.
        entity: whose name it is.
    """
    if cast.kind(entity) != "person" and cast.head(first, last).dep in ("compound", "nmod", "amod"):
        return
    title = _title(cast, first)
    if title is None:
        yield from _from_place(cast, first, last, entity)
        return
    holder = Holder(entity=entity, at=last, anchor=title.head, rule="title")
    office = _office(cast, title)
    bodies = list(_before(cast, office or title))
    if not bodies:
        office, bodies = None, list(_after(cast, first, last))
    for body in bodies:
        yield from roles.telling(cast, office or _rank(cast, title), holder, body)
    if title.head + 1 == first and cast.tokens[title.head].tag in ("NNS", "NNPS"):
        yield from _shared(cast, title, first, last, bodies)


def _shared(
    cast: Cast, title: RoleNoun, first: int, last: int, bodies: list[Body]
) -> Iterator[Telling]:
    """Yield the same of those joined to the name: "ministers X and Y"."""
    for one in cast.joined(cast.head(first, last)):
        for entity in cast.one(one):
            holder = Holder(entity=entity, at=one.index, anchor=title.head, rule="title")
            for body in bodies:
                yield from roles.telling(cast, title, holder, body)


def _title(cast: Cast, first: int) -> RoleNoun | None:
    """Return the noun for a role right before a name, quotation marks between them left out."""
    at = first - 1
    while at >= 0 and cast.tokens[at].text in _QUOTES:
        at -= 1
    if at > 0 and cast.tokens[at].text == "." and cast.named[at] is None:
        at -= 1
    if at < 0 or not _beside(cast, at, first) or cast.named[at] is not None:
        return None
    token = cast.tokens[at]
    if token.tag not in ("NN", "NNP", "NNS", "NNPS") or token.dep in ("dobj", "pobj", "nsubj"):
        return None
    mine = token.dep == "amod" or (at > 0 and cast.tokens[at - 1].tag == "PRP$")
    if mine and token.lemma.lower() in cast.words.role.fellows:
        return None
    return nouns.find(cast, token)


def _office(cast: Cast, title: RoleNoun) -> RoleNoun | None:
    """Return the office before a rank: the spokesman of "Acme spokesman Capt. X"."""
    if cast.tokens[title.head].text.lower().rstrip(".") not in cast.words.role.ranks:
        return None
    at = title.core - 1
    word = cast.tokens[at].lemma.lower()
    if at < title.first or word in cast.words.role.deputies or not cast.words.is_person_noun(word):
        return None
    return nouns.find(cast, cast.tokens[at])


def _rank(cast: Cast, title: RoleNoun) -> RoleNoun:
    """Return a title without the office before it, which is another's: "candidate Gov. X"."""
    if _office(cast, title) is None:
        return title
    role = nouns.worded(cast, title.core, title.head, title.last)
    return msgspec.structs.replace(title, first=title.core, role=role)


_QUOTES: Final = frozenset("\"'“”‘’`") | {"``", "''"}


def _beside(cast: Cast, one: int, other: int) -> bool:
    return cast.tokens[one].sentence == cast.tokens[other].sentence


def _before(cast: Cast, title: RoleNoun) -> Iterator[Body]:
    """Yield what stands before a title: a nation, a name, or whoever has it."""
    for index in range(max(0, title.core - _NEAR), title.core):
        if cast.named[index] is None:
            yield from bodies.nation(cast, cast.tokens[index], title)
    at = title.outer - 1
    inner = cast.named[title.core]
    if inner is not None and title.core < title.head and cast.kind(inner) == "place":
        at = title.core  # "U.S. attorney X", where the name is a part of the office
    if at < 0 or not _beside(cast, at, title.head):
        return
    if cast.tokens[at].text == ")" and at > 3 and cast.tokens[at - 2].text == "(":
        at -= 3
    token, before = cast.tokens[at], cast.tokens[max(0, at - 1)]
    if token.tag == "POS":
        yield from bodies.named_in(cast, before, "poss")
    elif token.tag == "PRP$":
        yield from _named(cast, token, "poss")
    elif not bodies.is_prefixed(cast, token):
        yield from _named(cast, token, "compound")


def _named(cast: Cast, token: Token, by: str) -> Iterator[Body]:
    if by == "compound" and cast.named[token.index] is None:
        return
    for entity in cast.one(token):
        yield Body(entity=entity, by=by, at=token.index)


_NEAR: Final = 4
"""Words before a title among which its nation may stand."""


def _after(cast: Cast, first: int, last: int) -> Iterator[Body]:
    """Yield what follows a name with a title: "Defence Minister X of Norland"."""
    for token in cast.tokens[first : last + 1]:
        for child in cast.syntax.children(token, "prep"):
            if child.index == last + 1 and child.text.lower() in ("of", "for", "with"):
                for noun in cast.syntax.children(child, "pobj"):
                    yield from bodies.named_in(cast, noun, child.text.lower())


def _from_place(cast: Cast, first: int, last: int, entity: str) -> Iterator[Telling]:
    """Yield where a person is from by "Springfield businessman X"."""
    at = first - 1
    if cast.kind(entity) != "person" or at < 1 or not _beside(cast, at, first):
        return
    noun = cast.tokens[at]
    if noun.tag not in ("NN", "NNP") or cast.named[at] is not None:
        return
    lemma = noun.lemma.lower()
    if lemma in cast.words.passing or not cast.words.is_person_noun(lemma):
        return
    start = at
    while start > 0 and cast.tokens[start - 1].tag == "NN" and cast.named[start - 1] is None:
        start -= 1
    place = cast.named[start - 1] if start > 0 and _beside(cast, start - 1, at) else None
    if place is None or bodies.is_prefixed(cast, cast.tokens[start - 1]):
        return
    if cast.kind(place) == "place":
        yield Telling(
            subject=entity,
            type="based_in",
            object=place,
            anchor=at,
            evidence=cast.text(start - 1, last),
            role=cast.text(start, at).of(cast.context.text),
            rule="title_place",
        )
