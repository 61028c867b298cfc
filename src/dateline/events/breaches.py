"""Deeds told against what somebody keeps to or says: a rule that is broken, a tale that is a lie.

"Broke with her habit of not answering" tells that she answered; whether somebody was robbed who
"invented a robbery" is left open.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from dateline.events.context import Context
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token

_FAR_UP: Final = 8
"""How many words up a lie is looked for."""


def is_done(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a rule not to do something is broken: "broke his vow not to run"."""
    syntax, words = context.syntax, lexicon.reality
    if not any(kid.text.lower() in words.negations for kid in syntax.children(verb, "neg")):
        return False
    rule = syntax.parent(verb)
    if verb.dep == "pcomp":
        rule = syntax.parent(rule)
    elif verb.dep != "acl":
        return False
    if rule.pos != "NOUN":
        return False
    above = syntax.parent(rule)
    if rule.dep == "pobj":
        above = syntax.parent(above)
    elif rule.dep != "dobj":
        return False
    denied = any(kid.text.lower() in words.negations for kid in syntax.children(above, "neg"))
    return above.lemma.lower() in words.breaking and not denied


def is_lied_of(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a deed is part of a tale that is made up: "invented a story of being robbed".

    What one lies "about" mostly took place, as in "lied about taking it".
    """
    at, described = verb, False
    for above in islice(context.syntax.ancestors(verb), _FAR_UP):
        described |= at.dep == "relcl"
        if above.pos == "VERB" and above.lemma.lower() in lexicon.reality.lying:
            return at.dep == "dobj" and not described
        at = above
    return False
