"""Whether changes of office and of bodies have come yet, as they are told as if they had.

They are announced long before they take place: "the county holds its
vote on Tuesday", "he is retiring in May", "after she leaves office", "would be the first woman
elected", "his appointment would please them". No word governs them, as `reality` asks for; it is
the tense and mood of the clauses around them that tell.
"""

from __future__ import annotations

from typing import Final

from dateline.events import clauses, reality, voice
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.record import Reality
from dateline.syntax import Token

_CHANGE: Final = "change"
"""The kind of event above changes of office and of bodies."""
_OPEN: Final = ("planned", "hypothetical")


def of(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality:
    """Return whether an event took place, by what governs it and by what its clause looks to."""
    told = reality.reality(context, lexicon, trigger)
    if lexicon.types[trigger.frame.type].broader != _CHANGE:
        return told
    if told == "attempted":
        return _tried(context, lexicon, trigger.head) or told
    if told != "actual":
        return told
    if trigger.rule == "verb":
        return _of_verb(context, lexicon, trigger) or told
    return _of_noun(context, lexicon, trigger) or told


def _tried(context: Context, lexicon: Lexicon, verb: Token) -> Reality | None:
    """Return what becomes of an attempt that is itself to come: "will try to form"."""
    above = context.syntax.parent(verb)
    if verb.dep != "xcomp" or above.pos not in clauses.VERBAL:
        return None
    told = reality.of_verb(context, lexicon, above)
    return told if told in _OPEN else None


def _of_verb(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality | None:
    verb = trigger.head
    if getattr(trigger.frame, "coming", False) and _is_ahead(context, verb):
        return "planned"
    if _is_awaited(context, lexicon, verb) or _is_wanted(context, verb):
        return "planned"
    noun = context.syntax.parent(verb)
    if verb.dep == "pcomp" and verb.tag == "VBG" and noun.text.lower() == "to":
        led = context.syntax.parent(noun).pos == "NOUN"  # "another step on the road to winning"
        return "hypothetical" if led else None
    if verb.dep == "advcl" and noun.pos == "NOUN" and _has_to(context, verb):
        return "planned"  # "calls for her to leave"
    if verb.dep in ("acl", "relcl") and not voice.is_finite(context, verb) and noun.dep == "attr":
        told = reality.of_verb(context, lexicon, context.syntax.parent(noun))
        return told if told in _OPEN else None
    return None


def _has_to(context: Context, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in context.syntax.children(verb, "aux"))


def _is_ahead(context: Context, verb: Token) -> bool:
    """Tell whether the present tells what is on the calendar: "votes are held", "is retiring"."""
    going = verb.tag == "VBG" and voice.is_present(context, verb)
    plain = verb.tag in ("VBZ", "VBP") and not context.syntax.children(verb, "aux", "auxpass")
    return going or (plain and context.tokens[context.sentence(verb).last - 1].text == ".")


def _is_awaited(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether the present, behind a word of time, tells what is to come: "after she wins"."""
    helpers = context.syntax.children(verb, "aux", "auxpass")
    done = any(one.lemma == "have" for one in helpers)
    if verb.dep != "advcl" or done or not voice.is_present(context, verb):
        return False
    kids = context.syntax.children(verb, "mark", "advmod")
    words = lexicon.reality.timing | lexicon.reality.awaiting
    return verb.sentence > 0 and any(kid.text.lower() in words for kid in kids)


def _is_wanted(context: Context, verb: Token) -> bool:
    """Tell whether a bare "be" asks for what follows: "a prosecutor be appointed"."""
    helpers = context.syntax.children(verb, "aux", "auxpass")
    bare = len(helpers) == 1 and helpers[0].tag == "VB" and helpers[0].dep == "auxpass"
    return bare and bool(context.syntax.children(verb, "nsubjpass"))


def _is_made(context: Context, trigger: Trigger) -> bool:
    """Tell whether a choice is there to be liked: "praised the mayor's nomination of her"."""
    noun = trigger.base
    named = any(one.text.lower() == "of" for one in context.syntax.children(noun, "prep"))
    return trigger.frame.type == "appoint" and named and bool(context.syntax.children(noun, "poss"))


def _of_noun(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality | None:
    """Return what the words around a noun make of its change: "his appointment would please"."""
    noun, words = trigger.base, lexicon.reality
    verb = context.syntax.parent(noun)
    if noun.dep in ("dobj", "nsubjpass") and verb.lemma.lower() in words.mooted:
        return None if _is_made(context, trigger) else "planned"
    if noun.dep == "pobj" and context.syntax.parent(verb).lemma.lower() in words.mooted:
        return "planned" if verb.text.lower() in words.leading else None
    if noun.dep == "nsubj" and verb.pos == "ADJ":  # "makes his election less likely"
        return "hypothetical" if _is_unsure(lexicon, verb) else None
    if noun.dep != "nsubj" or verb.pos not in clauses.VERBAL:
        return None
    for one in context.syntax.children(verb, "aux"):
        if one.text.lower() in words.would | words.open:
            return "hypothetical"
    return None


def _is_unsure(lexicon: Lexicon, word: Token) -> bool:
    governors = lexicon.reality.governors
    return any(word.lemma.lower() in governors.get(told, ()) for told in _OPEN)


def is_past(context: Context, lexicon: Lexicon, noun: Token) -> bool:
    """Tell whether a noun's event is over by what is told around it: "in the vote he fell short".

    So it is if it is the subject of a verb in the past, or if what was done then is told so.
    """
    above = context.syntax.parent(noun)
    if noun.dep in ("nsubj", "nsubjpass"):
        return above.pos in clauses.VERBAL and _is_told_past(context, above)
    if noun.dep != "pobj" or above.text.lower() not in lexicon.words.during:
        return False
    over = context.syntax.parent(above)
    verb = clauses.governor(context, above)
    near = over.pos in clauses.VERBAL or over.dep in ("dobj", "attr", "nsubj", "nsubjpass")
    return near and verb is not None and _is_told_past(context, verb)


def _is_told_past(context: Context, verb: Token) -> bool:
    helpers = context.syntax.children(verb, "aux", "auxpass")
    if not helpers:
        return verb.tag == "VBD"
    return helpers[0].tag == "VBD" and all(one.tag != "MD" for one in helpers)
