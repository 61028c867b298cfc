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
    """Return the people of whom a text says that they died or were killed."""
    return frozenset(
        one
        for verb in cast.tokens
        if verb.tag in ("VBD", "VBN")
        for noun in _dying(cast, verb)
        for one in cast.one(noun)
        if cast.kind(one) == "person"
    )


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
