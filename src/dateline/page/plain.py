"""Plain-text copies of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.layout import Given, Page
from dateline.page import encoding
from dateline.page.source import Source

_NOTHING: Final = Given()


def read(source: Source) -> Iterator[Page]:
    """Yield the page that a text file holds.

    Raises:
        Unreadable: if the bytes cannot be had or are too many.
    """
    text = encoding.of_text(source.whole(), source.known.charset)
    yield page(source.path, text, source.known.given)


def page(path: str, text: str, given: Given = _NOTHING) -> Page:
    """Return the page whose text copy is `text`, which is kept unchanged."""
    return Page(path=path, kind="plain", text=text, given=given)
