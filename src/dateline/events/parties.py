"""Who stands at a verb: someone or nobody in particular, its doer or another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.events.context import Context
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token


def is_crowd(context: Context, lexicon: Lexicon, verb: Token, tokens: Iterable[Token]) -> bool:
    """Tell whether a subject, or whom its pronoun stands for, is many who act each alone.

    So are voters and so many percent of anyone, most, many or a few: "most teachers back her"; and
    any of a kind of whom it is told what they may do: "a mayor would praise it".
    """
    known = lexicon.classes["many"].words
    helpers = {kid.text.lower() for kid in context.syntax.children(verb, "aux")}
    open_ = not helpers.isdisjoint(lexicon.reality.open | lexicon.reality.would)
    before = context.tokens[max(0, verb.index - 1)]
    if before.text.lower() in lexicon.words.mostly:  # "farmers largely back her"
        return True
    for one in tokens:
        if open_ and _is_any(context, lexicon, one):
            return True
        kids = context.syntax.children(one, "amod", "det")
        if any(kid.text.lower() in lexicon.words.sweeping for kid in kids):
            return True
        low = one.text.lower()
        said = {one.lemma.lower(), low, low.removesuffix("s")}
        of = context.syntax.parent(one)
        if one.dep == "pobj" and of.text.lower() == "of":  # "lots of farmers backing her"
            said.add(context.syntax.parent(of).lemma.lower())
        for identity in context.headed[one.index] if one.pos == "PRON" else ():
            last = context.entities[identity].name.lower().split()[-1:]
            said |= {*last, *(word.removesuffix("s") for word in last)}
        if one.tag != "NNP" and not known.isdisjoint(said):
            return True
    return False


def _is_any(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a noun is for any of its kind: "a mayor", "firms"."""
    if token.tag not in ("NN", "NNS"):
        return False
    kids = context.syntax.children(token, "det", "poss", "nummod", "amod", "compound")
    bare = token.tag == "NNS" and not kids
    before = [kid.text.lower() for kid in kids if kid.dep in ("det", "poss", "nummod")]
    return bare or (bool(before) and all(one in lexicon.spoken.anyone for one in before))


def is_own(context: Context, verb: Token, doers: Iterable[Token], things: Iterable[Token]) -> bool:
    """Tell whether what something is done to is the doer's: "his campaign", "self-funding"."""
    kids = context.syntax.children
    if any(kid.text.lower() == "self" for kid in kids(verb)):
        return True
    owners = [o for one in things for o in kids(one, "poss")]
    mine = _who(context, doers)
    return any(o.pos in ("PRON", "DET") or _who(context, [o]) & mine for o in owners)


def is_bound(context: Context, verb: Token, doers: Sequence[Token]) -> bool:
    """Tell whether the doer is to do what the clause below tells: "agreed that he would"."""
    kids = context.syntax.children
    if kids(verb, "xcomp"):
        return True
    clauses = kids(verb, "ccomp", "advcl")
    below = [one for one in clauses if one.index > verb.index]
    if clauses and not below:  # "it may be late, they agreed"
        return False
    others = [one for clause in below for one in kids(clause, "nsubj", "nsubjpass")]
    return not others or bool(_who(context, doers) & _who(context, others))


def _who(context: Context, tokens: Iterable[Token]) -> set[str]:
    return {one for token in tokens for one in context.headed[token.index]}
