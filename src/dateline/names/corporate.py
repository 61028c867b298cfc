"""Which body "the company" means: the one that was called so, or that stands out by far."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from dateline.names import binding, salience
from dateline.names.descriptions import Description
from dateline.names.recall import NARROWER
from dateline.names.referents import SUBJECTS, Referent
from dateline.names.state import State

NEAR: Final = 2  # sentences that "the company" looks back over
TOPICAL: Final = 2  # how many times more the article must have spoken of a body than of its rivals
APART: Final = 1.5  # how much more the best body must stand out than the second


def body(state: State, description: Description) -> int | None:
    """Return the body that "the company" means: the one that stands out by far, if it fits."""
    tokens, syntax = state.context.syntax.tokens, state.context.syntax
    head = tokens[description.head]
    plain = {t.text.casefold() for t in syntax.children(head, "det")} & {"the", "this"}
    if not plain or syntax.children(head, *NARROWER):
        return None
    scores: dict[int, float] = defaultdict(float)
    for seen, distance in state.before(head, NEAR):
        referent = state.referents[seen.referent]
        if referent.sort != "organisation" or binding.bound(state.context, head, "", seen):
            continue
        if fits(state, description.noun, referent):
            weight = salience.weight(state, binding.first_of_row(state.context, seen), head) / (
                2**distance
            )
            scores[referent.number] += weight * (1.0 if not scores[referent.number] else 0.4)
    best, times = salience.best(scores, APART), state.times
    rivals = (times[other] + TOPICAL for other in scores if other != best)
    return best if best is not None and times[best] >= max(rivals, default=0) else None


def is_passed(state: State, description: Description, number: int) -> bool:
    """Tell whether a body with a name, that may be meant too, was a subject since then."""
    if description.sort != "organisation":
        return False
    for seen in reversed(state.history):
        referent = state.referents[seen.referent]
        if seen.referent == number:
            return False
        subject = state.context.syntax.tokens[seen.head].dep in SUBJECTS
        body = referent.sort == "organisation" and referent.named and subject
        if body and fits(state, description.noun, referent):
            return True
    return False


def fits(state: State, noun: str, referent: Referent) -> bool:
    """Tell whether a body may be spoken of by a noun, by the nouns that it is known by."""
    known = state.context.lexicon.organisations
    own = referent.nouns & known.nouns
    if not own:
        return referent.named and noun in known.anything | known.firms
    if noun in own or noun in known.anything:
        return True
    alike = noun in known.firms and not own.isdisjoint(known.businesses)
    return alike or any(noun in kin and own.intersection(kin) for kin in known.kin)
