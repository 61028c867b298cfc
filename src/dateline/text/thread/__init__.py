"""The readers' comments: who wrote what when, and who answers whom.

Each family of comment systems has a reader of its own, in `READERS`; the first that knows the page
reads it. A reader looks at markup families and text conventions, never at single sites.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.layout import Page
from dateline.text.thread import blogger, general, held, plain, semantic, unheld, wordpress
from dateline.text.thread.shape import Thread

__all__ = ["READERS", "Thread", "read"]

READERS: tuple[Callable[[Page], Thread | None], ...] = (
    plain.read,
    held.read,
    wordpress.read,
    blogger.read,
    semantic.read,
    general.read,
    unheld.read,
)


def read(page: Page) -> Thread:
    """Return the thread of the first reader that knows the page; an empty one if none does."""
    for reader in READERS:
        thread = reader(page)
        if thread is not None:
            return thread
    return Thread()
