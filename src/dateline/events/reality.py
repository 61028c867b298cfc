"""Whether an event took place, in the eyes of who tells of it, and how sure they are.

The words that govern an event decide, from the nearest outwards: "failed to kill", "a plan to
attack", "would strike"; negation denies it, a condition leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Level, Lexicon
from dateline.record import Certainty, Reality
from dateline.span import Span
from dateline.syntax import Token

_FAR_UP: Final = 6
"""How many governing words are asked."""

_DOWN: Final = frozenset(
    {
        "xcomp",
        "ccomp",
        "acl",
        "pcomp",
        "dobj",
        "pobj",
        "advcl",
        "prep",
        "nsubjpass",
        "conj",
        "attr",
        "csubj",
    }
)
"""The arcs through which a governing word reaches what it governs."""

_ORDER: Final[tuple[Reality, ...]] = (
    "denied",
    "failed",
    "attempted",
    "threatened",
    "planned",
    "hypothetical",
)


def reality(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality:
    """Return whether an event took place, by the words around its trigger."""
    words = lexicon.reality
    if trigger.head.pos not in clauses.VERBAL:
        found = _of_noun(context, lexicon, trigger)
        if found:
            return found
    at = trigger.base if trigger.carrier is None else trigger.carrier
    for step in _chain(context, lexicon, at):
        told = _of_clause(context, lexicon, step) or _governed(context, lexicon, step)
        if told:
            return told
        if step.dep in ("nsubj", "relcl", "agent"):
            break
    if any(_is_condition(context, one, words.conditions) for one in _chain(context, lexicon, at)):
        return "hypothetical"
    return "actual"


def _verb_above(context: Context, token: Token) -> Token | None:
    return clauses.governor(context, token)


def _chain(context: Context, lexicon: Lexicon, at: Token) -> Iterator[Token]:
    """Yield the trigger and the words that govern it, as long as they do."""
    for _ in range(_FAR_UP):
        yield at
        above = context.syntax.parent(at)
        if above.index == at.index or at.dep not in _DOWN:
            return
        if at.dep == "ccomp" and above.lemma.lower() in lexicon.reality.saying:
            return
        if at.dep == "conj" and any(
            k.dep in ("nsubj", "nsubjpass", "aux") for k in context.syntax.children(at)
        ):
            return
        at = above


def _of_noun(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality | None:
    words = lexicon.reality
    for noun in dict.fromkeys((trigger.base, trigger.head)):
        for kid in context.syntax.children(noun, "det", "amod", "neg", "compound", "advmod"):
            low = kid.text.lower()
            if kid.dep in ("det", "neg") and low in words.nouns:
                return "denied"
            for told in _ORDER:
                if low in words.adjectives.get(told, ()):
                    return told
    if trigger.base is not trigger.head:
        return _named_by(lexicon, trigger.base)
    return None


def _named_by(lexicon: Lexicon, noun: Token) -> Reality | None:
    lemma = noun.lemma.lower()
    for told in _ORDER:
        if lemma in lexicon.reality.governors.get(told, ()):
            return told
    return None


def _of_clause(context: Context, lexicon: Lexicon, verb: Token) -> Reality | None:
    """Return what a verb's own negation and auxiliaries tell, or `None`."""
    words = lexicon.reality
    if verb.dep in ("pobj", "pcomp"):
        above = context.syntax.parent(verb)
        if above.text.lower() in words.without:
            return "denied"
    if verb.pos not in clauses.VERBAL:
        return None
    if any(kid.text.lower() in words.negations for kid in context.syntax.children(verb, "neg")):
        return "denied"
    helpers = [kid.text.lower() for kid in context.syntax.children(verb, "aux", "auxpass")]
    perfect = any(one in _PERFECT for one in helpers)
    for one in helpers:
        if one in words.will:
            return "hypothetical" if perfect else "planned"
        if one in words.open and not perfect:
            return "hypothetical"
    return None


_PERFECT: Final = frozenset({"have", "'ve", "’ve"})


def _governed(context: Context, lexicon: Lexicon, token: Token) -> Reality | None:
    """Return what the word right above a trigger makes of it, or `None`."""
    above = context.syntax.parent(token)
    if above.index == token.index or token.dep not in _DOWN or token.dep == "conj":
        return None
    if token.dep == "pobj" or above.pos in ("ADP", "SCONJ", "PART"):
        if token.dep == "pobj" and above.text.lower() not in lexicon.reality.leading:
            return None
        above = context.syntax.parent(above)
    told = _named_by(lexicon, above)
    if told == "planned" and token.dep == "pobj" and above.pos in clauses.VERBAL:
        return told if above.lemma.lower() in lexicon.reality.calling else None
    purpose = token.dep in ("advcl", "acl") and _purpose(context, token)
    return told or ("planned" if purpose else None)


def _purpose(context: Context, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in context.syntax.children(verb, "aux"))


def _is_condition(context: Context, verb: Token, conditions: Iterable[str]) -> bool:
    return any(kid.text.lower() in conditions for kid in context.syntax.children(verb, "mark"))


def certainty(
    context: Context, lexicon: Lexicon, trigger: Trigger
) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how sure an event's teller is of it, with the words that say so."""
    for noun in dict.fromkeys((trigger.base, trigger.head)):
        for kid in context.syntax.children(noun, "amod"):
            if kid.text.lower() in lexicon.reality.doubted:
                return "probable", (kid.span,)
    verb = trigger.carrier or _verb_above(context, trigger.base)
    while verb is not None:
        graded = _of_verb(context, lexicon, verb)
        if graded is not None:
            return graded
        above = context.syntax.parent(verb)
        nested = verb.dep in ("xcomp", "ccomp") and above.pos in clauses.VERBAL
        verb = above if nested and above.lemma.lower() in lexicon.reality.passing else None
    return "certain", ()


def _of_verb(
    context: Context, lexicon: Lexicon, verb: Token
) -> tuple[Certainty, tuple[Span, ...]] | None:
    levels = lexicon.certainty
    graded: tuple[tuple[Certainty, Level], ...] = (
        ("unlikely", levels.unlikely),
        ("possible", levels.possible),
        ("probable", levels.probable),
    )
    for kid in context.syntax.children(verb, "aux", "advmod", "acomp"):
        low = kid.text.lower()
        for level, words in graded:
            if low in (words.auxiliaries if kid.dep == "aux" else words.words):
                return level, (kid.span,)
    for level, words in graded:
        if verb.lemma.lower() in words.verbs:
            return level, (verb.span,)
    return None
