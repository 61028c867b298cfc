"""What the classes, ids and tags of elements say about what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, TypeVar

import msgspec
from lxml import etree

from dateline.languages import lexicon

T = TypeVar("T")

_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", re.ASCII)
_LONGEST = 600
_NOTHING: Final = frozenset[str]()


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names in classes and ids, by what they say; see `languages/any/markup.toml`."""

    caption: frozenset[str]
    byline: frozenset[str]
    timestamp: frozenset[str]
    article: frozenset[str]
    furniture: frozenset[str]
    footer: frozenset[str]
    related: frozenset[str]


@cache
def known() -> Marks:
    """Return the names that are known."""
    found: Marks = lexicon("any", "markup", Marks)
    return found


def names(element: etree._Element) -> frozenset[str]:
    """Return the words of an element's class, id and `itemprop`, and each two neighbours joined.

    `entry-meta byLine` gives entry, meta, entry-meta, by, line, by-line and byline.
    """
    classes, own, item = element.get("class"), element.get("id"), element.get("itemprop")
    if not (classes or own or item):
        return _NOTHING
    if classes and not (own or item):
        return _names(classes[:_LONGEST])
    return _names(f"{classes or ''} {own or ''} {item or ''}"[:_LONGEST])


def inherited(decide: Callable[[etree._Element], T | None]) -> Callable[[etree._Element], T | None]:
    """Return a function that gives the decision on an element, or else on its nearest ancestor.

    Each element is decided on once, so that asking for all elements of a page takes linear time.
    """
    decided: dict[etree._Element, T | None] = {}

    def nearest(element: etree._Element) -> T | None:
        above: list[etree._Element] = []
        at: etree._Element | None = element
        found: T | None = None
        while at is not None and at not in decided:
            above.append(at)
            found = decide(at)
            if found is not None:
                break
            at = at.getparent()
        else:
            found = decided[at] if at is not None else None
        decided.update(dict.fromkeys(above, found))
        return found

    return nearest


@lru_cache(maxsize=8192)
def _names(classes: str) -> frozenset[str]:
    found: set[str] = set()
    for name in classes.split():
        words = [word.lower() for word in _PIECE.findall(name)]
        found.update(words)
        found.update(f"{a}-{b}" for a, b in pairwise(words))
        found.add("".join(words))
    return frozenset(found)
