"""Who is told: the object of "told X", the subject of "X was asked", what "to" leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from dateline.record import Entity
from dateline.span import Span, gaps
from dateline.statements import subjects
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.sources import Cast, entity
from dateline.syntax import Token

_SUBJECTS: Final = ("nsubj", "nsubjpass")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})


def parted(context: Context, draft: Draft) -> Draft:
    """Return a draft with who is told, whose words are no part of what is said.

    An object within the content is told only if more of the content follows: to "ask the board to
    resign" there is somebody who is asked, to "ask a question" there is not.
    """
    verb = context.tokens[draft.head]
    for who in _told(context, verb, draft):
        words = subjects.words(context, who, verb)
        if any(span.overlaps(words) for span in draft.source):
            continue
        left = tuple(gap for part in draft.content for gap in gaps([words], part))
        if not any(span.contains(who.span) for span in draft.content):
            return replace(draft, addressee=who.index)
        if _is_parted(context, who, verb) and any(
            len(span.of(context.text).split()) > 1 for span in left
        ):
            return replace(draft, addressee=who.index, content=left)
    return draft


def _is_parted(context: Context, who: Token, verb: Token) -> bool:
    """Tell whether what is said stands in a clause beside who is told, or of which he is part."""
    clause = context.syntax.parent(who)
    if clause.index != verb.index and clause.dep in ("ccomp", "xcomp"):
        return True
    return context.child(verb, "ccomp", "xcomp") is not None and verb.lemma.lower() in (
        context.lexicon.sources.tells
    )


def addressee(
    context: Context, cast: Cast, draft: Draft, speaker: Entity | None
) -> tuple[str | None, tuple[Span, ...]]:
    """Return the entity that is told, if it is known, and the words for who is told."""
    if draft.addressee is None:
        return None, ()
    who = context.tokens[draft.addressee]
    found = entity(context, cast, who.index)
    if found is not None and speaker is not None and found.id == speaker.id:
        return None, ()
    words = subjects.words(context, who, context.tokens[draft.head])
    return (found.id if found else None), (words,)


def _told(context: Context, verb: Token, draft: Draft) -> Iterator[Token]:
    """Yield the heads of the words for who may be told by a verb, the likeliest first."""
    known = [context.tokens[draft.addressee]] if draft.addressee is not None else []
    for who in (*known, *_near(context, verb)):
        apart = context.quoted[who.index] not in (-1, context.quoted[verb.index])
        if who.pos in _NOMINAL and not apart and not _is_no_one_told(context, who):
            yield who


def _is_no_one_told(context: Context, who: Token) -> bool:
    """Tell whether a word asks, opens a clause, or means the speaker: "what", "himself"."""
    asks = who.tag in ("WDT", "EX") or (who.tag == "WP" and who.dep not in _SUBJECTS)
    return asks or who.text.lower() in context.lexicon.silence.oneself


def _near(context: Context, verb: Token) -> Iterator[Token]:
    words = context.lexicon
    lemma = verb.lemma.lower()
    if lemma in words.sources.tells:
        patient = context.child(verb, "nsubjpass")
        if patient is not None or context.child(verb, "auxpass") is not None or _asks(verb):
            if lemma not in words.stance.cues["believe"]:
                yield from _asked(context, verb, patient)
        else:
            yield from context.syntax.children(verb, "dative", "dobj")
            yield from _bidden(context, verb)
    for prep in context.syntax.children(verb, "prep", "dative"):
        if prep.index > verb.index:
            yield from _led(context, prep)


def _asks(verb: Token) -> bool:
    """Tell whether a participle stands for a passive: "asked whether he would go, he said no"."""
    return verb.tag == "VBN" and verb.dep in ("advcl", "acl")


def _asked(context: Context, verb: Token, patient: Token | None) -> Iterator[Token]:
    if patient is not None:
        yield patient
        return
    above = context.syntax.parent(verb)
    if above.index != verb.index:
        yield from context.syntax.children(above, "nsubj", "nsubjpass")[:1]


def _bidden(context: Context, verb: Token) -> Iterator[Token]:
    """Yield who is to do something, by whom the parser takes for its subject: "told X to go"."""
    for clause in context.syntax.children(verb, "ccomp", "xcomp"):
        if any(helper.tag == "TO" for helper in context.syntax.children(clause, "aux")):
            yield from context.syntax.children(clause, "nsubj", "nsubjpass")[:1]


def _led(context: Context, prep: Token) -> Iterator[Token]:
    """Yield what "to" leads to, also in "wrote in a letter to"."""
    words = context.lexicon.sources
    for inner in context.syntax.children(prep, "pobj"):
        if prep.lemma.lower() in words.told:
            yield inner
        elif inner.lemma.lower() in words.messages:
            for further in context.syntax.children(inner, "prep"):
                if further.lemma.lower() in words.shared:
                    yield from context.syntax.children(further, "pobj")
