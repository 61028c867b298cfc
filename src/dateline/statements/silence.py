"""What was not said: "declined to say", "neither confirmed nor denied", "nobody has accused him".

To tell that somebody kept silent is not to tell what he says. Whoever is listed for a denial that
he did not make is wronged, and so is whoever is listed as accused by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.syntax import Token


def is_kept(context: Context, draft: Draft) -> bool:
    """Tell whether a draft tells of nothing that was said."""
    if draft.rule in LABELLED:
        return False
    head = context.tokens[draft.head]
    return (
        any(_is_withheld(context, verb) for verb in _verbs(context, head))
        or _withholds(context, head)
        or _is_beyond_words(context, head)
        or _is_said_by_nobody(context, draft, head)
    )


def _is_beyond_words(context: Context, head: Token) -> bool:
    """Tell whether nobody does what a gerund says: "there is no denying that"."""
    no = context.lexicon.stance.negations
    beside = context.syntax.children(head, "det")
    return head.tag == "VBG" and any(one.text.lower() in no for one in beside)


def _verbs(context: Context, head: Token) -> Iterator[Token]:
    """Yield a cue's verb and the one to which it is joined: "confirmed" of "nor denied"."""
    yield head
    if head.dep == "conj":
        yield context.syntax.parent(head)


def _is_withheld(context: Context, verb: Token) -> bool:
    """Tell whether a word of speech is withheld, or one of two of which neither is done."""
    if _is_either(context, verb):
        return True
    if verb.dep not in ("xcomp", "pcomp"):
        return False
    known, word, above = context.lexicon.silence, verb.lemma.lower(), _above(context, verb)
    if above.lemma.lower() in known.withholding:
        return word in known.saying and not _is_negated(context, above)
    beside = context.syntax.children(above, "advmod", "acomp", "prep")
    halts = above.lemma.lower() in known.halting
    return (
        halts
        and word in known.saying | known.judging
        and any(one.text.lower() in known.short for one in beside)
    )


def _above(context: Context, verb: Token) -> Token:
    """Return what a verb may be withheld by: the word above it, over "of" and "short of"."""
    above = context.syntax.parent(verb)
    while above.pos in ("ADP", "ADV", "ADJ", "SCONJ") and above.head != above.index:
        above = context.syntax.parent(above)
    return above


def _withholds(context: Context, head: Token) -> bool:
    """Tell whether a cue itself withholds a word of speech: "refused" of "refused to confirm"."""
    known = context.lexicon.silence
    if head.lemma.lower() not in known.withholding or _is_negated(context, head):
        return False
    return any(_is_withheld(context, one) for one in context.syntax.children(head, "xcomp"))


def _is_either(context: Context, verb: Token) -> bool:
    """Tell whether a verb is one of "neither confirmed nor denied", "confirm or deny"."""
    pair = context.lexicon.silence.pair
    joined = {one.lemma.lower() for one in context.syntax.children(verb, "conj")}
    both = verb.lemma.lower() in pair and bool(joined & (pair - {verb.lemma.lower()}))
    if not both:
        return False
    neither = context.lexicon.stance.negations
    return any(
        one.text.lower() in neither for one in context.syntax.children(verb, "preconj")
    ) or verb.dep in ("xcomp", "pcomp")


def _is_negated(context: Context, verb: Token) -> bool:
    no = context.lexicon.stance.negations
    return any(one.text.lower() in no for one in context.syntax.children(verb, "neg"))


def _is_said_by_nobody(context: Context, draft: Draft, head: Token) -> bool:
    """Tell whether nobody says it; what nobody believes is doubted, and that is a stance."""
    cues = context.lexicon.stance.cues
    lemma = head.lemma.lower()
    thinks = lemma in cues["believe"] | cues["forecast"] | context.lexicon.cues.thought
    if draft.subject is None or thinks:
        return False
    who, known = context.tokens[draft.subject], context.lexicon.silence
    if who.lemma.lower() in known.nobody or who.text.lower() in known.nobody:
        return True
    no = context.lexicon.stance.negations
    return who.text.lower() in known.one and any(
        one.text.lower() in no for one in context.syntax.children(who, "det")
    )
