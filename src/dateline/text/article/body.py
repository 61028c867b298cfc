"""Which lines of a page are the article.

The article is looked for in the page's tree by `extraction`; this module brings what was found back
to the page's own lines, and `rules` then decide with the tree at hand: what an element is called,
how much of a line is links, what stands between the paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, takewhile
from typing import Final

import msgspec
from lxml import etree

from dateline.layout import Markup
from dateline.record import SectionKind
from dateline.span import Span, merged
from dateline.text.article import alignment, extraction, rules, wording
from dateline.text.article.language import ENOUGH
from dateline.text.article.lines import Line

_HELD: Final = 0.8
"""Which share of the article its container holds: the rest is found by mistake."""
_AFTER: Final = 0.6
"""Which share of the article stands behind its headline, if that is its headline."""
_LEADING: Final = 60
"""From how many characters on a line before the container is the text that leads into it."""
_DEEPEST: Final = 64
"""How many elements around a line are looked at."""
_PROSE: Final = 80
_LINKED: Final = 0.3
_ENDS: Final = (".", "!", "?", "”", '"', "»", ".)")
_CUE: Final = 60
_TAIL: Final = 400
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<![\w.])@\w{2,30}"
    r"|\b(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp|LinkedIn)\b"
)


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a page that were found to be the article.

    Attributes:
        kinds: what each of them is, by the line's number, in order.
        joined: the numbers of lines that only announce the link on the next line.
    """

    text: str
    lines: Sequence[Line]
    kinds: dict[int, SectionKind]
    joined: frozenset[int] = frozenset()

    @property
    def first(self) -> int | None:
        """The number of the first line of the body."""
        return next((n for n, kind in self.kinds.items() if kind == "body"), None)

    @property
    def last(self) -> int | None:
        """The number of the last line of the body."""
        return next((n for n, kind in reversed(self.kinds.items()) if kind == "body"), None)

    @property
    def span(self) -> Span | None:
        """The first to the last character of the body."""
        if self.first is None or self.last is None:
            return None
        return Span(self.lines[self.first].span.start, self.lines[self.last].span.end)

    def prose(self) -> str:
        """Return the first words of the body, enough to tell its language."""
        words: list[str] = []
        numbers = (number for number, kind in self.kinds.items() if kind == "body")
        for number in islice(numbers, ENOUGH):
            words.append(self.lines[number].span.of(self.text)[:ENOUGH])
            if sum(map(len, words[-20:])) > ENOUGH:
                break
        return "\n".join(words)


def find(
    text: str,
    lines: Sequence[Line],
    markup: Markup,
    thread: Sequence[Span],
    headed: Line | None,
) -> Body:
    """Return the article's lines on a page.

    Args:
        text: the page's text.
        lines: its lines.
        markup: its tree.
        thread: where the readers' comments stand: nothing there is the article.
        headed: the line that shows the headline, if it is known.
    """
    blocked = _shares(lines, merged(thread))
    found = merged(alignment.locate(extraction.paragraphs(markup, thread), text))
    found = found or tuple(line.span for line in lines if not blocked[line.number] and _dense(line))
    shares = _shares(lines, found)
    container = _container(lines, shares, markup)
    inside = markup.span(container) or Span(0, 0)
    kinds: dict[int, SectionKind] = {}
    for line in _candidates(text, lines, shares, inside, _floor(shares, lines, headed)):
        around = takewhile(lambda element: element is not container, line.within())
        candidate = rules.Candidate(
            line=line,
            words=line.span.of(text),
            around=tuple(islice(around, _DEEPEST)),
            share=shares[line.number],
        )
        kind = None if blocked[line.number] else rules.kind(candidate)
        if kind is not None:
            kinds[line.number] = kind
    joined = frozenset(number for number in kinds if _announces(text, lines, kinds, number))
    kinds.update(dict.fromkeys(joined, "related"))
    return Body(text=text, lines=lines, kinds=_trimmed(text, lines, kinds), joined=joined)


def _dense(line: Line) -> bool:
    """Tell whether a line is prose by its looks: long and of few links."""
    return len(line.span) >= _PROSE and line.link_share < _LINKED


def _shares(lines: Sequence[Line], found: Sequence[Span]) -> list[float]:
    """Return which share of each line is covered by the spans, 0 to 1; both are in order."""
    shares, at = [], 0
    for line in lines:
        while at < len(found) and found[at].end <= line.span.start:
            at += 1
        covered, ahead = 0, at
        while ahead < len(found) and found[ahead].start < line.span.end:
            start = max(found[ahead].start, line.span.start)
            covered += min(found[ahead].end, line.span.end) - start
            ahead += 1
        shares.append(covered / len(line.span))
    return shares


def _container(lines: Sequence[Line], shares: Sequence[float], markup: Markup) -> etree._Element:
    """Return the lowest element that holds most of what was found, not a paragraph itself."""
    weights = [len(line.span) * (share >= 0.5) for line, share in zip(lines, shares, strict=True)]
    sums, starts = [0, *accumulate(weights)], [line.span.start for line in lines]

    def holds_most(element: etree._Element) -> bool:
        span = markup.span(element)
        if span is None or element.tag in rules.PARAGRAPHS | rules.HEADINGS:
            return False
        held = sums[bisect_left(starts, span.end)] - sums[bisect_left(starts, span.start)]
        return held >= _HELD * sums[-1]

    element: etree._Element | None = markup.root if sums[-1] else None
    lowest = markup.root
    while element is not None:
        lowest, element = element, next(filter(holds_most, element), None)
    return lowest


def _floor(shares: Sequence[float], lines: Sequence[Line], headed: Line | None) -> int:
    """Return the number of the line at which the article begins: after its headline.

    Where much of what was found stands before the line of the headline, that line is not it.
    """
    if headed is None:
        return 0
    weights = [len(line.span) * share for line, share in zip(lines, shares, strict=True)]
    after = sum(weights[headed.number + 1 :])
    return headed.number + 1 if after >= _AFTER * sum(weights) else 0


def _candidates(
    text: str, lines: Sequence[Line], shares: Sequence[float], inside: Span, floor: int
) -> Iterator[Line]:
    """Yield the lines that were found, and those between them in the container."""
    found = [number for number, share in enumerate(shares) if share >= 0.5]
    first = _lead(text, lines, found[0], floor) if found else 0
    for line in lines[floor:] if found else ():
        is_found = shares[line.number] >= 0.5
        if inside.contains(line.span):
            if is_found or first <= line.number < found[-1]:
                yield line
        elif is_found and line.span.end <= inside.start and len(line.span) >= _LEADING:
            yield line


def _lead(text: str, lines: Sequence[Line], first: int, floor: int) -> int:
    """Return the first of the paragraphs right above the first one found and beside it.

    The first of all may stand without a tag of its own in the element that holds the others.
    """
    beside = lines[first].holder
    while first > floor and beside.tag == "p":
        above = lines[first - 1]
        bare = above.holder is beside.getparent()
        alike = above.holder.tag == "p" and above.holder.getparent() is beside.getparent()
        ended = above.span.of(text).rstrip().endswith(_ENDS)
        if not (bare or alike) or not ended or not _dense(above):
            break
        first -= 1
    return first


def _announces(
    text: str, lines: Sequence[Line], kinds: dict[int, SectionKind], number: int
) -> bool:
    """Tell whether a line only says that the next one, under it, leads to another article."""
    line = lines[number]
    if kinds.get(number + 1) != "related" or line.linked or len(line.span) >= _CUE:
        return False
    adjoins = lines[number + 1].span.start == line.span.end + 1
    return adjoins and wording.opening(line.span.of(text), "related") is not None


def _trimmed(
    text: str, lines: Sequence[Line], kinds: dict[int, SectionKind]
) -> dict[int, SectionKind]:
    """Let the article end with a paragraph: heads and notes behind it are not its own."""
    kept = dict(kinds)
    for number in reversed(kinds):
        if not _is_tail(text, lines[number], kinds[number]):
            break
        if kinds[number] in {"body", "subhead"}:
            del kept[number]
    return kept


def _is_tail(text: str, line: Line, kind: SectionKind) -> bool:
    """Tell whether the last line is a head, or tells where to write and whom to follow."""
    if kind != "body":
        return True
    addressed = line.linked and _ADDRESS.search(line.span.of(text))
    return len(line.span) < _TAIL and (line.link_share > 0.8 or bool(addressed))
