"""The paragraphs of a text copy, whichever tool made it.

Text browsers and mail wrap lines at a width; a parser that puts each text node on a line of its own
cuts a paragraph at every link. Both are undone here, so that what follows sees paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

import msgspec

from dateline.span import Span, gaps, lines
from dateline.text import furniture

_WIDEST: Final = 200  # columns; longer lines are no wrapped ones
_NARROWEST: Final = 40
_FEWEST: Final = 3  # line ends from which a width can be told
_LONGEST_LINK: Final = 80  # characters of a link's words on a line of their own
_BULLET: Final = re.compile(r"\s*(?:[*•●·○◦▪■‣»–-]|[+o]|\d{1,3}[.)])\s")
_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")  # no spaces in words
_RULE: Final = re.compile(r"[\s=_*~|+#-]*")
_TERMINAL: Final = re.compile(r"[.!?…:;。！？][\"'”’»)\]]{0,3}\s*$")
_GOES_ON: Final = re.compile(r"\s*(?:[,.;:!?)”’»…]|[^\W\d_])")


class Block(msgspec.Struct, frozen=True):
    """A paragraph, heading, list item or other line.

    Attributes:
        number: its place among the blocks.
        span: its lines, without the line end of the last.
        words: what it shows on one line, without bullets and marks.
        count: how many words that are; two characters a word in scripts without spaces.
        indent: the column at which it begins.
        bullet: whether it begins with a bullet or a number.
        heading: the level of its `#` marks; 0 without.
        area: the stretch of the page, between the parts of the thread, that it stands in.
    """

    number: int
    span: Span
    words: str
    count: int
    indent: int
    bullet: bool
    heading: int
    area: int

    @property
    def flows(self) -> bool:
        """Tell whether it reads like a text: a list of names or tags has hardly a small word."""
        cased = [word for word in self.words.split()[:80] if word[0].isupper() or word[0].islower()]
        small = sum(word[0].islower() for word in cased)
        return small * 3 >= len(cased) or self.words.isupper() or len(cased) < 3

    @property
    def ended(self) -> bool:
        """Tell whether it ends as sentences do."""
        return _TERMINAL.search(self.words[-5:]) is not None


def blocks(text: str, thread: Sequence[Span]) -> list[Block]:
    """Return the blocks of what the thread leaves of a text, in order; blank lines are in none."""
    out: list[Block] = []
    for area, part in enumerate(gaps(thread, Span(0, len(text)))):
        shown = list(lines(text, part))
        width = _width(text, shown)
        for span in _joined(text, shown, width):
            words = " ".join(furniture.plain(span.of(text)).split())
            if not words:
                continue
            first = text[span.start : span.start + 40]
            heading = _HEADING.match(first)
            out.append(
                Block(
                    number=len(out),
                    span=span,
                    words=words,
                    count=max(len(words.split()), len(_UNSPACED.findall(words)) // 2),
                    indent=len(first) - len(first.lstrip()),
                    bullet=_BULLET.match(first) is not None,
                    heading=len(heading[1]) if heading else 0,
                    area=area,
                )
            )
    return out


def _width(text: str, shown: Sequence[Span]) -> int:
    """Return the width at which the lines are wrapped, 0 if they are not.

    It is the one that explains most line ends: the line keeps it, and with the next line's first
    word would not have. Lines that break it (long links) must be few beside those.
    """
    ends = [0] * (_WIDEST + 2)  # how many line ends a width explains, as differences
    lengths = [0] * (_WIDEST + 2)
    for a, b in pairwise(shown):
        line, after = text[a.start : a.end].rstrip(), text[b.start : min(b.end, b.start + 240)]
        if " " not in line.strip() or not after.strip():
            continue
        lengths[min(len(line), _WIDEST + 1)] += 1
        over = len(line) + 1 + len(after.split(maxsplit=1)[0])
        if len(line) <= _WIDEST and len(line) >= _NARROWEST // 2:
            ends[max(_NARROWEST, len(line))] += 1
            ends[min(max(_NARROWEST, over), _WIDEST + 1)] -= 1
    explained = list(accumulate(ends))
    wider = list(accumulate(reversed(lengths)))[::-1]
    best = max(range(_NARROWEST, _WIDEST), key=lambda w: explained[w] - wider[w + 1])
    enough = explained[best] >= _FEWEST and explained[best] > 2 * wider[best + 1]
    return best if enough else 0


def _joined(text: str, shown: Sequence[Span], width: int) -> Iterator[Span]:
    """Yield the blocks' spans."""
    n = 0
    while n < len(shown):
        if _RULE.fullmatch(text, shown[n].start, shown[n].end):
            n += 1
            continue
        last = n
        while last + 1 < len(shown) and (step := _goes_on(text, shown, n, last, width)):
            last += step
        yield Span(shown[n].start, shown[last].end)
        n = last + 1


def _goes_on(text: str, shown: Sequence[Span], begin: int, last: int, width: int) -> int:
    """Return how many of the lines after `last` belong to the block that begins at `begin`."""
    line, after = shown[last].of(text), shown[last + 1].of(text)
    if _RULE.fullmatch(after) or _BULLET.match(after) or _HEADING.match(after):
        return 0
    if width:
        if _HEADING.match(shown[begin].of(text)) and last > begin:
            return 0
        word = after.split(maxsplit=1)[0]
        wrapped = len(line.rstrip()) + 1 + len(word) > width
        hangs = _indent(after) == _indent(line) or _BULLET.match(line) is not None
        return int(wrapped and hangs)
    return _fragments(text, shown, begin, last)


def _fragments(text: str, shown: Sequence[Span], begin: int, last: int) -> int:
    """Return how many lines go on with a sentence that was cut at its links."""
    line = shown[last].of(text).strip()
    long = shown[last].end - shown[begin].start >= 40
    for step in range(1, 4):
        if last + step >= len(shown):
            return 0
        after = shown[last + step].of(text).strip()
        if not after or _BULLET.match(after + " "):
            return 0
        if _goes(after) and (long or len(after) >= 25) and not (step == 1 and _ends(line, after)):
            return step
        if _TERMINAL.search(line) or len(after) > _LONGEST_LINK or not long:
            return 0
    return 0


def _goes(line: str) -> bool:
    """Tell whether a line begins in the midst of a sentence."""
    return _GOES_ON.match(line) is not None and not line[0].isupper() and not line[0].isdigit()


def _ends(line: str, after: str) -> bool:
    """Tell whether a sentence ends with `line` although `after` begins in small letters."""
    return _TERMINAL.search(line) is not None and after[0].isalpha()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
