"""Blogger: the threaded list that its script draws, and the definition list of older templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.layout import Page
from dateline.text.thread import gathering, since
from dateline.text.thread.roles import Held
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import Tree, tree
from dateline.text.thread.words import Piece

_HINTS: Final = Held(
    name="blogger",
    items=(".comment-thread", "li.comment", ".comment"),
    author=(".user", "dt.comment-author", ".comment-author"),
    time=(".datetime", ".comment-timestamp"),
    body=(".comment-content", "dd.comment-body", "p.comment-body"),
)
_SIGNS: Final = (
    ".comment-replybox-thread",
    ".toplevel-thread",
    "#comments-block",
    "#comment-holder",
    "#top-ra",
    ".comment-replybox-single",
)
_STARTS: Final = ("dt.comment-author", "h4.comment-author", "div.comment-author")


def read(page: Page) -> Thread | None:
    """Return the thread of a page made by Blogger, or `None` if it holds none."""
    elements = tree(page)
    if elements is None or not elements.find(_SIGNS):
        return None
    parts = _pieces(elements)
    if not parts:
        return None
    found = gathering.find(elements, parts, _HINTS, since.of(page))
    return gathering.thread(elements, found, "blogger") if gathering.sound(found) else None


def _pieces(elements: Tree) -> Sequence[Piece]:
    items = gathering.items(elements, _HINTS.items[1:])
    if items:
        return gathering.pieces(elements, items)
    for start in _STARTS:
        starts = [e for e in elements.find((start,)) if gathering.is_item(elements, e)]
        if starts:
            return gathering.runs(elements, starts)
    return ()
