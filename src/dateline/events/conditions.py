"""What leaves a clause open: questions, conditions, and what is waited for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.context import Context
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token


def is_open(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a clause asks, is a condition, or tells what is waited for."""
    return (
        is_condition(context, verb, lexicon.reality.conditions)
        or is_asked(context, verb)
        or is_awaited(context, lexicon, verb)
    )


def is_asked(context: Context, verb: Token) -> bool:
    """Tell whether a clause asks: its auxiliary stands before its subject, at a question's end."""
    sentence = context.sentence(verb)
    end = context.text[sentence.span.end - 3 : sentence.span.end]
    if "?" not in end or verb.dep not in ("ROOT", "ccomp", "conj"):
        return False
    helpers = context.syntax.children(verb, "aux", "auxpass")
    subject = context.syntax.children(verb, "nsubj", "nsubjpass")
    return bool(helpers and subject and helpers[0].index < subject[0].index)


def is_condition(context: Context, verb: Token, conditions: Iterable[str]) -> bool:
    """Tell whether a clause is a condition: "if she left", "had she left"."""
    while verb.dep == "conj" and not context.syntax.children(verb, "nsubj", "nsubjpass", "aux"):
        verb = context.syntax.parent(verb)  # "if she left and stayed away"
    if any(kid.text.lower() in conditions for kid in context.syntax.children(verb, "mark")):
        return True
    if _is_in_case(context, verb, conditions):
        return True
    helpers = context.syntax.children(verb, "aux")
    subject = context.syntax.children(verb, "nsubj", "nsubjpass")
    turned = bool(helpers and subject and helpers[0].index < subject[0].index)
    turned &= bool(helpers) and helpers[0].lemma.lower() != "do"  # "not only did she leave"
    return turned and verb.dep in ("advcl", "ccomp")  # "had she left"


def _is_in_case(context: Context, verb: Token, conditions: Iterable[str]) -> bool:
    """Tell whether a noun leads a clause as a condition: "in case she wins"."""
    return verb.dep == "advcl" and any(
        noun.text.lower() in conditions and not context.syntax.children(noun)
        for word in context.syntax.children(verb, "prep")
        for noun in context.syntax.children(word, "pobj")
    )


def is_awaited(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a clause in the present tells what is waited for: "until they pay"."""
    if verb.tag not in ("VBZ", "VBP") or verb.dep != "advcl":
        return False
    kids = context.syntax.children(verb, "mark", "advmod")
    return any(kid.text.lower() in lexicon.reality.awaiting for kid in kids)


def hangs_on(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether what will be done hangs on an "if"."""
    return any(
        is_condition(context, below, lexicon.reality.conditions)
        for below in context.syntax.children(verb, "advcl")
    )
