"""Rules and tagger together: what the tagger marked, and what rules see and it half believes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from dateline.span import Span, gaps, merged
from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.statements.selection import Cover

Beliefs = Callable[[Span], Mapping[str, float]]
"""How likely the words of a span are part of a source, a cue and a content, on average."""

BELIEVED: Final = 0.8
"""Cue times content: what grammar shows stands from here on, though the tagger did not mark it."""
SURE: Final = frozenset({"according_to", "denial", "signature", "turn"})
"""Frames in which grammar says it all: of one cue they come before what is linked."""
KNOWN: Final = 0.3
"""The same where the lexicon knows the cue."""
_LEFT: Final = 3
"""Characters of a content, at least, that are more than a stop and a mark."""


def joined(
    context: Context,
    linked: Sequence[Draft],
    known: Iterable[Draft],
    frames: Iterable[Draft],
    beliefs: Beliefs,
) -> list[Draft]:
    """Return linked drafts, and those of others that are believed and meet none of them.

    Args:
        context: the text.
        linked: the drafts that a tagger's parts make up.
        known: drafts by rules whose cues the lexicon knows.
        frames: all drafts that grammar shows.
        beliefs: what the tagger believes of each word.
    """
    known = list(known)
    sure = [draft for draft in known if draft.rule in SURE]
    yielding = _yielding(context, linked, sure)
    kept = [draft for place, draft in enumerate(linked) if place not in yielding]
    out = _apart(kept, [draft for draft in sure if draft.rule in LABELLED]) + sure
    held = list(merged(span for draft in out for span in (*draft.cue, *draft.content)))
    scored = [(_believed(context, one, beliefs) - KNOWN, 1, one) for one in known]
    scored += [(_believed(context, one, beliefs) - BELIEVED, 0, one) for one in frames]
    for score, _, draft in sorted(scored, key=lambda row: (-row[0], -row[1], row[2].head)):
        if score < 0:
            break
        if not _meets(draft, held):
            out.append(draft)
            for span in (*draft.cue, *draft.content):
                insort(held, span)
    return out


def _yielding(context: Context, linked: Sequence[Draft], sure: Sequence[Draft]) -> set[int]:
    """Return the places of linked drafts that give way: of a surer one's cue, or denied by one."""
    cues = {token.index for one in sure for token in context.syntax.within(one.cue[0])}
    cover = Cover(context, linked)
    out = {place for one in sure if one.rule == "denial" for place in cover.at.get(one.head, ())}
    for place, draft in enumerate(linked):
        if any(t.index in cues for part in draft.cue for t in context.syntax.within(part)):
            out.add(place)
    return out


def _apart(linked: Iterable[Draft], labelled: Sequence[Draft]) -> list[Draft]:
    """Return linked drafts without what others say by label, unless they stand within it."""
    taken = merged(span for draft in labelled for span in draft.content)
    out = (one if _stands_in(one, taken) else _without(one, taken) for one in linked)
    return [one for one in out if any(len(span) >= _LEFT for span in one.content)]


def _stands_in(draft: Draft, spans: Iterable[Span]) -> bool:
    return any(span.contains(draft.cue[0]) for span in spans)


def _without(draft: Draft, taken: Sequence[Span]) -> Draft:
    left = (gap for part in draft.content for gap in gaps(taken, part))
    return replace(draft, content=tuple(left))


def _believed(context: Context, draft: Draft, beliefs: Beliefs) -> float:
    """Return how far the tagger believes that a draft's cue and content are such."""
    if context.quoted[draft.head] >= 0:
        return -1.0
    size = sum(map(len, draft.content))
    said = sum(beliefs(span).get("content", 0.0) * len(span) for span in draft.content)
    return beliefs(context.tokens[draft.head].span).get("cue", 0.0) * said / max(1, size)


def _meets(draft: Draft, held: list[Span]) -> bool:
    """Tell whether a draft's cue is taken, or most of its content."""
    if any(_covered(span, held) for span in draft.cue):
        return True
    size = sum(map(len, draft.content))
    return 2 * sum(_covered(span, held) for span in draft.content) > size


def _covered(span: Span, held: list[Span]) -> int:
    """Return how many characters of a span others hold; these do not overlap but for a little."""
    at = max(0, bisect_left(held, span) - 1)
    total = 0
    for other in held[at:]:
        if other.start >= span.end:
            break
        total += max(0, min(span.end, other.end) - max(span.start, other.start))
    return total
