"""The words of the article as trafilatura cuts them out of the page's tree.

Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021 demonstrations.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from dateline.layout import Markup
from dateline.span import Span

# What trafilatura gives up on is not the user's business: it is read in another way.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

LARGEST: Final = 30_000
"""How many elements a page may have: trafilatura takes quadratic time where they are siblings."""

_SCANT = 600


def paragraphs(markup: Markup, without: Sequence[Span]) -> list[str]:
    """Return the paragraphs of the article, in order; none if none is found or looked for.

    The fast way is tried first; where it finds little, the way that also asks readability and
    jusText decides.

    Args:
        markup: the page; it is not changed.
        without: the parts of the page's text that are not looked at.
    """
    tree = _without(markup, without)
    if int(str(tree.xpath("string(count(//*))"))) > LARGEST:
        return []
    found = _extracted(tree, fast=True)
    if sum(map(len, found)) < _SCANT:
        found = _extracted(tree, fast=False) or found
    return found


def _extracted(tree: etree._Element, *, fast: bool) -> list[str]:
    from trafilatura import bare_extraction  # noqa: PLC0415  (half a second to import)

    found = bare_extraction(tree, fast=fast, favor_recall=fast, include_comments=False)
    words: str = getattr(found, "text", None) or ""
    return [line for line in words.split("\n") if line.strip()]


def _without(markup: Markup, areas: Sequence[Span]) -> etree._Element:
    """Return a copy of the tree without the elements that lie in `areas`."""
    tree = deepcopy(markup.root)
    doomed = _lying_in(markup, areas)
    parents = {above for element in doomed for above in element.iterancestors()}
    open_ = [(markup.root, tree)] if parents else []
    while open_:
        original, twin = open_.pop()
        for child, twin_child in zip(list(original), list(twin), strict=True):
            if child in doomed:
                drop(twin_child)
            elif child in parents:
                open_.append((child, twin_child))
    return tree


def _lying_in(markup: Markup, areas: Sequence[Span]) -> set[etree._Element]:
    """Return the outermost elements that lie in one of the areas."""
    starts, inside = [area.start for area in areas], set[etree._Element]()
    if not areas:
        return inside
    outermost = set[etree._Element]()
    for element in markup:
        span = markup.span(element)
        at = bisect_right(starts, span.start) - 1 if span else -1
        if span is not None and at >= 0 and areas[at].contains(span):
            inside.add(element)
            if element.getparent() not in inside:
                outermost.add(element)
    return outermost


def drop(element: etree._Element) -> None:
    """Take an element out of its tree, but leave the text behind it where it is."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
