"""Who is told to be dead: whatever held of them in life has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.events import clauses
from dateline.events.reality import of_verb
from dateline.syntax import Token

if TYPE_CHECKING:
    from dateline.events.ties.cast import Cast


def find(cast: Cast) -> frozenset[str]:
    """Return the people of whom a text says that they died or were killed, or tells their death."""
    return frozenset(
        one
        for token in cast.tokens
        for noun in (_dying(cast, token) if token.tag in ("VBD", "VBN") else _end_of(cast, token))
        for one in cast.one(noun)
        if cast.kind(one) == "person"
    )


def _end_of(cast: Cast, death: Token) -> Iterator[Token]:
    """Yield whose death a noun tells: "the suicide of X", "after X's death"."""
    if death.lemma.lower() not in cast.words.doubt.deaths or death.tag != "NN":
        return
    for child in cast.syntax.children(death, "poss", "prep"):
        ends = (child,) if child.dep == "poss" else cast.syntax.children(child, "pobj")
        if child.dep == "poss" or child.text.lower() == "of":
            yield from (end for end in ends if cast.named[end.index] is not None)


def _dying(cast: Cast, verb: Token) -> Iterator[Token]:
    """Yield who a verb says has died, if that is so."""
    doubt, lemma = cast.words.doubt, verb.lemma.lower()
    nouns: Sequence[Token] = ()
    if lemma in doubt.dying:
        nouns = cast.syntax.children(verb, "nsubj")
    elif lemma in doubt.killed:
        nouns = clauses.objects(cast.context, verb)
    if nouns and of_verb(cast.context, cast.words.actions, verb) == "actual":
        yield from nouns
