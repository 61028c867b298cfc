"""Contents that say nothing: "told a story", "asked him", "introduced himself as".

A cue with but a noun of speech, or with but those who are told, tells that somebody spoke and not
what he said.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dateline.span import Span
from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.syntax import Token

_BARE: Final = frozenset({"det", "amod", "nummod", "poss", "predet", "advmod", "compound", "punct"})


def filled(context: Context, draft: Draft) -> Draft | None:
    """Return a draft without the words by which a speaker means himself; `None` if it is hollow."""
    if draft.rule in LABELLED:
        return draft
    draft = _without_self(context, draft)
    return None if _is_hollow(context, draft) else draft


def _without_self(context: Context, draft: Draft) -> Draft:
    """Return a draft of "called himself a patriot" with "a patriot" alone as content."""
    known, first = context.lexicon.silence, draft.content[0]
    words = context.syntax.within(first)
    if len(words) < 2 or words[0].text.lower() not in known.oneself:
        return draft
    if words[1].dep == "cc":  # "himself and his party"
        return draft
    after = words[2 if words[1].text.lower() in known.being and len(words) > 2 else 1]
    return replace(draft, content=(Span(after.span.start, first.end), *draft.content[1:]))


def _is_hollow(context: Context, draft: Draft) -> bool:
    """Tell whether a verb of speech has no more than a noun of speech, or somebody who is told."""
    cue, known = context.tokens[draft.head], context.lexicon.silence
    words = context.syntax.within(draft.content[0])
    if len(draft.content) > 1 or not words or _is_quoted(context, cue, words[0]):
        return False
    lemma = cue.lemma.lower()
    if len(words) == 1 and words[0].tag == "PRP":
        return lemma in context.lexicon.sources.tells and words[0].text.lower() in known.persons
    head = context.syntax.head(draft.content[0])
    if head is None or lemma not in known.uttering or head.lemma.lower() not in known.hollow:
        return False
    return all(one.index == head.index or one.dep in _BARE for one in words)


def _is_quoted(context: Context, cue: Token, first: Token) -> bool:
    return context.quoted[first.index] != context.quoted[cue.index]
