"""Feeds written as JSON: a page for each item.

Source: *JSON Feed*, version 1.1 (1.0 names one `author` where 1.1 names `authors`).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from dateline.errors import Unreadable
from dateline.layout import Given
from dateline.page import declared, encoding
from dateline.page.literals import Value
from dateline.page.source import Known, Source


def read(source: Source) -> Iterator[Source]:
    """Yield the items of a feed, in its order, each under its id, its address or its number.

    An item's content is its page, as HTML or else as plain text; where it has none, its summary,
    and where it has none of that either, its title.

    Raises:
        Unreadable: if it is no JSON, or the bytes cannot be had or are too many.
    """
    try:
        feed: Value = json.loads(encoding.of_text(source.whole()).lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        raise Unreadable(source.path, "damaged feed", "fetch the file again") from None
    told = feed if isinstance(feed, dict) else {}
    items = told.get("items")
    taken: set[str] = set()
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            continue
        name = _line(item, "id") or _line(item, "url") or str(number)
        key = name if name not in taken else str(number)
        taken.add(key)
        yield _page(f"{source.path}#{key}", source, told, item)


def _page(path: str, source: Source, feed: dict[str, Value], item: dict[str, Value]) -> Source:
    given = Given(
        url=_line(item, "url"),
        title=_line(item, "title"),
        byline=_authors(item) or _authors(feed),
        published=declared.moment(_text(item, "date_published")),
        outlet=_line(feed, "title"),
        language=declared.language(_text(item, "language") or _text(feed, "language")),
    )
    html = _text(item, "content_html")
    words = html or _text(item, "content_text") or _text(item, "summary") or _text(item, "title")
    known = Known(media="text/html" if html else "text/plain", charset="utf-8", given=given)
    return Source(path, io.BytesIO(words.encode("utf-8", "replace")), source.limits, known)


def _authors(told: dict[str, Value]) -> tuple[str, ...]:
    listed = told.get("authors")
    many = listed if isinstance(listed, list) else [told.get("author")]
    lines = (_line(one, "name") for one in many if isinstance(one, dict))
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(told: dict[str, Value], name: str) -> str | None:
    return declared.line(_text(told, name))


def _text(told: dict[str, Value], name: str) -> str:
    """Return what is told under a name; an id may be a number."""
    words = told.get(name)
    if isinstance(words, float | int) and not isinstance(words, bool):
        return str(words)
    return words if isinstance(words, str) else ""
