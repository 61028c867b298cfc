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
    if _is_doubted(context, lexicon, verb):
        return True
    if any(_is_not(context, lexicon, verb, kid) for kid in syntax.children(verb, "neg", "preconj")):
        return True
    if verb.dep == "acl" and verb.tag == "VBN" and above.dep == "ROOT":  # "No one hurt in crash"
        return _is_nobody(context, lexicon, above)
    nobody = any(_is_nobody(context, lexicon, one) for one in syntax.children(verb, *_ENDS))
    return nobody or circumstances.is_yet_to_come(context, lexicon, verb)


def _is_not(context: Context, lexicon: Lexicon, verb: Token, word: Token) -> bool:
    """Tell whether a word denies the verb that it hangs on.

    Far behind a full verb it denies what it stands before: "spoke of the sea, not of the hills".
    """
    far = word.index > verb.index + 1 and verb.lemma not in _COPULAS
    return not far and _denies(context, lexicon, word)


def is_of_another(context: Context, lexicon: Lexicon, verb: Token, noun: Token) -> bool:
    """Tell whether a verb denies its object, and no noun further on: "found no fault with it"."""
    objects = context.syntax.children(verb, "dobj")
    apart = noun.dep == "pobj" and not context.syntax.children(verb, "neg")
    return apart and any(_is_nobody(context, lexicon, one) for one in objects)


def _is_doubted(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a clause is what somebody does not hold: "I do not think that he left"."""
    above = context.syntax.parent(verb)
    if verb.dep not in ("ccomp", "acl") or above.lemma.lower() not in lexicon.reality.holding:
        return False
    if above.pos in clauses.VERBAL:
        return above.index < verb.index and is_denied(context, lexicon, above)
    that = context.syntax.children(verb, "mark")
    return bool(that) and _is_nobody(context, lexicon, above)


def is_told_not_to(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether somebody is bidden not to do something: "urged them not to answer"."""
    above = context.syntax.parent(verb)
    to = any(kid.tag == "TO" for kid in context.syntax.children(verb, "aux"))
    bidding = above.lemma.lower() in lexicon.reality.bidding
    return to and bidding and verb.dep in ("xcomp", "ccomp", "advcl")


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


_COPULAS: Final = ("be", "have", "do")
_ENDS: Final = ("nsubj", "nsubjpass", "dobj")
