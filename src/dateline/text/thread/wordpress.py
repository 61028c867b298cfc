"""WordPress: the lists of its themes, old and new, and of WordPress.com."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from lxml import etree

from dateline.layout import Page
from dateline.text.thread import gathering, nesting, since, wording
from dateline.text.thread.gathering import Found
from dateline.text.thread.nesting import Answer
from dateline.text.thread.roles import Held
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import Tree, tree
from dateline.text.thread.words import Said

_HINTS: Final = Held(
    name="wordpress",
    items=(
        "li.comment",
        "li.pingback",
        "li.trackback",
        "li#comment-*",
        "div.comment",
        "article.comment",
    ),
    author=(".fn", ".comment-author-link", "cite.comment-author", ".comment-author-name"),
    time=(".comment-metadata", ".commentmetadata", ".comment-date", ".comment-time"),
    body=(
        ".comment-content",
        ".comment_content",
        ".comment-text",
        ".comment-entry",
        ".commententry",
        ".contenttext",
        ".comment-body-text",
    ),
)
_SIGNS: Final = (
    ".commentlist",
    ".comment-list",
    ".commentmetadata",
    ".comment-metadata",
    ".depth-1",
    ".comment-reply-link",
    "#commentform",
    ".wp-block-comment-template",
)
_PINGS: Final = ("pingback", "trackback")
_DEEPEST_BY_DEFAULT: Final = 5


def read(page: Page) -> Thread | None:
    """Return the thread of a page made by WordPress, or `None` if it holds none."""
    elements = tree(page)
    if elements is None or not elements.find(_SIGNS):
        return None
    items = _items(elements)
    starts = gathering.items(elements, ("dt.comment",))
    parts = gathering.pieces(elements, items) if items else gathering.runs(elements, starts)
    if not parts:
        return None
    found = gathering.find(elements, parts, _HINTS, since.of(page))
    kinds = ["pingback" if _is_ping(piece.element) else "comment" for piece in found.pieces]
    said = [
        _ping(elements, one, piece.element) if kind == "pingback" else one
        for one, piece, kind in zip(found.said, found.pieces, kinds, strict=True)
    ]
    answers = _doubted(found)
    whole = msgspec.structs.replace(
        found, said=tuple(said), kinds=tuple(kinds), answers=tuple(answers)
    )
    return gathering.thread(elements, whole, "wordpress")


def _items(elements: Tree) -> list[etree._Element]:
    """Return what holds the comments: list items, or else blocks, with the pingbacks among them."""
    listed = [e for e in elements.find(_HINTS.items[:4]) if gathering.is_item(elements, e)]
    return listed or [e for e in elements.find(_HINTS.items[4:]) if gathering.is_item(elements, e)]


def _is_ping(element: etree._Element) -> bool:
    return not set((element.get("class") or "").lower().split()).isdisjoint(_PINGS)


def _ping(elements: Tree, said: Said, element: etree._Element) -> Said:
    """Return a pingback: its author is the title of the page that links here; it has no words."""
    link = next(
        (a for a in element.iter("a") if elements.shown(a) and "://" in (a.get("href") or "")), None
    )
    title = elements.shown(link) if link is not None else elements.shown(element).split("\n")[0]
    span = elements.span(link if link is not None else element) or said.span
    nowhere = msgspec.structs.replace(span, start=span.end)
    return Said(author=wording.pingback_title(title), time=None, span=nowhere)


def _doubted(found: Found) -> Sequence[Answer]:
    """Return the answers, those marked uncertain that WordPress may have lifted.

    It shows answers that are deeper than the site allows beside what they answer, at the deepest
    level (`Walker_Comment::display_element`); there it gives no reply link. So a later one among
    the answers at the deepest level may answer one of those before it.
    """
    depths = nesting.depths(found.answers)
    deepest = max(depths, default=1)
    links = {
        depth
        for piece, depth in zip(found.pieces, depths, strict=True)
        if any("reply-link" in (e.get("class") or "") for e in piece.own)
    }
    full = deepest not in links if links else deepest >= _DEEPEST_BY_DEFAULT
    seen: set[int] = set()
    out = []
    for answer, depth in zip(found.answers, depths, strict=True):
        lifted = full and depth == deepest > 1 and answer.to in seen
        out.append(Answer(answer.to, certain=not lifted))
        if answer.to is not None:
            seen.add(answer.to)
    return out
