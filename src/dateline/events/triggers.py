"""The words that tell of an event: verbs in their frames, and nouns.

The first frame of a verb that gets what it asks for counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events import announcements, nominals
from dateline.events.context import Context
from dateline.events.draft import Trigger, joined
from dateline.events.frames import Clause
from dateline.events.lexicon import Lexicon
from dateline.events.trace import Trace
from dateline.syntax import Token


def find(context: Context, lexicon: Lexicon, trace: Trace | None = None) -> Iterator[Trigger]:
    """Yield the triggers of a text, in order."""
    for token in context.tokens:
        found = None
        if token.tag.startswith("VB"):
            found = _of_verb(context, lexicon, token, trace)
            announced = announcements.of(context, lexicon, token, found)
            if announced is not None:
                yield announced
        elif token.pos in ("NOUN", "PROPN"):
            lemma = token.lemma.lower()
            if lemma in lexicon.nouns:
                found = nominals.trigger(context, lexicon, token, lemma, trace)
        elif token.dep == "acomp" and token.text.lower() in lexicon.verbs:
            found = _verb(context, lexicon, token, token.text.lower(), trace)
        if found is not None:
            yield found


def _of_verb(
    context: Context, lexicon: Lexicon, token: Token, trace: Trace | None
) -> Trigger | None:
    if _is_deed(context, lexicon, token):
        return nominals.trigger(context, lexicon, token, token.text.lower(), trace)
    lemma = token.lemma.lower()
    base = lemma if lemma in lexicon.verbs else _regular(lexicon, token)
    if base:
        return _verb(context, lexicon, token, base, trace)
    if trace and token.pos == "VERB":
        trace.note(token.span, "verb", "failed", f"{lemma!r} is in no frame of the vocabulary")
    return None


def _is_deed(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a gerund stands as a noun does: "a drive-by shooting"."""
    if token.tag != "VBG" or token.text.lower() not in lexicon.nouns:
        return False
    kids = context.syntax.children(token)
    if any(kid.dep in ("dobj", "aux", "nsubj", "prt") for kid in kids):
        return False
    if any(kid.dep in ("det", "poss", "amod") for kid in kids):
        return True
    return token.dep == "acl" and context.tokens[token.index - 1].dep == "prt"


def _regular(lexicon: Lexicon, token: Token) -> str:
    """Return the base form that the parser missed, by the regular endings; empty if none is."""
    low = token.text.lower()
    for end, instead in _ENDINGS:
        if low.endswith(end) and low[: -len(end)] + instead in lexicon.verbs:
            return low[: -len(end)] + instead
    return ""


_ENDINGS: Final = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", ""), ("es", ""))


def _verb(
    context: Context, lexicon: Lexicon, token: Token, lemma: str, trace: Trace | None
) -> Trigger | None:
    if token.dep == "compound" or (token.dep == "amod" and token.tag != "VBN"):
        return None
    above = context.syntax.parent(token)
    if token.dep == "conj" and above.pos in ("ADJ", "NUM") and _is_adjective(context, token):
        return None  # "81 and retired", "regular, pledged delegates"
    seen = Clause(context, lexicon, token)
    for words, frame in lexicon.verbs[lemma]:
        beside = _beside(context, token, words)
        reason = "not with its words" if beside is None else seen.misfit(frame)
        if reason:
            if trace and beside is not None:
                trace.note(token.span, f"verb {frame.type}", "failed", f"{lemma!r}: {reason}")
            continue
        whom = seen.whom(frame)
        if frame.aimed and not whom:
            continue
        if trace:
            label = " ".join((lemma, *words))
            trace.note(token.span, f"verb {frame.type}", "passed", f"{label!r} fits a frame")
        return Trigger(
            head=token,
            base=token,
            carrier=token,
            frame=frame,
            span=joined(context, [token, *(beside or ())]),
            rule="verb",
            who=() if "subject" in frame.whom else (*seen.masters, *seen.subject),
            whom=whom,
        )
    return None


def _is_told_to(context: Context, verb: Token) -> bool:
    """Tell whether a word beside a verb is an infinitive, not its noun: "pledged to support"."""
    return verb.dep == "xcomp" and any(
        kid.tag == "TO" for kid in context.syntax.children(verb, "aux")
    )


def _is_adjective(context: Context, token: Token) -> bool:
    """Tell whether a participle has no subject and no auxiliary of its own."""
    kids = context.syntax.children(token, "nsubj", "nsubjpass", "aux", "auxpass")
    return token.tag in ("VBN", "VBD") and not kids


def _is_of_time(context: Context, word: Token) -> bool:
    """Tell whether a preposition leads to a time: "called on Monday for"."""
    return any(
        context.timed[one.index] is not None for one in context.syntax.children(word, "pobj")
    )


def _is_ahead(context: Context, verb: Token, word: Token) -> bool:
    """Tell whether a preposition stands before the clause: "Down the hall, he votes"."""
    before = word.dep == "prep" and word.index < verb.index
    return before and any(one.tag[0] != "W" for one in context.syntax.children(word, "pobj"))


_APART: Final = ("nsubj", "nsubjpass", "mark", "agent", "punct", "aux", "dep")


def _beside(context: Context, verb: Token, words: Sequence[str]) -> tuple[Token, ...] | None:
    """Return the words beside a verb that its entry asks for; `None` if one is not there."""
    found: list[Token] = []
    for word in words:
        kid = next(
            (
                one
                for one in context.syntax.children(verb)
                if word in (one.text.lower(), one.lemma.lower())
                and not _is_of_time(context, one)
                and one.dep not in _APART
                and not _is_ahead(context, verb, one)
                and not _is_told_to(context, one)
            ),
            None,
        )
        if kid is None and found:
            kid = next(
                (c for c in context.syntax.children(found[-1]) if c.text.lower() == word), None
            )
        if kid is None or context.syntax.children(kid, "neg"):  # "found not guilty"
            return None
        found.append(kid)
    return tuple(found)
