"""The same report in several papers: wire copies and near-duplicates, also shortened ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

import msgspec

from dateline.record import Record, SectionKind

WORDS: Final = 5
"""A shingle is so many words in a row."""

CONTAINED: Final = 0.5
"""So much of the shorter report stands in the longer one, if one is a copy of the other."""

STORY: Final[frozenset[SectionKind]] = frozenset({"body", "subhead"})
_SAMPLE: Final = 4  # one shingle in so many finds candidates
_LEAST: Final = 12  # a text of fewer shingles is too short to tell
_SHORTEST: Final = 0.15  # a shorter part of a report than this is a quotation from it
_PRINTED: Final = 400  # a shingle in more articles than this is a phrase, or a paper's furniture
_WORD: Final = re.compile(r"\w{1,64}")


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """An article's shingles, as 32-bit numbers, and when it was published."""

    article: int
    published: str
    shingles: frozenset[int]


def text(article: int, record: Record) -> Text:
    """Return the shingles of the story: headline, dateline, comments and furniture are left out."""
    document = record.document
    story = " ".join(one.span.of(document.text) for one in record.sections if one.kind in STORY)
    found = _WORD.findall(story.casefold())
    rows = (" ".join(found[at : at + WORDS]) for at in range(len(found) - WORDS + 1))
    shingles = frozenset(crc32(row.encode("utf-8", "surrogatepass")) for row in rows)
    return Text(article=article, published=document.published or "~", shingles=shingles)


def copies(texts: Sequence[Text]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of articles that are one report, the earliest first in each.

    Candidates share shingles whose number is a multiple of `_SAMPLE`; of these, one is a copy if
    enough of the shorter text is contained in the longer. It takes time linear in the texts, as
    each is compared with one of every group only.

    Source: A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES (1997).
    """
    groups = _Groups(len(texts))
    for one, other in _candidates(texts):
        if not groups.joined(one, other) and _is_copy(texts[one], texts[other]):
            groups.join(one, other)
    found = (
        sorted(group, key=lambda at: (texts[at].published, texts[at].article)) for group in groups
    )
    return tuple(tuple(texts[at].article for at in group) for group in found)


def _candidates(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share much of a sample, those that share most first."""
    held: dict[int, list[int]] = {}
    for at, one in enumerate(texts):
        if len(one.shingles) >= _LEAST:
            for shingle in one.shingles:
                if shingle % _SAMPLE == 0:
                    held.setdefault(shingle, []).append(at)
    shared: dict[tuple[int, int], int] = {}
    for found in held.values():
        if len(found) <= _PRINTED:
            # All are held against the first and against their neighbour: copies share most.
            for before, at in zip([found[0], *found], found[1:], strict=False):
                shared[before, at] = shared.get((before, at), 0) + 1
            for before, at in zip(found, found[2:], strict=False):
                shared[before, at] = shared.get((before, at), 0) + 1
    yield from sorted(shared, key=lambda pair: (-shared[pair], pair))


def _is_copy(one: Text, other: Text) -> bool:
    short, long = sorted((len(one.shingles), len(other.shingles)))
    if short < max(_LEAST, _SHORTEST * long):
        return False
    return len(one.shingles & other.shingles) >= CONTAINED * short


class _Groups(Iterable[list[int]]):
    """Disjoint sets of places in a sequence."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def _top(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = at = self._above[self._above[at]]
        return at

    def joined(self, one: int, other: int) -> bool:
        return self._top(one) == self._top(other)

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the sets of more than one, in order of their first places."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._above)):
            found.setdefault(self._top(at), []).append(at)
        return (group for group in found.values() if len(group) > 1)
