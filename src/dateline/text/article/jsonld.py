"""The articles that a page describes in JSON-LD (schema.org), as plain values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from lxml import etree

ARTICLES: Final = re.compile(
    r"(?:\w{0,40}Article|\w{0,40}BlogPosting|SocialMediaPosting|Report|Review|CreativeWork)\Z"
)
"""The schema.org types that are read as an article, such as `LiveBlogPosting`, `NewsArticle`."""

_LARGEST = 2_000_000
_MOST = 20_000
_FENCE = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*\Z"
)


def articles(root: etree._Element) -> list[dict[str, Any]]:
    """Return the nodes of a page's JSON-LD that describe an article, in document order.

    Nodes below `@graph`, `mainEntity` and the like are found too; broken scripts are left out.
    """
    return [node for node in _nodes(root) if any(map(ARTICLES.match, kinds(node)))]


def kinds(node: dict[str, Any]) -> list[str]:
    """Return the types of a node, without the vocabulary's address."""
    found = node.get("@type")
    names = found if isinstance(found, list) else [found]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def words(value: object) -> str:
    """Return a value's text: a string, a node's `name` or `@value`, or the first of a list."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
        value = value[0] if isinstance(value, list) and value else value
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def named(value: object, *, but: frozenset[str] = frozenset()) -> list[str]:
    """Return the names in one or many values, those of nodes of the types `but` left out."""
    many = value if isinstance(value, list) else [value]
    kept = [v for v in many if not (isinstance(v, dict) and but.intersection(kinds(v)))]
    return [name for name in map(words, kept) if name]


def _nodes(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the nodes of all scripts, parents first; a page's thousands of nodes are cut off."""
    left = _MOST
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        open_: list[Any] = [_decoded(script.text or "")]
        while open_ and left:
            left -= 1
            value = open_.pop()
            if isinstance(value, list):
                open_.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                open_.extend(v for v in reversed(value.values()) if isinstance(v, (dict, list)))


def _decoded(source: str) -> object:
    if len(source) > _LARGEST:
        return None
    try:
        return json.loads(_FENCE.sub("", source), strict=False)
    except (ValueError, RecursionError):
        return None
