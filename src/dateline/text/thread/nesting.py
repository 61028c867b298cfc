"""Who answers whom, as the markup says it: by nesting, depth, or a link to what is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec
from lxml import etree

from dateline.record import Comment
from dateline.text.thread import wording
from dateline.text.thread.roles import is_nested, threads
from dateline.text.thread.tree import Tree
from dateline.text.thread.words import Piece, Said

_DEEPEST_ID: Final = 32
_NEAR: Final = 8
_INDENT: Final = re.compile(r"(?:margin|padding)-left\s{0,3}:\s{0,3}(\d{1,4})", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"([a-z-]{1,24}?)[-_]{0,2}(\d{1,3})")
_KEY: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+")


class Answer(msgspec.Struct, frozen=True):
    """What a comment answers: the index of that comment, and whether the page is sure of it."""

    to: int | None = None
    certain: bool = True


def parents(
    tree: Tree, pieces: Sequence[Piece], bodies: Sequence[etree._Element | None]
) -> list[Answer]:
    """Return what each comment answers.

    In this order: what the comment's own markup names; the comment that it stands in; by depth, the
    last comment before it that is less deep. An @-name says nothing. What would make a circle or
    leads nowhere is a comment of its own.

    Args:
        tree: the page.
        pieces: the comments in document order.
        bodies: where each one's words stand; links there are the commenter's own.
    """
    index = {piece.element: place for place, piece in enumerate(pieces)}
    keys = _keys(pieces)
    inside = [_around(piece.element, index) for piece in pieces]
    levels = [_level(piece, index) for piece in pieces]
    out, last = [], dict[int | None, list[tuple[float, int]]]()
    for place, piece in enumerate(pieces):
        stack = last.setdefault(inside[place], [])
        while stack and stack[-1][0] >= levels[place]:
            stack.pop()
        by_depth = stack[-1][1] if stack else inside[place]
        stack.append((levels[place], place))
        named = _named(tree, piece, bodies[place], keys)
        out.append(by_depth if named is None or named == place else named)
    return [Answer(parent) for parent in _without_circles(out)]


def comments(
    said: Sequence[Said], answers: Sequence[Answer], kinds: Sequence[str]
) -> list[Comment]:
    """Return the comments with their ids: `2.1` is the first answer to the second comment."""
    ids: list[str] = [""] * len(said)
    counts: dict[str, int] = {}
    order = _parents_first(answers)
    for place in order:
        parent = answers[place].to
        root = "" if parent is None else ids[parent]
        # Ids stay short in a chain of a thousand answers: those deeper share one level.
        root = ".".join(root.split(".")[: _DEEPEST_ID - 1])
        counts[root] = counts.get(root, 0) + 1
        ids[place] = f"{root}.{counts[root]}".lstrip(".")
    return [
        Comment(
            id=ids[place],
            author=one.author,
            time=one.time,
            span=one.span,
            reply_to=None if (to := answers[place].to) is None else ids[to],
            reply_certain=answers[place].certain,
            kind="pingback" if kinds[place] == "pingback" else "comment",
        )
        for place, one in enumerate(said)
    ]


def depths(answers: Sequence[Answer]) -> list[int]:
    """Return how deep each comment stands in the thread: 1 at the top."""
    out = [1] * len(answers)
    for place in _parents_first(answers):
        parent = answers[place].to
        if parent is not None:
            out[place] = out[parent] + 1
    return out


def _parents_first(answers: Sequence[Answer]) -> list[int]:
    """Return all places so that none comes before what it answers, else in their order."""
    children: dict[int | None, list[int]] = {}
    for place, answer in enumerate(answers):
        children.setdefault(answer.to, []).append(place)
    order, left = [], list(reversed(children.get(None, [])))
    while left:
        place = left.pop()
        order.append(place)
        left.extend(reversed(children.get(place, [])))
    return order


def _without_circles(parents: Sequence[int | None]) -> list[int | None]:
    """Return the parents, the first link of each circle cut."""
    out, sound = list(parents), [False] * len(parents)
    for place in range(len(out)):
        trail, at = [], place
        on_trail = set()
        while not sound[at]:
            if at in on_trail:
                out[at] = None
                break
            on_trail.add(at)
            trail.append(at)
            above = out[at]
            if above is None:
                break
            at = above
        for seen in trail:
            sound[seen] = True
    return out


def _around(element: etree._Element, index: dict[etree._Element, int]) -> int | None:
    return next((index[a] for a in element.iterancestors() if a in index), None)


def _level(piece: Piece, index: dict[etree._Element, int]) -> float:
    """Return how deep a comment says it stands, or else how many lists of answers it is in."""
    element, wrapper = piece.element, piece.element.getparent()
    marked = [_depth(one) for one in (element, wrapper) if one is not None]
    for depth in (*marked, *map(_depth_in_attributes, piece.own[:_NEAR])):
        if depth is not None:
            return depth
    lists = int(is_nested(element))
    for around in element.iterancestors():
        if around in index:
            break
        lists += is_nested(around)
    return lists


def _depth(element: etree._Element) -> float | None:
    for word in (element.get("class") or "").lower().split():
        depth = _depth_of_word(word)
        if depth is not None:
            return depth
    depth = _depth_in_attributes(element)
    if depth is not None:
        return depth
    indented = _INDENT.search(element.get("style") or "")
    return int(indented[1]) if indented else None


def _depth_in_attributes(element: etree._Element) -> int | None:
    for attribute in threads().roles.depth_attributes:
        value = element.get(attribute)
        if value and value.isdecimal() and len(value) < 4:
            return int(value)
    return None


@lru_cache(4096)
def _depth_of_word(word: str) -> int | None:
    found = _NUMBERED.fullmatch(word[:32])
    if not found:
        return None
    last = found[1].rpartition("-")[2]
    return int(found[2]) if last.endswith(tuple(threads().roles.depth)) else None


def _keys(pieces: Sequence[Piece]) -> dict[str, int]:
    """Return the comments by the numbers that their markup gives them; the first one of two."""
    keys: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        for attribute in ("id", *threads().roles.id_attributes):
            for element in (piece.element, *piece.own[:8]):
                key = _key(element.get(attribute))
                if key:
                    keys.setdefault(key, place)
    return keys


def _key(value: str | None) -> str | None:
    """Return the number in an id, or the whole id if it has none."""
    if not value:
        return None
    numbers = _KEY.findall(value[:100])
    return numbers[-1] if numbers else value[:100].lstrip("#")


def _named(
    tree: Tree, piece: Piece, body: etree._Element | None, keys: dict[str, int]
) -> int | None:
    """Return the comment that this one's attributes or its "In reply to" link name, if any."""
    for element in (piece.element, *piece.own[:4]):
        for attribute in threads().roles.parent_attributes:
            key = _key(element.get(attribute))
            if key in keys:
                return keys[key]
    written = set() if body is None else {body}
    for element in piece.own:
        if element.getparent() in written:
            written.add(element)
        elif element.tag == "a" and element not in written:
            key = _key(_fragment(element.get("href")))
            if key in keys and _says_answered(tree, element):
                return keys[key]
    return None


def _fragment(address: str | None) -> str | None:
    return address.rpartition("#")[2] if address and "#" in address else None


def _says_answered(tree: Tree, link: etree._Element) -> bool:
    """Tell whether a link leads to what is answered, and not to where an answer is written."""
    parent = link.getparent()
    answered = threads().roles.answered
    for element in (link, parent):
        words = (element.get("class") or "").lower().split() if element is not None else ()
        if not answered.isdisjoint(
            [*words, (element.get("rel") or "") if element is not None else ""]
        ):
            return True
    around = tree.shown(parent) if parent is not None else ""
    return len(around) < 200 and wording.answers(around) and tree.shown(link) != ""
