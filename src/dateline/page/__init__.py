"""From bytes to pages: one module per way in which people keep news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dateline.errors import Unreadable
from dateline.layout import Page


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one input is read before it is refused, so that memory and time are bounded."""

    bytes: int = 64_000_000


DEFAULT_LIMITS = Limits()


def pages(inputs: Iterable[str], limits: Limits = DEFAULT_LIMITS) -> Iterator[Page | Unreadable]:
    """Yield the pages that `inputs` hold, in order, and in its place whatever cannot be read."""
    for name in inputs:
        yield Page(path=name, kind="plain", text=Path(name).read_text("utf-8")[: limits.bytes])
