"""Whether a clause is denied: by "not", by "without", or by who does or undergoes it."""

from __future__ import annotations

from typing import Final

from dateline.events import circumstances, clauses
from dateline.events.context import Context
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token


def is_denied(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a verb is denied, or a noun after "without"."""
    words, syntax = lexicon.reality, context.syntax
    above = syntax.parent(verb)
    leading = {above.text.lower(), *(kid.text.lower() for kid in syntax.children(above, "advmod"))}
    if verb.dep in ("pobj", "pcomp") and leading & words.without:  # "instead of"
        return True
    if verb.pos not in clauses.VERBAL:
        return False
    if any(_denies(context, lexicon, kid) for kid in syntax.children(verb, "neg")):
        return True
    nobody = any(_is_nobody(context, lexicon, one) for one in syntax.children(verb, *_ENDS))
    return nobody or circumstances.is_yet_to_come(context, lexicon, verb)


def _denies(context: Context, lexicon: Lexicon, word: Token) -> bool:
    """Tell whether a word denies its verb: "not", but for "not only"."""
    following = context.tokens[word.index + 1 : word.index + 2]
    only = any(one.text.lower() in lexicon.reality.limiting for one in following)
    return word.text.lower() in lexicon.reality.negations and not only


def _is_nobody(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """Tell whether an end is nobody: "no soldiers were hurt", "not one of them came"."""
    words = lexicon.reality
    kids = context.syntax.children(token, "det", "neg", "preconj")
    denied = any(kid.text.lower() in words.nouns or _denies(context, lexicon, kid) for kid in kids)
    return denied or token.text.lower() in words.nobody


_ENDS: Final = ("nsubj", "nsubjpass", "dobj")
