"""Saved web pages: from bytes to markup."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.layout import Page
from dateline.page import encoding, html
from dateline.page.source import Source


def read(source: Source) -> Iterator[Page]:
    """Yield the pages that a saved web page holds: one, or several for an index of posts.

    Raises:
        Unreadable: if the bytes cannot be had or are too many, or show no page.
    """
    markup = encoding.of_markup(source.whole(), source.known.charset)
    yield from html.pages(source.path, markup, source.known.given)
