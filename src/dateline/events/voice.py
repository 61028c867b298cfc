"""The voice and mood of a verb: whether its subject undergoes it, has a time, is bidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.events.context import Context
from dateline.syntax import Token

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_CAUSING: Final = ("have", "get", "want", "order")
"""Verbs whose subject has done what a participle after their object says: "had him killed"."""


def is_passive(context: Context, verb: Token) -> bool:
    """Tell whether a verb's subject undergoes what the verb says."""
    kids = context.syntax.children(verb)
    if is_caused(context, verb):
        return True
    if any(kid.dep in ("auxpass", "nsubjpass", "agent") for kid in kids):
        return not (_is_perfect(kids) or _is_confessed(context, verb))
    if verb.tag != "VBN" or any(kid.dep in ("aux", "nsubj", "dobj") for kid in kids):
        return False
    if verb.dep in ("acl", "amod", "advcl"):
        return True
    above = context.syntax.parent(verb)
    return verb.dep == "conj" and above.index != verb.index and is_passive(context, above)


def is_finite(context: Context, verb: Token) -> bool:
    """Tell whether a verb has a tense, of its own or by an auxiliary."""
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    kids = context.syntax.children(verb, "aux", "auxpass")
    return any(kid.tag in ("VBD", "VBZ", "VBP", "MD") for kid in kids)


def is_why(context: Context, verb: Token) -> bool:
    """Tell whether a clause in the past says why or how something was done: "why she left"."""
    asked = any(kid.tag == "WRB" for kid in context.syntax.children(verb, "advmod"))
    return asked and is_finite(context, verb) and not _is_open(context, verb)


def _is_open(context: Context, verb: Token) -> bool:
    return any(kid.tag == "MD" for kid in context.syntax.children(verb, "aux"))


def is_present(context: Context, verb: Token) -> bool:
    """Tell whether a verb's first auxiliary, or the verb that has none, is in the present."""
    helpers = context.syntax.children(verb, "aux", "auxpass")
    return (helpers[0] if helpers else verb).tag in ("VBZ", "VBP")


def is_caused(context: Context, verb: Token) -> bool:
    """Tell whether someone has what a verb says done: "had him killed"."""
    if verb.tag != "VBN" or verb.dep not in ("ccomp", "xcomp", "oprd"):
        return False
    helped = context.syntax.children(verb, "aux", "auxpass")
    return not helped and context.syntax.parent(verb).lemma in _CAUSING


def _is_perfect(kids: Sequence[Token]) -> bool:
    """Tell whether "'s" stands for "has", as what is done is named: "he's backed the plan"."""
    return _is_short(kids) and any(kid.dep == "dobj" or _is_that(kid) for kid in kids)


def _is_short(kids: Sequence[Token]) -> bool:
    """Tell whether a verb's auxiliary is "'s", which may be that of either voice."""
    return any(kid.dep == "auxpass" and kid.text.lower() in ("'s", "’s") for kid in kids)


def _is_that(kid: Token) -> bool:
    return kid.dep == "ccomp" and kid.index > kid.head


def _is_confessed(context: Context, verb: Token) -> bool:
    """Tell whether somebody owns to what "'s" goes with: "he admits that he's stolen"."""
    above = context.syntax.parent(verb)
    if verb.dep != "ccomp" or above.lemma not in _CONFESSING:
        return False
    own = {kid.text.lower() for kid in context.syntax.children(verb, *_SUBJECTS)}
    theirs = {kid.text.lower() for kid in context.syntax.children(above, *_SUBJECTS)}
    return bool(own & theirs) and _is_short(context.syntax.children(verb))


_CONFESSING: Final = ("admit", "confess", "boast", "brag", "acknowledge", "deny")


def is_forbidden(context: Context, verb: Token) -> bool:
    """Tell whether a verb bids somebody not to do something: "do not send him back"."""
    if verb.tag != "VB" or context.syntax.children(verb, *_SUBJECTS):
        return False
    helpers = context.syntax.children(verb, "aux")
    bidden = verb.dep == "ROOT" and bool(context.syntax.children(verb, "neg"))
    return bidden and [one.lemma.lower() for one in helpers] == ["do"]


def is_bid(context: Context, verb: Token) -> bool:
    """Tell whether a verb bids somebody to do something: "send him back", "Shut it," they cried."""
    if verb.tag != "VB" or context.syntax.children(verb, "aux", *_SUBJECTS):
        return False
    said = verb.dep == "ccomp" and verb.index < context.syntax.parent(verb).index
    first = context.tokens[max(0, verb.index - 1)].tag == "``"
    return verb.dep == "ROOT" or said or (first and verb.dep in ("ccomp", "xcomp"))


def is_aim(context: Context, verb: Token) -> bool:
    """Tell whether an infinitive tells what is to be: "a bill to close it", "Reed to speak"."""
    helpers = context.syntax.children(verb, "aux")
    alone = verb.dep == "ROOT" and bool(context.syntax.children(verb, "nsubj"))
    apart = alone or verb.dep == "relcl"
    return apart and verb.tag == "VB" and any(one.tag == "TO" for one in helpers)


def far_agents(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the "by" that the parser hung lower: "was shot at the door of his house by X"."""
    found: list[Token] = []
    left = list(context.syntax.children(verb, "prep", "pobj", "npadvmod"))
    for one in left:
        left += context.syntax.children(one, "prep", "pobj")
        if one.dep == "prep" and one.text.lower() == "by" and _names_person(context, one):
            found.append(one)
    return tuple(found[:1])


def _names_person(context: Context, word: Token) -> bool:
    return any(
        one.pos == "PROPN" and context.entities[entity].kind == "person"
        for one in context.syntax.children(word, "pobj")
        for entity in context.headed[one.index]
    )


def is_reported(context: Context, verb: Token) -> bool:
    """Tell whether "by" leads to who reports it: "bikes were reported stolen by their owner"."""
    above = context.syntax.parent(verb)
    return verb.tag == "VBN" and verb.dep in ("oprd", "xcomp", "ccomp") and above.lemma == "report"


def is_claim(context: Context, verb: Token) -> bool:
    """Tell whether a participle says what those claim who did something to its clause's subject."""
    above = context.syntax.parent(verb)
    beside = verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in _CLAIMING
    return beside and is_passive(context, above) and not context.syntax.children(verb, "mark")


_CLAIMING: Final = frozenset(
    {"allege", "accuse", "charge", "claim", "say", "contend", "assert", "cite", "demand", "seek"}
)
"""Verbs of what who accuses somebody says in doing so."""
