"""Whose deed an infinitive behind a noun tells of: "decried his calls to close it"."""

from __future__ import annotations

from typing import Final

from dateline.events.context import Context
from dateline.syntax import Token


def meant_by(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return whose call, plan or offer an infinitive tells of that stands right behind it.

    The parse hangs some on the verb before, as if they told what that is done for. Nobody is
    returned if it is not told whose the noun is, or if it takes no infinitive.
    """
    helpers = context.syntax.children(verb, "aux", "advmod", "neg")
    first = min([verb.index, *(kid.index for kid in helpers)])
    noun = context.tokens[first - 1] if first else verb
    if noun.lemma.lower() not in _MEANING or noun.pos != "NOUN":
        return ()
    kids = context.syntax.children(noun, "poss", "nmod", "compound")
    return tuple(kid for kid in kids if kid.dep == "poss" or context.syntax.children(kid, "case"))


def is_asked_of_others(noun: Token) -> bool:
    """Tell whether what a noun asks for is done by others: "filed a motion to close it"."""
    return noun.lemma.lower() in _ASKING


_ASKING: Final = frozenset({"motion", "petition", "lawsuit", "suit", "appeal", "complaint"})
"""Nouns for what is put before a court, which then does what it asks for."""

_MEANING: Final = frozenset(
    {"call", "plan", "proposal", "vow", "pledge", "promise", "bid", "effort", "attempt", "threat"}
    | {"decision", "push", "demand", "request", "offer", "refusal", "failure", "desire", "move"}
    | {"intention", "wish", "campaign", "fight", "quest", "willingness", "readiness", "drive"}
)
"""Nouns for what somebody means, or refuses, to do."""
