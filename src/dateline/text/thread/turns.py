"""How the comments of a text copy are laid out, induced from what recurs: the lines with a time.

A copy has lost its markup, but every comment on a page is laid out alike. So the lines that show a
time and little else are found first; whether the author stands in them, right before them, or at
the head of what lies between two of them is then a vote of all comments of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from dateline.text import furniture
from dateline.text.thread.stamps import LONGEST_AUTHOR, Line, Stamp, has_hour, has_time, trimmed

Layout = Literal["in_time_line", "before_time", "before_body", "after_body", "untimed"]

_SIGNS: Final = re.compile(r"\w")


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One comment as laid out: the lines of its head and those of its body, `[first, last)`.

    Attributes:
        column: where its head begins; `mark` where its bullet begins and ends; `time_column`
            where the line with its time begins. They tell how deep it is nested.
    """

    author: str
    time: str | None
    head: int
    body: tuple[int, int]
    pingback: bool = False
    column: int = 0
    mark: tuple[int, int] | None = None
    time_column: int | None = None


def _alike(lines: Sequence[Line], stamps: Sequence[Stamp]) -> list[Stamp]:
    """Return the stamps without those that differ from nearly all: dates in somebody's words.

    On one page either all comments have a time of day or none, and either all authors "say".
    """
    kept = list(stamps)
    for sign in (has_time, has_hour):
        signed = [one for one in kept if sign(one)]
        kept = signed if len(signed) * 2 >= len(kept) else kept
    spoken = [one for one in kept if _is_said(lines, one)]
    sayers = sum(line.sayer is not None for line in lines)
    return spoken if len(spoken) > 1 and len(spoken) * 4 >= sayers * 3 else kept


def _is_said(lines: Sequence[Line], one: Stamp) -> bool:
    before = next(
        (n for n in range(one.line - 1, max(-1, one.line - 4), -1) if lines[n].words), None
    )
    return before is not None and lines[before].sayer is not None


def layout(lines: Sequence[Line], stamps: Sequence[Stamp]) -> Layout:
    """Return where the authors stand, by a vote of all comments."""
    if not stamps:
        return "untimed"
    before = _shown(lines, 0, stamps[0].line)
    after = _shown(lines, stamps[-1].last + 1, len(lines))
    if sum(bool(stamp.author) for stamp in stamps) * 2 > len(stamps):
        return "after_body" if before and not after else "in_time_line"
    first = last = 0
    starts = [0, *(stamp.last + 1 for stamp in stamps)]
    for start, stamp_ in zip(starts, stamps, strict=False):
        between = _shown(lines, start, stamp_.line)
        if len(between) > 1:
            first += _head_score(lines[between[0]])
            last += _head_score(lines[between[-1]])
    if first > last or (first == last and not after):
        return "before_body"
    return "after_body" if len(before) > 1 and not after else "before_time"


def _shown(lines: Sequence[Line], start: int, stop: int) -> list[int]:
    """Return the lines that show words and are no buttons."""
    return [n for n in range(start, stop) if lines[n].words and not lines[n].buttons]


def _head_score(line: Line) -> int:
    """Return how much a line looks like an author's name over a comment."""
    words = line.words
    score = 3 if line.sayer is not None else 0
    score += line.number is not None
    short = len(words) <= 40 and len(words.split()) <= 5
    score += 1 if short else -1
    score -= words.endswith((".", "!", "?", "…", ",", ";"))
    return score


def turns(lines: Sequence[Line], stamps: Sequence[Stamp]) -> tuple[Turn, ...]:
    """Return the comments that the lines of a thread hold, in order.

    Args:
        lines: the thread's lines.
        stamps: those of them that show a time; their places count in `lines`.
    """
    stamps = _alike(lines, stamps)
    how = layout(lines, stamps)
    if how == "before_body":
        heads = _heads_before_bodies(lines, stamps)
    elif how == "untimed":
        heads = _heads_by_saying(lines)
    elif how == "after_body":
        heads = _heads_after_bodies(lines, stamps)
    else:
        heads = _heads_by_time(lines, stamps, inside=how == "in_time_line")
    links = {turn.head: turn for turn in _pingbacks(lines)}
    # A link of another page may show a time as comments do; then its line heads both.
    timed = {head.head: head for head in heads}
    links |= {
        n: msgspec.structs.replace(links[n], time=timed[n].time) for n in links.keys() & timed
    }
    return _with_bodies(lines, [turn for _, turn in sorted({**timed, **links}.items())])


def _heads_by_time(lines: Sequence[Line], stamps: Sequence[Stamp], *, inside: bool) -> list[Turn]:
    """Return the comments whose author stands in the line of the time, or right before it."""
    out: list[Turn] = []
    floor = 0
    for one in stamps:
        head, author = one.line, one.author
        if not author or not inside:
            head, author = _author_before(lines, one.line, floor)
        if author or not inside:
            named = msgspec.structs.replace(one, author=author)
            out.append(_turn(lines, head, named, (one.last + 1, len(lines)), floor))
            floor = one.last + 1
    return out


def _author_before(lines: Sequence[Line], at: int, floor: int) -> tuple[int, str]:
    """Return the line and the name of the author that stand before line `at`."""
    shown = [n for n in range(max(floor, at - 6), at) if lines[n].whole]
    badge = at, ""
    for n in reversed(shown):
        words = lines[n].words or lines[n].whole
        name = lines[n].sayer
        if name == "" or not _SIGNS.search(furniture.anywhere("glue").sub("", words)):
            continue
        if lines[n].buttons or len(words) > LONGEST_AUTHOR:
            break
        if furniture.is_one("badges", words) and not badge[1]:
            badge = n, words
        elif not badge[1] or not words.endswith((".", "!", "?")):
            return n, trimmed(words if name is None else name)
    return badge


def _heads_before_bodies(lines: Sequence[Line], stamps: Sequence[Stamp]) -> list[Turn]:
    """Return the comments whose author stands first and whose time stands last."""
    out: list[Turn] = []
    floor = 0
    for one in stamps:
        shown = _shown(lines, floor, one.line)
        head = shown[0] if shown else one.line
        words = lines[head].words if shown else ""
        author = (lines[head].sayer or words) if shown else ""
        author = trimmed(author)[:LONGEST_AUTHOR]
        named = msgspec.structs.replace(one, author=author)
        out.append(_turn(lines, head, named, (min(head + 1, one.line), one.line), floor))
        floor = one.last + 1
    return out


def _heads_after_bodies(lines: Sequence[Line], stamps: Sequence[Stamp]) -> list[Turn]:
    """Return the comments whose author and time stand under their words."""
    out: list[Turn] = []
    floor = 0
    for one in stamps:
        last, author = one.line, one.author
        if not author:
            last, author = _author_before(lines, one.line, floor)
        shown = _shown(lines, floor, last)
        head = shown[0] if shown else last
        named = msgspec.structs.replace(one, author=author)
        out.append(_turn(lines, head, named, (head, last), floor))
        floor = one.last + 1
    return out


def _heads_by_saying(lines: Sequence[Line]) -> list[Turn]:
    """Return the comments of a thread without times: each begins with "Ada says:"."""
    out = []
    for n, one in enumerate(lines):
        author = one.sayer
        if author:
            out.append(
                Turn(
                    author=author,
                    time=None,
                    head=n,
                    body=(n + 1, len(lines)),
                    column=one.indent,
                    mark=one.number,
                )
            )
    return out


def _turn(lines: Sequence[Line], head: int, one: Stamp, body: tuple[int, int], floor: int) -> Turn:
    """Return a comment; a number on a line of its own before the head belongs to it."""
    column, mark = lines[head].indent, lines[head].number
    before = head - 1
    while before >= floor and not lines[before].words and lines[before].number is None:
        before -= 1
    if mark is None and before >= floor and not lines[before].words:
        head, mark = before, lines[before].number
    return Turn(
        author=one.author,
        time=one.time,
        head=head,
        body=body,
        column=column,
        mark=mark,
        time_column=lines[one.line].indent,
    )


def _pingbacks(lines: Sequence[Line]) -> list[Turn]:
    """Return the links of other pages: "Pingback: Title", wrapped lines hanging below."""
    out = []
    for n, one in enumerate(lines):
        found = furniture.opening("pingbacks").match(one.words)
        if found and one.words[found.end() :].lstrip().startswith(":"):
            last = n + 1
            rest = one.shown[one.shown.casefold().index(found[0].casefold()) + len(found[0]) :]
            while last < len(lines) and _hangs(one, lines[last]):
                last += 1
            if not rest.strip(" :") and last == n + 1 and last < len(lines):
                last += 1  # a tool that puts each link on a line of its own
            parts = (rest, *(more.shown for more in lines[n + 1 : last]))
            title = " ".join(" ".join(parts).split()).strip(": ")
            out.append(
                Turn(
                    author=title,
                    time=None,
                    head=n,
                    body=(last, last),
                    pingback=True,
                    column=one.indent,
                    mark=one.number,
                )
            )
    return out


def _hangs(first: Line, other: Line) -> bool:
    """Tell whether a line only goes on with a numbered one, by its hanging indent."""
    below = first.number is not None and other.indent >= first.number[1]
    return bool(other.words) and other.number is None and below and not other.buttons


def _with_bodies(lines: Sequence[Line], heads: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the comments with their bodies ended where the next begins, or at its buttons."""
    out = []
    for n, turn in enumerate(heads):
        first, last = turn.body
        if n + 1 < len(heads):
            last = max(first, min(last, heads[n + 1].head))
        cut = next((k for k in range(first, last) if lines[k].buttons), None)
        # Buttons may stand over the body, too ("Permalink"); then they are no end of it.
        if cut is not None and any(lines[k].words for k in range(first, cut)):
            last = cut
        while first < last and _empty(lines[first]):
            first += 1
        while first < last and _empty(lines[last - 1]):
            last -= 1
        out.append(msgspec.structs.replace(turn, body=(first, last)))
    return tuple(out)


def _empty(one: Line) -> bool:
    return not one.words or one.buttons
