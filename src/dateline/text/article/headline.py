"""The headline: the shown heading that the page's own claims agree with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from dateline.text.article import marks
from dateline.text.article.claims import Claims
from dateline.text.article.lines import Line

_HEADINGS: Final = {"h1": 6, "h2": 5, "h3": 4, "h4": 3, "h5": 2, "h6": 2}
_NAMED: Final = frozenset(
    {
        "headline",
        "entry-title",
        "post-title",
        "article-title",
        "p-name",
        "node-title",
        "story-title",
        "articletitle",
        "posttitle",
        "page-title",
        "title",
        "name",
        "hed",
        "titre",
        "titel",
        "titulo",
        "titolo",
    }
)
_SEAM = re.compile(r"\s*(?:[|•·»«]|::|/{2})\s*|\s+[-–—:]\s+|:\s+")
_MARKS = re.compile(r"[\W_]+")
_SHORT = 3
_LONGEST = 400
_AROUND: Final = 4
_DEEPEST: Final = 64
_NAMED_RANK: Final = 4.5
_PROSE: Final = frozenset({"li", "td", "ul", "ol"})
_LINKED: Final = 0.9
_TO_ITSELF: Final = 2.0
_HOME = re.compile(r"\s*(?:https?:)?(?://[^/\s]{1,255})?/?\s*")


def fold(words: str) -> str:
    """Return letters and digits alone, case and width folded, so that marks do not count."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", words).casefold())


def find(text: str, lines: Sequence[Line], claims: Claims) -> tuple[str | None, Line | None]:
    """Return the headline and the line that shows it.

    The headline is the heading that agrees best with what the head claims: a claim is often the
    heading with the site's name behind it or a kicker before it. Without a heading it is a claim,
    freed of the site's name; without a claim, the first heading of the highest rank.
    """
    best: tuple[float, Line] | None = None
    claimed = [(fold(words), weight) for words, weight in _claims(claims)]
    for line in lines:
        if len(line.span) > _LONGEST:
            continue
        rank = _rank(line)
        score = rank + _agreement(fold(line.span.of(text)), claimed) if rank else 0.0
        if rank and (best is None or score > best[0]):
            best = score, line
    if best and (best[0] >= _AGREED or not claimed):
        return best[1].span.of(text), best[1]
    words = _bare(claims)
    if words is None and best:
        return best[1].span.of(text), best[1]
    return words, _showing(text, lines, words)


_AGREED: Final = 10.0


def _claims(claims: Claims) -> Iterator[tuple[str, float]]:
    for words in claims.headlines:
        yield words, 1.0
    if claims.title:
        yield claims.title, 0.9


def _rank(line: Line) -> float:
    """Return how much a line's element is a headline's: 0 for a line of text."""
    rank = 0.0
    for element in islice(line.within(), _AROUND):
        if element.tag in _HEADINGS:
            rank = max(rank, _HEADINGS[element.tag])
            break
        if element.tag in _PROSE:
            return 0.0
        if not rank and not _NAMED.isdisjoint(marks.names(element)):
            rank = _NAMED_RANK
    if rank and any(e.tag in {"nav", "footer", "aside"} for e in islice(line.within(), _DEEPEST)):
        rank -= 3
    return rank + _led_to(line) if rank and line.link_share > _LINKED else rank


def _led_to(line: Line) -> float:
    """Return what a heading's link tells: the site's own name leads home, a title to itself."""
    link = next(line.holder.iter("a"), None)
    if link is None:
        link = next((e for e in islice(line.within(), _AROUND) if e.tag == "a"), None)
    relation = (link.get("rel") or "").lower().split() if link is not None else []
    if "bookmark" in relation:
        return _TO_ITSELF
    href = (link.get("href") or "") if link is not None else ""
    return -_TO_ITSELF if "home" in relation or _HOME.fullmatch(href) else 0.0


def _agreement(shown: str, claimed: Sequence[tuple[str, float]]) -> float:
    """Return how well a heading agrees with the claims, 0 to 20: the whole of one, or a part."""
    best = 0.0
    for claim, weight in claimed:
        if not shown or not claim:
            continue
        if shown == claim:
            best = max(best, 20 * weight)
        elif len(shown) > _SHORT and shown in claim:
            best = max(best, 18 * weight * (len(shown) / len(claim)) ** 0.5)
        elif len(claim) > 12 and claim in shown:
            best = max(best, 16 * weight * len(claim) / len(shown))
    return best


def _bare(claims: Claims) -> str | None:
    """Return the best claim without the site's name at its end."""
    outlets = {fold(outlet) for outlet in claims.outlets}
    for words in (*claims.headlines, claims.title):
        seams = [*_SEAM.finditer(words)]
        for seam in reversed(seams):
            if fold(words[seam.end() :]) in outlets:
                return words[: seam.start()].strip()
        if words and words in claims.headlines:
            return words
        if seams and len(words[: seams[-1].start()]) >= len(words[seams[-1].end() :]):
            return words[: seams[-1].start()].strip()
        if words:
            return words
    return None


def _showing(text: str, lines: Sequence[Line], words: str | None) -> Line | None:
    wanted = fold(words or "")
    return next((line for line in lines if wanted and fold(line.span.of(text)) == wanted), None)
