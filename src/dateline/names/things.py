"""What "it" and "they" mean: the subject of their own clause, or of one above it or before it.

Where something else that could be meant stands between, they are led to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.names import binding
from dateline.names.binding import SELF
from dateline.names.referents import SUBJECTS
from dateline.names.state import State
from dateline.syntax import Token

IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
"""Pronouns, folded."""


def thing(state: State, token: Token, word: str) -> int | None:
    """Return what "it" or "they" is, by the subject of its own clause or of one above it."""
    sorts = ("organisation", "place") if word in IT else ("people", "organisation")
    syntax = state.context.syntax
    for above in syntax.ancestors(token):
        for subject in syntax.children(above, *SUBJECTS):
            if subject.index >= token.index:
                continue
            referent = state.by_head.get(subject.index)
            if referent is None or state.referents[referent].sort not in sorts:
                return None
            if binding.apposed(state.context, token, subject):
                return None
            own = binding.clause(state.context, token) == above.index
            if own and token.tag != "PRP$" and word not in SELF:
                return None
            return referent if _is_alone(state, token, subject, word) else None
    return _subject_before(state, token, sorts) if token.dep in SUBJECTS else None


def _is_alone(state: State, token: Token, subject: Token, word: str) -> bool:
    """Tell whether nothing else stands between a subject and a pronoun that it could mean.

    The subject of what somebody says is who says it: "X told Y that it would pay". What a clause
    describes is not in it: "the village that they took".
    """
    if state.context.folded[token.index] == word and _is_said(state, token, subject):
        return True
    syntax = state.context.syntax
    described = {syntax.parent(above).index for above in syntax.ancestors(token)
                 if above.dep == "relcl"}  # fmt: skip
    own = {seen.referent for seen in state.history if seen.head == subject.index}
    for seen in reversed(state.history):
        if seen.head <= subject.index:
            break
        head = syntax.tokens[seen.head]
        if seen.referent in own or seen.head in described or _is_joined(state, head, subject):
            continue
        if _agrees(state, seen.referent, head, word):
            return False
    return True


def _is_said(state: State, token: Token, subject: Token) -> bool:
    """Tell whether a pronoun is the subject of what a subject says: "X left and said it would"."""
    syntax = state.context.syntax
    clause = syntax.parent(token)
    verb = syntax.parent(clause)
    while verb.dep == "conj" and verb.index != subject.head:
        verb = syntax.parent(verb)
    return token.dep in SUBJECTS and clause.dep == "ccomp" and verb.index == subject.head


def _is_joined(state: State, head: Token, subject: Token) -> bool:
    """Tell whether a head belongs to a subject: "X and Y", "the head of Y", "X, a firm in Y"."""
    return any(above.index == subject.index for above in state.context.syntax.ancestors(head))


def _agrees(state: State, number: int, head: Token, word: str) -> bool:
    """Tell whether a mention is of a sort, and of a number, that a pronoun can mean."""
    sort = state.referents[number].sort
    if head.dep in ("compound", "amod", "nmod"):
        return False
    return sort in ("organisation", "place") if word in IT else sort == "people"


def _subject_before(state: State, token: Token, sorts: tuple[str, ...]) -> int | None:
    """Return the last subject before it, of its sentence or else of the one before, if it fits.

    It must be of one of the sorts.
    """
    if token.sentence == 0 or binding.pleonastic(state.context, token):
        return None
    for subject in _subjects_before(state, token):
        referent = state.by_head.get(subject.index)
        fits = referent is not None and state.referents[referent].sort in sorts
        return referent if fits else None
    return None


def _subjects_before(state: State, token: Token) -> Iterator[Token]:
    """Yield the subjects of a pronoun's sentence, the last first, then the one before's own."""
    syntax = state.context.syntax
    here = syntax.sentences[token.sentence].first
    for one in reversed(syntax.tokens[here : token.index]):
        if one.dep in SUBJECTS:
            yield one
    sentence = syntax.sentences[token.sentence - 1]
    for one in syntax.tokens[sentence.first : sentence.last]:
        if one.dep in SUBJECTS and syntax.parent(one).dep == "ROOT":
            yield one
