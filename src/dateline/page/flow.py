"""From the lines that a page was set in to its paragraphs, by where the lines stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import msgspec

BROKEN: Final = "\x02"
"""What PDFium writes for a hyphen at the end of a line; the next line follows without a break."""

_SENTENCE_END: Final = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_HYPHENATED: Final = re.compile(rf"(\w{{1,60}}){BROKEN}(\w{{1,60}})")
_WORD: Final = re.compile(r"\w+(?:-\w+)*")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of text as it was set; two, where a word was broken at the end of the first.

    Attributes:
        text: its characters.
        page: the number of its page.
        left: where its first character stands, in points from the left edge of the page.
        right: where its last one does.
        top: the height of its first character's base line above the lower edge, in points.
        bottom: that of its last character.
        size: the size of its type, in points.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float


def flowed(lines: Sequence[Line]) -> str:
    """Return the text with a blank line between paragraphs, and words that were broken made whole.

    Lines are one paragraph as long as they follow each other at the usual distance in type of one
    size, without an indent and without the first of them ending early.
    """
    leading = _leading(lines)
    text = lines[0].text.strip() if lines else ""
    parts = [text]
    for above, line in pairwise(lines):
        parts += ["\n\n" if _parted(above, line, leading) else " ", line.text.strip()]
    return _made_whole("".join(parts))


def _leading(lines: Iterable[Line]) -> dict[float, float]:
    """Return the usual distance of lines, in points, for each size of type.

    Of a few lines one cannot tell; theirs is at most what is usual in print.
    """
    found: dict[float, list[float]] = {}
    for above, line in pairwise(lines):
        if above.page == line.page and 0 < above.bottom - line.top < 4 * line.size:
            found.setdefault(line.size, []).append(above.bottom - line.top)
    return {
        size: median(distances) if len(distances) > 3 else min(1.4 * size, median(distances))
        for size, distances in found.items()
    }


def _parted(above: Line, line: Line, leading: dict[float, float]) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if abs(above.size - line.size) > 0.5:
        return True
    em = line.size or 1.0
    ends = bool(_SENTENCE_END.search(above.text))
    distance = above.bottom - line.top
    if above.page != line.page or distance < 0:
        return ends or not line.text.lstrip()[:1].islower()
    far = distance > 1.3 * min(leading.get(line.size, em), 2.5 * em)
    indented = line.left - above.left > 0.7 * em
    early = ends and above.right < line.right - 0.2 * (line.right - line.left)
    return far or indented or early


def _made_whole(text: str) -> str:
    """Return the text with the hyphens at line ends taken out, or kept where they belong.

    A hyphen stays before a capital letter or a digit, and where the rest of the text speaks for
    it: by having the word with a hyphen more often than without, or both its halves as words.
    """
    if BROKEN not in text:
        return text
    known = Counter(_WORD.findall(_HYPHENATED.sub(" ", text).lower()))

    def whole(found: re.Match[str]) -> str:
        before, after = found[1], found[2]
        joined, kept = before + after, f"{before}-{after}"
        if not (after[0].islower() and before[-1].isalpha()):
            return kept
        for_it = known[kept.lower()] or min(known[before.lower()], known[after.lower()])
        return joined if known[joined.lower()] >= for_it else kept

    return _HYPHENATED.sub(whole, text).replace(BROKEN, "-")
