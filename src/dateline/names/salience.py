"""How much a mention stands out, as seen from a pronoun, and which candidate does by far enough."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.names import binding
from dateline.names.referents import ROLE, SUBJECTS, Seen
from dateline.names.state import State
from dateline.syntax import Token

MARGIN: Final = 1.1  # how much more the best candidate must stand out than the second
APART: Final = 1.4  # and one that was no subject, here or in the two sentences before


def weight(state: State, seen: Seen, token: Token) -> float:
    """Return how much a mention stands out by its grammar, as seen from a pronoun."""
    syntax = state.context.syntax
    head = syntax.tokens[seen.head]
    above = syntax.parent(head)
    if head.dep == "appos" and above.index not in state.by_head:
        head = above  # "the master, X, left": X is its subject
    found = ROLE.get(head.dep, 1.0)
    if head.dep in ("nsubj", "nsubjpass") and token.dep in ("nsubj", "nsubjpass"):
        found += 0.4
    if _is_above(state, head, token):
        found += 1.5 if head in binding.tellers(state.context, token) else 0.6
    if head.dep in ("dobj", "dative") and _is_told(state, head, token):
        found += 1.0
    if state.referents[seen.referent].named:
        found += 0.3
    above = syntax.parent(head)
    if above.text == "to" and state.context.folded[above.index - 1] == "according":
        found += 1.2
    if _speaks(state, token) and _speaks(state, head):
        found += 0.8
    return found / 3 if _is_one_of(state, head, token) else found


def _is_above(state: State, head: Token, token: Token) -> bool:
    """Tell whether a token is the subject of the next clause around a pronoun: "X says that he".

    In "X asks Y why he" it is as often Y who is meant.
    """
    syntax = state.context.syntax
    for one in syntax.ancestors(token) if head.dep in SUBJECTS else ():
        if one.index == head.index:  # "the man who sued him left": it is in what he is called by
            return False
        objects = syntax.children(one, "dobj", "dative")
        if any(other.index in state.by_head for other in objects if other.index < token.index):
            return False
        if one.index == head.head:
            return True
        subjects = [other.index for other in syntax.children(one, *SUBJECTS)]
        if any(_is_person(state, index) for index in subjects if index < token.index):
            return False
    return False


def _is_told(state: State, head: Token, token: Token) -> bool:
    """Tell whether a token is whom somebody tells what a pronoun is the subject of."""
    clause = state.context.syntax.parent(token)
    return token.dep in SUBJECTS and clause.dep == "ccomp" and clause.head == head.head


def _is_one_of(state: State, head: Token, token: Token) -> bool:
    """Tell whether a token is one of several people who do what a pronoun's clause belongs to.

    "X and Y would not reply to his claims": whose they are is a third one.
    """
    syntax, first = state.context.syntax, head
    while first.dep == "conj":
        first = syntax.parent(first)
    row = [one.index for one in (first, *syntax.children(first, "conj")) if one != head]
    named = any(_is_person(state, one) and _is_named(state, one) for one in row)
    above = any(one.index == first.head for one in syntax.ancestors(token))
    return first.dep in SUBJECTS and named and above


def _is_named(state: State, index: int) -> bool:
    return state.referents[state.by_head[index]].named


def _is_person(state: State, index: int) -> bool:
    number = state.by_head.get(index)
    return number is not None and state.referents[number].sort == "person"


def _speaks(state: State, token: Token) -> bool:
    """Tell whether a token is the subject of a verb of speech."""
    verb = state.context.syntax.parent(token)
    return token.dep == "nsubj" and verb.lemma in state.context.lexicon.acts.speech


def best(scores: Mapping[int, float], margin: float = MARGIN) -> int | None:
    """Return the candidate that stands out most, if by the margin; else `None`."""
    order = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not order or (len(order) > 1 and order[0][1] < margin * order[1][1]):
        return None
    return order[0][0]


def plainest(state: State, scores: Mapping[int, float], token: Token) -> int | None:
    """Return whom a pronoun means: one that was no subject must stand out by more than others.

    Whose something is ("his wife") is as often told of who was the object.
    """
    found = best(scores)
    if found is None or token.tag == "PRP$" or _was_subject(state, found, token):
        return found
    return best(scores, APART)


def _was_subject(state: State, number: int, token: Token) -> bool:
    """Tell whether somebody was the subject of a clause in a pronoun's sentence or before it."""
    tokens = state.context.syntax.tokens
    return any(
        seen.referent == number and tokens[seen.head].dep in SUBJECTS
        for seen, _ in state.before(token, 2)
    )
