"""The sentences around some characters of a text, for showing evidence in its place."""

from __future__ import annotations

import re
from typing import Final

from dateline.span import Span
from dateline.store.rows import Excerpt

LONGEST: Final = 600
_END: Final = re.compile(
    r"(?:[!?]|(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.)[\"'”’)\]]{0,3}\s"
)


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Return the sentence or sentences that hold text[start:end], within their line.

    A sentence ends at a full stop after a word of some length, so that "Mr." or an initial ends
    none; at most `LONGEST` characters on either side are looked at.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - LONGEST)
    last = text.find("\n", end, end + LONGEST)
    last = min(len(text), end + LONGEST) if last < 0 else last
    begins = [found.end() for found in _END.finditer(text, first, start)]
    ends = _END.search(text, max(first, end - 1), last)
    span = Span(begins[-1] if begins else first, ends.end() if ends else last).trimmed(text)
    whole = Span(min(span.start, start), max(span.end, end))
    return Excerpt(span=whole, text=whole.of(text))
