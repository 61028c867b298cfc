"""Which lines of a page are the article.

The article is looked for in the page's tree by `extraction`; this module brings what was found back
to the page's own lines, and then decides with the tree at hand: what an element is called, how
much of a line is links, what stands between the paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from lxml import etree

from dateline.layout import Markup
from dateline.record import SectionKind
from dateline.span import Span, merged
from dateline.text.article import alignment, extraction, marks, wording
from dateline.text.article.language import ENOUGH
from dateline.text.article.lines import Line

_HELD = 0.8
"""Which share of the article its container holds: the rest is found by mistake."""
_SIGNATURE = 160
_TITLE = 3
"""From how many spaces on a line that is a link is the title of another article."""
_LEADING = 60
"""From how many characters on a line before the container is the text that leads into it."""
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<![\w.])@\w{2,30}|\b(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp)\b"
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS: Final = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "td"})
_APART: Final = frozenset({"nav", "footer", "form", "button", "aside"})
_SENTENCE_END: Final = (".", "!", "?", "…", ":", ";", ",", '"', "”", "’", "»", "“", ")")


class Body:
    """The lines of a page that were found to be the article, and the element that holds them."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        markup: Markup,
        area: Sequence[Span],
        headline: Line | None,
    ) -> None:
        self.text, self.lines, self.markup, self.area = text, lines, markup, area
        found = merged(alignment.locate(extraction.paragraphs(markup, area), text))
        self.share = _shares(lines, found)
        self.container = self._container()
        self.floor = self._floor(headline)
        self.kinds: dict[int, SectionKind] = {}
        for line in self._candidates():
            kind = self._kind(line)
            if kind is not None:
                self.kinds[line.number] = kind
        self.joined = {line.number for line in lines if self._leads(line)}
        for number in self.joined:
            self.kinds[number] = "related"
        self._trim()

    @property
    def first(self) -> int | None:
        """The number of the first line of the body."""
        return next((n for n, kind in sorted(self.kinds.items()) if kind == "body"), None)

    @property
    def last(self) -> int | None:
        """The number of the last line of the body."""
        return next(
            (n for n, kind in sorted(self.kinds.items(), reverse=True) if kind == "body"), None
        )

    @property
    def span(self) -> Span | None:
        """The first to the last character of the body."""
        if self.first is None or self.last is None:
            return None
        return Span(self.lines[self.first].span.start, self.lines[self.last].span.end)

    def prose(self) -> str:
        """Return the first words of the body, enough to tell its language."""
        words: list[str] = []
        for number, kind in sorted(self.kinds.items()):
            if kind == "body":
                words.append(self.words(self.lines[number]))
            if sum(map(len, words)) > ENOUGH:
                break
        return "\n".join(words)

    def words(self, line: Line) -> str:
        """Return the words of a line."""
        return line.span.of(self.text)

    def inner(self, line: Line) -> Iterator[etree._Element]:
        """Yield the elements around a line, innermost first, up to the container, without it."""
        for element in line.within():
            if element is self.container:
                return
            yield element

    def _container(self) -> etree._Element:
        """Return the lowest element that holds most of what was found."""
        weights = [
            len(line.span) if share >= 0.5 else 0
            for line, share in zip(self.lines, self.share, strict=True)
        ]
        sums, total = [0, *accumulate(weights)], sum(weights)
        starts = [line.span.start for line in self.lines]
        element = self.markup.root
        while total:
            best = next(
                (c for c in element if self._weight(c, starts, sums) >= _HELD * total), None
            )
            if best is None or best.tag in _PARAGRAPHS | _HEADINGS:
                break
            element = best
        return element

    def _weight(self, element: etree._Element, starts: Sequence[int], sums: Sequence[int]) -> int:
        span = self.markup.span(element)
        return (
            0
            if span is None
            else sums[bisect_left(starts, span.end)] - sums[bisect_left(starts, span.start)]
        )

    def _floor(self, headline: Line | None) -> int:
        """Return the number of the line at which the article begins: after its headline.

        Where most of what was found stands before the line of the headline, that line is not it.
        """
        if headline is None:
            return 0
        weights = [
            len(line.span) * share for line, share in zip(self.lines, self.share, strict=True)
        ]
        after = sum(weights[headline.number + 1 :])
        return headline.number + 1 if after >= 0.6 * sum(weights) else 0

    def _candidates(self) -> Iterator[Line]:
        """Yield the lines that were found, and those between them in the container."""
        found = [
            line.number for line, share in zip(self.lines, self.share, strict=True) if share >= 0.5
        ]
        inside = self.markup.span(self.container) or Span(0, 0)
        blocked = _shares(self.lines, merged(self.area))
        for line in self.lines[self.floor :]:
            if blocked[line.number] or not found:
                continue
            if inside.contains(line.span):
                if self.share[line.number] >= 0.5 or found[0] < line.number < found[-1]:
                    yield line
            elif (
                self.share[line.number] >= 0.5
                and line.span.end <= inside.start
                and len(line.span) >= _LEADING
            ):
                yield line

    def _kind(self, line: Line) -> SectionKind | None:
        for rule in RULES:
            decided, kind = rule(self, line)
            if decided:
                return kind
        return None

    def _leads(self, line: Line) -> bool:
        """Tell whether a line only says that the next one, under it, leads to another article."""
        after = line.number + 1
        if self.kinds.get(line.number) is None or self.kinds.get(after) != "related" or line.linked:
            return False
        adjoins = self.lines[after].span.start == line.span.end + 1
        return adjoins and len(line.span) < 60 and wording.opens(self.words(line), "related")

    def _trim(self) -> None:
        """Let the article end with a paragraph: heads and notes behind it are not its own."""
        order = sorted(self.kinds)
        while order and self._is_tail(self.lines[order[-1]]):
            number = order.pop()
            if self.kinds[number] in {"body", "subhead"}:
                del self.kinds[number]

    def _is_tail(self, line: Line) -> bool:
        """Tell whether the last line is a head, or tells where to write and whom to follow."""
        if self.kinds[line.number] != "body":
            return True
        words = self.words(line)
        return len(words) < 400 and (
            line.link_share > 0.8 or bool(line.linked and _ADDRESS.search(words))
        )


Rule = Callable[[Body, Line], tuple[bool, SectionKind | None]]
_UNDECIDED: Final = (False, None)


def caption(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """Words in a `figcaption`, or in an element that is called a caption, are a caption."""
    named = marks.known().caption
    for element in body.inner(line):
        if element.tag in {"figcaption", "caption"} or (
            not named.isdisjoint(marks.names(element)) and element.tag not in _HEADINGS
        ):
            return True, "caption"
    return _UNDECIDED


def related(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """A line that is a link to another article, and says so, leads away from this one."""
    words = body.words(line)
    if len(words) > 300 or line.linked == 0:
        return _UNDECIDED
    cue = wording.opening(words, "related")
    rest = len(words) - line.linked - len(cue or "")
    led = cue is not None and (
        words[len(cue) :].lstrip()[:1] in {":", ">", "|", "»", "-", "–", "—", "→"}
        or " " in cue
        or words[: len(cue)].isupper()
    )
    if led and rest <= 30:
        return True, "related"
    if (
        line.link_share > 0.95
        and words.count(" ") >= _TITLE
        and not words.endswith((".", ",", ";"))
    ):
        return True, "related"
    return _UNDECIDED


def furniture(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """What stands in an element with a name of the page's furniture is not the article.

    But a quotation is, whatever it is wrapped in: posts of social media are shown in one.
    """
    named = marks.known().furniture
    for element in body.inner(line):
        if element.tag == "blockquote":
            return _UNDECIDED
        if element.tag in _APART or not named.isdisjoint(marks.names(element)):
            return True, None
    return _UNDECIDED


def signature(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """A short line in an element that is named after authors or dates is not the article."""
    named = marks.known().byline | marks.known().timestamp
    if len(line.span) < _SIGNATURE:
        for element in body.inner(line):
            if element.tag == "time" or not named.isdisjoint(marks.names(element)):
                return True, None
    return _UNDECIDED


def notice(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """A short line that opens like an advertisement or an invitation is not the article."""
    words = body.words(line)
    return (True, None) if len(words) < 120 and wording.opens(words, "furniture") else _UNDECIDED


def heading(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """A heading, or a short paragraph that is bold throughout, heads a section."""
    words = body.words(line)
    tags = {element.tag for element in body.inner(line)}
    if tags & _HEADINGS:
        return True, ("subhead" if len(words) < 200 else "body")
    if (
        tags & {"strong", "b"}
        and len(words) < 100
        and not words.endswith(_SENTENCE_END)
        and not tags & {"li", "td", "th"}
    ):
        return True, "subhead"
    return _UNDECIDED


def paragraph(body: Body, line: Line) -> tuple[bool, SectionKind | None]:
    """What was found is the article; so is what stands between it as a paragraph of few links."""
    if body.share[line.number] >= 0.5:
        return True, "body"
    tags = {element.tag for element in body.inner(line)}
    prose = line.link_share < 0.5 and (tags & _PARAGRAPHS or len(line.span) >= 80)
    return True, ("body" if prose else None)


RULES: tuple[Rule, ...] = (caption, related, furniture, signature, notice, heading, paragraph)
"""The rules that say what a line among the article is, in order; the first that decides counts."""


def _shares(lines: Sequence[Line], found: Sequence[Span]) -> list[float]:
    """Return which share of each line was found, 0 to 1."""
    shares, at = [], 0
    for line in lines:
        while at < len(found) and found[at].end <= line.span.start:
            at += 1
        covered, next_ = 0, at
        while next_ < len(found) and found[next_].start < line.span.end:
            covered += min(found[next_].end, line.span.end) - max(
                found[next_].start, line.span.start
            )
            next_ += 1
        shares.append(covered / len(line.span))
    return shares
