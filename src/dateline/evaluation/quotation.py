"""Where a text quotes, by its marks alone; and how a content is given: directly, or not."""

from __future__ import annotations

import re
from typing import Final

from dateline.evaluation.words import words
from dateline.record import Manner
from dateline.span import Span

OPENING: Final = {"“": "”", "‘": "’", "«": "»", "``": "''", '"': '"'}
MOSTLY: Final = 0.9
_MARK = re.compile(r"``|''|(?<=\w)(?P<apostrophe>[’'])(?=\w)|[“”‘’«»\"]|\n")


def quotations(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text, inner ones too, in order of their ends.

    A quotation left open ends with its paragraph; an apostrophe in a word is no mark.
    """
    found: list[Span] = []
    waiting: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        if mark["apostrophe"]:
            continue
        if mark[0] == "\n":
            found += (Span(start, mark.start()) for _, start in reversed(waiting))
            waiting.clear()
        elif waiting and mark[0] == waiting[-1][0]:
            found.append(Span(waiting.pop()[1], mark.end()))
        elif mark[0] in OPENING:
            waiting.append((OPENING[mark[0]], mark.start()))
    found += (Span(start, len(text)) for _, start in reversed(waiting))
    return tuple(found)


def manner(text: str, content: tuple[Span, ...], cue: tuple[Span, ...]) -> Manner:
    """Return how a content is given: `direct` from nine tenths of its words in quotation on.

    A quotation that holds the cue as well is somebody else's, around the whole statement.
    """
    marks = [
        quotation
        for quotation in quotations(text)
        if not any(quotation.contains(span) for span in cue)
    ]
    inside = words(text, content)
    quoted = sum(any(mark.start < word.start < mark.end for mark in marks) for word in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= MOSTLY * len(inside) else "mixed"
