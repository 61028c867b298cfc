"""Whether a deed whose noun may mean words as well was one of force.

An attack on a rival is mostly one of words. It counts as one of force where something shows it:
what stands before it ("a bomb attack"), who did it, whom it struck, what with, how many it hit.
Where nobody is told it counts, too: there it is a known deed ("the attacks in Paris").
"""

from __future__ import annotations

from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.frames import belongs
from dateline.events.lexicon import Lexicon
from dateline.record import Event
from dateline.syntax import Token

_BODILY: Final = ("place", "facility", "product")
"""Kinds that are struck rather than spoken against."""


def lacking(context: Context, words: Lexicon, trigger: Trigger, event: Event) -> str:
    """Return why a noun's deed is not certain to be what its frame says; empty if it is."""
    frame = trigger.frame
    if getattr(frame, "placed", False) and not _is_placed(event):
        return "only a time is told of it"
    if not getattr(frame, "shown", False) or _is_forceful(context, words, trigger, event):
        return ""
    who = {context.entities[one].kind for one in event.who}
    whom = {context.entities[one].kind for one in event.whom}
    doers = [one for one in trigger.who if context.timed[one.index] is None]
    spoken = (who - {*_BODILY}) or doers
    placed = bool(event.where) and whom <= {*_BODILY, "group"}
    if (whom & {*_BODILY} or placed) and not spoken:
        return ""
    told = spoken or whom or trigger.whom
    return "nothing shows that it was one of force" if told else ""


def _is_placed(event: Event) -> bool:
    """Tell whether more than a time is told of an event."""
    told = (event.who, event.whom, event.where, event.victims, event.instrument)
    return any(told)


def _is_forceful(context: Context, words: Lexicon, trigger: Trigger, event: Event) -> bool:
    """Tell whether the words of a deed, or who or what is told with it, show force."""
    if event.victims or event.instrument:
        return True
    if "at" in clauses.after(context, trigger.base):
        return True
    before = context.syntax.children(trigger.base, "amod", "compound", "nmod")
    if any(kid.text.lower() in words.words.forceful for kid in before):
        return True
    carrier = trigger.carrier
    if carrier is not None and carrier.lemma.lower() in words.words.waging:
        return True
    ends = ((trigger.who, "armed"), (trigger.whom, "struck"))
    return any(
        one.pos == "NOUN" and _is_one_of(context, words, one, name)
        for some, name in ends
        for one in some
    )


def _is_one_of(context: Context, words: Lexicon, token: Token, name: str) -> bool:
    """Tell whether a word is of a class, not counting what kind of entity it stands for."""
    known = words.classes[name]
    bare = type(known)(words=known.words)
    return belongs(context, token, bare, words, numbers=False)
