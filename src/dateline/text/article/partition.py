"""The sections of a text: every character in exactly one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.record import Section, SectionKind
from dateline.span import Span

SINGLE: Final = frozenset({"related", "subhead", "caption"})
"""The kinds of which each line is a section of its own."""


def partition(text: str, marks: Iterable[tuple[Span, SectionKind]]) -> tuple[Section, ...]:
    """Return the sections of `text`, in order, without gap or overlap; none for an empty text.

    Args:
        text: what is parted.
        marks: what is known, in any order. Where two overlap, the one that starts first has it,
            of those that start together the one given first. What no mark covers is `other`; the
            white space behind a mark goes with it. Neighbours of one kind are one section, save
            for those in `SINGLE`.
    """
    found: list[tuple[int, SectionKind]] = []
    at = 0
    for span, kind in sorted(marks, key=lambda mark: mark[0].start):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        if start > at:
            found.append((at, "other"))
        found.append((start, kind))
        at = _behind(text, end)
    if at < len(text):
        found.append((at, "other"))
    kept = [
        mark
        for number, mark in enumerate(found)
        if number == 0 or mark[1] != found[number - 1][1] or mark[1] in SINGLE
    ]
    ends = [*(start for start, _ in kept), len(text)][1:]
    return tuple(
        Section(kind=kind, span=Span(start, end))
        for (start, kind), end in zip(kept, ends, strict=True)
    )


def _behind(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end
