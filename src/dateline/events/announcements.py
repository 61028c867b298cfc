"""What is announced is promised, threatened, refused or demanded: "said it will withdraw".

Who says that they will do something promises it, or threatens with it where it is directed against
others; that others must do something is a demand. What is announced remains an event of its own.
"""

from __future__ import annotations

from dateline.events import clauses, voice
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.entries import Verb
from dateline.events.lexicon import Lexicon
from dateline.span import Span
from dateline.syntax import Token


def of(context: Context, lexicon: Lexicon, verb: Token, told: Trigger | None) -> Trigger | None:
    """Return what announcing the deed of a verb amounts to, or `None`.

    Args:
        context: the text.
        lexicon: its language's words.
        verb: the verb of what is announced.
        told: the trigger that the verb is, or `None`.
    """
    if verb.dep != "ccomp":
        return None
    cue = context.syntax.parent(verb)
    words = lexicon.spoken
    if cue.pos not in clauses.VERBAL or cue.lemma.lower() not in words.verbs:
        return None
    helpers = {kid.text.lower(): kid for kid in context.syntax.children(verb, "aux")}
    subject = context.syntax.children(verb, "nsubj", "nsubjpass")
    speaker = clauses.doers(context, cue)
    if not subject or not speaker:
        return None
    own = _is_one(context, speaker[0], subject[0])
    for helper, token in helpers.items():
        if helper in words.must and not own and _is_asked_of(context, lexicon, verb, subject[0]):
            return _made((token, verb), speaker, subject, words.demand)
        if helper in words.will and own and _is_meant(context, lexicon, verb, subject[0], helper):
            kind = _promised(context, lexicon, verb, told)
            whom = told.whom if told else ()
            known = told is not None and told.frame.type == kind  # "said it will offer them"
            return _made((token, verb), speaker, whom, kind) if kind and not known else None
    return None


def _is_asked_of(context: Context, lexicon: Lexicon, verb: Token, subject: Token) -> bool:
    """Tell whether "must" asks someone to do something, not: "they must have left"."""
    if verb.lemma == "be" or voice.is_passive(context, verb):
        return False
    if any(kid.lemma == "have" for kid in context.syntax.children(verb, "aux")):
        return False
    if subject.text.lower() in lexicon.spoken.themselves:  # "we must wait"
        return False
    cue = context.syntax.parent(verb)
    single = any(subject.text.lower() in words for words in lexicon.words.sexes.values())
    if single and verb.index < cue.index:  # '"He must go to work," she said'
        return False
    before = context.syntax.children(subject, "det")
    return not any(kid.text.lower() in lexicon.spoken.anyone for kid in before)


def _is_meant(context: Context, lexicon: Lexicon, verb: Token, subject: Token, helper: str) -> bool:
    """Tell whether "would" tells what one will do, not what one would: "I would", "would have"."""
    words = lexicon.spoken
    if verb.lemma.lower() in words.attitudes:
        return False
    if any(kid.lemma == "have" for kid in context.syntax.children(verb, "aux")):
        return False
    return helper not in lexicon.reality.would or subject.text.lower() not in words.first


def _is_one(context: Context, one: Token, other: Token) -> bool:
    shared = {*context.headed[one.index]} & {*context.headed[other.index]}
    return bool(shared)


def _promised(context: Context, lexicon: Lexicon, verb: Token, told: Trigger | None) -> str:
    """Return the kind of event that saying that one will do something is; empty if it is none."""
    words = lexicon.spoken
    low = verb.lemma.lower()
    negated = bool(context.syntax.children(verb, "neg"))
    if negated:
        return words.refusal if low in words.granting else ""
    if low in words.hostile:
        return words.threat
    broader = lexicon.types[told.frame.type].broader if told else None
    if broader in words.conflict:
        return words.threat
    return words.promise if broader in words.cooperation else ""


def _made(
    words: tuple[Token, Token],
    who: tuple[Token, ...],
    whom: tuple[Token, ...],
    kind: str,
) -> Trigger:
    """Return the trigger that an auxiliary and its verb are."""
    helper, verb = words
    near = verb.index - helper.index <= 3
    return Trigger(
        head=verb,
        base=verb,
        carrier=verb,
        frame=Verb(type=kind, words=(), weak=True),
        span=Span(helper.span.start, verb.span.end) if near else verb.span,
        rule="announced",
        who=who,
        whom=whom,
    )
