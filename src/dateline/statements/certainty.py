"""How certain what is said is said to be, and by which words."""

from __future__ import annotations

from functools import cache

from dateline.record import Certainty, Stance
from dateline.span import Span
from dateline.statements import clauses
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.lexicon import Level
from dateline.syntax import Token

Graded = tuple[Certainty, tuple[Span, ...]]


def certainty(context: Context, draft: Draft, stance: Stance, telling: tuple[Span, ...]) -> Graded:
    """Return how certain what is said is said to be, with the words that tell it.

    Args:
        context: the text.
        draft: the statement.
        stance: its stance: a question leaves nothing uncertain, for it tells nothing.
        telling: the words that tell the stance; of a doubt they tell the certainty, too.
    """
    if stance == "ask":
        return "certain", ()
    if stance == "doubt":
        return "unlikely", telling
    for verb in clauses.verbs(context, draft):
        graded = of_clause(context, verb)
        if graded is not None:
            return graded
    return _of_cue(context, draft)


def _of_cue(context: Context, draft: Draft) -> Graded:
    """Return how certain the cue leaves it; a thing that is feared is no more or less certain."""
    head = context.tokens[draft.head]
    known = context.lexicon.certainty
    feels = head.lemma.lower() in context.lexicon.stance.feelings
    if feels and not clauses.verbs(context, draft):
        return "certain", ()
    is_turned = clauses.is_turned(context, draft)
    if is_turned and head.lemma.lower() in context.lexicon.stance.cues["deny"]:
        return "possible", draft.cue
    for level, lemmas in known.cues.items():
        if head.lemma.lower() in lemmas and not is_turned:
            return level, draft.cue
    for noun in _nouns(context, draft):
        if noun.lemma.lower() in known.cues["possible"]:
            return "possible", (noun.span,)
        for child in context.syntax.children(noun, "amod"):
            if child.lemma.lower() in known.open:
                return "possible", (child.span,)
    return "certain", ()


def _nouns(context: Context, draft: Draft) -> tuple[Token, ...]:
    """Return what may call a report no more than one: the cue, and what is said to tell it."""
    head = context.tokens[draft.head]
    teller = None if draft.subject is None else context.tokens[draft.subject]
    return (head, teller) if teller is not None and teller.pos == "NOUN" else (head,)


def of_clause(context: Context, verb: Token) -> Graded | None:
    """Return how certain a clause is by its own words, or `None` if it does not say.

    Only the verb's auxiliaries and adverbs count, what is said of its subject ("is likely"), and
    the verb itself ("appears to"): a doubt in a clause further down is not that of this one.
    """
    near = (verb, *context.syntax.children(verb, "aux", "advmod", "acomp", "neg", "prep", "attr"))
    for level, known in context.lexicon.certainty.levels():
        for token in near:
            if _is_word(token, verb, known):
                return level, (token.span,)
            found = _phrase(context, token, known)
            if found is not None:
                return level, (found,)
    return None


def _is_word(token: Token, verb: Token, known: Level) -> bool:
    if token is verb:
        return token.lemma.lower() in known.verbs
    if token.dep == "aux":
        return token.text.lower() in known.auxiliaries
    return token.dep in ("advmod", "acomp", "attr") and token.lemma.lower() in known.words


def _phrase(context: Context, token: Token, known: Level) -> Span | None:
    """Return where a phrase of a level stands that ends or begins with `token`, or `None`."""
    for words in _by_edge(known.phrases).get(token.text.lower(), ()):
        for first in (token.index, token.index - len(words) + 1):
            run = context.tokens[max(0, first) : max(0, first) + len(words)]
            if [one.text.lower() for one in run] == words:
                return context.span((run[0].index, run[-1].index + 1))
    return None


@cache
def _by_edge(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Return the words of phrases by their first and their last word."""
    out: dict[str, list[list[str]]] = {}
    for words in (phrase.split() for phrase in phrases):
        for edge in {words[0], words[-1]}:
            out.setdefault(edge, []).append(words)
    return out
