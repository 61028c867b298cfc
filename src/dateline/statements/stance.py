"""How those who speak stand to what they say, and how certain they say that it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.record import Certainty, Stance
from dateline.span import Span
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.lexicon import Level
from dateline.syntax import Token

_STANCES: Final[tuple[Stance, ...]] = (
    "deny",
    "threaten",
    "demand",
    "promise",
    "forecast",
    "doubt",
    "ask",
    "believe",
    "agree",
)
_LEVELS: Final[tuple[Certainty, ...]] = ("certain", "unlikely", "possible", "probable")

_FIRST: Final = 3
"""Clauses that are asked whether they tell of what is to come."""

Judged = tuple[Stance, tuple[Span, ...]]
Graded = tuple[Certainty, tuple[Span, ...]]


def stance(context: Context, draft: Draft) -> Judged:
    """Return the stance of a draft with the words that tell it: the cue, or what is said."""
    head = context.tokens[draft.head]
    lemma = head.lemma.lower()
    words = context.lexicon.stance
    keys = {lemma, f"{lemma} {draft.rule.rpartition(':')[2]}"}
    by_cue: Stance = next(
        (one for one in _STANCES if keys & words.cues.get(one, keys - keys)), "assert"
    )
    if _bids(context, draft, lemma):
        by_cue = "demand"
    if by_cue == "promise" and _threatens(context, draft):
        by_cue = "threaten"
    if _turned(context, head):
        return "deny" if by_cue in ("agree", "promise") else by_cue, draft.cue
    if by_cue in ("assert", "believe") and _asks(context, draft):
        return "ask", draft.content[-1:]
    if by_cue in ("assert", "believe", "forecast"):
        future = tuple(_future(context, draft))
        if future:
            return "forecast", future
    return by_cue, draft.cue if by_cue != "assert" else ()


def _bids(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether a cue bids someone do something: "asked him to leave"."""
    if lemma not in context.lexicon.stance.bids:
        return False
    main = next(mains(context, draft), None)
    return main is not None and main.tag == "VB" and _has(context, main, "aux", {"to"})


def _has(context: Context, token: Token, dep: str, words: Iterable[str]) -> bool:
    return any(child.text.lower() in words for child in context.syntax.children(token, dep))


def _threatens(context: Context, draft: Draft) -> bool:
    """Tell whether what is promised is harm."""
    harm = context.lexicon.stance.harm
    return any(token.lemma.lower() in harm for token in mains(context, draft))


def _turned(context: Context, head: Token) -> bool:
    """Tell whether a cue is negated."""
    return _has(context, head, "neg", context.lexicon.stance.negations)


def _asks(context: Context, draft: Draft) -> bool:
    words = draft.content[-1].of(context.text).rstrip("\"”'’»` ")
    return words.endswith("?")


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


def _clauses(context: Context, draft: Draft) -> list[Token]:
    """Return the main verbs of what is said and those joined to them by "and"."""
    out: list[Token] = []
    for main in mains(context, draft):
        if main.pos in ("VERB", "AUX"):
            out.append(main)
            out += [c for c in context.syntax.children(main, "conj") if c.pos in ("VERB", "AUX")]
    return out


def _future(context: Context, draft: Draft) -> Iterator[Span]:
    """Yield the words that say that what is said is yet to come."""
    words = context.lexicon.stance
    for verb in _clauses(context, draft)[:_FIRST]:
        helpers = context.syntax.children(verb, "aux")
        if verb.lemma in words.going and verb.tag in ("VBG", "VBN"):
            yield from (verb.span for _ in context.syntax.children(verb, "xcomp"))
        if any(helper.lemma == "have" for helper in helpers):
            continue
        for helper in helpers:
            low = helper.text.lower()
            open_ = low in words.open and verb.lemma != "be"
            back = low in words.shifted and context.quoted[helper.index] < 0
            if open_ or back or low in words.auxiliaries:
                yield helper.span


def certainty(context: Context, draft: Draft) -> Graded:
    """Return how certain what is said is said to be, with the words that tell it."""
    for verb in _clauses(context, draft):
        graded = clause_certainty(context, verb)
        if graded is not None:
            return graded
    lemma = context.tokens[draft.head].lemma.lower()
    for level in _LEVELS:
        if lemma in context.lexicon.certainty.cues.get(level, ()):
            return level, draft.cue
    return "certain", ()


def clause_certainty(context: Context, verb: Token) -> Graded | None:
    """Return how certain a clause is by its own words, or `None` if it does not say.

    Only the verb's auxiliaries and adverbs count, what is said of its subject ("is likely"), and
    the verb itself ("appears to"): a doubt in a clause further down is not that of this one.
    """
    near = (verb, *context.syntax.children(verb, "aux", "advmod", "acomp", "neg", "prep", "attr"))
    for level, known in context.lexicon.certainty.levels():
        for token in near:
            if _is_word(token, verb, known):
                return level, (token.span,)
            for phrase in known.phrases:
                found = _phrase(context, token, phrase)
                if found is not None:
                    return level, (found,)
    return None


def _is_word(token: Token, verb: Token, known: Level) -> bool:
    if token is verb:
        return token.lemma.lower() in known.verbs
    if token.dep == "aux":
        return token.text.lower() in known.auxiliaries
    return token.dep in ("advmod", "acomp", "attr") and token.lemma.lower() in known.words


def _phrase(context: Context, token: Token, phrase: str) -> Span | None:
    """Return where a phrase stands that ends or begins with `token`, or `None`."""
    words = phrase.split()
    for first in (token.index, token.index - len(words) + 1):
        run = context.tokens[max(0, first) : max(0, first) + len(words)]
        if [one.text.lower() for one in run] == words:
            return context.span((run[0].index, run[-1].index + 1))
    return None
