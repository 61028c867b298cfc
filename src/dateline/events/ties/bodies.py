"""What a role is in, by the words that depend on its noun: "Acme's chief", "the chief of Acme"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import msgspec

from dateline.events.ties import nouns
from dateline.events.ties.cast import Cast
from dateline.events.ties.nouns import RoleNoun
from dateline.syntax import Token


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What a role is in, and by which words: `poss`, `compound`, or a preposition.

    `part` tells that the role is in a part of it ("the Acme office").
    """

    entity: str
    by: str
    at: int
    part: bool = False


def bodies(cast: Cast, head: Token, noun: RoleNoun | None = None) -> Iterator[Body]:
    """Yield what a role is in, by the words that depend on its noun.

    A name before a noun that is somebody's is a topic: "Acme's Norland director" is Acme's. But
    a body's name is nearer than its country: "Norland's Harbour Party leader".
    """
    found = list(_bodies(cast, head, noun))
    nearer = any(body.by == "compound" and cast.kind(body.entity) == _BODY for body in found)
    if nearer:
        found = [one for one in found if one.by != "poss" or cast.kind(one.entity) != "place"]
    if any(body.by in _SURE for body in found):
        found = [body for body in found if body.by != "compound"]
    own = [body for body in found if body.by == "of"]
    if own:
        found = [body for body in found if body.by != "at" or body.at < own[0].at]
    nearest = max((body.at for body in found if body.by == "compound"), default=0)
    yield from (body for body in found if body.by != "compound" or body.at == nearest)


_BODY: Final = "organisation"
_SURE: Final = frozenset({"at", "for", "of", "poss"})
"""Words for what a role is in beside which a name before it is a topic."""


def _bodies(cast: Cast, head: Token, noun: RoleNoun | None) -> Iterator[Body]:
    for child in cast.syntax.children(head):
        if noun is not None and head.index < child.index <= noun.last:
            continue
        if child.dep == "prep" and _is_of_second(cast, head, child, noun):
            continue
        if child.dep == "poss":
            yield from _beside(cast, head, child) or named_in(cast, child, "poss")
        elif child.dep in ("compound", "nmod", "amod"):
            yield from _before(cast, child, noun)
        elif child.dep == "prep" and child.text.lower() in cast.words.role.bodies:
            for one in cast.syntax.children(child, "pobj"):
                yield from named_in(cast, one, child.text.lower())
                yield from _beyond(cast, one)
    yield from _adjacent(cast, head, noun)


def _is_of_second(cast: Cast, head: Token, preposition: Token, noun: RoleNoun | None) -> bool:
    """Tell whether a body is that of the second of two roles: "an aide to X and a head of Y"."""
    last = noun.last if noun is not None else head.index
    kids = [kid for kid in cast.syntax.children(head) if kid.index > last]
    second = [k.index for k in kids if k.dep == "conj" and k.index < preposition.index]
    own = [k for k in kids if k.dep == "prep" and second and k.index < second[0]]
    return bool(own) and any(nouns.find(cast, cast.tokens[at]) is not None for at in second)


def _beside(cast: Cast, head: Token, owner: Token) -> list[Body]:
    """Return A in "A and his wife, B", "X's friend, A, and his wife, B"."""
    above = cast.syntax.parent(head)
    word = owner.text.lower()
    again = any(one.text.lower() == word for one in cast.syntax.children(above, "poss"))
    if head.dep != "conj" or owner.tag != "PRP$" or again:
        return []
    known = cast.one(above) or (cast.one(cast.syntax.parent(above)) if above.dep == "appos" else ())
    held = [one for one in known if cast.kind(one) == "person"]
    return [Body(entity=held[0], by="poss", at=above.index)] if len(held) == 1 else []


def _beyond(cast: Cast, field: Token) -> Iterator[Body]:
    """Yield Acme in "head of research at Acme", where the parser hangs it on the research."""
    if cast.named[field.index] is not None or field.pos != "NOUN":
        return
    for child in cast.syntax.children(field, "prep"):
        if child.text.lower() in cast.words.role.employing:
            for one in cast.syntax.children(child, "pobj"):
                for entity in cast.one(one):
                    if cast.kind(entity) == "organisation":
                        yield Body(entity=entity, by="at", at=one.index, part=True)


def _adjacent(cast: Cast, head: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield what follows a role whose preposition the parser hung elsewhere."""
    last = noun.last if noun is not None else head.index
    for after in cast.tokens[last + 1 : last + 2]:
        if after.text in cast.words.role.adjacent and after.head < head.index:
            for one in cast.syntax.children(after, "pobj"):
                yield from named_in(cast, one, after.text)


def _before(cast: Cast, child: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield the name, or the nation, that stands before a noun."""
    if cast.named[child.index] is None:
        yield from nation(cast, child, noun)
    elif not is_prefixed(cast, child):
        yield from named_in(cast, child, "compound")


def is_prefixed(cast: Cast, token: Token) -> bool:
    """Tell whether a hyphen ties the name of a token to a word: "pro-Norland", "Acme-trained"."""
    first, last = cast.spans[token.index] or (token.index, token.index)
    beside = (*cast.tokens[max(0, first - 1) : first], *cast.tokens[last + 1 : last + 2])
    return any(one.text == "-" for one in beside)


def nation(cast: Cast, word: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield the country of "the Algerian president": an office that a nation has.

    Between the two stands nothing but what the office is for, or that it is over; "the Algerian
    rebel leader" does not lead the country.
    """
    country = cast.country(word.text) if noun is not None else None
    if noun is None or country is None:
        return
    words, role = cast.words.bodies, cast.words.role
    office = " ".join(one.text.lower() for one in cast.tokens[noun.core : noun.head + 1])
    between = [one.text.lower() for one in cast.tokens[word.index + 1 : noun.core]]
    known = words.portfolios | role.former | role.current | role.deputies
    if office in words.national and all(one in known for one in between):
        yield Body(entity=country, by="compound", at=word.index)


def named_in(cast: Cast, noun: Token, by: str) -> Iterator[Body]:
    """Yield the bodies that a noun names, or of which it is a part or the whole."""
    for one in (noun, *cast.joined(noun)):
        found = () if _is_based(cast, one) else cast.one(one)
        for entity in found:
            yield Body(entity=entity, by=by, at=one.index)
        if not found:
            yield from _inside(cast, one, by)


def _is_based(cast: Cast, place: Token) -> bool:
    """Tell whether a place only tells where the next is: "of Springfield, Ohio-based Acme"."""
    last = (cast.spans[place.index] or (place.index, place.index))[1]
    after = [one.text.lower() for one in cast.tokens[last + 1 : last + 7]]
    tied = any(mark == "-" and word in cast.words.places.based for mark, word in pairwise(after))
    return tied and after[0] in {",", "-"}


def _inside(cast: Cast, noun: Token, by: str) -> Iterator[Body]:
    """Yield whose leadership, office or branch a noun without a name is."""
    lemma, role = noun.lemma.lower(), cast.words.role
    is_part = lemma in role.part
    if not is_part and lemma not in role.whole:
        return
    indefinite = any(c.lemma in ("a", "an") for c in cast.syntax.children(noun, "det"))
    found = list(_inner(cast, noun, by, is_part=is_part, indefinite=indefinite))
    bodies_ = [one for one in found if cast.kind(one.entity) == "organisation"]
    owners = cast.syntax.children(noun, "poss")
    if owners and not any(map(cast.one, owners)):
        return  # "the bureau's Norland office" is the bureau's
    at = {owner.index for owner in owners}
    own = [one for one in found if one.at in at and cast.kind(one.entity) != "place"]
    if own:
        yield from own  # "her Senate campaign" is hers
        return
    yield from bodies_ or found


def _inner(cast: Cast, noun: Token, by: str, *, is_part: bool, indefinite: bool) -> Iterator[Body]:
    for child in cast.syntax.children(noun):
        inner: tuple[Token, ...] = ()
        if child.dep in ("poss", "compound", "nmod", "amod"):
            inner = (child,)
        elif child.dep == "prep" and child.text.lower() in ("of", "at", "in") and not indefinite:
            inner = cast.syntax.children(child, "pobj")
        lies = child.dep == "prep" and child.text.lower() != "of"
        for one in inner:
            for entity in cast.one(one):
                if indefinite and is_part:
                    continue
                if lies and not is_part and cast.kind(entity) == "place":
                    continue  # who leads a movement in Norland does not lead Norland
                yield Body(entity=entity, by=by, at=one.index, part=is_part)
