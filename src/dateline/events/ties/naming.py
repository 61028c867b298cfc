"""Ties told by how bodies are named and made: "the formation of X", "his own group, X"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events import clauses
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token


def founding(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield who founded what by "announced the formation of X"."""
    if token.lemma.lower() not in cast.words.founding.nouns:
        return
    verb = cast.syntax.parent(token)
    if token.dep != "dobj" or verb.lemma.lower() not in cast.words.founding.verbs:
        return
    made = [
        (entity, one)
        for one in clauses.after(cast.context, token).get("of", ())
        for entity in cast.one(one)
        if cast.kind(entity) == "organisation"
    ]
    for subject in clauses.doers(cast.context, verb) if made else ():
        for person in cast.every(subject):
            for entity, one in made:
                if person != entity:
                    yield _telling(cast, person, "founded", entity, (subject, one, verb))


def own(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield who leads what by "his own group, known as X"."""
    if token.lemma.lower() not in cast.words.role.led:
        return
    owners = [one for one in cast.syntax.children(token, "poss") if one.tag == "PRP$"]
    for owner in owners:
        for person in cast.one(owner):
            if cast.kind(person) != "person":
                continue
            for entity in _name(cast, token):
                if entity != person and cast.kind(entity) == "organisation":
                    ends = (owner, token, token)
                    joined = token.lemma.lower() in cast.words.bodies.parties
                    type_ = "party_of" if joined else "leads"
                    yield _telling(cast, person, type_, entity, ends)


def _name(cast: Cast, token: Token) -> tuple[str, ...]:
    """Return the name of a group, also where the name is said of its members."""
    found = cast.one(token)
    if found:
        return found
    for preposition in cast.syntax.children(token, "prep"):
        for noun in cast.syntax.children(preposition, "pobj"):
            found = cast.one(noun)
            if found:
                return found
    return ()


def parts(cast: Cast, entity: str, name: str) -> Iterator[str]:
    """Yield the organisations that one is a part of by its name: "Acme in Norland" of "Acme"."""
    for word in (" in the ", " in "):
        whole = name.partition(word)[0] if word in name else ""
        for other in cast.named_as(whole) if whole else ():
            if other != entity and cast.kind(other) == "organisation":
                yield other
                return


def named_parts(cast: Cast) -> Iterator[Telling]:
    """Yield the ties that names tell, each where the longer name stands first."""
    seen: set[str] = set()
    for first, last, entity in cast.starts:
        if entity in seen or cast.kind(entity) != "organisation":
            continue
        name = cast.text(first, last).of(cast.context.text)
        for whole in parts(cast, entity, name):
            seen.add(entity)
            yield Telling(
                subject=entity,
                type="part_of",
                object=whole,
                anchor=first,
                evidence=cast.text(first, last),
                rule="name_in_name",
            )


def _telling(
    cast: Cast, subject: str, type_: str, object_: str, at: tuple[Token, Token, Token]
) -> Telling:
    places = [token.index for token in at]
    return Telling(
        subject=subject,
        type=type_,
        object=object_,
        anchor=at[2].index,
        evidence=cast.text(min(places), max(places)),
        edge="from" if type_ == "founded" else "",
        rule="formation_of" if type_ == "founded" else "own_group",
    )
