"""Whom a pronoun means that says something: "she said" after what somebody else was told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.record import Entity
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.sources import Cast, entity

_SUBJECTS: Final = ("nsubj", "nsubjpass")
_BACK: Final = 64
"""Words before a pronoun in which another may be named whom it means."""
_NEAR: Final = 1
"""Paragraphs back in which the last speaker is still meant."""


def resolve(context: Context, cast: Cast, drafts: Sequence[Draft]) -> list[Entity | None]:
    """Return the entity that makes each statement, or `None`, for drafts in order.

    A pronoun that says something most likely means the last speaker, not one whom the speaker
    spoke of. So where coreference leads it to someone last named within what was said, or nowhere,
    the speaker of that stands in, if no other pronoun of his tells that he is a woman or she a man.
    """
    out: list[Entity | None] = []
    last: tuple[Draft, Entity] | None = None
    said = {
        token.index
        for draft in drafts
        for part in draft.content
        for token in context.syntax.within(part)
    }
    for draft in drafts:
        found = entity(context, cast, draft.subject)
        word = context.lexicon.sources.personal.get(_word(context, draft))
        if last is not None and word is not None and _near(context, last[0], draft):
            spoken_of = found is None or _last_named_in(context, found, draft, said)
            if spoken_of:
                named = _named_between(context, cast, last[0], draft, said) or last[1]
                found = named if _sex(context, named) in (None, word) else found
        out.append(found)
        if found is not None and found.kind == "person" and context.quoted[draft.head] < 0:
            last = (draft, found)
    return out


def _word(context: Context, draft: Draft) -> str:
    return context.tokens[draft.subject].text.lower() if draft.subject is not None else ""


def _near(context: Context, before: Draft, draft: Draft) -> bool:
    here, there = context.tokens[draft.head], context.tokens[before.head]
    return 0 <= context.paragraph(here) - context.paragraph(there) <= _NEAR


def _last_named_in(context: Context, found: Entity, draft: Draft, said: set[int]) -> bool:
    """Tell whether an entity was last named, before a draft's source, in what was said."""
    if draft.subject is None:
        return False
    here = context.tokens[draft.subject].span.start
    before = [m.span for m in found.mentions if m.span.end <= here and m.form != "pronoun"]
    token = context.syntax.at(before[-1].start) if before else None
    return token is not None and token.index in said


def _named_between(
    context: Context, cast: Cast, before: Draft, draft: Draft, said: set[int]
) -> Entity | None:
    """Return the person whom the article itself last named as a subject since a statement.

    So in 'Marsh denied it. Hill was milder. She said ...' it is Hill who says so.
    """
    if draft.subject is None:
        return None
    reach = range(draft.subject - 1, max(before.head, draft.subject - _BACK), -1)
    for index in reach:
        token = context.tokens[index]
        main = context.syntax.parent(token).dep in ("ROOT", "conj")
        if main and token.dep in _SUBJECTS and token.pos == "PROPN" and index not in said:
            found = cast.at(token)
            if found is not None and found.kind == "person":
                return found
    return None


def _sex(context: Context, one: Entity) -> str | None:
    """Return what most pronouns of an entity tell of its sex, or `None` if none tells."""
    personal = context.lexicon.sources.personal
    words = Counter(
        personal.get(mention.span.of(context.text).lower())
        for mention in one.mentions
        if mention.form == "pronoun"
    )
    words.pop(None, None)
    return words.most_common(1)[0][0] if words else None
