"""Pages without a comment: threads that a script would have loaded, are elsewhere, or empty."""

from __future__ import annotations

from dateline.layout import Page
from dateline.record import Responses
from dateline.span import merged
from dateline.text.thread import area
from dateline.text.thread.roles import Unheld, threads
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import Tree, tree


def read(page: Page) -> Thread | None:
    """Return the empty thread of a page that holds no comment, or `None` if it has no thread.

    A thread counts as not in this copy (`held` is false) where the place is left for a script to
    fill it, or where the page claims comments that it does not hold.
    """
    elements = tree(page)
    if elements is None:
        return None
    places = area.spans(elements, ())
    claimed = area.declared(elements, ())
    system = _loaded(elements)
    if system is not None:
        marked = [span for e in elements.find(system.marks) if (span := elements.span(e))]
        responses = Responses(declared=claimed, system=system.name, held=False)
        return Thread(area=merged([*places, *marked]), responses=responses)
    if not places and claimed is None:
        return None
    return Thread(area=places, responses=Responses(declared=claimed, held=not claimed))


def _loaded(elements: Tree) -> Unheld | None:
    """Return the system that loads the page's thread by a script, if one does."""
    for system in threads().unheld:
        if elements.find(system.marks):
            return system
    sources = [e.get("src") or "" for e in elements.find(("script", "iframe"))]
    for system in threads().unheld:
        if any(mark in source for mark in system.sources for source in sources):
            return system
    return None
