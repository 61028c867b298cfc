"""What is denied without a word for it: "called it a lie", "that is not true", "I never did"."""

from __future__ import annotations

from typing import Final

from dateline.span import Span
from dateline.statements import clauses
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

_NEAR: Final = 120
"""Characters from the beginning of what is said in which a phrase denies all of it."""
_PAST: Final = frozenset({"VBD", "VBN"})


def find(context: Context, draft: Draft) -> Span | None:
    """Return the word by which a plain cue denies, or `None` if what is said is no denial.

    That is a word for a falsehood, where somebody calls something so or says that it is; truth that
    is negated; a "no" that opens what is said; or an act of one's own that never was.
    """
    opening = _opening(context, draft)
    if opening is not None:
        return opening
    if context.tokens[draft.head].lemma.lower() in context.lexicon.denials.calling:
        return _false(context, draft)
    for verb in clauses.verbs(context, draft)[:1]:
        found = _predicated(context, verb) or _undone(context, draft, verb)
        if found is not None:
            return found
    return _phrase(context, draft)


def _phrase(context: Context, draft: Draft) -> Span | None:
    """Return a phrase such as "nothing of the kind" near the beginning of what is said."""
    start = draft.content[0].start
    said = context.text[start : min(draft.content[0].end, start + _NEAR)].lower()
    for phrase in context.lexicon.denials.phrases:
        at = said.find(phrase)
        if at >= 0:
            return Span(start + at, start + at + len(phrase))
    return None


def _opening(context: Context, draft: Draft) -> Span | None:
    """Return a "no" with a stop or a comma after it that opens what is said in so many words."""
    inside = [t for t in context.syntax.within(draft.content[0])[:3] if t.pos != "PUNCT"]
    first = inside[0] if inside else None
    if first is None or first.text.lower() not in context.lexicon.denials.noes:
        return None
    spoken = draft.rule == "turn" or context.quoted[first.index] != context.quoted[draft.head]
    after = context.tokens[first.index + 1 : first.index + 2]
    return first.span if spoken and after and after[0].text in {".", ",", "!"} else None


def _false(context: Context, draft: Draft) -> Span | None:
    """Return a word for a falsehood among those that something is called."""
    for part in draft.content:
        for token in context.syntax.within(part):
            if token.lemma.lower() in context.lexicon.denials.false:
                return token.span
    return None


def _predicated(context: Context, verb: Token) -> Span | None:
    """Return a word for a falsehood that is said to be so, or for truth that is denied."""
    if verb.lemma != "be":
        return None
    known = context.lexicon.denials
    turned = clauses.has(context, verb, "neg", context.lexicon.stance.negations)
    for word in context.syntax.children(verb, "acomp", "attr", "prep"):
        lemma = word.lemma.lower()
        inner = context.child(word, "pobj")
        lacking = word.dep == "prep" and inner is not None and lemma in known.lacking
        if lacking and inner is not None and inner.lemma.lower() in known.grounds:
            return None if turned else word.span
        no = clauses.has(context, word, "det", context.lexicon.stance.negations)
        if lemma in known.grounds and no:
            return word.span
        if lemma in (known.true if turned else known.false):
            return word.span
    return None


def _undone(context: Context, draft: Draft, verb: Token) -> Span | None:
    """Return the negation of an act of one's own in the past: "I never took a cent"."""
    helpers = context.syntax.children(verb, "aux")
    past = verb.tag == "VBD" or any(one.tag in _PAST or one.lemma == "have" for one in helpers)
    known = context.lexicon
    if context.child(verb, "auxpass") is not None or verb.lemma in known.stance.cues["believe"]:
        return None
    if (
        not past
        or verb.lemma.lower() in known.denials.states
        or verb.lemma.lower() in known.cues.thought
    ):
        return None
    if not clauses.is_own(context, draft, verb):
        return None
    for word in context.syntax.children(verb, "neg"):
        return word.span
    return None
