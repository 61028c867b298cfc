"""The article on a page: its sections, and what the page says of it."""

from __future__ import annotations

from dateline.layout import Page
from dateline.span import Span
from dateline.text.article import html, plain, row
from dateline.text.article.model import Article

__all__ = ["Article", "read"]


def read(page: Page, thread: tuple[Span, ...]) -> Article:
    """Return the article of a page, whose readers' thread lies in `thread`."""
    if page.markup is not None:
        return html.read(page, page.markup, thread)
    if page.kind == "row":
        return row.read(page)
    return plain.read(page, thread)
