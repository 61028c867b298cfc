"""Whether what is said stands in the speaker's own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dateline.quotation import Quotation
from dateline.record import Manner
from dateline.span import Span, gaps
from dateline.statements.context import Context
from dateline.statements.draft import Draft

_WORD: Final = re.compile(r"\w+")


def manner(context: Context, draft: Draft) -> Manner:
    """Return `direct` if all words stand between marks, `indirect` if none does, else `mixed`.

    In a transcript what is said needs no marks.
    Of what stands in a quotation itself, only quotations within that one count.
    """
    marks = context.nested if context.quoted[draft.head] >= 0 else context.quotations
    inside = outside = 0
    for part in draft.content:
        quoted = _within(marks, part)
        inside += sum(_words(context, span) for span in quoted)
        outside += sum(_words(context, span) for span in gaps(quoted, part))
    if not inside:
        return "direct" if draft.rule == "turn" else "indirect"
    return "mixed" if outside else "direct"


def _within(marks: Sequence[Quotation], part: Span) -> list[Span]:
    """Return what quotations cover of a part."""
    first = bisect_right(marks, part.start, key=lambda one: one.span.end)
    out = []
    for one in marks[first:]:
        if one.span.start >= part.end:
            break
        out.append(Span(max(one.span.start, part.start), min(one.span.end, part.end)))
    return out


def _words(context: Context, span: Span) -> int:
    return len(_WORD.findall(span.of(context.text)))
