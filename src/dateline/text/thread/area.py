"""Where a thread stands on a page, and how many comments the page says that there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from lxml import etree

from dateline.span import Span, merged
from dateline.text.thread import wording
from dateline.text.thread.roles import is_counter, speaks_of, threads
from dateline.text.thread.tree import Tree

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "header"))
_WIDEST_HEADING: Final = 300
_BODIES: Final = ("[itemprop=articlebody]", ".entry-content", ".article-body", ".post-body")
_COUNTERS: Final = ("[itemprop=commentcount]", "[itemprop=interactioncount]")
_COUNT_IN_JSON: Final = re.compile(r'"commentCount"\s{0,9}:\s{0,9}"?(\d{1,7})\b')
_LINKS: Final = ("#comments", "#respond", "#comment", "#disqus_thread", "#kommentare", "#forum")


def spans(tree: Tree, comments: Sequence[etree._Element]) -> tuple[Span, ...]:
    """Return what belongs to the thread: its comments, their heading, its form and its pager.

    Args:
        tree: the page.
        comments: the elements that hold the comments; none if the page holds none.
    """
    article = _article(tree)
    holders = [e for e in tree.find(threads().area.holders) if tree.span(e)]
    found = [e for e in holders if not _holds_any(tree, e, article)]
    places = [span for span in map(tree.span, comments) if span]
    if comments:
        top = next(around(tree, comments), None)
        for element in around(tree, comments):
            top = element if speaks_of(element, "comment") else top
        found += _headings(tree, comments[0] if top is None else top)
        found += [] if top is None else [top]
        whole = Span(places[0].start, max(place.end for place in places))
        places = places if _any_in(tree, whole, article) else [whole]
    return merged([*places, *(span for span in map(tree.span, found) if span)])


def around(tree: Tree, comments: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements around all comments that do not hold the article, the smallest first."""
    article = _article(tree)
    top = _common(comments)
    while top is not None and top.tag not in ("body", "html"):
        if _holds_any(tree, top, article):
            return
        yield top
        top = top.getparent()


def holds_article(tree: Tree, element: etree._Element) -> bool:
    """Tell whether the headline or body of the article stands in the element."""
    return _holds_any(tree, element, _article(tree))


@lru_cache(maxsize=2)
def spoken(tree: Tree) -> dict[etree._Element, None]:
    """Return the elements that speak of comments, in document order, each once."""
    return dict.fromkeys(e for e in tree.elements if speaks_of(e, "comment"))


@lru_cache(maxsize=2)
def _article(tree: Tree) -> tuple[etree._Element, ...]:
    """Return what tells the article's place: its headline and body, nothing in the thread."""
    titles = [e for e in tree.find(("h1",)) if tree.span(e) and not speaks_of(e, "comment")]
    holders = [e for e in tree.find(threads().area.holders) if not _holds_any(tree, e, titles)]
    inside = merged(span for span in map(tree.span, holders) if span)
    bodies = [
        e for e in tree.find(_BODIES) if (span := tree.span(e)) and not _covered(inside, span)
    ]
    return (*titles, *bodies)


def _covered(areas: Sequence[Span], span: Span) -> bool:
    """Tell whether one of `areas`, which are in order and apart, holds the span."""
    place = bisect_right(areas, span.start, key=_start) - 1
    return place >= 0 and areas[place].contains(span)


def _common(elements: Sequence[etree._Element]) -> etree._Element | None:
    """Return the smallest element around all of `elements`."""
    first, last = elements[0], elements[-1]
    around_last = set(last.iterancestors())
    return next((a for a in first.iterancestors() if a in around_last), None)


def _holds_any(tree: Tree, element: etree._Element, others: Iterable[etree._Element]) -> bool:
    span = tree.span(element)
    return span is not None and _any_in(tree, span, others)


def _any_in(tree: Tree, span: Span, elements: Iterable[etree._Element]) -> bool:
    return any(span.contains(place) for e in elements if (place := tree.span(e)))


def _headings(tree: Tree, top: etree._Element) -> Iterator[etree._Element]:
    """Yield the few elements right before the comments that are their heading."""
    for number, element in enumerate(top.itersiblings(preceding=True)):
        words = tree.shown(element)
        if number > 4 or len(words) > _WIDEST_HEADING or element.tag not in _HEADINGS:
            return
        if speaks_of(element, "comment") or wording.count(words) is not None:
            yield element


def declared(tree: Tree, comments: Sequence[etree._Element]) -> int | None:
    """Return the number of comments that the page claims, or `None` if it claims none.

    The thread's own heading counts first, then what is written for machines, then counters and
    links to the thread elsewhere on the page, where they agree.
    """
    inside = {e for c in comments for e in c.iter()}
    for element in _near(tree, comments):
        if element not in inside:
            number = wording.count(tree.shown(element))
            if number is not None:
                return number
    machine = [*_written_for_machines(tree)]
    if machine:
        return machine[0]
    claims = {
        n for e in _counters(tree) if e not in inside and (n := _counter(tree, e)) is not None
    }
    return claims.pop() if len(claims) == 1 else None


def _written_for_machines(tree: Tree) -> Iterator[int]:
    """Yield the counts in schema.org's microdata and in JSON-LD."""
    for element in tree.find(_COUNTERS):
        value = (element.get("content") or tree.shown(element)).rpartition(":")[2].strip()
        if value.isdecimal() and len(value) < 8:
            yield int(value)
    for script in tree.find(("script",)):
        if "ld+json" in (script.get("type") or ""):
            yield from (int(n) for n in _COUNT_IN_JSON.findall(script.text or ""))


def _near(tree: Tree, comments: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the short elements of the thread that may be its heading, in order."""
    areas = spans(tree, comments)
    for element in tree.markup:
        span = tree.span(element)
        if span is None or len(span) > _WIDEST_HEADING:
            continue
        if _covered(areas, span):
            yield element


def _start(span: Span) -> int:
    return span.start


def _counters(tree: Tree) -> Iterator[etree._Element]:
    """Yield the elements outside the thread that may show how many comments there are."""
    for element in tree.find(("a",)):
        address = (element.get("href") or "").lower()
        if any(link in address for link in _LINKS):
            yield element
    yield from (element for element in spoken(tree) if element.get("class"))


def _counter(tree: Tree, element: etree._Element) -> int | None:
    words = tree.shown(element)
    if not words or len(words) > 60:
        return None
    number = wording.count(words)
    if number is None and is_counter(element):
        return wording.bare_number(words)
    return number
