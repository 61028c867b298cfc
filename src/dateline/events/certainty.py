"""How sure whoever tells of an event is of it, with the words that say so."""

from __future__ import annotations

from dateline.events import clauses, prospects
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.events.measures import Level
from dateline.record import Certainty
from dateline.span import Span
from dateline.syntax import Token


def of(context: Context, lexicon: Lexicon, trigger: Trigger) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how sure an event's teller is of it, with the words that say so."""
    for noun in dict.fromkeys((trigger.base, trigger.head)):
        for kid in context.syntax.children(noun, "amod"):
            if kid.text.lower() in lexicon.reality.doubted:
                return "probable", (kid.span,)
    verb = trigger.carrier or prospects.carrier(context, lexicon, trigger)
    while verb is not None:
        graded = _of_verb(context, lexicon, verb)
        if graded is not None:
            return graded
        above = context.syntax.parent(verb)
        nested = verb.dep in ("xcomp", "ccomp", "oprd") and above.pos in clauses.VERBAL
        nested = nested and above.index < verb.index
        if nested and above.lemma.lower() in lexicon.reality.supposing and above.tag == "VBN":
            return "probable", (above.span,)
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
