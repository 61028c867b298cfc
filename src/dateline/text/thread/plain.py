"""The readers' thread in a text copy: its opening line, its comments, the line that ends it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from dateline.layout import Page
from dateline.record import Responses
from dateline.span import Span, lines
from dateline.text import clock, furniture
from dateline.text.thread import nesting, stamps, turns
from dateline.text.thread.nesting import Answer
from dateline.text.thread.shape import Thread
from dateline.text.thread.stamps import Line, Stamp
from dateline.text.thread.turns import Turn
from dateline.text.thread.words import Said

_LONGEST_HEADING: Final = 240
_MOST_OPENERS: Final = 12  # headings that are tried; a page has one or two
_LOOK_BACK: Final = 100_000  # characters over a thread in which the article's date is looked for
_FARTHEST: Final = 80  # words between a thread's heading and its first comment
_BLANK_LINE: Final = re.compile(r"[\s_*]*")


class _Opener(msgspec.Struct, frozen=True):
    """A line that opens a thread, and the number of comments that it claims."""

    line: int
    declared: int | None


class _Found(msgspec.Struct, frozen=True):
    """A thread as one opener has it: its lines are `[opener.line, last)`."""

    opener: _Opener
    turns: tuple[Turn, ...]
    first: int
    last: int


class _Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A text copy: its lines, those that show a time, and the numbers of those that end threads."""

    text: str
    lines: Sequence[Line]
    stamps: Sequence[Stamp]
    ends: Sequence[int]


def read(page: Page) -> Thread | None:
    """Return the thread of a text copy or a PDF; `None` if it has none or is another kind of page.

    A heading that claims comments of which none follows gives a thread that is not held.
    """
    if page.kind not in ("plain", "pdf"):
        return None
    copy = _copy(page)
    openers = _openers(copy.lines)
    found = [one for one in (_found(copy, opener) for opener in openers) if one.turns]
    if found:
        return _thread(copy, _nearest(found, max(found, key=_worth)))
    return _without_opener(copy) or _not_held(copy.lines, openers)


def _copy(page: Page) -> _Copy:
    """Return the lines of a page, and what of them matters to any thread on it."""
    shown = [stamps.line(page.text, span) for span in lines(page.text)]
    language = page.given.language
    told = (value for _, value in clock.find(page.text[:_LOOK_BACK], language))
    since = page.given.published or next(told, None)
    return _Copy(
        text=page.text,
        lines=shown,
        stamps=stamps.stamps(shown, language, since),
        ends=[number for number, line in enumerate(shown) if _ends(line)],
    )


def _openers(shown: Sequence[Line]) -> list[_Opener]:
    """Return the lines that may open a thread, those that claim a number before the others."""
    found = []
    for number, line in enumerate(shown):
        words = line.whole
        if not words or len(words) > _LONGEST_HEADING:
            continue
        if (count := declared(words)) is not None:
            found.append(_Opener(number, count))
        elif _opens(words):
            found.append(_Opener(number, None))
    half = _MOST_OPENERS // 2
    return found if len(found) <= _MOST_OPENERS else [*found[:half], *found[-half:]]


def _opens(words: str) -> bool:
    """Tell whether a line is a thread's heading, be it with a button: "Comments Add a comment"."""
    if furniture.is_one("openers", words):
        return True
    heading = furniture.opening("openers").match(words)
    button = furniture.opening("closers").match(words, heading.end() + 1) if heading else None
    return button is not None and button.end() == len(words)


def declared(words: str) -> int | None:
    """Return the number of comments that a heading claims, `None` if it is no such heading.

    "13 comments", "Comments (13)", "soundoff (30 Responses)", "One thought on 'The title'".
    """
    for pattern in _counts():
        found = pattern.fullmatch(words)
        if found:
            return int(found[1]) if found[1].isdecimal() else 1
    return None


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    noun, one = furniture.choice(furniture.words("nouns")), furniture.choice(furniture.words("one"))
    before = furniture.choice(furniture.words("before_number"))
    after = furniture.choice(furniture.words("after_noun"))
    number = rf"(\d{{1,5}}|{one})"
    rest = rf"(?:\s*[:.»>]?|\s+(?:{after})(?!\w).{{0,200}}|\s*[\"“„«‘].{{0,200}})"
    forms = (
        rf"(?:(?:{before})\s+)*\(?{number}\)?\s+(?:[^\W\d_]{{1,20}}\s)?(?:{noun}){rest}",
        rf"(?:(?:{before})\s+)?(?:{noun})\s*[:(\[]?\s*(\d{{1,5}})\s*[)\]]?",
        rf"[^\W\d_]{{2,20}}(?:\s[^\W\d_]{{2,20}})?\s*[(\[]\s*{number}\s+(?:{noun})\s*[)\]]",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _found(copy: _Copy, opener: _Opener) -> _Found:
    """Return the comments that follow an opener, up to the line that ends the thread."""
    first = opener.line + 1
    begin = bisect_left(copy.stamps, first, key=lambda stamp: stamp.line)
    timed = copy.stamps[begin].line if begin < len(copy.stamps) else first
    end = bisect_left(copy.ends, timed)
    last = copy.ends[end] if end < len(copy.ends) else len(copy.lines)
    within = []
    for one in copy.stamps[begin:]:
        if one.last >= last:
            break
        line, until = one.line - first, one.last - first
        within.append(msgspec.structs.replace(one, line=line, last=until))
    body = copy.lines[first:last]
    found = turns.turns(body, within)
    empty = sum(turn.body[0] >= turn.body[1] and not turn.pingback for turn in found)
    # Titles with dates and nothing below them are a list of articles.
    if found and (
        _words(body[: found[0].head]) > _FARTHEST or (empty > 2 and 2 * empty >= len(found))
    ):
        found = ()
    return _Found(opener, found, first, last)


def _words(between: Sequence[Line]) -> int:
    return sum(len(line.words.split()) for line in between)


def _ends(line: Line) -> bool:
    """Tell whether a line ends the thread: a reply form, the page's next part, its footer."""
    words = line.words
    if not words or len(words) > _LONGEST_HEADING:
        return False
    closer = furniture.opening("closers").match(words)
    if closer and (" " in closer[0] or closer.end() >= len(words) - 3) and len(words) <= 160:
        return True
    if len(words) <= 60 and " " in words and furniture.is_one("ends", words):
        return not furniture.is_buttons(words)
    return len(words) <= 160 and (words.startswith("©") or words.lower().startswith("copyright ©"))


def _worth(found: _Found) -> tuple[float, int]:
    """Return how well an opener explains what follows it: its claim, the authors it brings."""
    named = sum(bool(turn.author) for turn in found.turns)
    claim = found.opener.declared
    if claim is None:
        return named - 1, found.opener.line
    over = max(0, len(found.turns) - claim)
    exact = 5 if claim == len(found.turns) else 0
    return named + exact - 2 * over, found.opener.line


def _nearest(found: Sequence[_Found], best: _Found) -> _Found:
    """Return the thread from its own heading on, if `best` is a counter above the article.

    Where comments are signed below their words, the first would begin at the counter: a later
    heading that is followed by the same signatures opens the thread, with the number claimed.
    """
    begin = best.first + best.turns[0].body[0]
    for one in reversed(found):
        if begin < one.opener.line and _signed(one) == _signed(best):
            claim = best.opener.declared if one.opener.declared is None else one.opener.declared
            return msgspec.structs.replace(one, opener=_Opener(one.opener.line, claim))
    return best


def _signed(found: _Found) -> list[tuple[str, str | None]]:
    return [(turn.author, turn.time) for turn in found.turns]


def _without_opener(copy: _Copy) -> Thread | None:
    """Return a thread without a heading: two comments or more that say "Ada says:" with a time."""
    heads = [number for number, line in enumerate(copy.lines) if line.sayer]
    if len(heads) < 2:
        return None
    opener = _Opener(heads[0] - 1, None)
    found = _found(copy, opener)
    timed = [turn for turn in found.turns if turn.time and turn.author]
    return _thread(copy, found) if len(timed) >= 2 else None


def _not_held(shown: Sequence[Line], openers: Sequence[_Opener]) -> Thread | None:
    """Return a thread that the page speaks of but does not hold, or `None`."""
    stub = any(
        furniture.opening("stubs").match(line.words) for line in shown if len(line.words) <= 160
    )
    claims = [opener for opener in openers if opener.declared is not None]
    if not stub and not claims:
        return None
    claim = max((opener.declared or 0 for opener in claims), default=None)
    area = tuple(shown[one.line].span for one in claims if one.declared == claim)
    responses = Responses(declared=claim, system="text", held=not stub and not claim)
    return Thread(area=area[-1:], responses=responses)


def _thread(copy: _Copy, found: _Found) -> Thread:
    text, shown = copy.text, copy.lines
    body = shown[found.first : found.last]
    said = [
        Said(author=turn.author, time=turn.time, span=_body(text, body, turn))
        for turn in found.turns
    ]
    kinds = ["pingback" if turn.pingback else "comment" for turn in found.turns]
    comments = tuple(nesting.comments(said, _answers(found.turns), kinds))
    begin = shown[max(0, found.opener.line)].span.start
    end = max(
        shown[_form_end(shown, found.last)].span.end if found.last < len(shown) else 0,
        *(comment.span.end for comment in comments),
        body[-1].span.end if found.last >= len(shown) else 0,
    )
    responses = Responses(declared=found.opener.declared, system="text", comments=comments)
    return Thread(area=(Span(begin, end),), responses=responses)


def _body(text: str, body: Sequence[Line], turn: Turn) -> Span:
    """Return a comment's own words; empty, after its head, if it has none."""
    first, last = turn.body
    if first < last:
        # Where the words stand first, the comment's bullet stands before them.
        skip = turn.mark[1] if turn.mark and first == turn.head else 0
        return Span(body[first].span.start + skip, body[last - 1].span.end).trimmed(text)
    at = body[max(turn.head, min(first, len(body)) - 1)].span.end
    return Span(at, at)


def _form_end(shown: Sequence[Line], first: int) -> int:
    """Return the last line of the reply form that begins at line `first`."""
    end = first
    for number in range(first, min(len(shown), first + 200)):
        words = shown[number].words
        if not words or _BLANK_LINE.fullmatch(words):
            continue
        opens = furniture.opening("closers").match(words) is not None
        if number > first and not opens and not furniture.is_one("form", words):
            break
        end = number
    return end


def _answers(found: Sequence[Turn]) -> list[Answer]:
    """Return what each comment answers, as its indent has it: the last one less indented."""
    columns = _columns(found)
    out: list[Answer] = []
    stack: list[tuple[int, int]] = []
    for place, column in enumerate(columns):
        # One column more is no level: numbers of two digits move the words by one.
        while stack and stack[-1][0] >= column - 1:
            stack.pop()
        out.append(Answer(stack[-1][1] if stack else None))
        stack.append((column, place))
    return out


def _columns(found: Sequence[Turn]) -> list[int]:
    """Return the column that tells each comment's depth.

    That of the line with the time where it varies; else that where the bullet begins or ends,
    whichever varies less (some tools align numbers to the right); else that of the head.
    """
    times = [turn.time_column for turn in found if turn.time_column is not None]
    if len(set(times)) > 1 and len(times) == len(found):
        return times
    if len(set(times)) > 1 and all(turn.pingback or turn.time_column is not None for turn in found):
        top = min(times)
        return [top if turn.time_column is None else turn.time_column for turn in found]
    marks = [turn.mark for turn in found]
    if all(mark is not None for mark in marks):
        begins, ends = ([mark[side] for mark in marks if mark is not None] for side in (0, 1))
        return begins if len(set(begins)) <= len(set(ends)) else ends
    return [turn.column for turn in found]
