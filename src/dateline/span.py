"""Where something stands: first and last character of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A half-open range of characters, `[start, end)`, in a document's text.

    Offsets count Unicode code points, as Python's strings do, so `span.of(text)` is the evidence.
    Spans sort by where they start, then by where they end. In JSON a span is `[start, end]`.

    Raises:
        ValueError: if `start` is negative or `end` lies before it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return true, even for an empty span: an empty comment still has its place."""
        return True

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies within this span; an empty one may lie on either edge."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def trimmed(self, text: str) -> Span:
        """Return the span without the white space at its ends; an all-white span is emptied."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.end - (len(words) - len(words.rstrip()))))


def lines(text: str, within: Span | None = None) -> Iterator[Span]:
    r"""Yield the span of each line, its line end left out; `\n` alone ends a line."""
    start, stop = (within.start, within.end) if within else (0, len(text))
    while start <= stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        yield Span(start, end)
        start = end + 1


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def gaps(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """Return what `spans` leave uncovered of `within`, in order."""
    out, at = [], within.start
    for span in merged(span for span in spans if span.overlaps(within)):
        if span.start > at:
            out.append(Span(at, span.start))
        at = span.end
    if at < within.end:
        out.append(Span(at, within.end))
    return tuple(out)
