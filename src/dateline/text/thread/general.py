"""Threads of systems that nobody described: elements of one make that hold name, time and words.

Newspapers write their own systems. What they share: each comment is an element of the same class
or kind of id, in it are a name and a date, and markup around it speaks of comments.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import Final

from lxml import etree

from dateline.layout import Page
from dateline.text import clock
from dateline.text.thread import area, gathering, since
from dateline.text.thread.gathering import NO_HINTS, Found
from dateline.text.thread.roles import role, speaks_of
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import Tree, tree
from dateline.text.thread.words import Said

_TRIED: Final = 12
_NUMBERS: Final = re.compile(r"[0-9a-f]{8,}|\d+")
_ANY_DAY: Final = "2000-01-01"
_SEARCHED: Final = 400
_LONGEST_HEAD: Final = 120
_LISTED: Final = 3  # dates in one element that make it a list, where it is the only one of its make
_FAR: Final = 2  # steps from what speaks of comments to what may be one without more marks
_SAMPLE: Final = 40
_GOOD: Final = 0.6


def read(page: Page) -> Thread | None:
    """Return the thread of a page in which elements of one make look like comments, if any do."""
    elements = tree(page)
    if elements is None:
        return None
    day, most = since.of(page), 0.0
    groups, best = _candidates(elements), list[etree._Element]()
    for group in groups:
        number = _promise(elements, group, day)
        # Of two that hold as many comments, the one without a list among its elements is better,
        # and of two with one comment each, the inner one: the outer one is the list.
        tighter = number == most > 0 and len(group) < len(best)
        if (
            number > most
            or tighter
            or (number == most == 1 and best[0] in group[0].iterancestors())
        ):
            best, most = group, number
    if not best:
        return None
    found = _with_others(elements, _found(elements, best, day), groups, day)
    return gathering.thread(elements, found)


def _promise(elements: Tree, group: Sequence[etree._Element], day: str | None) -> float:
    """Return how many comments the group may hold, told from its first ones; 0 if too few do."""
    first = group[:_SAMPLE]
    if len(group) == 1 and _is_list(elements, group[0]):
        return 0.0
    share = _full(elements, _found(elements, first, day)) / len(first)
    return share * len(group) if share >= _GOOD else 0.0


def _is_list(elements: Tree, element: etree._Element) -> bool:
    """Tell whether an element shows so many dates that it is a list: of posts, or of comments."""
    words = elements.shown(element)[: _SEARCHED * _LISTED]
    return len(clock.find(words, elements.language, since=_ANY_DAY)) >= _LISTED


def _found(elements: Tree, group: Sequence[etree._Element], day: str | None) -> Found:
    return gathering.find(elements, gathering.pieces(elements, group), NO_HINTS, day)


def _full(elements: Tree, found: Found) -> int:
    """Return how many of the comments have a name, a time, be it "2 hours ago", and words."""
    named = [
        (one, piece) for one, piece in zip(found.said, found.pieces, strict=True) if one.author
    ]
    return sum(
        len(one.span) > 0
        and not _only_head(elements, one)
        and bool(one.time or _shows_time(elements.shown(piece.element), elements.language))
        for one, piece in named
    )


def _only_head(elements: Tree, one: Said) -> bool:
    """Tell whether all that was taken for a comment's words is the line of its name and date."""
    if not one.time or len(one.span) > _LONGEST_HEAD:
        return False
    words = one.span.of(elements.text)
    return any(value == one.time for _, value in clock.find(words, elements.language))


def _with_others(
    elements: Tree, best: Found, groups: Sequence[Sequence[etree._Element]], day: str | None
) -> Found:
    """Return the comments with those of another make beside or in them, such as answers."""
    for group in groups:
        chosen = {piece.element for piece in best.pieces}
        around = {a for e in chosen for a in e.iterancestors()}
        added = [e for e in group if e not in chosen and e not in around]
        if not added or not _promise(elements, added, day):
            continue
        union = sorted([*chosen, *added], key=elements.order.__getitem__)
        found = _found(elements, union, day)
        if _full(elements, found) - _full(elements, best) >= len(added) and set(best.said) <= set(
            found.said
        ):
            best = found
    return best


def _candidates(elements: Tree) -> list[list[etree._Element]]:
    """Return the groups of elements of one make that may be comments, the likeliest first."""
    steps = _steps(elements)
    marks = _Marks(elements, steps)
    scored, seen = [], set[frozenset[etree._Element]]()
    for group in _groups(steps):
        marked = [e for e in group if marks.both(e)] or _dated(elements, group, steps)
        if 2 * len(marked) < len(group) or not marked or frozenset(marked) in seen:
            continue
        seen.add(frozenset(marked))
        scored.append((-len(marked), elements.order[marked[0]], marked))
    scored.sort(key=lambda one: one[:2])
    return [group for _, _, group in scored[:_TRIED]]


def _steps(elements: Tree) -> dict[etree._Element, int]:
    """Return the shown elements in what speaks of comments, with the steps up to what does.

    What holds the article speaks of it all, and boxes beside the article of other pages: neither
    counts.
    """
    steps: dict[etree._Element, int] = {}
    told = area.spoken(elements)
    for element in elements.elements if told else ():
        parent = element.getparent()
        if element.tag in ("blockquote", "q"):
            continue
        if element in told:
            if speaks_of(element, "elsewhere"):
                continue
            if gathering.is_item(elements, element):
                steps[element] = 0
                continue
        if parent in steps and element.tag != "form" and elements.span(element):
            steps[element] = steps[parent] + 1
    return steps


def _groups(steps: dict[etree._Element, int]) -> Iterator[list[etree._Element]]:
    """Yield the elements that share a class word, the letters of an id, or the make of a parent."""
    groups: dict[tuple[str, str], list[etree._Element]] = {}
    for element in steps:
        for word in set((element.get("class") or "").lower().split()):
            groups.setdefault(("class", word), []).append(element)
        name = (element.get("id") or "")[:60]
        if _NUMBERS.search(name):
            groups.setdefault(("id", _NUMBERS.sub("", name)), []).append(element)
        parent = element.getparent()
        if parent is not None and steps.get(parent, _FAR) < _FAR:
            groups.setdefault((f"{parent.get('class')} {parent.tag}", element.tag), []).append(
                element
            )
    yield from groups.values()


def _dated(
    elements: Tree, group: list[etree._Element], steps: dict[etree._Element, int]
) -> list[etree._Element]:
    """Return the elements that are there for comments, if the first of them show a date."""
    told = [e for e in group if steps[e] <= _FAR]
    first = [_shows_time(elements.shown(e), elements.language) for e in told[:3]]
    return told if 2 * sum(first) >= len(first) else []


def _shows_time(words: str, language: str | None) -> bool:
    """Tell whether a comment begins or ends with a date, without a year or "2 hours ago" too."""
    start = words[:_SEARCHED]
    if clock.find(start, language, since=_ANY_DAY) or clock.is_relative(start):
        return True
    end = words[max(_SEARCHED, len(words) - _LONGEST_HEAD) :]
    return bool(clock.find(end, language, since=_ANY_DAY))


class _Marks:
    """How many names and dates each element holds, by what markup says of the elements in it."""

    def __init__(self, elements: Tree, inside: Container[etree._Element]) -> None:
        self._order = elements.order
        self._last = dict(elements.order)
        for element in reversed(elements.elements):
            parent = element.getparent()
            if parent in self._last:
                self._last[parent] = max(self._last[parent], self._last[element])
        roles = [role(e) if e in inside else None for e in elements.elements]
        self._names = [0, *accumulate(r == "author" for r in roles)]
        self._times = [0, *accumulate(r == "time" for r in roles)]

    def both(self, element: etree._Element) -> bool:
        """Tell whether there is a name and a time in the element."""
        first, last = self._order[element] + 1, self._last[element] + 1
        named = self._names[last] > self._names[first]
        return named and self._times[last] > self._times[first]
