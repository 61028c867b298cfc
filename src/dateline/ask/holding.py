"""Whether a tie held at a time, as one telling has it: certainly, possibly or not.

A tie's ends are known no better than the words tell them. "Since 2004" began at some moment of that
year; "until September" ended at some moment of that month; "leads", without any date, says that it
held when the article was published, and leaves open how long before and after.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR
from functools import lru_cache
from typing import Final

import msgspec

from dateline.ask.answers import Held
from dateline.errors import DatelineError
from dateline.interval import Interval, Moment, day_number, day_of
from dateline.record import Bound, End, Status
from dateline.store import Tie

Instant = tuple[int, ...]
FIRST: Final[Instant] = (-(10**6),)
LAST: Final[Instant] = (10**6,)


class Span(msgspec.Struct, frozen=True):
    """The earliest and latest instants between which a tie certainly, and possibly, held.

    A certain stretch that is empty has an end that does not lie after its start.
    """

    certain: tuple[Instant, Instant]
    possible: tuple[Instant, Instant]


def period(from_: str | None, until: str | None) -> Interval:
    """Return the period that a user means: `from_` alone is that year, month, day or hour.

    Raises:
        DatelineError: if a date is none, or the period ends as it begins.
    """
    start, stop = _asked(from_), _asked(until)
    try:
        return Interval(from_=start, until=stop)
    except ValueError:
        remedy = "say first from when, then until when; the end is no part of it"
        raise DatelineError(f"{from_} until {until}", "no period", remedy) from None


def _asked(date: str | None) -> Moment | None:
    """Return the moment that a user's date names, to the year 9999.

    Raises:
        DatelineError: if it is no date, or there is no such day.
    """
    try:
        found = Moment.parse(date.strip()) if date else None
    except ValueError:
        found = None
    if date and (found is None or found.fields[0] > MAXYEAR):
        raise DatelineError(date, "no such date", "write it as 2012, 2012-09 or 2012-09-17")
    return found


def on(date: str) -> Interval:
    """Return the day, month or year that a date names, as a period.

    Raises:
        DatelineError: if the date is none.
    """
    start = period(date, None).from_
    assert start is not None
    return Interval(from_=start, until=Moment(after(start)[: max(len(start.fields), 3)]))


def held(tie: Tie, asked: Interval, lasts: bool = True) -> Held | None:
    """Tell whether a telling of a tie has it hold at some moment of a period; `None` if it did not.

    Args:
        tie: the telling; its reality is not looked at, its certainty is.
        asked: the period.
        lasts: whether a tie of its type ends at all.
    """
    known = stretch(tie, lasts)
    if not meets(known.possible, asked):
        return None
    sure = tie.certainty == "certain" and meets(known.certain, asked)
    return "certainly" if sure else "possibly"


def surely(ties: Sequence[Tie], lasts: bool = True) -> tuple[Instant, Instant] | None:
    """Return from when until when several tellings together have a tie certainly hold.

    What held when one was told and when another was told held in between.
    """
    found = [stretch(tie, lasts).certain for tie in ties if tie.certainty == "certain"]
    found = [one for one in found if one[0] < one[1]]
    if not found:
        return None
    return min(one[0] for one in found), max(one[1] for one in found)


def stretch(tie: Tie, lasts: bool = True) -> Span:
    """Return when a tie certainly and possibly held, as a telling has it."""
    bounds = frozenset((reason.end, reason.bound) for reason in tie.reasons)
    told = tie.told[:10] if tie.told else None
    return _stretch(tie.from_, tie.until if lasts else None, told, tie.status, bounds, lasts)


@lru_cache(maxsize=1 << 14)
def _stretch(  # noqa: PLR0913, PLR0917 - all that it hangs on
    from_: str | None,
    until: str | None,
    day: str | None,
    status: Status | None,
    bounds: frozenset[tuple[End, Bound]],
    lasts: bool,
) -> Span:
    began, ended, told = _moment(from_), _moment(until), _moment(day)
    known = bool(told and status == "current")
    start, stop = LAST, FIRST
    if began:
        start = after(began)
    elif told and (known or not lasts):
        start = told.instant
    if ended:
        stop = ended.instant
    elif not lasts:
        stop = LAST
    elif told and known:
        stop = after(told)
    first, last = began.instant if began else FIRST, after(ended) if ended else LAST
    if status == "future" and told and not began:
        first = told.instant
    if status == "former" and told and not ended:
        last = after(told)
    if _loose(bounds, "from", "by"):
        first = FIRST
    if _loose(bounds, "until", "after"):
        last = LAST
    return Span((start, stop), (first, last))


def _loose(bounds: frozenset[tuple[End, Bound]], end: End, *bound: Bound) -> bool:
    return any((end, one) in bounds for one in (*bound, "about"))


def after(moment: Moment) -> Instant:
    """Return the first instant after a year, month, day, hour, minute or second."""
    fields = moment.fields
    if len(fields) == 1:
        return fields[0] + 1, 1, 1, 0, 0, 0
    if len(fields) == 2:
        year, month = fields
        return (year + month // 12, month % 12 + 1, 1, 0, 0, 0)
    unit = (86400, 3600, 60, 1)[len(fields) - 3]
    _, _, _, hour, minute, second = moment.instant
    days, seconds = divmod(hour * 3600 + minute * 60 + second + unit, 86400)
    year, month, day = day_of(day_number(*fields[:3]) + days)
    return year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60


@lru_cache(maxsize=1 << 12)
def _moment(text: str | None) -> Moment | None:
    try:
        return Moment.parse(text) if text else None
    except ValueError:
        return None


def meets(known: tuple[Instant, Instant], asked: Interval) -> bool:
    """Tell whether a stretch has a moment of a period; one that is empty has none."""
    start = asked.from_.instant if asked.from_ else FIRST
    stop = asked.until.instant if asked.until else LAST
    return max(known[0], start) < min(known[1], stop) and known[0] < known[1]
