"""The words that tell of an event: verbs in their frames, and nouns.

The first frame of a verb that gets what it asks for counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events import nominals
from dateline.events.context import Context
from dateline.events.draft import Trigger, joined
from dateline.events.frames import Clause
from dateline.events.lexicon import Lexicon
from dateline.events.trace import Trace
from dateline.syntax import Token


def find(context: Context, lexicon: Lexicon, trace: Trace | None = None) -> Iterator[Trigger]:
    """Yield the triggers of a text, in order."""
    for token in context.tokens:
        lemma = token.lemma.lower()
        found = None
        if token.tag.startswith("VB"):
            if lemma in lexicon.verbs:
                found = _verb(context, lexicon, token, lemma, trace)
        elif token.pos in ("NOUN", "PROPN") and lemma in lexicon.nouns:
            found = nominals.trigger(context, lexicon, token, lemma, trace)
        elif trace and token.pos == "VERB":
            trace.note(token.span, "verb", "failed", f"{lemma!r} is in no frame of the vocabulary")
        if found is not None:
            yield found


def _verb(
    context: Context, lexicon: Lexicon, token: Token, lemma: str, trace: Trace | None
) -> Trigger | None:
    if token.dep in ("amod", "compound"):
        return None
    seen = Clause(context, lexicon, token)
    for words, frame in lexicon.verbs[lemma]:
        beside = _beside(context, token, words)
        reason = "not with its words" if beside is None else seen.misfit(frame)
        if reason:
            if trace and beside is not None:
                trace.note(token.span, f"verb {frame.type}", "failed", f"{lemma!r}: {reason}")
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
            who=seen.subject if "subject" not in frame.whom else (),
            whom=seen.whom(frame),
        )
    return None


def _beside(context: Context, verb: Token, words: Sequence[str]) -> tuple[Token, ...] | None:
    """Return the words beside a verb that its entry asks for; `None` if one is not there."""
    found: list[Token] = []
    for word in words:
        kid = next(
            (
                one
                for one in context.syntax.children(verb)
                if word in (one.text.lower(), one.lemma.lower())
                and one.dep not in ("nsubj", "nsubjpass", "mark", "agent", "punct")
            ),
            None,
        )
        if kid is None and found:
            kid = next(
                (c for c in context.syntax.children(found[-1]) if c.text.lower() == word), None
            )
        if kid is None:
            return None
        found.append(kid)
    return tuple(found)
