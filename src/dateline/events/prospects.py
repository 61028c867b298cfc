"""What the words around a noun make of its event: "a planned attack", "fears of an attack"."""

from __future__ import annotations

from typing import Final

from dateline.events import clauses, negation
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.record import Reality
from dateline.syntax import Token

_ORDER: Final[tuple[Reality, ...]] = (
    "denied",
    "failed",
    "attempted",
    "threatened",
    "planned",
    "hypothetical",
)


def of_noun(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality | None:
    """Return what stands with a noun makes of its event, or `None`."""
    words = lexicon.reality
    for noun in dict.fromkeys((trigger.base, trigger.head)):
        for kid in context.syntax.children(noun, "det", "amod", "neg", "compound", "advmod"):
            low = kid.text.lower()
            if kid.dep in ("det", "neg") and low in words.nouns:
                return "denied"
            for told in _ORDER:
                if low in words.adjectives.get(told, ()) and not (
                    told == "planned" and _was(context, noun)
                ):
                    return told
    if trigger.base is not trigger.head:
        return named_by(lexicon, trigger.base)
    return None


def _was(context: Context, noun: Token) -> bool:
    """Tell whether something is said to have been what a noun says: "it was a planned attack"."""
    verb = context.syntax.parent(noun)
    return noun.dep == "attr" and verb.lemma == "be" and verb.tag == "VBD"


def named_by(lexicon: Lexicon, noun: Token) -> Reality | None:
    """Return what a word makes of its complement, or `None` if it says nothing of that."""
    lemma = noun.lemma.lower()
    for told in _ORDER:
        if lemma in lexicon.reality.governors.get(told, ()):
            return told
    return None


def over_noun(context: Context, lexicon: Lexicon, noun: Token) -> Reality | None:
    """Return what the word right above a noun makes of its event: "planned", "the threat of"."""
    noun = _first(context, noun)
    asked = noun.lemma.lower() in lexicon.classes["asked"].words  # made, and then refused
    above = context.syntax.parent(noun)
    if noun.dep == "pobj" and above.text.lower() in lexicon.reality.leading:
        told = None if asked else _led(context, lexicon, above)
        known = told == "hypothetical" and not _is_any(context, lexicon, noun)
        sought = _is_sought(context, lexicon, context.syntax.parent(above))
        return None if known and not sought else told
    if noun.dep in ("dobj", "nsubjpass") and above.lemma.lower() in lexicon.reality.aiming:
        told = _aimed(context, lexicon, noun, above)
        return None if asked and told == "denied" else told
    if noun.dep == "nsubj" and above.pos in clauses.VERBAL and _is_any(context, lexicon, noun):
        helpers = {kid.text.lower() for kid in context.syntax.children(above, "aux")}
        open_ = helpers & (lexicon.reality.open | lexicon.reality.would)
        done = context.syntax.children(noun, "acl", "relcl")
        return "hypothetical" if open_ and not done and "have" not in helpers else None
    return None


def _first(context: Context, noun: Token) -> Token:
    """Return the noun that another goes on from: "plans for his arrest and trial"."""
    while noun.dep == "conj" and not context.syntax.children(noun, "det", "poss", "amod"):
        above = context.syntax.parent(noun)
        if above.pos not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def _led(context: Context, lexicon: Lexicon, word: Token) -> Reality | None:
    """Return what is made of a noun's event through a preposition: "a plan for an attack"."""
    over = context.syntax.parent(word)
    if word.text.lower() == "to" and _is_sought(context, lexicon, over):
        return "hypothetical"
    told = named_by(lexicon, over)
    if told == "planned" and over.pos in clauses.VERBAL:
        yet = word.text.lower() == "for" and over.lemma.lower() in lexicon.reality.calling
        return told if yet else None
    return told


def _is_sought(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a verb says what is to be got by what is asked for: "tips that lead to"."""
    if verb.lemma.lower() not in lexicon.reality.yielding or verb.tag in ("VBD", "VBN"):
        return False
    holder = context.syntax.parent(verb)
    return verb.dep in ("acl", "relcl") and holder.lemma.lower() in lexicon.reality.sought


def _aimed(context: Context, lexicon: Lexicon, noun: Token, verb: Token) -> Reality | None:
    """Return what a verb makes of its object's event, by how the verb itself is told."""
    told = named_by(lexicon, verb)
    helpers = context.syntax.children(verb, "aux")
    if told == "failed":
        if any(kid.tag in ("TO", "MD") for kid in helpers):
            return "hypothetical"
        return "denied" if verb.lemma.lower() in lexicon.reality.shunning else told
    if told == "hypothetical" and not _is_any(context, lexicon, noun):
        return None
    if told == "planned" and negation.is_denied(context, lexicon, verb):
        return "hypothetical"
    return told


def _is_any(context: Context, lexicon: Lexicon, noun: Token) -> bool:
    """Tell whether a noun does not point to an event that is known: "an attack", "attacks"."""
    kids = context.syntax.children(noun, "det", "poss")
    known = lexicon.words.definite
    return not any(kid.dep == "poss" or kid.text.lower() in known for kid in kids)


def of_plan(context: Context, lexicon: Lexicon, verb: Token) -> Reality | None:
    """Return what a plan makes of what it "includes", or `None`: "the plan includes closing it"."""
    if verb.lemma.lower() not in lexicon.words.including:
        return None
    for subject in clauses.subjects(context, verb):
        told = named_by(lexicon, subject)
        if told in ("planned", "hypothetical", "threatened"):
            return told
    return None


def whose(context: Context, trigger: Trigger) -> Token | None:
    """Return the verb of whoever does it with deeds of his: "will be merciless in his attacks"."""
    word = context.syntax.parent(trigger.base)
    mine = any(kid.pos == "PRON" for kid in context.syntax.children(trigger.base, "poss"))
    mine &= context.syntax.parent(word).pos != "NOUN"  # "compliance with his demands"
    if trigger.base.dep != "pobj" or not mine or word.text.lower() not in ("in", "with"):
        return None
    return clauses.governor(context, trigger.base)


def carrier(context: Context, lexicon: Lexicon, trigger: Trigger) -> Token | None:
    """Return the verb that says whether a noun's event took place: "the attack will begin"."""
    if trigger.carrier is not None:
        ended = trigger.rule == "light" and trigger.carrier.lemma in lexicon.reality.ending
        return None if ended else trigger.carrier
    above = context.syntax.parent(trigger.base)
    if trigger.base.dep in ("nsubj", "nsubjpass", "dobj") and above.pos in clauses.VERBAL:
        links = lexicon.words
        carrying = links.happening if trigger.base.dep == "nsubj" else links.happening | links.light
        carrying |= lexicon.reality.causing if trigger.base.dep != "nsubj" else frozenset()
        told = above.lemma == "be" and context.syntax.children(above, "acomp", "attr")
        return above if above.lemma.lower() in carrying and not told else None
    return None
