"""What a page's article is made of."""

from __future__ import annotations

import msgspec

from dateline.record import Dateline, Section


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a page beside the readers' thread.

    Attributes:
        title: the headline, without kicker and site name.
        byline: the authors as shown, one person each.
        published: ISO 8601, as precise as the page says, its zone kept.
        language: ISO 639-1 code.
        dateline: the place and date at the head of wire copy.
        sections: a partition of the page's text, in order.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    sections: tuple[Section, ...] = ()
