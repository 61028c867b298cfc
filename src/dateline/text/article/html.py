"""The article on an HTML page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from dateline.layout import Markup, Page
from dateline.record import Dateline, SectionKind
from dateline.span import Span
from dateline.text.article import authors, claims, headline, language, marks, published, wire
from dateline.text.article import body as article_body
from dateline.text.article.body import Body
from dateline.text.article.lines import Line, laid_out
from dateline.text.article.model import Article
from dateline.text.article.partition import partition

_ABOVE: Final = 6
_BELOW: Final = 8
_FILED: Final = 5
_OPENING: Final = 3
_LINKED: Final = 0.9
_SIGNED: Final = 200
"""The longest line, in characters, that is there to show author or date."""
_SEAMS: Final = " |•·–—-:»«/"
_SEAM = re.compile(r"\s+[|•·–—-]\s+|\s*[|»«]\s*")
_Mark = tuple[Span, SectionKind]


def read(page: Page, markup: Markup, thread: Sequence[Span]) -> Article:
    """Return the article of a page of kind `html`, whose readers' thread lies in `thread`."""
    text, lines = page.text, laid_out(page.text, markup)
    told = claims.read(markup.root)
    free = _free(lines, thread)
    title, headed = headline.find(text, free, told)
    body = article_body.find(text, lines, markup, thread, headed)
    spoken = language.of(body.prose(), told.language or page.given.language)
    tag = told.language if (told.language or "").lower()[:2] == spoken else spoken
    places = _places(free, body, headed)
    address = page.given.url or told.url
    dates = chain(told.published, published.told(markup, _around(places)))
    moment, moment_at = published.find(text, places, dates, address, tag)
    people, signed = authors.find(text, places, markup, told, spoken)
    filed = _filed(text, body, tag, moment)
    dated = [line for line in chain.from_iterable(places) if _shows(line, moment_at, body)]
    marked: list[_Mark] = [(area, "responses") for area in thread]
    marked += _heading(headed, signed, dated[:1], moment_at)
    marked += [(filed.span, "dateline")] if filed else []
    marked += _rest(
        body, {line.number for line in (*signed, *dated)}, filed.span if filed else None
    )
    return Article(
        title=page.given.title or title,
        byline=people or page.given.byline,
        published=moment or page.given.published,
        outlet=_outlet(told, title) or page.given.outlet or _host(address),
        url=address,
        language=spoken,
        dateline=filed,
        sections=partition(text, marked),
    )


def _free(lines: Sequence[Line], thread: Sequence[Span]) -> list[Line]:
    """Return the lines that are no part of the thread; both are in order."""
    free, at = [], 0
    for line in lines:
        while at < len(thread) and thread[at].end <= line.span.start:
            at += 1
        if at == len(thread) or not thread[at].overlaps(line.span):
            free.append(line)
    return free


def _places(free: Sequence[Line], body: Body, headed: Line | None) -> list[list[Line]]:
    """Return the lines where author and date may stand, the likeliest place first.

    Between headline and article; above the headline; in the article's first lines; below it.
    """
    first, last = body.first, body.last
    if first is None or last is None:
        return [list(free[: 4 * _BELOW])]
    start = headed.number if headed is not None and headed.number < first else None
    between = [line for line in free if start is not None and start < line.number < first]
    top = first if start is None else start
    above = [line for line in free if line.number < top][-_ABOVE:]
    opening = [line for line in free if first <= line.number][:_OPENING]
    below = [line for line in free if line.number > last][:_BELOW]
    return [between[: 4 * _BELOW], above[::-1], opening, below]


def _filed(text: str, body: Body, language: str | None, moment: str | None) -> Dateline | None:
    """Return the dateline: at the head of the story, or of one of the lines after its highlights.

    Further down it must name its agency or a day: words in capitals and a dash may open a point.
    """
    whole = body.span
    starts = [line.span for n, line in enumerate(body.lines) if body.kinds.get(n) == "body"][
        :_FILED
    ]
    for number, line in enumerate(starts):
        found = wire.read(text, Span(line.start, whole.end), language, moment) if whole else None
        if found and (number == 0 or (found.places and (found.agency or found.date_span))):
            return found
    return None


def _around(places: Sequence[Sequence[Line]]) -> Span:
    spans = [line.span for line in chain.from_iterable(places)]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)


def _shows(line: Line, moment_at: Span | None, body: Body) -> bool:
    """Tell whether a line is there to show the date: not prose that happens to hold it."""
    if moment_at is None or not line.span.contains(moment_at):
        return False
    return len(line.span) <= _SIGNED and (
        line.number not in body.kinds or len(line.span) < 3 * len(moment_at)
    )


def _heading(
    headed: Line | None, signed: Sequence[Line], dated: Sequence[Line], moment_at: Span | None
) -> Iterator[_Mark]:
    """Yield headline, byline and timestamp; a line that shows both of the last is parted."""
    if headed is not None:
        yield headed.span, "headline"
    both = [line.number for line in signed if line in dated]
    for line in signed:
        if line.number not in both or moment_at is None:
            yield line.span, "byline"
        else:
            yield Span(line.span.start, moment_at.start), "byline"
            yield moment_at, "timestamp"
            yield Span(moment_at.end, line.span.end), "byline"
    yield from ((line.span, "timestamp") for line in dated if line.number not in both)


def _rest(body: Body, taken: set[int], filed: Span | None) -> Iterator[_Mark]:
    """Yield the lines of the article but those `taken`, and captions and footers outside of it."""
    outside: Callable[[etree._Element], SectionKind | None] = marks.inherited(_stands_in)
    for line in body.lines:
        kind = body.kinds.get(line.number) or outside(line.holder)
        if kind is None or line.number in taken:
            continue
        if kind == "related" and line.number not in body.kinds and line.link_share < _LINKED:
            continue
        start = line.span.start
        if filed is not None and filed.overlaps(line.span):
            start = min(filed.end, line.span.end)
        end = body.lines[line.number + 1].span.end if line.number in body.joined else line.span.end
        yield Span(start, end), kind


def _stands_in(element: etree._Element) -> SectionKind | None:
    """Return what stands in an element outside of the article; `other` stops the asking."""
    if element.tag in {"figcaption", "caption"}:
        return "caption"
    if element.tag in {"article", "main", "body"}:
        return "other"
    if not marks.known().related.isdisjoint(marks.names(element)):
        return "related" if any(e.tag == "article" for e in element.iterancestors()) else "other"
    if element.tag == "footer" or not marks.known().footer.isdisjoint(marks.names(element)):
        return "footer"
    return None


def _outlet(told: claims.Claims, title: str | None) -> str | None:
    """Return the outlet's name: as claimed, else what stands behind the headline in the title."""
    if told.outlets:
        return told.outlets[0]
    left = told.title.replace(title or "\0", "", 1) if title else ""
    if left != told.title and left.strip(_SEAMS):
        parts = _SEAM.split(left.strip(_SEAMS))
        return parts[0] if told.title.rstrip().endswith(title or "\0") else parts[-1]
    return None


def _host(address: str | None) -> str | None:
    """Return the name of the site that an address leads to."""
    host = urlsplit(address or "").hostname
    return host.removeprefix("www.") if host else None
