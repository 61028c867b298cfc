"""The readers' comments: who wrote what when, and who answers whom.

Each family of comment systems has a reader of its own, in `READERS`; the first that knows the page
reads it. A reader looks at markup families and text conventions, never at single sites.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dateline.layout import Page
from dateline.record import Responses
from dateline.span import Span


class Thread(msgspec.Struct, frozen=True):
    """The readers' comments and the part of the page that they take up.

    Attributes:
        area: all that belongs to the thread, its heading and reply form included, in order; the
            article keeps clear of it.
        responses: the comments, in reading order, each with the span of its own words.
    """

    area: tuple[Span, ...] = ()
    responses: Responses = Responses()


READERS: tuple[Callable[[Page], Thread | None], ...] = ()


def read(page: Page) -> Thread:
    """Return the thread of the first reader that knows the page; an empty one if none does."""
    for reader in READERS:
        thread = reader(page)
        if thread is not None:
            return thread
    return Thread()
