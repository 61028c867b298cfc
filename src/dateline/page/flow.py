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
_DIGITS: Final = re.compile(r"\d+")
_Mark = tuple[str, int]
_AT_THE_EDGE: Final = 2  # lines at the head, and at the foot, of a page that may be its furniture
_COLUMN: Final = 4  # lines by which one can tell how far a column goes


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
    size, without an indent and without the first of them ending early. What stands at the head or
    the foot of several pages is no part of what flows.
    """
    lines = _without_repeats(lines)
    measure = _measure(lines)
    text = lines[0].text.strip() if lines else ""
    parts = [text]
    for above, line in pairwise(lines):
        parts += ["\n\n" if _parted(above, line, measure) else " ", line.text.strip()]
    return _made_whole("".join(parts))


def _without_repeats(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without the feet of pages that are alike, and such heads but for the first.

    Alike are those that stand at the same height in the same words, numbers aside.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [_edges(page) for page in pages.values()]
    many = Counter(mark for heads, feet in edges for mark in {*heads.values(), *feet.values()})
    repeats, seen = set[int](), set[_Mark]()
    for heads, feet in edges:
        repeats |= {place for place, mark in heads.items() if mark in seen}
        repeats |= {place for place, mark in feet.items() if many[mark] > 1}
        seen |= {*heads.values(), *feet.values()}
    return [line for line in lines if id(line) not in repeats]


def _edges(page: Sequence[Line]) -> tuple[dict[int, _Mark], dict[int, _Mark]]:
    """Return the lines at the head and at the foot of a page, by what they are known by again."""
    by_height = sorted(page, key=lambda line: -line.top)
    heads, feet = by_height[:_AT_THE_EDGE], by_height[_AT_THE_EDGE:][-_AT_THE_EDGE:]
    marks = ({id(line): _mark(line) for line in some} for some in (heads, feet))
    return next(marks), next(marks)


def _mark(line: Line) -> _Mark:
    return _DIGITS.sub("0", line.text.strip()), round(line.top)


class _Measure(msgspec.Struct, frozen=True):
    """How a document is set.

    Attributes:
        leading: the usual distance of lines, in points, for each size of type.
        usual: the size of type that most characters are in.
        rights: how far the lines of a column go, by its page, size of type and left edge.
    """

    leading: dict[float, float]
    usual: float
    rights: dict[tuple[int, float, int], float]


def _measure(lines: Sequence[Line]) -> _Measure:
    sizes: Counter[float] = Counter()
    columns: dict[tuple[int, float, int], list[float]] = {}
    for line in lines:
        sizes[line.size] += len(line.text)
        columns.setdefault(_column(line), []).append(line.right)
    return _Measure(
        leading=_leading(lines),
        usual=max(sizes, key=lambda size: sizes[size], default=0.0),
        rights={name: median(far) for name, far in columns.items() if len(far) >= _COLUMN},
    )


def _column(line: Line) -> tuple[int, float, int]:
    return line.page, line.size, round(line.left)


def _leading(lines: Iterable[Line]) -> dict[float, float]:
    """Return the usual distance of lines, in points, for each size of type.

    That is one of the smaller distances: where paragraphs are short, many lines end one. Of a few
    lines one cannot tell; theirs is at most what is usual in print.
    """
    found: dict[float, list[float]] = {}
    for above, line in pairwise(lines):
        if above.page == line.page and 0 < above.bottom - line.top < 4 * line.size:
            found.setdefault(line.size, []).append(above.bottom - line.top)
    return {
        size: sorted(distances)[len(distances) // 4]
        if len(distances) > 3
        else min(1.4 * size, median(distances))
        for size, distances in found.items()
    }


def _parted(above: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if abs(above.size - line.size) > 0.5:
        return True
    em = line.size or 1.0
    ends = bool(_SENTENCE_END.search(above.text))
    distance = above.bottom - line.top
    if above.page != line.page or distance < 0:
        return ends or not line.text.lstrip()[:1].islower()
    far = distance > 1.3 * min(measure.leading.get(line.size, em), 2.5 * em)
    indented = line.left - above.left > 0.7 * em and not _is_centred(above, line, measure)
    early = ends and above.right < line.right - 0.2 * (line.right - line.left)
    return far or indented or early or _is_left_open(above, line, measure)


def _is_centred(above: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether two lines are a heading whose lines are set about one middle."""
    aside = line.left - above.left + line.right - above.right
    return line.size > measure.usual and abs(aside) < 0.4 * line.size


def _is_left_open(above: Line, line: Line, measure: _Measure) -> bool:
    """Tell whether a line ends where the next word had room: an author's name, a date."""
    edge = measure.rights.get(_column(above))
    if edge is None or _column(above) != _column(line):
        return False
    first = len(line.text.split(maxsplit=1)[0]) + 1 if line.text.strip() else 0
    width = (line.right - line.left) / max(len(line.text.strip()), 1)
    return above.right + first * width < edge - line.size


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
