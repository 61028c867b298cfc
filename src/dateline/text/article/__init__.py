"""The article on a page: its sections, and what the page says of it."""

from __future__ import annotations

import msgspec

from dateline.layout import Page
from dateline.record import Section
from dateline.span import Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a page beside the readers' thread.

    Attributes:
        title: the headline, without kicker and site name.
        byline: the authors as shown, one person each.
        published: ISO 8601, as precise as the page says, its zone kept.
        sections: a partition of the page's text, in order.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()


def read(page: Page, thread: tuple[Span, ...]) -> Article:  # noqa: ARG001
    """Return the article of a page, whose readers' thread lies in `thread`."""
    whole = Span(0, len(page.text))
    return Article(sections=(Section(kind="body", span=whole),) if page.text else ())
