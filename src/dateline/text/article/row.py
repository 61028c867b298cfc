"""The article in a table's row: the text is the body, whole; the columns say the rest."""

from __future__ import annotations

from dateline.layout import Page
from dateline.record import Section
from dateline.span import Span
from dateline.text.article import language, wire
from dateline.text.article.model import Article
from dateline.text.article.partition import partition


def read(page: Page) -> Article:
    """Return the article of a page of kind `row`: all body, save for a dateline at its head."""
    given, whole = page.given, Span(0, len(page.text))
    spoken = language.of(page.text, given.language)
    filed = wire.read(page.text, whole, given.language or spoken, given.published)
    sections: tuple[Section, ...] = ()
    if filed is not None:
        body = Span(filed.span.end, whole.end)
        sections = partition(page.text, [(filed.span, "dateline"), (body, "body")])
    elif page.text:
        sections = (Section(kind="body", span=whole),)
    return Article(
        title=given.title,
        byline=given.byline,
        published=given.published,
        outlet=given.outlet,
        url=given.url,
        language=spoken,
        dateline=filed,
        sections=sections,
    )
