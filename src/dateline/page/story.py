"""The story of a page that holds it only as data for search engines, made part of the page.

A page that is built by a script in the browser shows nothing when it was fetched without one; many
such pages have the whole article as schema.org's `articleBody` in a script of JSON-LD, which is
read here, never run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Final

from lxml import etree

from dateline.page.literals import Value
from dateline.page.scripts import UNFIT, content

_LEAST: Final = 200
"""How many characters a story has at least."""

_AROUND: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Under which names a page's own article may stand; elsewhere other articles are told of."""

_MOST: Final = 10_000


def embody(root: etree._Element) -> bool:
    """Append the one story that the JSON-LD of a page holds to its body; tell whether it has one.

    Nothing is done where there are several: which of them is the page's own cannot be told.

    Args:
        root: the page's tree; it is changed in place.
    """
    found = dict(_stories(root))
    if len(found) != 1:
        return False
    [(words, headline)] = found.items()
    body = root.find("body")
    article = etree.SubElement(root if body is None else body, "article")
    if headline:
        etree.SubElement(article, "h1").text = headline
    if "<p" in words or "<br" in words:
        article.append(content(words))
    else:
        for line in unescape(words).split("\n"):
            etree.SubElement(article, "p").text = line
    return True


def _stories(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the words and the headline of each story that the page's JSON-LD holds whole."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data: Value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            words = _sound(node.get("articleBody"))
            if len(words) >= _LEAST:
                yield words, " ".join(_sound(node.get("headline")).split())


def _nodes(data: Value) -> Iterator[dict[str, Value]]:
    """Yield the things that the data tell of in their own right, not as part of another."""
    left, number = [data], 0
    while left and number < _MOST:
        value, number = left.pop(), number + 1
        if isinstance(value, list):
            left.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            left.extend(value[name] for name in _AROUND if name in value)


def _sound(value: Value) -> str:
    """Return a text without what cannot stand in a tree."""
    if not isinstance(value, str):
        return ""
    words = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    return UNFIT.sub("\ufffd", words)
