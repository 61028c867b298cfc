"""Ties that two have with each other: "X and Y were rivals", "the rivalry between X and Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events import clauses
from dateline.events.ties import bodies, nouns
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token
from dateline.vocabulary.relations import relation_types


def plural(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties of those whom a plural noun calls each other's: "X and Y are brothers"."""
    if token.tag != "NNS" or token.dep != "attr" or list(bodies.bodies(cast, token)):
        return
    noun = nouns.find(cast, token)
    if noun is None:
        return
    verb = cast.syntax.parent(token)
    ends = [e for one in clauses.subjects(cast.context, verb) for e in cast.every(one)]
    for one in noun.meaning:
        if one.tie in relation_types() and relation_types()[one.tie].symmetric:
            yield from _pair(cast, one.tie, ends, (verb, token), noun.role)
            return


def between(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties told by a noun such as "rivalry", with whose it is."""
    tie = cast.words.mutual.get(token.lemma.lower())
    if tie is None:
        return
    after = clauses.after(cast.context, token)
    owners = [e for one in cast.syntax.children(token, "poss") for e in cast.every(one)]
    others = [e for one in after.get("with", ()) for e in cast.every(one)]
    held = [e for word in ("between", "of") for one in after.get(word, ()) for e in cast.every(one)]
    held = held if len(set(held)) > 1 else []
    yield from _pair(cast, tie, held or [*owners, *others], (token, token), None)


def _pair(
    cast: Cast, tie: str, ends: Sequence[str], at: tuple[Token, Token], role: str | None
) -> Iterator[Telling]:
    distinct = list(dict.fromkeys(ends))
    if len(distinct) != 2:
        return
    kinds = [cast.kind(end) for end in distinct]
    if kinds[0] == kinds[1] and relation_types()[tie].holds_between(kinds[0], kinds[1]):
        sentence = cast.context.sentence(at[1])
        seen = [i for i in range(sentence.first, sentence.last) if cast.named[i] in distinct]
        places = [at[1].index, *(i for i in seen if i <= at[1].index or not seen)]
        yield Telling(
            subject=distinct[0],
            type=tie,
            object=distinct[1],
            anchor=at[0].index,
            evidence=cast.text(min(places), max(places)),
            role=role,
            rule="mutual",
        )
