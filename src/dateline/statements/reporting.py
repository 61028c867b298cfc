"""Which cues report: the drafts that the lexicon bears out."""

from __future__ import annotations

from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.lexicon import Cues, Words


def bears_out(context: Context, draft: Draft) -> bool:
    """Tell whether a draft's cue is one that reports in its frame."""
    cues = context.lexicon.cues
    lemma = context.tokens[draft.head].lemma.lower()
    frame, _, word = draft.rule.partition(":")
    if frame in ("according_to", "denial", "signature", "turn"):
        return True
    if frame == "about":
        return lemma in cues.about.get(word, frozenset())
    if frame == "noun_about":
        return draft.subject is not None and lemma in cues.noun_about
    if frame in ("clause", "clause_before", "parenthesis"):
        return _clause(context, draft, lemma)
    return lemma in _words(cues, frame)


def _words(cues: Cues, frame: str) -> Words:
    return {
        "infinitive": cues.infinitive,
        "complement": cues.complement,
        "object": cues.object,
        "misled": cues.object | cues.speech,
        "passive": cues.passive,
        "passive_object": cues.passive_object,
        "noun_clause": cues.noun_clause,
        "noun_infinitive": cues.noun_infinitive,
        "adjective_clause": cues.adjective_clause,
        "adjective_infinitive": cues.adjective_infinitive,
        "adjective_about": cues.adjective_about,
        "adverb": cues.adverbs,
        "as": cues.as_,
    }[frame]


def _clause(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether a verb with a clause reports: one of thought does if someone thinks it."""
    cues = context.lexicon.cues
    if lemma in cues.no_clause:
        return False
    if draft.rule != "clause":
        return lemma in cues.speech
    if lemma in cues.thought:
        who = context.tokens[draft.subject].text.lower() if draft.subject is not None else ""
        return bool(who) and who not in cues.nobody
    return True
