"""From the elements that hold comments to the thread: what all readers of markup share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from lxml import etree

from dateline.record import Responses
from dateline.span import Span
from dateline.text.thread import area, nesting
from dateline.text.thread.nesting import Answer
from dateline.text.thread.roles import Held, is_nested, speaks_of
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import Tree
from dateline.text.thread.words import Finder, Piece, Said

NO_HINTS: Final = Held(name="", items=())


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The comments of a page, read but not yet numbered, in document order."""

    pieces: tuple[Piece, ...]
    said: tuple[Said, ...]
    answers: tuple[Answer, ...]
    kinds: tuple[str, ...]


def items(tree: Tree, selectors: Sequence[str]) -> list[etree._Element]:
    """Return the elements of the first selector that finds comments shown on the page."""
    for written in selectors:
        found = [e for e in tree.find([written]) if is_item(tree, e)]
        if found:
            return found
    return []


def is_item(tree: Tree, element: etree._Element) -> bool:
    """Tell whether an element is shown, and where comments may be: not around the article."""
    return tree.span(element) is not None and not (
        is_elsewhere(element) or area.holds_article(tree, element)
    )


def is_elsewhere(element: etree._Element) -> bool:
    """Tell whether an element stands in a box of other pages' comments, or in a form."""
    for around in element.iterancestors():
        if around.tag in ("form", "nav") or speaks_of(around, "elsewhere"):
            return True
        if around.tag in ("body", "main", "article") or speaks_of(around, "comment"):
            return False
    return False


def pieces(tree: Tree, elements: Sequence[etree._Element]) -> tuple[Piece, ...]:
    """Return the comments' parts of the tree; what stands in an answer belongs to the answer.

    A wrapper and the one comment in it that is of its make are one comment.
    """
    kept = _without_wrapped(tree, elements)
    chosen = set(kept)
    own: dict[etree._Element, list[etree._Element]] = {e: [] for e in kept}
    others: dict[etree._Element, list[Span]] = {e: [] for e in kept}
    for top in kept:
        if not chosen.isdisjoint(top.iterancestors()):
            continue
        owner: dict[etree._Element, etree._Element] = {top: top}
        for element in top.iterdescendants("*"):
            parent = element.getparent()
            around = owner[parent] if parent is not None else top
            if element in chosen:
                span = tree.span(element)
                others[around].extend([span] if span else [])
                owner[element] = element
                continue
            owner[element] = around
            if _is_list_of_answers(element, chosen):
                continue
            own[around].append(element)
    spans = {e: tree.span(e) for e in kept}
    return tuple(
        Piece(element=e, own=tuple(own[e]), span=span, others=tuple(others[e]))
        for e in kept
        if (span := spans[e]) is not None
    )


def _is_list_of_answers(element: etree._Element, chosen: set[etree._Element]) -> bool:
    return is_nested(element) and any(child in chosen for child in element)


def _without_wrapped(tree: Tree, elements: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the elements without those that are the same comment as the one they stand in."""
    chosen = {e for e in elements if tree.span(e) is not None}
    inner: dict[etree._Element, list[etree._Element]] = {}
    for element in elements:
        around = next((a for a in element.iterancestors() if a in chosen), None)
        if element in chosen and around is not None:
            inner.setdefault(around, []).append(element)
    dropped = set()
    for around, within in inner.items():
        first = within[0]
        if _number(around) and _number(around) == _number(first):
            dropped.add(first)
    return [e for e in elements if e in chosen and e not in dropped]


def _number(element: etree._Element) -> str:
    return "".join(filter(str.isdecimal, (element.get("id") or "")[:100]))


def runs(tree: Tree, starts: Sequence[etree._Element]) -> tuple[Piece, ...]:
    """Return comments that are not one element each: from one start to the next beside it."""
    opening, out = set(starts), []
    for start in starts:
        members = [start]
        for sibling in start.itersiblings("*"):
            if sibling in opening:
                break
            members.append(sibling)
        places = [span for span in map(tree.span, members) if span]
        if places:
            own = tuple(e for member in members for e in member.iter("*"))
            whole = Span(places[0].start, places[-1].end)
            out.append(Piece(element=start, own=own, span=whole))
    return tuple(out)


def find(tree: Tree, parts: Sequence[Piece], hints: Held, since: str | None) -> Found:
    """Return the comments that stand in `parts`."""
    finder = Finder(tree, hints, since)
    said = tuple(map(finder.read, parts))
    answers = nesting.parents(tree, parts, [one.body for one in said])
    return Found(
        pieces=tuple(parts), said=said, answers=tuple(answers), kinds=("comment",) * len(parts)
    )


def sound(found: Found) -> bool:
    """Tell whether what was found looks like comments: half have a name, and a time or words."""
    good = [one for one in found.said if one.author and (one.time or len(one.span))]
    return len(found.said) > 0 and 2 * len(good) >= len(found.said)


def thread(tree: Tree, found: Found, system: str | None = None) -> Thread:
    """Return the thread that the comments make, with its place on the page and its count.

    `system` is the comment system or markup family, if one was recognised.
    """
    elements = [piece.element for piece in found.pieces]
    responses = Responses(
        declared=area.declared(tree, elements),
        system=system,
        comments=tuple(nesting.comments(found.said, found.answers, found.kinds)),
    )
    return Thread(area=area.spans(tree, elements), responses=responses)
