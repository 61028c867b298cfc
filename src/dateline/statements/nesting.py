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

_CLAUSES: Final = frozenset({"clause", "clause_before", "beside", "linked"})
_SAID: Final = _CLAUSES | {"infinitive"}
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_ACTS: Final = ("promise", "deny", "threaten", "demand", "ask")
"""What is done by saying so."""
_VIEWS: Final = ("doubt", "believe", "forecast")
_WORDS: Final = 3
"""What a nested statement says has at least this many words, unless it is one of these acts."""


def sure(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that stand by themselves, and of those within others the sure ones."""
    cover = Cover(context, drafts)
    return [
        draft
        for place, draft in enumerate(drafts)
        if (cover.holder(place) is None and context.quoted[draft.head] < 0)
        or draft.rule in LABELLED
        or _reports_another(context, draft, in_turn=cover.in_turn(draft.head))
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


def _reports_another(context: Context, draft: Draft, *, in_turn: bool) -> bool:
    """Tell whether a draft gives somebody's word or thought, and not a way of talking.

    In the turns of a transcript, where much is argued about what others say, thoughts count, too.
    """
    if draft.rule == "according_to":
        return draft.subject is not None
    cue = context.tokens[draft.head]
    lemma = cue.lemma.lower()
    few = sum(len(part.of(context.text).split()) for part in draft.content) < _WORDS
    if few and not _acts(context, draft, lemma):
        return False
    if cue.pos == "NOUN":
        return draft.rule == "noun_clause" and lemma in context.lexicon.cues.hearsay
    if not _is_told(context, cue):
        return False
    if _may_be_told(context, draft, lemma) or _thinks(context, draft, lemma):
        return True
    return in_turn and _argues(context, draft, lemma)


def _acts(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether another does something by a word, which counts however little he says."""
    if draft.subject is None or _is_nobody(context, context.tokens[draft.subject]):
        return False
    known = context.lexicon.stance.cues
    return any(lemma in known[kind] for kind in _ACTS) and lemma in context.lexicon.acts


def _thinks(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether somebody tells what another thinks or doubts, or what he himself thought.

    Within marks a pronoun's thoughts are as often a way of talking.
    """
    known = context.lexicon
    if draft.subject is None or draft.rule not in _CLAUSES:
        return False
    who = context.tokens[draft.subject]
    if _is_nobody(context, who) or who.lemma.lower() in known.cues.things:
        return False
    if context.quoted[draft.head] >= 0 and who.pos == "PRON":
        return False
    return lemma in known.stance.cues["believe"] or lemma in known.stance.cues["doubt"]


def is_own_view(context: Context, draft: Draft) -> bool:
    """Tell whether a draft gives what its speaker himself thinks or doubts: "I believe that"."""
    if draft.subject is None or draft.rule != "clause":
        return False
    known = context.lexicon.stance
    lemma = context.tokens[draft.head].lemma.lower()
    own = context.tokens[draft.subject].text.lower() in known.first
    return own and any(lemma in known.cues[kind] for kind in _VIEWS)


def _argues(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether a verb tells what somebody says or thinks, or the speaker doubts."""
    if draft.subject is None:
        return False
    known = context.lexicon
    spoken = lemma in known.cues.speech or lemma in known.acts
    if context.tokens[draft.head].tag == "VBD" and spoken and draft.rule in _SAID:
        return True
    if context.tokens[draft.subject].text.lower() in known.stance.first:
        return is_own_view(context, draft)
    said = lemma in known.cues.speech or lemma in known.cues.thought
    return said and not _is_nobody(context, context.tokens[draft.subject])


def _may_be_told(context: Context, draft: Draft, lemma: str) -> bool:
    """Tell whether a verb's source is one whose word others report.

    What one says himself he also tells others of ("I told them"); what he thinks he just says.
    """
    known = context.lexicon
    if draft.subject is None:
        told = draft.addressee is not None and draft.rule in _CLAUSES | {"infinitive"}
        return (told or draft.rule == "passive") and lemma in known.cues.speech
    who = context.tokens[draft.subject]
    if draft.rule == "object" and lemma in known.stance.cues["agree"]:
        return False
    if who.lemma.lower() in known.cues.things:
        return False
    if _is_nobody(context, who):
        return lemma in known.acts and who.text.lower() == "i"
    if lemma in known.acts:
        return True
    other = who.pos != "PRON" or draft.addressee is not None or draft.rule == "infinitive"
    return other and (lemma in known.cues.speech or lemma in known.cues.as_)


def _is_nobody(context: Context, who: Token) -> bool:
    """Tell whether a source is no third person: "I", "you", "one", but not "one of them"."""
    word = who.text.lower()
    relative = word in context.lexicon.sources.relative
    return word in context.lexicon.cues.nobody and not relative and not who.children


def _is_told(context: Context, cue: Token) -> bool:
    """Tell whether a cue tells what somebody did say: not what he should or may, or asks him to."""
    helpers = context.syntax.children(cue, "aux")
    above = context.syntax.parent(cue)
    if cue.dep == "xcomp" and above.lemma.lower() in context.lexicon.cues.habits:
        return above.tag == "VBD"
    if cue.pos not in ("VERB", "AUX") or cue.tag not in _FINITE:
        return False
    if any(child.tag in ("MD", "TO", "VBG") for child in helpers) or _is_unsaid(context, cue):
        return False
    marks = context.syntax.children(cue, "mark")
    return not any(mark.lemma.lower() in context.lexicon.cues.open for mark in marks)


def _is_unsaid(context: Context, cue: Token) -> bool:
    """Tell whether a word of speech is negated: "I never offered it" tells of nothing said."""
    lemma, known = cue.lemma.lower(), context.lexicon
    unsaid = lemma in known.cues.speech and lemma not in known.stance.cues["believe"]
    return unsaid and context.child(cue, "neg") is not None
