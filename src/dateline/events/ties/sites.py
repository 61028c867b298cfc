"""Ties told by what someone has in a place: "her home in Springfield", "an Acme plant"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events import clauses
from dateline.events.ties import soundness
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token

Found = tuple[str, int]
"""An entity and the token that stands for it."""


def find(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties told by a noun for a home, a seat or a site, with whose it is and where."""
    lemma, words = token.lemma.lower(), cast.words.places
    if token.tag in _PROPER and lemma in words.homes | words.sites:
        return  # "Roe's Funeral Home" is a name
    if lemma in words.homes:
        yield from _told(cast, token, "person", "based_in", _owners(cast, token))
    elif lemma in words.seats:
        yield from _told(cast, token, "organisation", "based_in", _owners(cast, token))
    elif lemma in words.sites:
        owners = _owners(cast, token) or _havers(cast, token)
        yield from _told(cast, token, "organisation", "operates_in", owners)
    elif lemma in words.within:
        yield from _part(cast, token)


_PROPER: Final = frozenset({"NNP", "NNPS"})


def _told(
    cast: Cast, token: Token, kind: str, type_: str, owners: list[Found]
) -> Iterator[Telling]:
    for owner, at in owners:
        if cast.kind(owner) != kind:
            continue
        for place, end in _places(cast, token):
            if place != owner:
                yield _telling(cast, (owner, type_, place), (at, end, token.index))


def _telling(cast: Cast, tie: tuple[str, str, str], at: tuple[int, int, int]) -> Telling:
    return Telling(
        subject=tie[0],
        type=tie[1],
        object=tie[2],
        anchor=_anchor(cast, cast.tokens[at[2]]),
        evidence=cast.text(min(at), max(at)),
        edge="from" if _is_opened(cast, cast.tokens[at[2]]) else "",
        rule="site_in",
    )


def _anchor(cast: Cast, site: Token) -> int:
    return site.head if _is_opened(cast, site) else site.index


def _is_opened(cast: Cast, site: Token) -> bool:
    """Tell whether a site comes to be had: "opened an office in"."""
    verb = cast.syntax.parent(site)
    return site.dep == "dobj" and verb.lemma.lower() in cast.words.places.opening


def _owners(cast: Cast, token: Token) -> list[Found]:
    """Return whose a thing is, by the words before it or by "of"."""
    heads = list(cast.syntax.children(token, "poss", "compound", "nmod"))
    heads += clauses.after(cast.context, token).get("of", ())
    return [
        (e, one.index)
        for one in heads
        if not _is_open(cast, one, token)
        for e in cast.one(one)
        if cast.kind(e) != "place"
    ]


def _is_open(cast: Cast, owner: Token, token: Token) -> bool:
    """Tell whether it stays open whose a thing is.

    "Acme and state offices" are two; "his home" is of either where another is named between him
    that it is taken for and the word: "X shot Y in his home".
    """
    if owner.tag != "PRP$":
        last = (cast.spans[owner.index] or (owner.index, owner.index))[1]
        between = cast.tokens[last + 1 : token.index]
        return owner.dep in _BEFORE and any(one.dep == "cc" for one in between)
    return soundness.is_open(cast, owner)


_BEFORE: Final = frozenset({"compound", "nmod"})


def _havers(cast: Cast, token: Token) -> list[Found]:
    """Return who has a thing: "Acme has plants in ..."."""
    verb = cast.syntax.parent(token)
    if token.dep != "dobj" or verb.lemma not in cast.words.places.having:
        return []
    subjects = clauses.doers(cast.context, verb)
    return [(entity, one.index) for one in subjects for entity in cast.one(one)]


def _places(cast: Cast, token: Token) -> Iterator[Found]:
    """Yield where a thing is: "in Springfield", "of Springfield", "the Springfield office"."""
    words = cast.words.places
    prepositions = [
        child
        for child in cast.syntax.children(token, "prep")
        if child.text.lower() in words.leading
    ]
    after = cast.tokens[token.index + 1 : token.index + 2]
    if not prepositions and after and after[0].dep == "prep" and after[0].text in words.leading:
        prepositions = list(after)
    heads = [noun for one in prepositions for noun in cast.syntax.children(one, "pobj")]
    for head in (*heads, *cast.syntax.children(token, "compound", "nmod")):
        for one in (head, *cast.joined(head)):
            for entity in cast.where(one):
                if cast.kind(entity) == "place":
                    yield entity, one.index


def _part(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield "the Springfield suburb of Oakdale", "the Norland capital of Springfield"."""
    outer = [
        (entity, one.index)
        for one in cast.syntax.children(token, "poss", "compound", "nmod")
        for entity in cast.one(one)
        if cast.kind(entity) == "place"
    ]
    for one in clauses.after(cast.context, token).get("of", ()) if outer else ():
        for inner in cast.one(one):
            if cast.kind(inner) == "place" and inner != outer[-1][0]:
                ends = _inner_first(cast, token, outer[-1][0], inner)
                if ends is not None:
                    tie = (ends[0], "part_of", ends[1])
                    yield _telling(cast, tie, (outer[-1][1], one.index, token.index))


def _inner_first(cast: Cast, token: Token, before: str, after: str) -> tuple[str, str] | None:
    """Return the two places of "the A NOUN of B", the one that lies in the other first.

    A suburb is named behind its noun, a province before it; a quarter may be either, and is the one
    that a gazetteer of towns does not have.
    """
    words, lemma = cast.words.places, token.lemma.lower()
    if lemma not in words.holding or token.tag == "NNS" or cast.is_country(before):
        return after, before
    known = [cast.context.entities[one].place is not None for one in (before, after)]
    if lemma in words.quarters and any(known):
        return None if all(known) else (after, before) if known[0] else (before, after)
    return before, after
