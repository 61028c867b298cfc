"""Where the story stands among the blocks of a text copy, and what each block of it is.

The story is the densest run of prose: the run of blocks with the greatest sum, each block of
sentences counting its words and each other one a loss (a maximum-sum segment, as in Pasternack and
Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation", WWW 2009).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.record import SectionKind
from dateline.text import clock, furniture
from dateline.text.article import byline
from dateline.text.article.blocks import Block

_MOST: Final = 100  # words that one block counts at most
_SENTENCE: Final = 8  # words from which a line that ends like a sentence counts as prose
_LONG: Final = 20  # words from which any line does
_SHORT_LOSS: Final = -4.0
_FURNITURE_LOSS: Final = -10.0
_END_LOSS: Final = -60.0
_HEAD: Final = 14  # words of a section head at most
_TEASERS: Final = 3  # dates from which a list of other articles is told
_RELATED: Final = re.compile(r"\s*(?:[:：>»|→]|[-–—]\s)|(?:\s\S{1,30}){1,4}\s?(?:>>|»|→)")
_COLON: Final = re.compile(r"\s*[:：]")
_SIGNED: Final = re.compile(
    r"[\"“„«][^\n]{8,1000}[\"”“»]\.?\s{0,3}(?:[―—–]|--?)\s{0,3}[^\W\d_][^\n]{1,80}"
)
_LABEL: Final = re.compile(r"[^\W\d_][\w.’'-]{0,30}(?:\s[^\W\d_][\w.’'-]{0,30}){0,3}:\s")
_BRACKETED: Final = re.compile(r"[\[(](.*)[\])]\.?")


def story(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return the blocks of the story, `[first, last)`; `(0, 0)` if there is no prose."""
    weights = [weight(block) for block in blocks]
    best, total, start, found = 0.0, 0.0, 0, (0, 0)
    for n, block in enumerate(blocks):
        if n and block.area != blocks[n - 1].area:
            total = 0.0
        if total <= 0:
            total, start = 0.0, n
        total += weights[n]
        if total > best:
            best, found = total, (start, n + 1)
    return _without_tail(blocks, weights, found)


def weight(block: Block) -> float:
    """Return how much a block speaks for prose (its words), or against it (a loss)."""
    if is_end(block) or block.heading == 1:
        return _END_LOSS
    if block.count >= _SENTENCE:
        return _weight_of_many(block)
    if is_furniture(block):
        return _FURNITURE_LOSS
    return 1.0 if block.ended and not block.bullet else _SHORT_LOSS


def _weight_of_many(block: Block) -> float:
    """Return the weight of a line of a sentence's length: its words, unless it is no sentence."""
    if not block.flows:
        return _SHORT_LOSS
    if _SIGNED.fullmatch(block.words):  # what somebody said, and a dash and a name
        return min(block.count, _MOST)
    if block.ended or block.count >= _LONG:
        share = 1.0 if block.ended else 0.6
        return min(block.count, _MOST) * (share * 0.4 if is_furniture(block) else share)
    return _FURNITURE_LOSS if is_furniture(block) else _SHORT_LOSS


def is_end(block: Block) -> bool:
    """Tell whether a block heads or fills what follows a story: tags, related lists, the footer."""
    if block.count > _LONG:
        return False
    if furniture.is_one("ends", block.words):
        return True
    return is_footer(block)


def is_footer(block: Block) -> bool:
    """Tell whether a block belongs to the page's last lines."""
    found = furniture.opening("footers").match(block.words)
    return block.words.startswith(("©", "(c) ")) or (found is not None and block.count <= 12)


def is_furniture(block: Block) -> bool:
    """Tell whether a block opens as the furniture of pages does."""
    found = furniture.opening("furniture").match(block.words)
    if found is None:
        return False
    return " " in found[0] or block.count <= 6 or block.words[found.end() :].startswith(":")


def _without_tail(
    blocks: Sequence[Block], weights: Sequence[float], found: tuple[int, int]
) -> tuple[int, int]:
    """Return the story without what follows a closing line, if that is little beside the rest."""
    first, last = found[0], _before_teasers(blocks, weights, found)
    whole = sum(max(0.0, weights[n]) for n in range(first, last))
    before = 0.0
    for n in range(first, last):
        closing = weights[n] == _END_LOSS or _is_tags(blocks[n])
        if closing and before >= 0.6 * whole:
            last = n
            break
        before += max(0.0, weights[n])
    while last > first and (weights[last - 1] <= 0 or _idle(blocks[last - 1])):
        last -= 1
    while first < last and _idle(blocks[first]):
        first += 1
    return first, last


def _before_teasers(
    blocks: Sequence[Block], weights: Sequence[float], found: tuple[int, int]
) -> int:
    """Return where a list of other articles begins in what was found, or its end if none does.

    Such a list has a date with each article, and one paragraph of it at most.
    """
    first, last = found
    dated = [n for n in range(first + 3, last) if is_timestamp(blocks[n].words, None)]
    if len(dated) < _TEASERS:
        return last
    between = [sum(w > 0 for w in weights[a:b]) for a, b in pairwise(dated)]
    cut = dated[0]
    while cut > first and weights[cut - 1] <= 0:
        cut -= 1
    before = sum(max(0.0, weights[n]) for n in range(first, cut))
    return cut if max(between) <= 2 and median(between) <= 1 and before >= _MOST else last


def _idle(block: Block) -> bool:
    """Tell whether a block at the edge of a story is furniture although it has sentences."""
    return is_furniture(block) and block.count <= 40


def _is_tags(block: Block) -> bool:
    """Tell whether a block lists the article's tags: "Tags: a, b", "Filed under: c"."""
    found = furniture.opening("furniture").match(block.words)
    return (
        found is not None and _COLON.match(block.words, found.end()) is not None and not block.ended
    )


def kinds(
    blocks: Sequence[Block], first: int, last: int, language: str | None
) -> Mapping[int, SectionKind]:
    """Return what each block of the story `[first, last)` is."""
    short = [_may_head(block) for block in blocks[first:last]]
    outer = _indent(blocks, first, last)
    out: dict[int, SectionKind] = {}
    for n in range(first, last):
        block = blocks[n]
        kind = aside(block, language)
        if kind is None and furniture.is_one("furniture", block.words) and not block.heading:
            kind = "other"
        if kind is None and _heads(blocks, short, n, first, outer):
            kind = "subhead"
        out[n] = kind or "body"
    return out


def aside(block: Block, language: str | None) -> SectionKind | None:
    """Return what a block is that belongs to an article but not to its story, `None` if neither."""
    words = block.words
    if is_related(words) and block.count <= 30:
        return "related"
    if is_caption(words) and block.count <= 60:
        return "caption"
    if block.count <= 15 and byline.is_byline(words):
        return "byline"
    if is_timestamp(words, language):
        return "timestamp"
    return None


def is_related(words: str) -> bool:
    """Tell whether a line leads to another article: "READ: ...", "Lire aussi : ..."."""
    found = furniture.opening("related").match(words)
    if found is None:
        return False
    mark = _RELATED.match(words, found.end())
    return mark is not None and bool(words[mark.end() :].strip())


def is_caption(words: str) -> bool:
    """Tell whether a line is a picture's caption or credit."""
    inner = _BRACKETED.fullmatch(words)
    words = inner[1] if inner else words
    found = furniture.opening("captions").match(words)
    if found is not None and _COLON.match(words, found.end()):
        return True
    shown = furniture.anywhere("credits").search(words[-80:])
    return shown is not None and len(words) <= 300 and words[-1] not in '.!?"”’'


def is_timestamp(words: str, language: str | None) -> bool:
    """Tell whether a line shows a date and hardly more."""
    if len(words) > 160 or not any(c.isdigit() for c in words):
        return False
    found = clock.find(words, language)
    left = len(words) - sum(len(place) for place, _ in found)
    return bool(found) and (left <= 24 or left <= len(words) // 3)


def _may_head(block: Block) -> bool:
    """Tell whether a block could be the head of a section."""
    if block.heading:
        return block.count <= 2 * _HEAD
    opens = block.words[0].isupper() or not block.words[0].isalpha()
    asks = block.words.endswith("?")
    return opens and block.count <= _HEAD and (asks or not block.ended) and not block.bullet


def _heads(
    blocks: Sequence[Block], short: Sequence[bool], number: int, first: int, outer: int
) -> bool:
    """Tell whether a block is a section head: short, and prose follows it at once.

    Two may stand together, for a part and its first section; more are a list. Questions of an
    interview, which like the answers below them open with who speaks, are none.
    """
    block, n = blocks[number], number - first
    below = blocks[number + 1 : number + 2]
    if _SIGNED.fullmatch(block.words):
        return False
    if _LABEL.match(block.words) and below and _LABEL.match(below[0].words):
        return False
    out_dented = block.indent < outer and block.count <= 2 * _HEAD and not block.bullet
    if not (short[n] or out_dented):
        return False
    after = n + 1
    if after < len(short) and short[after] and (n == 0 or not short[n - 1]):
        after += 1
    return after < len(short) and not short[after] and blocks[first + after].count >= _SENTENCE


def _indent(blocks: Sequence[Block], first: int, last: int) -> int:
    """Return the column at which the story's paragraphs begin: the commonest, by their words."""
    columns: dict[int, int] = {}
    for block in blocks[first:last]:
        columns[block.indent] = columns.get(block.indent, 0) + block.count
    return max(columns, key=lambda column: columns[column], default=0)
