"""Where a thread stands on a page, and how many comments the page says that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from dateline.span import Span, merged
from dateline.text.thread import wording
from dateline.text.thread.roles import speaks_of, threads
from dateline.text.thread.tree import Tree

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "header"))
_WIDEST_HEADING: Final = 300
_ARTICLE: Final = ("h1", "[itemprop=articlebody]", ".entry-content", ".article-body", ".post-body")
_COUNTERS: Final = ("[itemprop=commentcount]", "[itemprop=interactioncount]")
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
    if comments:
        top = next(iter(around(tree, comments)), None)
        for element in around(tree, comments):
            top = element if speaks_of(element, "comment") else top
        found += [top, *_headings(tree, top)] if top is not None else comments
    return merged(span for span in map(tree.span, found) if span)


def around(tree: Tree, comments: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements around all comments that do not hold the article, the smallest first."""
    article = _article(tree)
    top = _common(comments)
    while top is not None and top.tag not in ("body", "html"):
        if _holds_any(tree, top, article):
            return
        yield top
        top = top.getparent()


def _article(tree: Tree) -> list[etree._Element]:
    """Return what tells the article's place: its headline and body."""
    return [e for e in tree.find(_ARTICLE) if tree.span(e) and not speaks_of(e, "comment")]


def _common(elements: Sequence[etree._Element]) -> etree._Element | None:
    """Return the smallest element around all of `elements`."""
    first, last = elements[0], elements[-1]
    around_last = set(last.iterancestors())
    return next((a for a in first.iterancestors() if a in around_last), None)


def _holds_any(tree: Tree, element: etree._Element, others: Iterable[etree._Element]) -> bool:
    span = tree.span(element)
    return span is not None and any(
        span.contains(other) for e in others if (other := tree.span(e)) and len(other)
    )


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
    for element in tree.find(_COUNTERS):
        value = (element.get("content") or tree.shown(element)).rpartition(":")[2]
        if value.strip().isdecimal():
            return int(value)
    claims = {
        n for e in _counters(tree) if e not in inside and (n := _counter(tree, e)) is not None
    }
    return claims.pop() if len(claims) == 1 else None


def _near(tree: Tree, comments: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the short elements in and before the thread that may be its heading, in order."""
    areas = spans(tree, comments)
    if not areas:
        return
    for element in tree.markup:
        span = tree.span(element)
        if span and len(span) <= _WIDEST_HEADING and any(a.contains(span) for a in areas):
            yield element


def _counters(tree: Tree) -> Iterator[etree._Element]:
    """Yield the elements outside the thread that may show how many comments there are."""
    for element in tree.find(("a",)):
        address = (element.get("href") or "").lower()
        if any(link in address for link in _LINKS):
            yield element
    for _, elements in tree.words():
        for element in elements:
            if speaks_of(element, "comment"):
                yield element


def _counter(tree: Tree, element: etree._Element) -> int | None:
    words = tree.shown(element)
    if not words or len(words) > 60:
        return None
    number = wording.count(words)
    return wording.bare_number(words) if number is None else number
