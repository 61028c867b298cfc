"""The tense of the verb that governs a phrase of time, where there is a parse."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import msgspec

from dateline.span import Span
from dateline.syntax import Syntax, Token

_PAST: Final = frozenset({"VBD"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_STATES: Final = frozenset({"be", "have", "say"})
"""Verbs whose present says how things are, not what the timetable holds."""

_BARE: Final = frozenset({"VB", "VBG", "VBN"})
_FAR_UP: Final = 8
"""How many arcs above a phrase its verb is looked for."""


class Verbs(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a language that tell when their clause lies, in lower case.

    Attributes:
        future: auxiliaries and words of what will be ("will", "scheduled").
        said: verbs of saying, which tell nothing of the time within what is said.
        aims: words of intention: what one aims to do lies ahead, even if the aim is past.
        plans: verbs of planning, whose object lies ahead: "planned a march on Friday".
    """

    future: Collection[str]
    said: Collection[str]
    aims: Collection[str] = ()
    plans: Collection[str] = ()


def tense(syntax: Syntax, span: Span, words: Verbs) -> int:
    """Return -1 for a past, 1 for a future governing verb, 0 if there is none or it is neither.

    Args:
        syntax: the parse of the text.
        span: the phrase of time.
        words: which words tell of what.
    """
    token = syntax.head(span)
    if token is None:
        return 0
    for above in [token, *syntax.ancestors(token)][1:_FAR_UP]:
        if above.pos not in ("VERB", "AUX"):
            continue
        if _is_aim(syntax, above, words.aims) or _is_plan(above, token, words.plans):
            return 1
        told = _of_verb(syntax, above, words.future)
        if told or above.text.lower() in words.said:
            return told
        if _is_scheduled(syntax, above, token):
            return 1
    return 0


def _is_aim(syntax: Syntax, verb: Token, aims: Collection[str]) -> bool:
    """Tell whether a verb stands for a plan: "planned to meet", "is planned".

    A plan that "had been" one is over, and tells nothing.
    """
    passive = syntax.children(verb, "auxpass")
    if verb.text.lower() in aims and any(word.tag in _PRESENT for word in passive):
        return True
    if not any(word.tag == "TO" for word in syntax.children(verb, "aux")):
        return False
    plan = syntax.tokens[verb.head]
    helpers = [*syntax.children(plan, "aux"), *syntax.children(syntax.tokens[plan.head], "aux")]
    return plan.text.lower() in aims and not any(word.text.lower() == "had" for word in helpers)


def _is_plan(verb: Token, day: Token, plans: Collection[str]) -> bool:
    """Tell whether a day follows a verb of planning: "planned a march on Friday"."""
    return verb.tag in _PAST and verb.text.lower() in plans and verb.index < day.index


def _is_scheduled(syntax: Syntax, verb: Token, day: Token) -> bool:
    """Tell whether a verb in the present has the day beside it: "the fair opens on Friday"."""
    if verb.tag not in _PRESENT or verb.lemma in _STATES or syntax.children(verb, "aux", "auxpass"):
        return False
    above = syntax.tokens[day.head]
    return verb.index in (above.index, above.head if above.pos == "ADP" else above.index)


def _of_verb(syntax: Syntax, verb: Token, future: Collection[str]) -> int:
    """Return what a verb with its auxiliaries tells."""
    helpers = syntax.children(verb, "aux", "auxpass")
    if verb.text.lower() in future or any(word.text.lower() in future for word in helpers):
        return 1
    if verb.tag in _PAST or any(word.tag in _PAST for word in helpers):
        return -1
    if verb.tag in _BARE and any(word.lemma == "have" for word in helpers):
        return -1
    participle = verb.tag == "VBN" and not helpers
    return -1 if participle else 0
