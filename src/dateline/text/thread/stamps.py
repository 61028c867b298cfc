"""The lines of a text copy, and those among them that show a comment's time and little else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.span import Span
from dateline.text import clock, furniture

LONGEST_AUTHOR: Final = 80
"""Characters of an author's name at most."""

_LONGEST_STAMP: Final = 160  # characters of a line with a comment's time
_ANY_DAY: Final = "2000-12-31T12:00"  # only to see whether words tell a time
_NUMBER: Final = re.compile(
    r"\s*(?:\(?#?\d{1,5}\s?[.):](?=\s|$)|#?\d{1,5}\s*$|(?:[*•●·○◦▪■□]\s{0,2}){1,4}(?=\s|$)"
    r"|(?:[*•●·○◦▪■□]\s){1,4}|(?<=\s)[+o-](?=\s|$))"
)
_RUN_ON: Final = re.compile(  # "Ada6. Juni 2015", "AdaJune 6, 2015"
    r"(?<=[^\W\d_])(?=\d{1,2}(?:\.?\s[^\W\d_]|[./]\d))|(?<=[^\W\d_A-Z])(?=[A-Z][a-zäöüß]{2,9}[.,]?\s)"
)
_LETTERS: Final = re.compile(r"[^\W\d_]")
_EDGE: Final = ' \t|·•●–—-,:;/()[]#»«>*"“”\xa0'
_SAYS: Final = re.compile(r"\s*[:：]\s*$")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a text copy.

    Attributes:
        span: the line, its line end left out.
        words: what it shows, without number, bullet and marks; empty for a blank line.
        whole: the same with its number, which may be that of a day ("1. Februar").
        shown: all that it shows, without the space around.
        indent: the column at which it begins.
        number: the columns of its bullet or number, if it has one.
        sayer: the author of "Ada says:", empty for "says:" alone, `None` if it is no such line.
        buttons: whether it shows a comment's buttons alone.
    """

    span: Span
    words: str = ""
    whole: str = ""
    shown: str = ""
    indent: int = 0
    number: tuple[int, int] | None = None
    sayer: str | None = None
    buttons: bool = False


class Stamp(msgspec.Struct, frozen=True):
    """A line that shows a time and little else: the time, and the author if it names one.

    Attributes:
        line, last: its place among the lines of the thread; date and hour may stand on two.
    """

    line: int
    time: str | None
    author: str
    last: int


def line(text: str, span: Span) -> Line:
    """Return the line at `span` with its indent and number."""
    shown = span.of(text)
    if not shown or shown.isspace():
        return Line(span=span)
    number = _NUMBER.match(shown)
    bare = shown[number.end() :] if number else shown
    indent = len(shown) - len(shown.lstrip())
    mark = (indent, number.end()) if number else None
    whole = furniture.plain(shown).strip()
    words = furniture.plain(bare).strip() if number else whole
    return Line(
        span=span,
        words=words,
        whole=whole,
        shown=shown.strip(),
        indent=indent,
        number=mark,
        sayer=_said(words),
        buttons=furniture.is_buttons(words),
    )


def stamp(number: int, words: str, language: str | None, since: str | None = None) -> Stamp | None:
    """Return the time and author that a line shows if it shows nothing else of weight.

    Args:
        number: the line's place among the lines of the thread.
        words: what it shows.
        language: BCP 47 tag of the page, for the order of numeric dates.
        since: ISO 8601 time of the article, for dates without a year.
    """
    if len(words) > _LONGEST_STAMP or not any(c.isdigit() for c in words):
        return None
    found = clock.find(words, language, since=since)
    if not found:
        words = _RUN_ON.sub(" ", words)
        found = clock.find(words, language, since=since)
    places = [place for place, _ in found or clock.find(words, language, at=_ANY_DAY)]
    if not places:
        return None
    time = found[0][1] if found else None
    before, after = words[: places[0].start], words[places[-1].end :]
    author = furniture.plain(_NUMBER.sub("", _unglued(before), count=1)) or _unglued(after)
    if len(author) > LONGEST_AUTHOR or len(author.split()) > 8 or author.endswith((".", "!", "?")):
        return None
    return Stamp(number, time, author, number)


def stamps(lines: Sequence[Line], language: str | None, since: str | None = None) -> list[Stamp]:
    """Return the lines that show a time, an hour on the next line taken with its date.

    `stamp` tells of the arguments.
    """
    out: list[Stamp] = []
    for n, one in enumerate(lines):
        found = stamp(n, one.whole, language, since) if one.words else None
        if found is None or (out and out[-1].last == n):
            continue
        after = lines[n + 1].whole if n + 1 < len(lines) else ""
        if not has_hour(found) and 3 <= len(after) <= 16 and after[0].isdigit():
            both = stamp(n, f"{one.whole} {after}", language, since)
            if both is not None and has_hour(both):
                found = msgspec.structs.replace(both, last=n + 1)
        out.append(found)
    return out


def _unglued(words: str) -> str:
    """Return the words without what only goes with a time: "on", "posted by", "Reply"."""
    left = furniture.anywhere("buttons").sub("", words)
    if not _LETTERS.search(furniture.anywhere("glue").sub("", left)):
        return ""
    words = words.strip(_EDGE)
    for _ in range(4):  # "Posted by Ada on", "Comment by Ada -"
        opened = furniture.opening("glue").match(words)
        words = (words[opened.end() :] if opened else words).strip(_EDGE)
        closed = [m for m in furniture.anywhere("glue").finditer(words) if m.end() == len(words)]
        words = (words[: closed[-1].start()] if closed else words).strip(_EDGE)
    return trimmed(words)


def _said(words: str) -> str | None:
    """Return the author of a line such as "Ada says:", or `None`; empty for "says:" alone."""
    if len(words) > LONGEST_AUTHOR:
        return None
    bare = _SAYS.sub("", words)
    for found in furniture.anywhere("says").finditer(bare, max(0, len(bare) - 24)):
        if found.end() == len(bare) and (len(bare) < len(words) or found.start() == 0):
            return bare[: found.start()].strip(_EDGE)
    return None


def trimmed(words: str) -> str:
    """Return a name without what stands around it; brackets only in pairs."""
    words = words.strip(_EDGE)
    return f"{words})" if words.count("(") > words.count(")") else words


def has_time(one: Stamp) -> bool:
    """Tell whether the time is known, not only told from an unknown day ("2 days ago")."""
    return one.time is not None


def has_hour(one: Stamp) -> bool:
    """Tell whether the time has an hour, or is not known."""
    return one.time is None or "T" in one.time
