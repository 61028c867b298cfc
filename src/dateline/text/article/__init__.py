"""The article on a page: its sections, and what the page says of it."""

from __future__ import annotations

from dateline.layout import Page
from dateline.record import Section
from dateline.span import Span
from dateline.text.article import html, language
from dateline.text.article.model import Article

__all__ = ["Article", "read"]


def read(page: Page, thread: tuple[Span, ...]) -> Article:
    """Return the article of a page, whose readers' thread lies in `thread`."""
    if page.markup is not None:
        return html.read(page, page.markup, thread)
    whole, given = Span(0, len(page.text)), page.given
    return Article(
        title=given.title,
        byline=given.byline,
        published=given.published,
        outlet=given.outlet,
        url=given.url,
        language=language.of(page.text, given.language),
        sections=(Section(kind="body", span=whole),) if page.text else (),
    )
