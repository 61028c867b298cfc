"""Whether a pronoun may stand for whom it was taken for, by where it stands in its clause.

It was resolved before, over the whole text. Here, where a deed hangs on it, it must not stand for
who does something to "him", nor pass over who the sentence is about ("the mayor said that he").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.syntax import Token

_OBJECTS: Final = ("dobj", "dative", "iobj")
_GENDERS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


def is_doubtful(context: Context, token: Token, identity: str) -> bool:
    """Tell whether a pronoun can hardly stand for an entity where it stands."""
    gender = _GENDERS.get(token.text.lower()) if token.pos == "PRON" else None
    if gender is None:
        return False
    if token.dep in _OBJECTS:
        verb = context.syntax.parent(token)
        return verb.pos in clauses.VERBAL and identity in _subjects(context, verb)
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    named = list(_before(context, token, gender))
    return bool(named) and identity not in named


def _subjects(context: Context, verb: Token) -> set[str]:
    return {one for token in clauses.subjects(context, verb) for one in context.headed[token.index]}


def _before(context: Context, token: Token, gender: str) -> Iterator[str]:
    """Yield the people whom clauses before the pronoun are about, in its sentence."""
    first = context.sentence(token).first
    for one in context.tokens[first : token.index]:
        if one.dep in ("nsubj", "nsubjpass") and one.pos == "PROPN":
            for identity in context.headed[one.index]:
                may_be = gender in (_gender(context, identity) or gender)
                if may_be and context.entities[identity].kind == "person":
                    yield identity


def _gender(context: Context, identity: str) -> str:
    """Return the genders of the pronouns that an entity is told by; empty if it has none."""
    words = {
        mention.span.of(context.text).lower()
        for mention in context.entities[identity].mentions
        if mention.form == "pronoun"
    }
    return "".join(sorted({_GENDERS[word] for word in words if word in _GENDERS}))
