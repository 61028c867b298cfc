"""What stance and certainty are read from: the clauses that are said, whose they are, negation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token


def mains(context: Context, draft: Draft) -> Iterator[Token]:
    """Yield the heads of the clauses that are said, one for each sentence, with those beside them.

    A noun phrase that is said yields its head.
    """
    for part in draft.content:
        inside = context.syntax.within(part)
        if not inside:
            continue
        first, last = inside[0].index, inside[-1].index
        for token in inside:
            outside = not first <= token.head <= last and token.pos != "PUNCT"
            if outside or token.head == token.index:
                yield token


def verbs(context: Context, draft: Draft) -> list[Token]:
    """Return the main verbs of what is said and those joined to them by "and"."""
    out: list[Token] = []
    for main in mains(context, draft):
        if main.pos in ("VERB", "AUX"):
            out.append(main)
            out += [c for c in context.syntax.children(main, "conj") if c.pos in ("VERB", "AUX")]
    return out


def has(context: Context, token: Token, dep: str, words: Iterable[str]) -> bool:
    """Tell whether one of some words depends on a token by a label."""
    return any(child.text.lower() in words for child in context.syntax.children(token, dep))


def is_turned(context: Context, draft: Draft) -> bool:
    """Tell whether a cue is negated: itself, in who says it, or in the noun that it describes."""
    head = context.tokens[draft.head]
    no = context.lexicon.stance.negations
    if has(context, head, "neg", no) or has(context, head, "det", no):
        return True
    if draft.subject is not None:
        who = context.tokens[draft.subject]
        if who.text.lower() in context.lexicon.stance.nobody or has(context, who, "det", no):
            return True
    above = context.syntax.parent(head)
    return head.dep == "acl" and has(context, above, "det", no)


def is_own(context: Context, draft: Draft, verb: Token) -> bool:
    """Tell whether a clause that is said is about who says it, as far as its pronoun shows."""
    who = context.child(verb, "nsubj", "nsubjpass")
    if who is None or draft.subject is None:
        return False
    word = who.text.lower()
    known = context.lexicon.stance
    if context.quoted[who.index] != context.quoted[draft.head] or draft.rule == "turn":
        return word in known.first
    source = context.tokens[draft.subject].text.lower()
    if source in known.first or source in context.lexicon.sources.personal:
        return word == source
    return word in known.third
