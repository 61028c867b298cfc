"""Comment systems whose threads stand in the page: those that `any/threads.toml` describes."""

from __future__ import annotations

from dateline.layout import Page
from dateline.text.thread import gathering, since
from dateline.text.thread.roles import threads
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import tree


def read(page: Page) -> Thread | None:
    """Return the thread of the first system that is found on the page, or `None` if none is."""
    elements = tree(page)
    if elements is None:
        return None
    for system in threads().held:
        if system.needs and not elements.find(system.needs):
            continue
        items = gathering.items(elements, system.items)
        if not items:
            continue
        parts = gathering.pieces(elements, items)
        found = gathering.find(elements, parts, system, since.of(page))
        if gathering.sound(found):
            return gathering.thread(elements, found, system.name)
    return None
