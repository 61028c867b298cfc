"""How far what is said reaches: not into another paragraph, nor past a quotation that ends it.

A tagger marks words and not sentences, and a parser misses some ends of sentences after a mark:
'... said it "would stay dry." Nobody believed him'. The page itself shows where a speaker stops.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from dateline.quotation import Quotation
from dateline.span import Span, merged
from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft

_STOPS: Final = (".", "!", "?")
_GAP: Final = 4
"""Characters after a quotation in which the next sentence begins."""


def bounded(context: Context, draft: Draft) -> Draft:
    """Return a draft with its contents cut where the page shows that the speaker stops."""
    if draft.rule in LABELLED:
        return draft
    cut = [
        _cut(context, draft, one) for part in draft.content for one in _near(context, draft, part)
    ]
    return replace(draft, content=merged(span.trimmed(context.text) for span in cut if span))


def without_asides(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without the "according to X" that ends what they say: X tells all of it."""
    ends = {}
    for one in drafts:
        if one.rule == "according_to" and one.source and context.quoted[one.head] < 0:
            ends[one.source[-1].end] = one
    return [_without_aside(context, draft, ends) for draft in drafts]


def _without_aside(context: Context, draft: Draft, ends: Mapping[int, Draft]) -> Draft:
    last = draft.content[-1]
    aside = ends.get(last.end)
    if aside is None or aside is draft or aside.cue[0].start <= last.start:
        return draft
    words = context.text[last.start : aside.cue[0].start].rstrip(", \n\t")
    if not words or context.tokens[draft.head].span.start > aside.cue[0].start:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, last.start + len(words))))


def _near(context: Context, draft: Draft, part: Span) -> Iterator[Span]:
    """Yield a content, and of one over several paragraphs what is quoted or beside the cue."""
    inside = context.syntax.within(part)
    turns = [
        after
        for before, after in pairwise(inside)
        if context.paragraph(before) != context.paragraph(after)
    ]
    if not turns:
        yield part
        return
    here = context.paragraph(context.tokens[draft.head])
    starts = [part.start, *(token.span.start for token in turns)]
    ends = [*starts[1:], part.end]
    pieces = [
        (token, Span(start, end))
        for token, start, end in zip((inside[0], *turns), starts, ends, strict=True)
    ]
    if all(context.paragraph(token) != here for token, _ in pieces):
        yield part
        return
    for token, piece in pieces:
        if context.paragraph(token) == here or _is_quoted(context, token.index):
            yield piece


def _is_quoted(context: Context, index: int) -> bool:
    """Tell whether a paragraph begins in a quotation, or after one that was left open."""
    before = context.quoted[index - 1] if index else -1
    return context.quoted[index] >= 0 or (before >= 0 and not context.quotations[before].closed)


def _cut(context: Context, draft: Draft, part: Span) -> Span:
    """Return a content without the sentences after a quotation, or before it if the cue follows."""
    after_cue = context.tokens[draft.head].span.start < part.start
    for one in _quotations(context, part):
        if after_cue and one.span.end < part.end and _ends(context, one):
            return Span(part.start, one.span.end)
        lead = context.text[part.start : max(part.start, one.span.start)].rstrip()
        if not after_cue and lead.endswith(_STOPS) and one.span.end <= part.end:
            return Span(one.span.start, part.end)
    return part


def _quotations(context: Context, part: Span) -> tuple[Quotation, ...]:
    """Return the outermost quotations that begin in a content."""
    first = bisect_left(context.quotations, part.start, key=_start)
    return context.quotations[first : bisect_left(context.quotations, part.end, key=_start)]


def _start(one: Quotation) -> int:
    return one.span.start


def _ends(context: Context, one: Quotation) -> bool:
    """Tell whether a sentence ends with a quotation and another one begins after it."""
    after = context.text[one.span.end : one.span.end + _GAP].lstrip()[:1]
    return one.closed and one.inner.of(context.text).rstrip().endswith(_STOPS) and after.isupper()
