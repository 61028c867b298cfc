"""Since when comments can have been written: the day on which the page came out."""

from __future__ import annotations

import re
from typing import Final

from dateline.layout import Page
from dateline.text import clock
from dateline.text.thread.tree import tree

_DATES: Final = (
    "[property=article:published_time]",
    "[itemprop=datepublished]",
    "[name=date]",
    "[name=dc.date]",
    "[property=og:published_time]",
    "time.published",
    "time.entry-date",
    "abbr.published",
    ".dt-published",
    "time",
)
_PATH: Final = re.compile(r"/(\d{4})/(\d\d)/(?:(\d\d)/)?")


def of(page: Page) -> str | None:
    """Return the ISO 8601 day on which the page came out, as its head or address says, if any."""
    if page.given.published:
        given = clock.read(page.given.published)
        return given[:10] if given else None
    elements = tree(page)
    if elements is None:
        return None
    for kind in _DATES:
        for element in elements.find((kind,))[:3]:
            value = element.get("content") or element.get("datetime") or element.get("title")
            found = clock.read(value) if value else None
            if found:
                return found[:10]
    return _of_address(page, [e.get("href") for e in elements.find(("[rel=canonical]",))])


def _of_address(page: Page, addresses: list[str | None]) -> str | None:
    for address in (page.given.url, *addresses):
        found = _PATH.search(address or "")
        if found:
            return clock.read(f"{found[1]}-{found[2]}-{found[3] or '01'}")
    return None
