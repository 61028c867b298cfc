"""Statements within statements: which of those that stand in what another says are sure enough.

Most words of thought and speech within a quotation are the speaker's own way of talking ("I think",
"you know", "they say"). What counts is another's word that he reports: "He told the court that the
driver had said he was tired".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.statements.selection import Cover
from dateline.syntax import Token

_FRAMES: Final = frozenset({"according_to", "clause", "clause_before", "beside"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_WORDS: Final = 3
"""What a nested statement says has at least this many words."""


def sure(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that stand by themselves, and of those within others the sure ones."""
    cover = Cover(context, drafts)
    return [
        draft
        for place, draft in enumerate(drafts)
        if (cover.holder(place) is None and context.quoted[draft.head] < 0)
        or draft.rule in LABELLED
        or _reports_another(context, draft)
    ]


def inside(context: Context, candidates: Sequence[Draft], outer: Sequence[Draft]) -> list[Draft]:
    """Return the candidates whose cue stands in what others say and is no other's cue."""
    cover = Cover(context, outer)
    cues = {
        token.index
        for draft in outer
        for span in draft.cue
        for token in context.syntax.within(span)
    }
    return [one for one in candidates if one.head in cover.at and one.head not in cues]


def _reports_another(context: Context, draft: Draft) -> bool:
    """Tell whether a draft gives the word of someone named or shown, in a clause of its own."""
    if draft.rule not in _FRAMES or draft.subject is None:
        return False
    if draft.rule == "according_to":
        return True
    subject, cue = context.tokens[draft.subject], context.tokens[draft.head]
    if cue.lemma.lower() not in context.lexicon.cues.speech or not _is_told(context, cue):
        return False
    quoted = context.quoted[draft.head] >= 0
    named = subject.pos == "PROPN" or (subject.pos == "NOUN" and not quoted)
    said = sum(len(part.of(context.text).split()) for part in draft.content)
    return named and said >= _WORDS


def _is_told(context: Context, cue: Token) -> bool:
    """Tell whether a cue tells what somebody did say: not what he should or may, or asks him to."""
    modal = any(child.tag == "MD" for child in context.syntax.children(cue, "aux"))
    return cue.tag in _FINITE and not modal
