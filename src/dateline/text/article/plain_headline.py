"""The headline in a text copy: the line over the story for which the most signs speak.

No sign is sure. A headline stands close over the story and shares its words; it is often shown
twice, or with the site's name behind it, or again where the thread opens (20 thoughts on "...");
author or date follow it; Markdown marks it, and text browsers outdent it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.layout import Page
from dateline.span import Span
from dateline.text.article import byline, prose
from dateline.text.article.blocks import Block

_FARTHEST: Final = 60  # blocks over the story among which it is looked for
_OPENING: Final = 3  # blocks that were taken for the story's first, but may be its headline
_LEAST: Final = 1.0  # the score from which a line is taken for the headline
_TOP: Final = 200  # blocks at the head of the page that may hold it once more
_CONTENT: Final = re.compile(r"\w{4,}")
_SEAM: Final = re.compile(r"\s+[|•·–—»«-]\s+|\s*[|»]\s*|\s::\s")
_ARROWS: Final = "←→«‹◄◀<"
_SIGN: Final = re.compile(r"[\W_]+")


class Headline(msgspec.Struct, frozen=True):
    """The headline: its words, the blocks that show it, and the site's name behind one of them."""

    title: str | None = None
    shown: tuple[int, ...] = ()
    site: str | None = None


def find(
    page: Page, blocks: Sequence[Block], thread: Sequence[Span], first: int, last: int
) -> Headline:
    """Return the headline of a page whose story is `blocks[first:last]`."""
    over = blocks[max(0, first - _FARTHEST) : min(last, first + _OPENING)] if last else blocks[:5]
    signs = _Signs(page, blocks, thread, first, last)
    scored = [(signs.score(block), -n, block) for n, block in enumerate(reversed(over))]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None or best[0] < _LEAST:
        return Headline()
    title = best[2].words
    shown = [block for block in blocks[: max(first, best[2].number + 1)] if _shows(block, title)]
    sites = (_site(block.words, title) for block in shown)
    return Headline(
        title=title,
        shown=tuple(block.number for block in shown),
        site=next((site for site in sites if site), None),
    )


class _Signs:
    """What speaks for a line as headline, on one page."""

    def __init__(
        self, page: Page, blocks: Sequence[Block], thread: Sequence[Span], first: int, last: int
    ) -> None:
        self.blocks, self.first = blocks, first
        story = blocks[first:last]
        self.words = set(_CONTENT.findall(" ".join(b.words for b in story[:60]).casefold()))
        self.indent = Counter(b.indent for b in story if b.count > 8).most_common(1)
        self.opener = f" {fold(' '.join(s.of(page.text)[:400] for s in thread[:1]))} "
        top = [fold(b.words) for b in (*blocks[:_TOP], *blocks[max(0, first - _FARTHEST) : first])]
        self.times = Counter(top)
        self.longer = {f" {words} " for words in top if words.count(" ") <= 60}
        self.doubled = set(blocks[:_TOP]) & set(blocks[max(0, first - _FARTHEST) : first])

    def score(self, block: Block) -> float:
        """Return how much speaks for a block."""
        folded = fold(block.words)
        twice = self.times[folded] > 1 + (block in self.doubled)
        score = _shape(block) - min(6.0, 0.4 * max(0, self.first - block.number - 1))
        score += 3.0 * twice + 2.0 * self._held(folded) + 5.0 * self._quoted(block, folded)
        score += 1.5 * (bool(self.indent) and 1 <= self.indent[0][0] - block.indent <= 3)
        score += 3.0 * self._shared(block) + self._signed(block)
        return score - 4.0 * (block.number >= self.first and not self._stands_apart(block))

    def _held(self, folded: str) -> bool:
        """Tell whether a longer line near the top holds the line: a site's title, a path."""
        inner = f" {folded} "
        return any(inner in outer and outer != inner for outer in self.longer)

    def _quoted(self, block: Block, folded: str) -> bool:
        """Tell whether the thread opens with the line."""
        return block.count > 2 and f" {folded} " in self.opener

    def _shared(self, block: Block) -> float:
        """Return the share of the line's longer words that the story uses, too."""
        words = _CONTENT.findall(block.words.casefold())
        return sum(word in self.words for word in words) / len(words) if words else 0.0

    def _signed(self, block: Block) -> float:
        """Return what speaks for a line by the author or date that stands right by it."""
        if any(_tells_of_it(one) for one in self.blocks[block.number + 1 : block.number + 3]):
            return 3.0
        farther = self.blocks[block.number + 3 : block.number + 4]
        above = self.blocks[max(0, block.number - 1) : block.number]
        return 1.0 * any(_tells_of_it(one) for one in (*farther, *above))

    def _stands_apart(self, block: Block) -> bool:
        """Tell whether a block that counts as prose is shorter by far than what follows it."""
        below = self.blocks[block.number + 1 : block.number + 5]
        above = self.blocks[self.first : block.number]
        if any(one.count >= block.count for one in above):
            return False
        return block.count <= 25 and max((b.count for b in below), default=0) >= 2 * block.count


def _tells_of_it(block: Block) -> bool:
    """Tell whether a block says who wrote the article, or when."""
    return prose.aside(block, None) in {"byline", "timestamp"}


def _shape(block: Block) -> float:
    """Return how much a line's own looks speak for a headline."""
    score = {0: 0.0, 1: 3.0, 2: 1.5}.get(block.heading, 0.5)
    if block.count == 1:
        score -= 3.0
    elif block.count == 2:
        score -= 1.0
    elif 3 <= block.count <= 20:
        score += 1.0
    elif block.count > 30:
        score -= 9.0
    score -= 3.0 * block.bullet + 2.0 * block.words.endswith((":", ";", ","))
    score -= 1.0 * block.words.endswith(".") + 4.0 * (block.words[0] in _ARROWS)
    score -= 3.0 * (byline.is_name(block.words) or _is_list(block.words))
    score -= 2.0 * (not any(c.isupper() for c in block.words[:3]) and block.words[0].isalpha())
    score -= 4.0 * prose.is_furniture(block) + 4.0 * prose.is_end(block)
    score -= 9.0 * (prose.aside(block, None) is not None or byline.is_byline(block.words))
    return score - 1.0 * (_SEAM.search(block.words) is not None)


def _is_list(words: str) -> bool:
    """Tell whether a line lists tags: three or more short parts with commas between."""
    parts = words.split(",")
    return len(parts) >= 3 and all(1 <= len(part.split()) <= 4 for part in parts)


def fold(words: str) -> str:
    """Return a line's letters and digits alone, by which headlines are compared."""
    return _SIGN.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def _shows(block: Block, title: str) -> bool:
    """Tell whether a block is the headline, alone or with the site's name."""
    if block.count > 60:
        return False
    words, wanted = fold(block.words), fold(title)
    return words == wanted or _site(block.words, title) is not None


def _site(words: str, title: str) -> str | None:
    """Return what stands behind the headline in a line such as "Headline | The Courier"."""
    parts = _SEAM.split(words)
    if len(parts) < 2 or fold(title) == fold(words):
        return None
    head = fold(words[: words.rindex(parts[-1])])
    own = fold(title)
    alike = head == own or (len(head) >= 12 and own.endswith(head))
    return parts[-1].strip() if alike and 1 <= len(parts[-1].split()) <= 6 else None
