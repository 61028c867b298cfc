"""The lines of a laid-out page, each with the element that holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec
from lxml import etree

from dateline.layout import Markup
from dateline.span import Span, lines


class Line(msgspec.Struct, frozen=True):
    """One line of a page that is not blank.

    Attributes:
        number: its place among the lines, from 0.
        span: the line, its line end left out.
        holder: the innermost element that holds the whole line.
        linked: how many of its characters are links.
    """

    number: int
    span: Span
    holder: etree._Element
    linked: int

    @property
    def link_share(self) -> float:
        """The share of the line's characters that are links, 0 to 1."""
        return self.linked / (len(self.span) or 1)

    def within(self) -> Iterator[etree._Element]:
        """Yield the elements that hold the line, innermost first."""
        yield self.holder
        yield from self.holder.iterancestors()


def laid_out(text: str, markup: Markup) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order; time is linear in the page."""
    found: list[Line] = []
    elements = [(markup.span(element), element) for element in markup]
    links = [(span, e) for span, e in elements if span and e.tag == "a" and e.get("href")]
    linked = _Covered(span for span, _ in links if span)
    open_, at = [(Span(0, len(text)), markup.root)], 0
    for span in lines(text):
        if span.start == span.end:
            continue
        while at < len(elements):
            shown, element = elements[at]
            if shown is None or shown.start > span.start:
                break
            if shown.end >= span.end:
                while open_[-1][0].end <= shown.start:
                    open_.pop()
                open_.append((shown, element))
            at += 1
        while len(open_) > 1 and open_[-1][0].end < span.end:
            open_.pop()
        found.append(Line(len(found), span, open_[-1][1], linked.within(span)))
    return tuple(found)


class _Covered:
    """How many characters of a stretch are covered by spans that do not overlap, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            if not self._ends or span.start >= self._ends[-1]:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def within(self, stretch: Span) -> int:
        """Return how many characters of `stretch` are covered."""
        total, at = 0, max(0, bisect_right(self._starts, stretch.start) - 1)
        while at < len(self._starts) and self._starts[at] < stretch.end:
            total += max(0, min(self._ends[at], stretch.end) - max(self._starts[at], stretch.start))
            at += 1
        return total
