"""What papers do to a report that they print: cut, added to, touched up. Offsets move along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from examples.corpus.truth import Named

WAYS: Final = ("whole", "shortened", "added to", "touched up")
_ADDED: Final = ("Additional reporting by our own staff.", "This story will be updated.")
# What a sub-editor does not leave alone; no word of it stands in a name.
_HOUSE_STYLE: Final = {
    "told reporters": "told journalists",
    "told journalists": "told reporters",
    " said it was too early": " thought it too early",
    "Residents said": "Local people said",
    "Analysts said": "Observers said",
    " for days.": " all week.",
    "A spokeswoman for": "A representative of",
    "A spokesman for": "A representative of",
    "twice since autumn": "two times since the autumn",
    " is known for": " is famous for",
    "will be doubled": "will double",
    "It was the coldest": "This was the coldest",
    "after noon": "past noon",
    "next week": "in the coming week",
    " nobody ": " no one ",
    "Nobody ": "No one ",
}


class Edit(NamedTuple):
    """text[start:end] becomes other words."""

    start: int
    end: int
    words: str


class Place(NamedTuple):
    """Where something stands; `None` from `moved` if it was cut."""

    start: int
    end: int


def edits(text: str, way: str, rng: Random) -> list[Edit]:
    """Return what is done to a text, in order."""
    head = text.index(" -- ") + 4 if " -- " in text[:60] and way != "whole" else 0
    found = [Edit(0, head, "")] if head else []
    if way == "shortened":
        ends = [gap.start() for gap in re.finditer("\n\n", text)]
        if len(ends) > 1:
            kept = ends[rng.randrange(len(ends) // 2, len(ends))]
            found.append(Edit(kept, len(text), ""))
    elif way == "added to":
        found.append(Edit(len(text), len(text), "\n\n" + rng.choice(_ADDED)))
    elif way == "touched up":
        for old, new in _HOUSE_STYLE.items():
            at = text.find(old, head)
            if at >= 0 and not any(edit.start < at + len(old) and at < edit.end for edit in found):
                found.append(Edit(at, at + len(old), new))
    return sorted(found)


def applied(text: str, found: Sequence[Edit]) -> str:
    """Return the text after the edits."""
    for edit in reversed(found):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def moved(start: int, end: int, found: Sequence[Edit]) -> Place | None:
    """Return where a stretch of the text is after the edits, or `None` if part of it was cut."""
    for edit in found:
        if not edit.words and edit.start < end and start < edit.end:
            return None
    return Place(*(_shifted(at, found) for at in (start, end)))


def _shifted(at: int, found: Sequence[Edit]) -> int:
    gained = sum(
        len(edit.words) - (edit.end - edit.start)
        for edit in found
        if edit.end <= at and edit.start < at
    )
    return at + gained


def names(found: Sequence[Named], done: Sequence[Edit]) -> tuple[Named, ...]:
    """Return the names that are left, where they stand after the edits."""
    places = ((moved(name.start, name.end, done), name.actor) for name in found)
    return tuple(Named(place.start, place.end, actor) for place, actor in places if place)
