"""What people of a kind are kept from: "a ban on tourists entering", "keeps firms from buying".

Nobody does it, and there is no one deed that is denied, so it makes no event. Of somebody certain
it does, one that is denied: "barred the envoy from leaving".
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token

_FAR_UP: Final = 5
"""How many words up the word is looked for that keeps them from it."""

_FAR_BACK: Final = 20
"""How many words back, where the parse lost it: "ban all of them - two million - from entering"."""


def is_kept_off(context: Context, lexicon: Lexicon, trigger: Trigger) -> bool:
    """Tell whether a gerund is what people of a kind are kept from doing, to nobody known."""
    if trigger.rule != "verb" or trigger.head.tag != "VBG":
        return False
    if any(_is_known(context, one) for one in trigger.whom):
        return False
    kept = _kept(context, lexicon, trigger.head)
    return kept is not None and _is_kind(context, lexicon, kept)


def _kept(context: Context, lexicon: Lexicon, gerund: Token) -> Token | None:
    """Return who is kept from a deed; `None` if nobody is."""
    syntax = context.syntax
    at = gerund
    while at.dep == "conj":
        at = syntax.parent(at)
    above = syntax.parent(at)
    if at.dep == "acl":
        over = syntax.parent(syntax.parent(above))
        return above if above.dep == "pobj" and _bars(lexicon, over) else None
    if at.dep != "pcomp" or above.text.lower() != "from":
        return None
    first = max(context.sentence(above).first, above.index - _FAR_BACK)
    before = context.tokens[first : above.index]
    for over in (*islice(syntax.ancestors(above), _FAR_UP), *reversed(before)):
        if _bars(lexicon, over):
            ends = syntax.children(over, "dobj", "nsubjpass")
            for word in syntax.children(over, "prep"):
                ends += syntax.children(word, "pobj")
            return next((one for one in ends if one.index < at.index), None)
    return None


def _bars(lexicon: Lexicon, word: Token) -> bool:
    return word.lemma.lower() in lexicon.reality.barring


def _is_kind(context: Context, lexicon: Lexicon, noun: Token) -> bool:
    """Tell whether a noun is for all of a kind, or for some of it: "tourists", "more firms"."""
    if _is_known(context, noun):
        return False
    kids = context.syntax.children(noun, "det", "poss", "nummod")
    every = lexicon.words.every
    return noun.tag in ("NNS", "NNPS") and all(kid.text.lower() in every for kid in kids)


def _is_known(context: Context, noun: Token) -> bool:
    """Tell whether a noun is of somebody in particular."""
    kinds = {context.entities[one].kind for one in context.headed[noun.index]}
    return not kinds.isdisjoint(("person", "organisation", "place"))
