"""What the words around a phrase of time tell: tense, quotation, and whether the text is a history.

All is guessed from words; where there is a parse, `clause` knows the tense better.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import msgspec

from dateline.span import Span
from dateline.times.expressions import Expression
from dateline.times.grammar import grammar
from dateline.times.tokens import Lexing
from dateline.times.values import Stamp

_NEAR: Final = 10
"""How many words away from a phrase its verb is looked for."""

_AIM: Final = 4
"""How many words before a weekday an infinitive is looked for."""

_FAR: Final = 4
"""How many dates of other years make a history."""

_BY_DAYS: Final = frozenset({"weekday", "part_of_weekday", "clock_of_date", "date_with_clock"})
_DEICTIC: Final = frozenset({"day_word", "weekday", "ago", "tonight", "last_night", "this_part"})
_QUOTE: Final = re.compile(r"[“”\"]|``|''")


class Cues(msgspec.Struct, frozen=True):
    """The symbols of the words that tell the tense of a clause, and of those that end one."""

    future: frozenset[str]
    scheduled: frozenset[str]
    aim: frozenset[str]
    due: frozenset[str]
    past: frozenset[str]
    said: frozenset[str]
    until: frozenset[str]
    possessive: frozenset[str]
    to: frozenset[str]
    be: frozenset[str]
    verb: frozenset[str]
    stop: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Return the cues of a language's grammar."""
    symbols = grammar(language).symbols_of
    return Cues(
        future=symbols("WILL"),
        scheduled=symbols("SCHEDULED"),
        aim=symbols("AIM"),
        due=symbols("DUE"),
        past=symbols("WAS", "PAST_VERB"),
        said=symbols("SAID"),
        until=symbols("UNTIL") - symbols("TITLE"),
        possessive=symbols("POSSESSIVE"),
        to=symbols("TO"),
        be=symbols("BE"),
        verb=symbols("LOWER", "BE", "EDGE", "WAS"),
        stop=symbols("DOT", "BREAK", "SEMICOLON", "STOP"),
    )


def beside(lexing: Lexing, expression: Expression, words: Cues) -> int:
    """Return -1 or 1 as the very next words tell: "Monday's vote", "payable Dec. 1"; else 0."""
    symbols, first, last = lexing.symbols, expression.first, expression.last
    if last < len(symbols) and symbols[last] in words.possessive:
        return -1
    cue = words.until if expression.rule in _BY_DAYS else words.due
    return 1 if first and symbols[first - 1] in cue else 0


def nearby(lexing: Lexing, expression: Expression, words: Cues) -> int:
    """Return -1 or 1 as the nearest words tell of the past or the future, else 0.

    A verb of saying tells when something was said: that is the tense of a weekday beside it
    ("said Friday"), but not of a date within what was said.
    """
    symbols, first, last = lexing.symbols, expression.first, expression.last
    by_day = expression.rule in _BY_DAYS
    future = words.future | (words.scheduled if by_day else words.due)
    past = words.past | words.said if by_day else words.past
    left = _clause(symbols[max(0, first - _NEAR) : first][::-1], words.stop)
    right = _clause(symbols[last : last + _NEAR], words.stop)
    if by_day and _aims(left[::-1], words):
        return 1

    def passive(distance: int) -> bool:  # the participle of "will be held"
        return left[distance + 1 : distance + 2] in words.be

    for distance in range(_NEAR):
        for side in (left, right):
            symbol = side[distance : distance + 1]
            if symbol and symbol in future:
                return 1
            if symbol and symbol in past and not (side is left and passive(distance)):
                return -1
    return 0


def _aims(symbols: str, words: Cues) -> bool:
    """Tell whether an infinitive stands close before ("to resume Monday"), or one after a plan."""
    aims = False
    for place, (one, two) in enumerate(pairwise(symbols), 2):
        aims |= one in words.aim
        near = aims or len(symbols) - place + 2 <= _AIM
        if near and one in words.to and two in words.verb:
            return True
    return False


def _clause(symbols: str, stop: frozenset[str]) -> str:
    """Return the symbols up to the first that ends a sentence."""
    return next((symbols[:at] for at, symbol in enumerate(symbols) if symbol in stop), symbols)


def quotations(text: str, within: Span) -> tuple[Span, ...]:
    """Return what stands between quotation marks, in order; a quotation ends with its paragraph."""
    out, begin = [], -1
    for mark in re.finditer(rf"{_QUOTE.pattern}|\n[^\S\n]*+\n", text[within.start : within.end]):
        at = within.start + mark.start()
        if mark[0].isspace():
            begin = -1
        elif begin >= 0 and mark[0] not in ("“", "``"):
            out.append(Span(begin, at))
            begin = -1
        else:
            begin = at
    return tuple(out)


def holding(spans: Sequence[Span], at: int) -> Span | None:
    """Return which of the spans, in order and apart, holds the character at `at`."""
    place = bisect_right(spans, at, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and at < spans[place].end else None


def is_history(found: Sequence[Expression], now: Stamp | None) -> bool:
    """Tell whether the text tells of the past: it gives months and days of far years.

    Then a date without a year belongs to the year told of, not to that of writing.
    """
    far = sum(_is_far(expression, now) for expression in found)
    deictic = sum(expression.rule in _DEICTIC for expression in found)
    return far >= _FAR and far > 5 * deictic


def _is_far(expression: Expression, now: Stamp | None) -> bool:
    year = explicit_year(expression)
    finer = {"month", "season", "era"} & expression.fields.keys()
    if year is None or not finer:
        return False
    return now is None or now.year is None or abs(year - now.year) > 1


def explicit_year(expression: Expression) -> int | None:
    """Return the year that a date gives in full, as astronomers count; `None` if it gives none."""
    year, era = expression.fields.get("year"), expression.fields.get("era")
    if expression.reads != "date" or not isinstance(year, int) or (year < 100 and not era):
        return None
    return 1 - year if era == "BC" else year


def asides(found: Sequence[Expression]) -> frozenset[Span]:
    """Return the dates of a history that look back or ahead: after them the story goes on.

    An aside is a year that is left again at once for the one before it. Nothing hangs on it.
    """
    years = [(e.span, year) for e in found for year in (explicit_year(e),) if year is not None]
    out, main = set(), None
    for at, (span, year) in enumerate(years):
        coming = [later for _, later in years[at + 1 : at + 4]]
        if main is not None and coming and _is_aside(year, main, coming):
            out.add(span)
        else:
            main = year
    return frozenset(out)


def looks_back(expression: Expression, asides: frozenset[Span]) -> bool:
    """Tell whether a time of a history is an aside, or reckoned backward: "a year earlier"."""
    fields = expression.fields
    return expression.span in asides or (
        expression.reads == "offset" and fields.get("sign") == -1 and fields.get("unit") == "Y"
    )


def _is_aside(year: int, main: int, coming: Sequence[int]) -> bool:
    away = abs(year - main)
    back_at_once = abs(coming[0] - main) < away
    back_soon = away >= 2 and min(abs(later - main) for later in coming) < away / 2
    return back_at_once or back_soon
