"""Quotation marks and what they enclose.

Marks are paired paragraph by paragraph with a stack, so that a quotation in a quotation is told
from two in a row, and a mark left open spoils its own paragraph alone. A quotation that is open at
the end of its paragraph while the next one opens with a mark goes on there: that is how the press
quotes several paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from dateline.span import Span

DOUBLE: Final = re.compile(r"``|''|[“”„‟«»\"]")
SINGLE: Final = re.compile(r"(?<!\w)[‘‚‹'](?=\w)|(?<=[\w.,!?…])[’›'](?!\w)")

_OPENERS: Final = frozenset("“„«‟‘‚‹") | {"``"}
_CLOSERS: Final = frozenset("”»’›")
_BEFORE_OPENING: Final = frozenset(" \t\n\r\xa0([{—–-/…‘'“\"`") | {""}
_SHORT: Final = 4
"""Words between single marks, at least, that are speech and not a term."""


_DEEPEST: Final = 8
"""Quotations before a single mark that may still be open there."""
_LONG: Final = 32
"""Characters between two apostrophes that are no mere term."""
_LOW: Final = "„‚"
"""Marks that the high opening mark closes: „so“."""


class Quotation(msgspec.Struct, frozen=True, order=True):
    """What stands between two marks.

    Attributes:
        span: the words and the marks around them.
        inner: the words alone.
        depth: 0, or 1 and more for a quotation in a quotation.
        closed: false where the paragraph ended first.
        goes_on: true where it takes up the quotation that the paragraph before left open.
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    goes_on: bool = False


def numbers(text: str, sentences: Sequence[Span]) -> Iterator[int]:
    """Yield the number of each sentence's paragraph.

    A blank line ends a paragraph; so does a line end, unless the sentences beside it run over lines
    themselves: then the lines were wrapped by a machine.
    """
    number = 0
    for place, sentence in enumerate(sentences):
        if place:
            before = sentences[place - 1]
            gap = text[before.end : sentence.start]
            wrapped = "\n" in before.of(text) or "\n" in sentence.of(text)
            if gap.count("\n") > wrapped:
                number += 1
        yield number


def paragraphs(sentences: Sequence[Span], numbered: Sequence[int]) -> list[Span]:
    """Return the span of each paragraph, given its sentences with their numbers."""
    out: list[Span] = []
    for place, (sentence, number) in enumerate(zip(sentences, numbered, strict=True)):
        if place and number == numbered[place - 1]:
            out[-1] = Span(out[-1].start, sentence.end)
        else:
            out.append(sentence)
    return out


def find(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Return the quotations in the given paragraphs in order, outer ones before those inside."""
    out: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        here = sorted(_paired(text, paragraph), key=lambda q: (q.span.start, -q.span.end))
        if here and left_open and not text[paragraph.start : here[0].span.start].strip():
            here[0] = msgspec.structs.replace(here[0], goes_on=True)
        left_open = any(not one.closed for one in here)
        out += here
        single = (_placed(one, here) for one in _single(text, paragraph))
        out += [one for one in single if one is not None]
    return tuple(sorted(out, key=lambda q: (q.span.start, -q.span.end)))


def _placed(one: Quotation, others: list[Quotation]) -> Quotation | None:
    """Return a quotation with its depth among others in order, `None` if it crosses one."""
    at = bisect_right(others, one.span.start, key=lambda other: other.span.start)
    before = others[max(0, at - _DEEPEST) : at]
    holding = [other for other in before if other.span.end > one.span.start]
    crossing = at < len(others) and others[at].span.start < one.span.end
    if crossing or not all(other.inner.contains(one.span) for other in holding):
        return None
    return msgspec.structs.replace(one, depth=len(holding))


def _paired(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Yield what double marks enclose; one that is never closed runs to the paragraph's end."""
    opened: list[re.Match[str]] = []
    last_closed = paragraph.start
    inside: list[Quotation] = []
    for mark in DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if _opens(text, mark, paragraph, opened[-1][0] if opened else ""):
            opened.append(mark)
        elif opened:
            first = opened.pop()
            inside.append(_quotation(first, mark.start(), mark.end(), len(opened)))
            last_closed = mark.end()
    if not opened:
        yield from inside
        return
    outermost = opened[0]
    if outermost.start() >= last_closed or not _balanced(inside, outermost):
        yield from (one for one in inside if one.span.end <= outermost.start())
        end = paragraph.trimmed(text).end
        yield Quotation(Span(outermost.start(), end), Span(outermost.end(), end), closed=False)
        return
    lost = len(opened)
    for one in inside:  # a mark too many: what it seemed to hold stands for itself
        shallower = one.depth - lost if one.span.start > outermost.start() else one.depth
        yield msgspec.structs.replace(one, depth=max(0, shallower))


def _balanced(inside: list[Quotation], outermost: re.Match[str]) -> bool:
    """Tell whether quotations were opened and closed after the mark that was left open."""
    return any(one.span.start > outermost.start() for one in inside)


def _quotation(first: re.Match[str], end: int, after: int, depth: int) -> Quotation:
    return Quotation(Span(first.start(), after), Span(first.end(), end), depth)


def _opens(text: str, mark: re.Match[str], paragraph: Span, within: str) -> bool:
    """Tell whether a mark opens: by its shape, or by the blanks around it if it has none."""
    sign = mark[0]
    if sign in _OPENERS:
        return sign != "“" or within not in _LOW or not within
    if sign in _CLOSERS:
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else ""
    after = text[mark.end() : mark.end() + 1] if mark.end() < paragraph.end else " "
    if before in _BEFORE_OPENING and not after.isspace():
        return not within or before not in "-–—…" or after.isalnum()
    return not within and not after.isspace() and not before.isalnum()


def _single(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Yield what single marks enclose, if it has the length of speech: others are terms."""
    opened: re.Match[str] | None = None
    for mark in SINGLE.finditer(text, paragraph.start, paragraph.end):
        opens = mark[0] in _OPENERS or (mark[0] == "'" and _stands_before(text, mark))
        if opens and opened is None:
            opened = mark
        elif not opens and opened is not None:
            inner = Span(opened.end(), mark.start())
            if _is_speech(text, opened[0], inner):
                yield Quotation(Span(opened.start(), mark.end()), inner)
            opened = None


def _is_speech(text: str, mark: str, inner: Span) -> bool:
    """Tell whether words between single marks are long enough; an apostrophe must end a clause."""
    words = inner.of(text)
    ends = mark != "'" or len(words) > _LONG or words.endswith((".", ",", "!", "?"))
    return ends and len(words.split(maxsplit=_SHORT)) >= _SHORT


def _stands_before(text: str, mark: re.Match[str]) -> bool:
    return text[mark.end() : mark.end() + 1].isalnum() and (
        mark.start() == 0 or not text[mark.start() - 1].isalnum()
    )
