"""Which part of a comment's element is its author, its time and its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import msgspec
from lxml import etree

from dateline.span import Span, gaps, lines
from dateline.text import clock
from dateline.text.thread import times, wording
from dateline.text.thread.roles import Held, Role, is_heading, role, speaks_of_author
from dateline.text.thread.tree import Tree, selector

_LONGEST_NAME: Final = 100
_LONGEST_GUESSED: Final = 60
_LONGEST_TIME: Final = 120
_SEARCHED: Final = 600
_QUOTING: Final = frozenset(("blockquote", "q", "pre"))


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A comment's part of the tree.

    Attributes:
        element: what holds the comment.
        own: the elements in it that belong to no other comment, in document order.
        span: the characters of the comment, those of its answers included.
        others: the characters of its answers.
    """

    element: etree._Element
    own: tuple[etree._Element, ...]
    span: Span
    others: tuple[Span, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of one comment."""

    author: str
    time: str | None
    span: Span
    body: etree._Element | None = None


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """The line that shows when a comment was written: the date in it, and what is no comment."""

    date: Span
    value: str
    line: Span
    head: Span


class Finder:
    """Finds the parts of one comment after another; knows what is the same for a whole page."""

    def __init__(self, tree: Tree, hints: Held, since: str | None) -> None:
        self._tree, self._since = tree, since
        self._author = tuple(map(selector, hints.author))
        self._time = tuple(map(selector, hints.time))
        self._body = tuple(map(selector, hints.body))

    def read(self, piece: Piece) -> Said:
        """Return the author, time and words of a comment."""
        marked = _Marked(self._tree, piece)
        author = self._author_of(marked)
        when, value = self._time_of(marked)
        body = self._body_of(marked, [e for e in (author, when) if e is not None])
        line = self._dated(piece, when, body) or self._dated_after(piece, author)
        name = self._name_in(author, line) if author is not None else ""
        if not name:
            name = self._name_beside(piece, line) or self._name_in_head(marked)
        barriers = [s for e in (author, when) if e is not None and (s := self._tree.span(e))]
        if line and (when is None or author is None):
            barriers.append(line.head)
        if when is None:
            barriers += self._counted_back(marked)
        span = self._words(piece, marked, barriers, body)
        return Said(
            author=name,
            time=value or (line.value if line else None),
            span=span,
            body=body[0] if body else None,
        )

    def _author_of(self, marked: _Marked) -> etree._Element | None:
        for kind in self._author:
            for element in marked.all:
                if kind.matches(element) and self._tree.span(element):
                    return self._inner_author(element, marked)
        for element in marked.of("author"):
            if not marked.quoted(element) and len(self._tree.shown(element)) <= _LONGEST_NAME:
                return self._inner_author(element, marked)
        return None

    def _name_in(self, author: etree._Element, line: Dated | None) -> str:
        """Return the name in an author's element: its first line that is one, without a date."""
        span = self._tree.span(author)
        if span is None:
            return ""
        for link in author.iter("a", "b", "strong", "cite"):
            named = self._tree.span(link)
            rest = Span(named.end, span.end) if named and named.start == span.start else None
            if (
                named
                and rest
                and (
                    wording.is_filler(rest.of(self._tree.text))
                    or (line and rest.contains(line.date))
                )
            ):
                span = named
                break
        dates = [line.date] if line and span.contains(line.date) else []
        if ago := clock.counted_back(span.of(self._tree.text)):
            dates = [Span(span.start + ago.start, span.start + ago.end)]
        words = "\n".join(gap.of(self._tree.text) for gap in gaps(dates, span))
        names = [name for part in words.split("\n") if (name := wording.name(part))]
        return next((n for n in names if n.isdecimal() or not wording.is_filler(n)), "")

    def _name_in_head(self, marked: _Marked) -> str:
        """Return the first line of a head that is there for the author, as "user-info" is."""
        for element in marked.heads:
            first = self._tree.shown(element).partition("\n")[0]
            if speaks_of_author(element) and len(first) <= _LONGEST_GUESSED:
                return "" if wording.is_filler(first) else wording.name(first)
        return ""

    def _inner_author(self, element: etree._Element, marked: _Marked) -> etree._Element:
        """Return the innermost element that is for the author and comes first in `element`."""
        whole = self._tree.span(element)
        for inner in marked.of("author"):
            if inner is element or element not in inner.iterancestors():
                continue
            span = self._tree.span(inner)
            before = Span(whole.start, span.start).of(self._tree.text) if whole and span else ""
            # On a line of its own after other words stands no name: "Ada", below it "12 fans".
            if "\n" not in before or wording.is_filler(before):
                return self._inner_author(inner, marked)
        return element

    def _time_of(self, marked: _Marked) -> tuple[etree._Element | None, str | None]:
        first: tuple[etree._Element | None, str | None] = (None, None)
        hinted = [e for kind in self._time for e in marked.all if kind.matches(e)]
        dated = [e for e in marked.open if e.tag in ("abbr", "time") and e not in marked.of("time")]
        for element in [*hinted, *marked.of("time"), *dated]:
            shown = self._tree.shown(element)
            if len(shown) > _LONGEST_TIME or marked.quoted(element):
                continue
            known = times.machine(element) or self._machine_within(element)
            value = times.combined(shown, known, self._tree.language, self._since)
            if value and "T" in value:
                return element, value
            if value and first[1] is None:
                first = element, value
        return first

    def _counted_back(self, marked: _Marked) -> Iterator[Span]:
        """Yield where marked times count back from a now that nobody knows ("3 minutes ago")."""
        for element in marked.of("time"):
            span = self._tree.span(element)
            if span and len(span) <= _LONGEST_TIME and clock.is_relative(span.of(self._tree.text)):
                yield span

    @staticmethod
    def _machine_within(element: etree._Element) -> str | None:
        found = (
            times.machine(inner) for inner in element.iter("time", "abbr", "meta", "span", "a")
        )
        return next(filter(None, found), None)

    def _body_of(self, marked: _Marked, heads: list[etree._Element]) -> list[etree._Element]:
        """Return what holds the comment's words: one element, or several of the same make."""
        for kind in self._body:
            found = [e for e in marked.all if kind.matches(e) and self._tree.span(e)]
            if found:
                return found[:1]
        around = {a for head in heads for a in head.iterancestors()}
        candidates = [e for e in marked.of("body") if self._tree.span(e) and not marked.quoted(e)]
        clear = {e for e in candidates if e not in around}
        if not clear:
            return candidates[-1:]
        outermost = [e for e in candidates if e in clear and clear.isdisjoint(e.iterancestors())]
        longest = max(outermost, key=lambda e: len(self._tree.shown(e)))
        return [e for e in outermost if _make(e) == _make(longest)]

    def _words(
        self, piece: Piece, marked: _Marked, heads: list[Span], body: list[etree._Element]
    ) -> Span:
        """Return the comment's own words: the longest stretch between name, date and answers."""
        places = [span for span in map(self._tree.span, body) if span]
        whole = Span(places[0].start, places[-1].end) if places else piece.span
        # What is called a head, but holds paragraphs and neither name nor date, is the words.
        named = [
            e for e in marked.heads if next(e.iter("p"), None) is None or self._holds(e, heads)
        ]
        barriers = [*heads, *(s for s in map(self._tree.span, named) if s)]
        barriers = [s for s in [*barriers, *piece.others] if s != whole and whole.contains(s)]
        junk = [s for s in map(self._tree.span, marked.junk) if s and whole.contains(s)]
        runs = (self._run(stretch, junk) for stretch in gaps(barriers, whole))
        best = max((run for run in runs if run), key=len, default=None)
        if best is None:
            return self._nowhere(piece, whole, [*barriers, *junk])
        return self._with_heading(best, marked, heads) if places else best

    def _holds(self, element: etree._Element, heads: list[Span]) -> bool:
        span = self._tree.span(element)
        return span is not None and any(span.overlaps(head) for head in heads)

    def _with_heading(self, words: Span, marked: _Marked, heads: list[Span]) -> Span:
        """Return the words with the comment's own heading, where it stands right before them."""
        for element in marked.open:
            span = self._tree.span(element)
            if not span or not is_heading(element) or any(span.overlaps(s) for s in heads):
                continue
            if wording.is_filler(span.of(self._tree.text)):  # "#11"
                continue
            if (
                span.end <= words.start
                and not Span(span.end, words.start).of(self._tree.text).strip()
            ):
                return Span(span.start, words.end)
        return words

    def _run(self, stretch: Span, junk: list[Span]) -> Span | None:
        text = self._tree.text
        kept = [gap.trimmed(text) for gap in gaps(junk, stretch)]
        kept = [gap for gap in kept if len(gap) and not wording.is_filler(gap.of(text))]
        if not kept:
            return None
        start = kept[0].start + wording.leading_filler(kept[0].of(text)[:60])
        return Span(min(start, kept[-1].end), kept[-1].end).trimmed(text)

    def _nowhere(self, piece: Piece, whole: Span, seen: list[Span]) -> Span:
        """Return the place of a comment without words: after its name and date."""
        end = max((s.end for s in seen if s not in piece.others), default=whole.end)
        return Span(end, end)

    def _dated(
        self, piece: Piece, when: etree._Element | None, body: list[etree._Element]
    ) -> Dated | None:
        """Return the line that shows when the comment was written: its element's, or the first."""
        marked = self._tree.span(when) if when is not None else None
        known = [span for span in map(self._tree.span, body) if span]
        searched = (marked,) if marked else gaps([*known, *piece.others], piece.span)
        first = None
        for date, value in self._dates(searched):
            if "T" in value or marked:
                return self._line(piece, date, value)
            first = first or (date, value)
        return self._line(piece, *first) if first else None

    def _dated_after(self, piece: Piece, author: etree._Element | None) -> Dated | None:
        """Return the date that follows right on a marked name: "<b>Jo</b>May 2, 2019"."""
        span = self._tree.span(author) if author is not None else None
        if author is None or span is None:
            return None
        for inner in author.iter("a", "b", "strong", "cite", "span"):
            named = self._tree.span(inner)
            if inner is not author and named and named.start == span.start:
                for date, value in self._dates([Span(named.end, span.end)]):
                    return self._line(piece, date, value)
        return None

    def _dates(self, searched: Iterable[Span]) -> Iterator[tuple[Span, str]]:
        """Yield the dates at both ends of each stretch, a date and its clock on one line."""
        for stretch in searched:
            first = Span(stretch.start, min(stretch.end, stretch.start + _SEARCHED))
            last = Span(max(first.end, stretch.end - _LONGEST_TIME), stretch.end)
            for line in chain(lines(self._tree.text, first), lines(self._tree.text, last)):
                words = line.of(self._tree.text)
                for place, value in clock.find(words, self._tree.language, since=self._since):
                    yield Span(line.start + place.start, line.start + place.end), value

    def _line(self, piece: Piece, date: Span, value: str) -> Dated:
        text = self._tree.text
        start = max(piece.span.start, text.rfind("\n", 0, date.start) + 1)
        end = text.find("\n", date.end, piece.span.end)
        whole = Span(start, piece.span.end if end < 0 else end)
        head = whole if len(whole) - len(date) <= _LONGEST_GUESSED else Span(start, date.end)
        return Dated(date=date, value=value, line=whole, head=head)

    def _name_beside(self, piece: Piece, line: Dated | None) -> str:
        """Return the name in "Posted by NAME on DATE" or "DATE - NAME", or above the date."""
        if line is None:
            return ""
        text = self._tree.text
        above = Span(piece.span.start, line.line.start).of(text).strip().rpartition("\n")[2]
        before, after = Span(line.line.start, line.date.start), Span(line.date.end, line.line.end)
        beside = [before.of(text), after.of(text), above]
        for words in sorted(beside, key=wording.introduces, reverse=True):
            name = wording.name_beside(words)
            if 1 < len(name) <= _LONGEST_GUESSED and not wording.is_filler(name):
                return name
        return ""


class _Marked:
    """The own elements of a comment, sorted by what they are for."""

    def __init__(self, tree: Tree, piece: Piece) -> None:
        self._roles: dict[Role, list[etree._Element]] = {}
        self._quoted: set[etree._Element] = set()
        self.junk: list[etree._Element] = []
        self.heads: list[etree._Element] = []
        self.open: list[etree._Element] = []
        self.all = piece.own
        closed: set[etree._Element] = set()
        for element in piece.own:
            parent = element.getparent()
            if element.tag in _QUOTING or parent in self._quoted:
                self._quoted.add(element)
            kind = role(element)
            if parent in closed or kind == "junk":
                closed.add(element)
                if parent not in closed:
                    self.junk.append(element)
                continue
            self.open.append(element)
            if kind == "head":
                self.heads.append(element)
            elif kind and (kind == "time" or tree.span(element)):
                self._roles.setdefault(kind, []).append(element)

    def of(self, kind: Role) -> Iterable[etree._Element]:
        """Return the elements of a kind, in order, none of them within what is junk."""
        return self._roles.get(kind, [])

    def quoted(self, element: etree._Element) -> bool:
        """Tell whether the element is part of a quotation."""
        return element in self._quoted


def _make(element: etree._Element) -> tuple[str, str | None, object]:
    return element.tag, element.get("class"), element.getparent()
