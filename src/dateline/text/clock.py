"""The date and time that a page shows, as ISO 8601 and no more precise than shown.

Dates of all languages that have a `clock` lexicon are known at once, since pages mix them: a
German blog may date its comments in English. The language decides only what a purely numeric date
such as 03/04/2019 means. General parsers were not taken: dateutil fills what is missing from today,
dateparser reads "May" or "12" as a date and takes milliseconds for each string, and neither keeps
to the precision that was shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

import msgspec

from dateline.languages import holding, lexicon
from dateline.span import Span


class Relative(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language counts back from now: "vor 2 Tagen", "about 2 days ago", "yesterday"."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    one: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    days: dict[str, int]
    about: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words in which a language writes dates: `LANGUAGE/clock.toml`.

    Attributes:
        months: twelve lists of names.
        weekdays: seven, from Monday on.
        ordinals: what may follow a day's number ("3rd").
        of: what may stand before a month or year.
        at: what may stand between a date and a time of day.
        hour: what may follow a time of day.
        order: `dmy` or `mdy`, for numeric dates; `dmy_regions`: ISO 3166-1 codes that differ.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]
    of: tuple[str, ...]
    at: tuple[str, ...]
    hour: tuple[str, ...]
    order: str
    relative: Relative
    dmy_regions: tuple[str, ...] = ()


class Ambiguous(msgspec.Struct, frozen=True):
    """Zone names that several places use for different offsets."""

    names: tuple[str, ...]


class Zones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of time zones: `any/zones.toml`."""

    offsets: dict[str, str]
    regions: dict[str, str]
    ambiguous: Ambiguous


class _Grammar(msgspec.Struct, frozen=True):
    date: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]
    join: re.Pattern[str]
    ago: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    days: dict[str, int]


class _Day(msgspec.Struct, frozen=True):
    """A date as shown; `weak` where only a time of day beside it makes it sure to be one."""

    year: int | None
    month: int
    day: int
    weak: bool


def read(
    words: str,
    language: str | None = None,
    *,
    at: str | None = None,
    since: str | None = None,
) -> str | None:
    """Return the first date, with its time of day if there is one, that `words` show.

    Args:
        words: what the page shows, such as "June 29, 2021 at 10:57 pm".
        language: BCP 47 tag of the page ("en", "en-GB"): the order of a numeric date. Where it is
            not known and both orders are possible, nothing is returned.
        at: ISO 8601 time at which the words were shown, for "2 days ago" and dates without a year.
        since: ISO 8601 time before which it cannot be, for dates without a year ("Jun 20th").

    Returns:
        `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS][+HH:MM]`, the offset only where a zone is shown that
        means one offset; `None` where no date is shown or it does not exist (31 February).
    """
    return _read(words.strip()[:400], language, at, since)


@lru_cache(maxsize=4096)
def _read(words: str, language: str | None, at: str | None, since: str | None) -> str | None:
    whole = Span(0, len(words))
    for place, strong, value in _dates(words, language, at, since):
        if value is not None and (strong or place == whole):
            return value
    return next((value for _, value in _agos(words, at)), None)


def find(
    text: str, language: str | None = None, *, at: str | None = None, since: str | None = None
) -> tuple[tuple[Span, str], ...]:
    """Return where `text` shows dates, with their values as `read` has them, in order.

    A date without year, or with two digits for it, counts only together with a time of day.
    """
    found = [
        (place, value)
        for place, strong, value in _dates(text, language, at, since)
        if value is not None and strong
    ]
    return tuple(sorted([*found, *_agos(text, at)]))


def counted_back(words: str) -> Span | None:
    """Return where `words` count back from now ("about 2 hours ago"), or `None`."""
    found = _grammar().ago.search(words)
    return Span(*found.span()) if found else None


def is_relative(words: str) -> bool:
    """Tell whether `words` count back from now ("2 days ago") instead of showing a date."""
    return _grammar().date.search(words) is None and _grammar().ago.search(words) is not None


def _dates(
    text: str, language: str | None, at: str | None, since: str | None
) -> Iterator[tuple[Span, bool, str | None]]:
    """Yield each date's place, whether it is surely one, and its value if there is such a day."""
    grammar, position = _grammar(), 0
    while found := grammar.date.search(text, position):
        weekday = _weekday(text, found.start(), position)
        start, end = (weekday or found).start(), found.end()
        clock = _clock_after(text, end) or _clock_before(text, start, position)
        if clock:
            start, end = min(start, clock.start()), max(end, clock.end())
        position = end
        day = _day(found, weekday, language)
        if day is not None:
            strong = bool(clock) or not day.weak
            yield Span(start, end), strong, _value(_with_year(day, at, since), clock)


def _clock_after(text: str, end: int) -> re.Match[str] | None:
    joined = _grammar().join.match(text, end)
    # Without anything between, "2021 10" would be read into one.
    return _grammar().clock.match(text, joined.end()) if joined and joined.group() else None


def _clock_before(text: str, start: int, floor: int) -> re.Match[str] | None:
    last = None
    for clock in _grammar().clock.finditer(text, max(floor, start - 60), start):
        # "2.10" before a date may be any number; "2.10 pm" is none but a time.
        if not clock["dotted"] or clock["half"] or clock["word"]:
            last = clock
    joined = last and _grammar().join.fullmatch(text, last.end(), start)
    return last if joined and joined.group() else None


def _weekday(text: str, start: int, floor: int) -> re.Match[str] | None:
    return _grammar().weekday.search(text, max(floor, start - 24), start)


def _day(found: re.Match[str], weekday: re.Match[str] | None, language: str | None) -> _Day | None:
    part = found.groupdict()
    if part["iso_year"]:
        return _Day(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]), weak=False)
    if part["numeric_year"]:
        return _numeric(part, weekday, language)
    month = _grammar().months[(part["month"] or part["month_first"]).casefold()]
    year = (part["year"] or part["year_last"] or "").lstrip("'’")
    day = int(part["day"] or part["day_last"])
    return _Day(_full_year(year) if year else None, month, day, weak=len(year) != 4)


def _full_year(year: str) -> int:
    """Return the year; two digits as POSIX strptime has them: 69 to 99 are 1969 to 1999."""
    number = int(year)
    return number if len(year) == 4 else number + (1900 if number >= 69 else 2000)


def _numeric(
    part: dict[str, str], weekday: re.Match[str] | None, language: str | None
) -> _Day | None:
    """Return the day of a numeric date, its order told by what is possible, weekday, language."""
    first, second, year = int(part["first"]), int(part["second"]), _full_year(part["numeric_year"])
    number = weekday and _grammar().weekdays[weekday["name"].casefold()]
    dates = {"dmy": _date(year, second, first), "mdy": _date(year, first, second)}
    if part["sep"] == ".":
        del dates["mdy"]
    possible = {order: day for order, day in dates.items() if day}
    fitting = {order: day for order, day in possible.items() if day.weekday() == number} or possible
    day = fitting.get(order_of(language) or "") or next(iter(fitting.values()), None)
    if day is None or (len(set(fitting.values())) > 1 and order_of(language) is None):
        return None
    return _Day(day.year, day.month, day.day, weak=len(part["numeric_year"]) == 2)


def order_of(language: str | None) -> str | None:
    """Return `dmy` or `mdy`, as numeric dates are written in a language; `None` if not known."""
    code, *rest = (language or "").replace("_", "-").split("-")
    if code.lower() not in holding("clock"):
        return None
    words = lexicon(code.lower(), "clock", Words)
    return "dmy" if any(tag.upper() in words.dmy_regions for tag in rest) else words.order


def _with_year(day: _Day, at: str | None, since: str | None) -> _Day | None:
    """Return the day with the year told by when it was shown, or by what it must follow."""
    if day.year is not None:
        return day
    bound, step = (at, -1) if at else (since, 1)
    if not bound:
        return None
    # A day's slack, because the bound may be in another zone.
    limit = date.fromisoformat(bound[:10]) - timedelta(days=step)
    for year in range(limit.year, limit.year + 5 * step, step):
        candidate = _date(year, day.month, day.day)
        if candidate and (candidate - limit).days * step >= 0:
            return _Day(year, day.month, day.day, weak=day.weak)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(day: _Day | None, clock: re.Match[str] | None) -> str | None:
    known = day and day.year and _date(day.year, day.month, day.day)
    if not known:
        return None
    if clock is None:
        return known.isoformat()
    hour, minute = int(clock["hour"]), int(clock["minute"] or clock["dotted"] or 0)
    half = (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return known.isoformat()
    second = f":{clock['second']}" if clock["second"] else ""
    when = datetime(known.year, known.month, known.day, hour, minute)  # noqa: DTZ001
    return f"{known}T{hour:02}:{minute:02}{second}{_offset(clock['zone'], when)}"


def _offset(zone: str | None, when: datetime) -> str:
    """Return `+HH:MM` for a zone's name as shown, or nothing if it does not mean one offset."""
    if not zone:
        return ""
    zones: Zones = lexicon("any", "zones", Zones)
    if zone == "Z":
        return "+00:00"
    if zone in zones.regions:
        return when.replace(tzinfo=ZoneInfo(zones.regions[zone])).isoformat()[-6:]
    if zone in zones.offsets:
        return zones.offsets[zone]
    found = re.fullmatch(r"(?:UTC|GMT)?\s?([+\-−])(\d\d?):?(\d\d)?", zone)
    if not found or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return ""
    sign = "+" if found[1] == "+" else "-"
    return f"{sign}{int(found[2]):02}:{found[3] or '00'}"


def _agos(text: str, at: str | None) -> Iterator[tuple[Span, str]]:
    if at is None:
        return
    now = datetime.fromisoformat(at)
    for found in _grammar().ago.finditer(text):
        value = _ago(found, now, at)
        if value is not None:
            yield Span(*found.span()), value


def _ago(found: re.Match[str], now: datetime, at: str) -> str | None:
    """Return when it was, as precise as shown; weeks, months and years are too coarse for a day."""
    grammar = _grammar()
    if found["named"]:
        day = (now + timedelta(days=grammar.days[found["named"].casefold()])).date()
        clock = _clock_after(found.string, found.end())
        return _value(_Day(day.year, day.month, day.day, weak=False), clock)
    shown = (found["unit"] or found["unit_after"]).casefold()
    count = (found["count"] or found["count_after"]).strip()
    number, unit = int(count) if count.isdecimal() else 1, grammar.units[shown]
    if unit in ("week", "month", "year") or (unit != "day" and "T" not in at):
        return None
    then = now - timedelta(**{f"{unit}s": number})
    exact = unit in ("minute", "second")
    return then.isoformat(timespec="minutes") if exact else then.date().isoformat()


@cache
def _grammar() -> _Grammar:
    words = [lexicon(code, "clock", Words) for code in holding("clock")]
    months = {n: i + 1 for w in words for i, names in enumerate(w.months) for n in names}
    units = {n: u for w in words for u, names in w.relative.units.items() for n in names}
    days = {name: number for w in words for name, number in w.relative.days.items()}
    weekdays = {n: i for w in words for i, names in enumerate(w.weekdays) for n in names}
    joins = _any(chain.from_iterable(w.at for w in words))
    return _Grammar(
        date=re.compile(_date_pattern(words, months), re.IGNORECASE),
        weekday=re.compile(
            rf"(?<!\w)(?P<name>{_any(weekdays)})\.?,?\s{{1,2}}(?:\w{{2,3}}\s)?\Z", re.IGNORECASE
        ),
        clock=re.compile(_clock_pattern(words), re.IGNORECASE),
        join=re.compile(
            rf"(?:[\s,;|•·@–—/()-]|{joins}(?!\w)|T(?=\d\d:?\d\d)){{0,12}}", re.IGNORECASE
        ),
        ago=re.compile(_ago_pattern(words, units, days), re.IGNORECASE),
        months=months,
        weekdays=weekdays,
        units=units,
        days=days,
    )


def _any(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, longest first, so that no name hides a longer one."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def _date_pattern(words: list[Words], months: dict[str, int]) -> str:
    month = _any(months)
    of = _any(chain.from_iterable(w.of for w in words))
    ordinal = _any(chain.from_iterable(w.ordinals for w in words))
    year = r"(?:\d{4}|['’]\d\d)(?!\d)"
    iso = r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d\d?)[-/.](?P<iso_day>\d\d?)(?!\d)"
    numeric = (
        r"(?P<first>\d\d?)\s?(?P<sep>[./-])\s?(?P<second>\d\d?)\s?(?P=sep)\s?"
        r"(?P<numeric_year>\d{4}|\d\d)(?!\d|[./-]\d)"
    )
    day_first = (
        rf"(?P<day>\d\d?)(?:\.|{ordinal})?\s{{0,2}}[-/]?\s?(?:{of}\s)?(?P<month>{month})(?!\w)"
        # "Comment 3 Oct. 9, 2010": the number before belongs to something else.
        rf"(?!\.?\s{{1,2}}\d\d?(?:{ordinal})?,?\s{{1,2}}\d{{4}})\.?"
        rf"(?:\s?[,/-]?\s{{0,2}}(?:{of}\s)?(?P<year>{year}))?"
    )
    month_first = (
        rf"(?P<month_first>{month})\.?\s{{1,2}}(?P<day_last>\d\d?)(?:\.|{ordinal})?(?![\d:]|\w)"
        rf"(?:\s?,?\s{{0,2}}(?P<year_last>{year}))?"
    )
    return rf"(?<![\w.:/=&?%])(?:{iso}|{numeric}|{day_first}|{month_first})"


def _clock_pattern(words: list[Words]) -> str:
    hour = _any(chain.from_iterable(w.hour for w in words))
    zones: Zones = lexicon("any", "zones", Zones)
    names = _any([*zones.offsets, *zones.regions, *zones.ambiguous.names])
    signed = r"(?:UTC|GMT)\s?[+\-−]\d\d?(?::?\d\d)?|[+\-−]\d\d:?\d\d"
    zone = rf"(?P<zone>(?-i:Z|{signed}|{names}))(?!\w)"
    half = r"(?P<half>[ap])\.?\s?m(?!\w)\.?"
    marked = rf"\s?(?:[ap]\.?\s?m|{hour})(?!\w)"
    return (
        r"(?<![\d.:,])(?P<hour>\d\d?)"
        r"(?:(?::|\s?h\s?)(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?!\d)"
        rf"|\.(?P<dotted>\d\d)(?!\d|[.,]\d)|\s?h(?!\w)|(?={marked}))"
        rf"(?:\s?{half})?(?:\s?(?P<word>{hour})(?!\w))?(?:\s{{0,2}}\(?{zone}\)?)?"
    )


def _ago_pattern(words: list[Words], units: dict[str, str], days: dict[str, int]) -> str:
    unit, day = _any(units), _any(days)
    one = _any(chain.from_iterable(w.relative.one for w in words))
    before = _any(chain.from_iterable(w.relative.before for w in words))
    after = _any(chain.from_iterable(w.relative.after for w in words))
    about = _any(chain.from_iterable(w.relative.about for w in words))
    number = rf"\d{{1,4}}\s?|{one}\s"
    return (
        rf"(?<!\w)(?:{before}\s(?P<count>{number})(?P<unit>{unit})"
        rf"|(?:{about}\s)?(?P<count_after>{number})(?P<unit_after>{unit})\s{after}|(?P<named>{day}))(?!\w)"
    )
