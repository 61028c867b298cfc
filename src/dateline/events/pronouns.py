"""Whether a pronoun may stand for whom it was taken for, by where it stands in its clause.

It was resolved before, over the whole text. Here, where a deed hangs on it, it must not stand for
who does something to "him", nor pass over who the sentence is about ("the mayor said that he").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.entries import Words
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token

_OBJECTS: Final = ("dobj", "dative", "iobj")


def is_doubtful(context: Context, lexicon: Lexicon, token: Token, identity: str) -> bool:
    """Tell whether a pronoun can hardly stand for an entity where it stands."""
    sexes = lexicon.words.sexes
    sex = _sex(sexes, token.text) if token.pos == "PRON" else None
    if sex is None:
        return False
    if token.dep in _OBJECTS:
        verb = context.syntax.parent(token)
        return verb.pos in clauses.VERBAL and identity in _subjects(context, verb)
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    named = [one for one in _before(context, token) if sex in (_told(context, sexes, one) or {sex})]
    return bool(named) and identity not in named


def _sex(sexes: Mapping[str, Words], word: str) -> str | None:
    """Return what a pronoun tells of somebody's sex."""
    return next((sex for sex, words in sexes.items() if word.lower() in words), None)


def _subjects(context: Context, verb: Token) -> set[str]:
    return {one for token in clauses.subjects(context, verb) for one in context.headed[token.index]}


def _before(context: Context, token: Token) -> Iterator[str]:
    """Yield the people whom clauses before the pronoun are about, in its sentence."""
    first = context.sentence(token).first
    for one in context.tokens[first : token.index]:
        if one.dep in ("nsubj", "nsubjpass") and one.pos == "PROPN":
            for identity in context.headed[one.index]:
                if context.entities[identity].kind == "person":
                    yield identity


def _told(context: Context, sexes: Mapping[str, Words], identity: str) -> set[str]:
    """Return the sexes of the pronouns that an entity is told by; empty if it has none."""
    found = (
        _sex(sexes, mention.span.of(context.text))
        for mention in context.entities[identity].mentions
        if mention.form == "pronoun"
    )
    return {sex for sex in found if sex}
