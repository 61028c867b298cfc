"""What its circumstances tell of whether an event took place: its occasion, price, and outcome."""

from __future__ import annotations

from collections.abc import Callable

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.record import Reality
from dateline.syntax import Token


def of_noun(
    context: Context,
    lexicon: Lexicon,
    trigger: Trigger,
    of_verb: Callable[[Context, Lexicon, Token], Reality],
) -> Reality:
    """Return whether a noun's event that no verb carries took place.

    It did, unless it is the occasion of what is yet to be done: "will speak at a meeting". What is
    not done there, or may be, leaves it as it is, and so does what was once promised there.

    Args:
        context: the text.
        lexicon: the words of its language.
        trigger: the noun.
        of_verb: tells whether what a verb says took place.
    """
    word = context.syntax.parent(trigger.base)
    words = lexicon.reality
    if trigger.base.dep != "pobj" or word.text.lower() not in words.occasions:
        return "actual"
    verb = context.syntax.parent(word)
    if trigger.frame.type not in words.appointments or verb.pos not in clauses.VERBAL:
        return "actual"
    foreseen = verb.lemma.lower() in words.foreseeing
    if foreseen and clauses.is_passive(context, verb):  # "is expected at a meeting in May"
        return "planned"
    ahead = _is_ahead(context, verb) and of_verb(context, lexicon, verb) == "planned"
    return "planned" if ahead else "actual"


def _is_ahead(context: Context, verb: Token) -> bool:
    """Tell whether a verb stands in the plain clause of what is planned, and that is not past."""
    at = verb
    while at.dep == "xcomp":
        at = context.syntax.parent(at)
    return at.dep != "acl" and (at.tag != "VBD" or at.lemma == "be")


def is_yet_to_come(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether an infinitive has not been done by now: "has yet to apologize"."""
    above = context.syntax.parent(verb)
    if verb.dep not in ("xcomp", "advcl") or above.lemma.lower() not in lexicon.reality.pending:
        return False
    between = context.tokens[above.index + 1 : verb.index]
    return any(one.text.lower() in lexicon.reality.yet for one in between)


def is_paid_for(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether an infinitive says what money was given for: "paid two million to buy it".

    Not where somebody is paid to do it: what they did is not told.
    """
    above = context.syntax.parent(verb)
    if above.lemma.lower() not in lexicon.reality.spending or clauses.is_passive(context, above):
        return False
    helpers = context.syntax.children(above, "aux")
    if above.tag in ("VB", "VBG") or any(one.lemma != "have" for one in helpers):
        return False
    given = [one for one in context.syntax.children(above, "dobj", "dative") if one.pos != "ADP"]
    sums = lexicon.classes["money"].words
    return bool(given) and all(
        one.lemma.lower() in sums or any(k.tag == "$" for k in context.syntax.children(one))
        for one in given
    )


def is_outcome(context: Context, verb: Token) -> bool:
    """Tell whether an infinitive only goes on: "only to lose", "took to the stage to accuse"."""
    if verb.dep != "advcl":
        return False
    above = context.syntax.parent(verb)
    to = clauses.after(context, above).get("to", ())
    staged = (
        above.lemma == "take"
        and above.tag in ("VBD", "VBN")
        and any(above.index < one.index < verb.index for one in to)
    )
    only = any(kid.text.lower() == "only" for kid in context.syntax.children(verb, "advmod"))
    return only or staged
