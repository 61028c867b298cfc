"""Ties told by nouns and participles for a seat: "X, a bank in Springfield", "London-based X"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.ties import nouns
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token


def described(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties told by "X, a bank in Springfield", "the bank in Springfield"."""
    if token.lemma.lower() not in cast.words.organisations or cast.named[token.index] is not None:
        return
    if nouns.find(cast, token) is not None:
        return
    above = cast.syntax.parent(token)
    if token.dep == "appos":
        owners, type_ = [above], "based_in"
    elif token.dep == "attr":
        owners, type_ = list(cast.syntax.children(above, "nsubj")), "based_in"
    else:
        owners, type_ = [token], "operates_in"
    for child in cast.syntax.children(token, "prep"):
        if child.text.lower() not in cast.words.places.leading:
            continue
        for noun in cast.syntax.children(child, "pobj"):
            for owner in owners:
                yield from _home(cast, owner, noun, type_)


def _home(cast: Cast, owner: Token, noun: Token, type_: str) -> Iterator[Telling]:
    for entity in cast.one(owner):
        for place in cast.one(noun):
            if cast.kind(entity) == "organisation" and cast.kind(place) == "place":
                ends = entity, place
                yield _tie(cast, ends, type_, (owner.index, noun.index), "described_in")


def origin(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield where someone is from by "X, a schoolteacher from Springfield", whatever the noun."""
    if cast.named[token.index] is not None or nouns.find(cast, token) is not None:
        return
    above = cast.syntax.parent(token)
    people = [e for e in cast.one(above) if cast.kind(e) == "person"]
    if token.dep != "appos" or cast.named[above.index] is None:
        return
    if token.lemma.lower() in cast.words.passing:
        return
    for child in cast.syntax.children(token, "prep") if people else ():
        if child.text.lower() in cast.words.places.origin:
            for noun in cast.syntax.children(child, "pobj"):
                for place in cast.one(noun):
                    if cast.kind(place) == "place":
                        yield Telling(
                            subject=people[0],
                            type="based_in",
                            object=place,
                            anchor=token.index,
                            evidence=cast.text(above.index, noun.index),
                            rule="apposition_from",
                        )


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
            at = token.index - 2, noun.index
            yield _tie(cast, (entity, place), "based_in", at, "place_based")


def _tie(cast: Cast, ends: tuple[str, str], type_: str, at: tuple[int, int], rule: str) -> Telling:
    return Telling(
        subject=ends[0],
        type=type_,
        object=ends[1],
        anchor=at[0],
        evidence=cast.text(*at),
        rule=rule,
    )
