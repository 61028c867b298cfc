"""Rules and tagger together: what the tagger marked, and what rules see and it half believes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import log
from typing import Final

from msgspec.structs import replace

from dateline.span import Span, gaps, merged
from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.statements.selection import Cover

Beliefs = Callable[[Span], Mapping[str, float]]
"""How likely the words of a span are part of a source, a cue and a content, on average."""

SURE: Final = frozenset({"according_to", "denial", "misled", "signature", "turn"})
"""Frames in which grammar says it all: of one cue they come before what is linked."""
AROUND: Final = frozenset({"clause", "clause_before"})
"""Frames of which the content may hold what others say."""
HALF_SEEN: Final = 0.35
"""Of a clause of which the tagger marked a scrap only, what it must believe of all of it."""
_BACK: Final = 2
"""Spans looked at before a place: those that may reach over it."""
LINKED: Final = 3.0
"""Log odds of source, cue and content together from which on a draft of the tagger's stands ..."""
UNSPOKEN: Final = 0.6
"""... if its cue is a word of speech, or cue times content are believed as much as this."""
KNOWN: Final = 3.5
"""The same of a draft of grammar whose cue the lexicon knows but the tagger did not mark ..."""
SEEN: Final = 0.3
"""... or cue times content, without its source."""
SHOWN: Final = 7.0
"""The same of a draft of grammar alone."""
NOBODY: Final = -0.5
"""What it adds that nobody is named."""
_FLOOR: Final = 0.02
"""What is added to a share and to what is missing from one, so that no part decides alone."""
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
    known, beliefs = list(known), cache(beliefs)
    sure = [draft for draft in known if draft.rule in SURE]
    yielding = _yielding(context, linked, sure)
    kept = _widened([d for at, d in enumerate(linked) if at not in yielding], known, beliefs)
    kept = _apart(kept, [draft for draft in sure if draft.rule in LABELLED])
    kept = [draft for draft in kept if _stands(context, draft, beliefs)]
    told = {draft.head for draft in kept}
    held = _Held([*kept, *sure, *(one for one in _claims(known, sure) if one.head not in told)])
    shown = [(odds(one, beliefs) - SHOWN, False, one) for one in frames if _may(one, beliefs)]
    scored = [*((_known(one, beliefs), True, one) for one in known), *shown]
    for score, in_lexicon, draft in sorted(
        scored, key=lambda row: (-row[0], not row[1], row[2].head)
    ):
        if score < 0:
            break
        around = in_lexicon and draft.rule in AROUND
        if context.quoted[draft.head] < 0 and not held.meets(draft, around=around):
            held.add(draft)
    return held.drafts


def _may(draft: Draft, beliefs: Beliefs) -> bool:
    """Tell whether a draft of grammar alone could stand, by its cue: most could not."""
    return _log_odds(_share(beliefs, draft.cue, "cue")) + 2 * _log_odds(1.0) >= SHOWN


def _known(draft: Draft, beliefs: Beliefs) -> float:
    """Return by how much a draft of a known cue is believed in more than it must be."""
    return max(odds(draft, beliefs) - KNOWN, _log_odds(_seen(draft, beliefs)) - _log_odds(SEEN))


def _claims(known: Iterable[Draft], sure: Iterable[Draft]) -> list[Draft]:
    """Return the drafts of what is denied: a claim and its denial are two of one content."""
    denied = {draft.content for draft in sure if draft.rule == "denial"}
    return [one for one in known if one.content in denied and one.rule != "denial"]


def _widened(linked: Iterable[Draft], known: Iterable[Draft], beliefs: Beliefs) -> list[Draft]:
    """Return linked drafts, those with a scrap of the clause that grammar shows with all of it."""
    clauses = {draft.head: draft.content for draft in known if draft.rule in AROUND}
    out = []
    for draft in linked:
        whole = clauses.get(draft.head, ())
        scrap = 2 * sum(map(len, draft.content)) < sum(map(len, whole))
        inside = all(any(span.contains(part) for span in whole) for part in draft.content)
        wider = scrap and inside and _share(beliefs, whole, "content") >= HALF_SEEN
        out.append(replace(draft, content=whole) if wider else draft)
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


def _stands(context: Context, draft: Draft, beliefs: Beliefs) -> bool:
    """Tell whether the tagger is sure enough of what it marked itself."""
    spoken = context.tokens[draft.head].lemma.lower() in context.lexicon.cues.speech
    return odds(draft, beliefs) >= LINKED and (spoken or _seen(draft, beliefs) >= UNSPOKEN)


def _seen(draft: Draft, beliefs: Beliefs) -> float:
    """Return how far the tagger believes both in a draft's cue and in its content."""
    return _share(beliefs, draft.cue, "cue") * _share(beliefs, draft.content, "content")


def odds(draft: Draft, beliefs: Beliefs) -> float:
    """Return how far the tagger believes in a draft's parts: their log odds, added up."""
    said = _log_odds(_share(beliefs, draft.cue, "cue"))
    said += _log_odds(_share(beliefs, draft.content, "content"))
    if not draft.source:
        return said + NOBODY
    return said + _log_odds(_share(beliefs, draft.source, "source"))


def _log_odds(share: float) -> float:
    return log((share + _FLOOR) / (1 + _FLOOR - share))


def _share(beliefs: Beliefs, spans: Sequence[Span], label: str) -> float:
    """Return how far the tagger believes that the characters of some spans bear a label."""
    seen = sum(beliefs(span).get(label, 0.0) * len(span) for span in spans)
    return seen / max(1, sum(map(len, spans)))


class _Held:
    """Drafts that stand, and which characters their cues and contents hold."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts: list[Draft] = []
        self.spans: list[tuple[Span, int]] = []
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        for span in merged((*draft.cue, *draft.content)):
            insort(self.spans, (span, len(self.drafts)))
        self.drafts.append(draft)

    def meets(self, draft: Draft, *, around: bool) -> bool:
        """Tell whether a draft's cue is taken, or most of its content.

        With `around`, what others say who stand within its content takes nothing from it.
        """
        if any(self._covered(span, None) for span in draft.cue):
            return True
        size = sum(map(len, draft.content))
        inside = draft.content if around else None
        return 2 * sum(self._covered(span, inside) for span in draft.content) > size

    def _covered(self, span: Span, inside: Sequence[Span] | None) -> int:
        """Return how many characters of a span others hold; these hardly overlap."""
        at = max(0, bisect_left(self.spans, (span, -1)) - _BACK)
        total = 0
        for other, place in self.spans[at:]:
            if other.start >= span.end:
                break
            if inside is None or not _stands_in(self.drafts[place], inside):
                total += max(0, min(span.end, other.end) - max(span.start, other.start))
        return total
