"""Where a place acts: "Lima said", "they accused Lima", "talks between Lima and Quito".

A country, a capital or a city that does what only people and bodies do stands for its government.
It stays a place; its mention says that it acts.
"""

from __future__ import annotations

from dateline.names.context import Context
from dateline.span import Span
from dateline.syntax import Token


def acts(context: Context, span: Span) -> bool:
    """Tell whether the name of a place stands for those who govern there."""
    head = context.syntax.head(span)
    return head is not None and _acts(context, head)


def _acts(context: Context, head: Token) -> bool:
    syntax, known = context.syntax, context.lexicon.acts
    first = context.first_of_row(head)
    verb = syntax.parent(first)
    if first.dep == "nsubj":
        return verb.lemma in known.acting or verb.lemma in known.governing
    if first.dep in ("dobj", "nsubjpass"):
        return verb.lemma in known.pressing
    if first.dep == "pobj" and verb.dep == "agent":
        return syntax.parent(verb).lemma in known.acting | known.governing | known.pressing
    return first.dep == "pobj" and verb.text == "between" and _is_talk(context, verb)


def _is_talk(context: Context, between: Token) -> bool:
    """Tell whether what is between two places is between their governments: "talks"."""
    noun = context.syntax.parent(between).lemma.casefold()
    return noun in context.lexicon.acts.dealings
