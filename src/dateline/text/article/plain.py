"""The article in a text copy of a page, or in the text of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec

from dateline.layout import Page
from dateline.record import SectionKind
from dateline.span import Span
from dateline.text import clock, furniture
from dateline.text.article import byline, language, plain_headline, prose, published, wire
from dateline.text.article.blocks import Block, blocks
from dateline.text.article.model import Article
from dateline.text.article.partition import partition
from dateline.text.article.plain_headline import Headline

_ABOVE: Final = 5  # blocks over the headline in which author and date may stand
_BELOW: Final = 10  # blocks under the story in which they may
_OPENING: Final = 2  # blocks of the story that may still be author or date
_PROSE: Final = ("body", "caption", "other", "footer")
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,4}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,.|-]{0,4}(?:by\s)?(\D{3,60})",
    re.IGNORECASE,
)
_RIGHTS_END: Final = re.compile(
    r"\s*(?:[.|,•·©]|all rights|alle rechte|tous droits).*", re.IGNORECASE | re.DOTALL
)


class _Copy(msgspec.Struct, frozen=True):
    """A text copy taken into blocks: its headline, and its story `blocks[first:last]`."""

    text: str
    blocks: Sequence[Block]
    first: int
    last: int
    head: Headline
    tag: str | None

    def places(self) -> Iterator[Sequence[Block]]:
        """Yield where author and date may stand, the likeliest place first.

        Between headline and story; the story's own first lines; over the headline; under the story.
        """
        shown = [n for n in self.head.shown if n < self.first] or [self.first]
        yield self.blocks[shown[-1] + 1 : self.first]
        yield self.blocks[self.first : min(self.last, self.first + _OPENING)]
        yield self.blocks[max(0, shown[-1] - _ABOVE) : shown[-1]][::-1]
        yield self.blocks[self.last : self.last + _BELOW]


def read(page: Page, thread: Sequence[Span]) -> Article:
    """Return the article of a page of kind `plain` or `pdf`, whose readers' thread is `thread`."""
    found = blocks(page.text, thread)
    first, last = prose.story(found)
    head = plain_headline.find(page, found, thread, first, last)
    first = max([first, *(n + 1 for n in head.shown if n < last)])
    spoken = language.of(_sample(page.text, found, first, last), page.given.language)
    tag = page.given.language or spoken
    copy = _Copy(page.text, found, first, last, head, tag)
    kinds: dict[int, SectionKind] = dict(prose.kinds(found, first, last, tag))
    kinds.update(_around(copy))
    kinds.update(dict.fromkeys(head.shown, "headline"))
    people, signed = _authors(copy)
    kinds.update(dict.fromkeys(signed, "byline"))
    moment, shown_at = _published(copy)
    moment = moment or page.given.published
    kinds.update(_timestamps(copy, kinds, shown_at))
    body = [n for n in range(first, last) if kinds[n] == "body"]
    story = Span(found[body[0]].span.start, found[body[-1]].span.end) if body else None
    filed = wire.read(page.text, story, tag, moment) if story else None
    marks: list[tuple[Span, SectionKind]] = [(area, "responses") for area in thread]
    marks += [(filed.span, "dateline")] if filed else []
    marks += _marks(copy, kinds, filed.span if filed else None)
    return Article(
        title=page.given.title or head.title,
        byline=page.given.byline or people,
        published=moment,
        outlet=page.given.outlet or head.site or _rights(found),
        url=page.given.url,
        language=spoken,
        dateline=filed,
        sections=partition(page.text, marks),
    )


def _sample(text: str, found: Sequence[Block], first: int, last: int) -> str:
    """Return enough of the story to tell its language."""
    start = found[first].span.start if first < last else 0
    return text[start : start + language.ENOUGH]


def _around(copy: _Copy) -> Mapping[int, SectionKind]:
    """Return what the blocks around the story are: captions, dates, authors, the footer."""
    out: dict[int, SectionKind] = {}
    for place in copy.places():
        for block in place:
            kind = prose.aside(block, copy.tag)
            if kind is not None and kind != "related":
                out[block.number] = kind
    footer = False
    for block in copy.blocks[copy.last :]:
        footer = footer or prose.is_footer(block)
        if footer and block.number not in out:
            out[block.number] = "footer"
    return out


def _authors(copy: _Copy) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the people of the byline, and the blocks that show it."""
    for place in copy.places():
        for block in place:
            if block.count <= 30 and byline.is_byline(block.words, copy.tag):
                people = byline.people(block.words, copy.tag)
                if people:
                    return people, (block.number,)
    return _bare_author(copy)


def _bare_author(copy: _Copy) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the author whose name stands without a "By", beside the date or under "Author".

    Beside a date it must be shown on the page once more, as an author's name mostly is.
    """
    places = list(copy.places())
    for block in [*places[0], *places[2]]:
        near = copy.blocks[max(0, block.number - 2) : block.number + 3]
        dated = any(prose.is_timestamp(one.words, copy.tag) for one in near)
        people = byline.people(block.words, copy.tag) if dated else ()
        if people and byline.is_name(block.words) and _again(copy, block):
            return (block.words,), (block.number,)
    for block in chain.from_iterable(places):
        after = copy.blocks[block.number + 1 : block.number + 2]
        if after and block.count <= 4 and byline.is_cue(block.words):
            people = byline.people(f"{block.words.rstrip(':')} {after[0].words}", copy.tag)
            if people and after[0].count <= 6:
                return people, (block.number, after[0].number)
    return (), ()


def _again(copy: _Copy, block: Block) -> bool:
    """Tell whether a name is shown outside of the story a second time."""
    outside = (*copy.blocks[: copy.first], *copy.blocks[copy.last :])
    return any(block.words in one.words for one in outside if one.number != block.number)


def _published(copy: _Copy) -> tuple[str | None, Span | None]:
    """Return when the article appeared, and where it says so.

    That is the fullest first date of the likeliest place; date and time may stand on two lines.
    """
    for place in copy.places():
        near = sorted(block.number for block in place if _dated(block, copy.tag))
        changed = furniture.anywhere("updated")
        near = [n for n in near if not changed.search(copy.blocks[n].words)] or near
        if not near:
            continue
        after = copy.blocks[near[-1] + 1 : near[-1] + 2]
        if after and after[0].count <= 6 and after[0].area == copy.blocks[near[-1]].area:
            near.append(near[-1] + 1)
        start = copy.blocks[near[0]].span.start
        shown = copy.text[start : copy.blocks[near[-1]].span.end]
        found = clock.find(shown, copy.tag)
        if not found:  # marks of Markdown within the date: "14\\. 01. 2020"
            words = copy.blocks[near[0]].words
            found = tuple((Span(0, len(shown)), value) for _, value in clock.find(words, copy.tag))
        same = [one for one in found if one[1][:10] == found[0][1][:10]]
        if same:
            span, value = max(same, key=lambda one: len(one[1]))
            return value, Span(start + span.start, start + span.end)
    return None, None


def _timestamps(
    copy: _Copy, kinds: Mapping[int, SectionKind], shown_at: Span | None
) -> Mapping[int, SectionKind]:
    """Return the blocks that show when the article appeared, where they show nothing else."""
    if shown_at is None:
        return {}
    near = (block for place in copy.places() for block in place)
    over = (block for block in near if block.span.overlaps(shown_at) and block.count <= 15)
    return {
        b.number: "timestamp" for b in over if kinds.get(b.number, "other") in ("other", "body")
    }


def _dated(block: Block, language: str | None) -> bool:
    """Tell whether a block shows a date and is no paragraph of the story."""
    short = block.count <= 40 and not (
        block.ended and (block.count > 20 or published.is_prose(block.words))
    )
    return short and bool(clock.find(block.words, language)) and not prose.is_footer(block)


def _rights(found: Sequence[Block]) -> str | None:
    """Return who holds the rights in the page, by its last lines."""
    for block in reversed(found[-40:]):
        holder = _RIGHTS.search(block.words[:200]) if block.count <= 40 else None
        name = _RIGHTS_END.sub("", holder[1]).strip(" -–|,.") if holder else ""
        if 2 <= len(name) <= 40:
            return name
    return None


def _marks(
    copy: _Copy, kinds: Mapping[int, SectionKind], filed: Span | None
) -> Iterator[tuple[Span, SectionKind]]:
    """Yield the blocks of a known kind; the story goes on behind its dateline."""
    for number in sorted(kinds):
        span = copy.blocks[number].span
        if filed is not None and span.overlaps(filed):
            span = Span(min(filed.end, span.end), span.end)
        yield (
            (span if kinds[number] in _PROSE else furniture.unmarked(span, copy.text)),
            kinds[number],
        )
