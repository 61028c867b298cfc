"""What a reader of threads returns."""

from __future__ import annotations

import msgspec

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
