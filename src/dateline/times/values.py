"""The values of times: TIMEX3 (ISO 8601 with the extensions of TimeML), and their intervals.

A `Stamp` is a stretch of the calendar with a name: a day, a week, a quarter, a decade. It knows
its value (`1988-Q3`), its neighbours and its first and last day. What is not known is `X`.
"""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec

from dateline.interval import Interval, Moment, day_number, day_of

Grain = Literal["L", "C", "E", "Y", "H", "S", "Q", "M", "W", "WE", "D", "T"]

GRAINS: Final[tuple[Grain, ...]] = ("L", "C", "E", "Y", "H", "S", "Q", "M", "W", "WE", "D", "T")
"""From the coarsest to the finest: millennium, century, decade (`E`), year ... day, time of day."""

SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season (meteorological, northern); winter runs into the next year."""

PARTS: Final = {
    "MO": ("06:00", "12:00", 0),
    "MI": ("11:00", "14:00", 0),
    "AF": ("12:00", "18:00", 0),
    "EV": ("18:00", "00:00", 1),
    "NI": ("20:00", "06:00", 1),
    "DT": ("06:00", "18:00", 0),
}
"""Parts of the day: when each begins, when it ends, and whether that is on the next day."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the calendar; a year that is `None` is not known.

    Attributes:
        year: counted as astronomers do, 0 is 1 BC.
        grain: how fine it is; only the fields that the grain needs are set.
        month: the month, 1 to 12 (grains M, D, T); `None` if a day's month is not known.
        day: the day of the month; of a week or week-end, the date of its Monday.
        index: number of the quarter or half; or of the millennium, century or decade: 199 is the
            1990s, -49 the 480s BC (so that each follows on the one before).
        season: `SP`, `SU`, `FA`, `WI`.
        time: what follows the `T`: `10:35`, `NI`, with its zone.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    index: int = 0
    season: str = ""
    time: str = ""

    @property
    def number(self) -> int | None:
        """Return the day number of the first day, or `None` if it is not known."""
        first = self.first()
        return day_number(*first) if first else None

    def first(self) -> tuple[int, int, int] | None:
        """Return year, month and day of the first day."""
        if self.grain in ("L", "C", "E"):
            years = {"L": 1000, "C": 100, "E": 10}[self.grain]
            return (self.index + (self.index < 0)) * years + (2 - years) * (self.index < 0), 1, 1
        if self.year is None:
            return None
        if self.grain in ("H", "Q", "S", "Y"):
            months = {"H": 6, "Q": 3}.get(self.grain, 0)
            month = SEASONS[self.season] if self.grain == "S" else (self.index - 1) * months + 1
            return self.year, month if self.grain != "Y" else 1, 1
        if self.month is None or (self.day is None and self.grain != "M"):
            return None
        return self.year, self.month, self.day or 1

    def value(self) -> str:
        """Return the TIMEX3 value."""
        if self.grain in ("L", "C", "E"):
            number = self.index if self.index >= 0 else -1 - self.index
            return "BC" * (self.index < 0) + f"{number:0{'LCE'.index(self.grain) + 1}d}"
        if self.grain in ("W", "WE"):
            return self._week_value()
        year = _year_value(self.year)
        if self.grain in ("Y", "S", "Q", "H"):
            index = str(self.index) if self.index else "X"
            return year + {"Y": "", "S": f"-{self.season}"}.get(self.grain, f"-{self.grain}{index}")
        out = f"{year}-{self.month:02d}" if self.month else f"{year}-XX"
        if self.grain != "M":
            out += f"-{self.day:02d}" if self.day else "-XX"
        return f"{out}T{self.time}" if self.grain == "T" else out

    def _week_value(self) -> str:
        tail = "-WE" if self.grain == "WE" else ""
        if self.number is None:
            return f"{_year_value(self.year)}-WXX{tail}"
        year, week = week_of(self.number)
        return f"{_year_value(year)}-W{week:02d}{tail}"

    def coarser(self, grain: Grain) -> Stamp | None:
        """Return the stretch of that grain which holds the first day; `None` if it is not known."""
        if self.grain == grain:
            return self
        first = self.first() if GRAINS.index(grain) <= GRAINS.index(self.grain) else None
        if first is None:
            known = self.year is not None and GRAINS.index(grain) <= GRAINS.index("Y")
            return of_grain(grain, (self.year, 1, 1)) if self.year is not None and known else None
        return of_grain(grain, first)

    def finer(self, grain: Grain) -> str:
        """Return the value of some stretch of a finer grain within this one: `2012-XX-XX`."""
        tail = {"D": "-XX", "W": "-WXX", "WE": "-WXX-WE", "Q": "-QX", "S": "-SX", "H": "-HX"}
        if self.year is None or self.grain not in ("Y", "M"):
            return unknown(grain)
        if self.grain == "M":
            return self.value() + "-XX" if grain == "D" else unknown(grain)
        return self.value() + (
            "-XX-XX" if grain == "D" else "-XX" if grain == "M" else tail.get(grain, "")
        )

    def shifted(self, count: int) -> Stamp | None:
        """Return the stretch of the same grain `count` later (earlier, if negative).

        Of a season that is the same season of another year.
        """
        first = self.first()
        if first is None:
            return None
        if self.grain in ("L", "C", "E"):
            return msgspec.structs.replace(self, index=self.index + count)
        if self.grain in ("Y", "S"):
            return msgspec.structs.replace(self, year=first[0] + count)
        if self.grain in ("H", "Q", "M"):
            months = {"H": 6, "Q": 3, "M": 1}[self.grain] * count
            year, month = divmod(first[0] * 12 + first[1] - 1 + months, 12)
            return of_grain(self.grain, (year, month + 1, 1))
        days = count * (7 if self.grain in ("W", "WE") else 1)
        moved = day_of(day_number(*first) + days)
        return msgspec.structs.replace(self, year=moved[0], month=moved[1], day=moved[2])


def unknown(grain: Grain) -> str:
    """Return the value of a stretch of which nothing but its grain is known."""
    return {
        "L": "X", "C": "XX", "E": "XXX", "Y": "XXXX", "H": "XXXX-HX", "S": "XXXX-SX",
        "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE",
        "D": "XXXX-XX-XX", "T": "XXXX-XX-XXTXX",
    }[grain]  # fmt: skip


def of_grain(grain: Grain, day: tuple[int, int, int]) -> Stamp:
    """Return the stretch of that grain which holds the day."""
    year, month, _ = day
    if grain in ("L", "C", "E"):
        years = {"L": 1000, "C": 100, "E": 10}[grain]
        return Stamp(grain=grain, index=year // years if year > 0 else -1 - (1 - year) // years)
    if grain in ("W", "WE"):
        number = day_number(*day)
        monday = day_of(number - (number + 3) % 7)
        return Stamp(grain=grain, year=monday[0], month=monday[1], day=monday[2])
    if grain == "S":
        season = ("WI", "SP", "SU", "FA")[month % 12 // 3]
        return Stamp(grain="S", year=year - (month < 3), season=season)
    if grain in ("H", "Q"):
        return Stamp(grain=grain, year=year, index=(month - 1) // {"H": 6, "Q": 3}[grain] + 1)
    if grain == "Y":
        return Stamp(grain="Y", year=year)
    return Stamp(grain=grain, year=year, month=month, day=None if grain == "M" else day[2])


def weekday(number: int) -> int:
    """Return the day of the week of a day number, 1 (Monday) to 7."""
    return (number + 3) % 7 + 1


def week_of(number: int) -> tuple[int, int]:
    """Return the ISO 8601 year and week of a day number."""
    year = day_of(number + 4 - weekday(number))[0]
    return year, (number + 4 - weekday(number) - day_number(year, 1, 1)) // 7 + 1


def _year_value(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


_VALUE: Final = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{1,4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>.{1,20}))?)?"
    r"|W(?P<week>\d\d?)(?P<weekend>-WE)?(?:-(?P<weekday>\d))?|Q(?P<quarter>\d)|H(?P<half>\d)"
    r"|(?P<season>SP|SU|FA|WI)))?(?P<rest>(?:-XX|-WXX|-QX|TXX|X)*)"
)


def interval(value: str) -> Interval | None:
    """Return the interval that a TIMEX3 value names; `None` if it names none (`P3D`, `PAST_REF`).

    A value that is known in part only names the interval of the part that is known: `2012-XX-XX`
    is the year 2012. Days are given to the day, times of day to the minute.
    """
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    parts = found.groupdict()
    try:
        bounds = _clock_bounds(parts) if parts["time"] else _day_bounds(parts)
        if bounds is None:
            return None
        start, end = bounds
        return Interval(from_=Moment(start), until=Moment(end))
    except ValueError:
        return None


def _day_bounds(parts: dict[str, str | None]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return first day and day after the last."""
    digits = parts["year"] or ""
    scale = 10 ** (4 - len(digits))
    year = int(digits) * scale
    if parts["bc"]:
        year = 2 - year - scale
    first, last = (year, 1, 1), (year + scale, 1, 1)
    months, month = 0, 1
    if parts["season"]:
        month, months = SEASONS[parts["season"]], 3
    elif parts["quarter"] or parts["half"]:
        months = 3 if parts["quarter"] else 6
        month = (int(parts["quarter"] or parts["half"] or 0) - 1) * months + 1
    elif parts["month"]:
        month, months = int(parts["month"]), 1
    if parts["week"]:
        return _week_bounds(year, parts)
    if months:
        first = (year, month, 1)
        ahead = year * 12 + month - 1 + months
        last = (ahead // 12, ahead % 12 + 1, 1)
    if parts["day"]:
        first = Moment((year, month, int(parts["day"]))).fields[:3]  # type: ignore[assignment]
        last = day_of(day_number(*first) + 1)
    return first, last


def _week_bounds(
    year: int, parts: dict[str, str | None]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    fourth = day_number(year, 1, 4)
    monday = fourth - weekday(fourth) + 1 + 7 * (int(parts["week"] or 1) - 1)
    if parts["weekday"]:
        monday += int(parts["weekday"]) - 1
        return day_of(monday), day_of(monday + 1)
    if parts["weekend"]:
        return day_of(monday + 5), day_of(monday + 7)
    return day_of(monday), day_of(monday + 7)


def _clock_bounds(
    parts: dict[str, str | None],
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return first minute and minute after the last, or `None` if the time is not understood."""
    day = Moment((int(parts["year"] or 0), int(parts["month"] or 1), int(parts["day"] or 1)))
    if parts["bc"]:
        day = Moment((1 - day.fields[0], *day.fields[1:]))
    year, month, date = day.fields
    time = parts["time"] or ""
    number = day_number(year, month, date)
    if time in PARTS:
        begin, end, days = PARTS[time]
        return (*day_of(number), *_hm(begin)), (*day_of(number + days), *_hm(end))
    found = re.match(r"(\d\d)(?::(\d\d))?", time)
    if not found:
        return None
    minutes = int(found[1]) * 60 + int(found[2] or 0)
    if minutes > 1440 or int(found[2] or 0) > 59:
        return None
    start = number * 1440 + minutes
    return _minute(start), _minute(start + (1 if found[2] else 60))


def _hm(clock: str) -> tuple[int, int]:
    return int(clock[:2]), int(clock[3:])


def _minute(count: int) -> tuple[int, ...]:
    number, minutes = divmod(count, 1440)
    return (*day_of(number), *divmod(minutes, 60))


def duration(count: float | str, unit: str) -> str:
    """Return the TIMEX3 value of a duration; a count that is a text stands as it is (`PXD`)."""
    letter = {"E": "DE", "C": "CE", "L": "ML", "F": "W"}.get(unit, unit)
    if unit == "F":
        count = count * 2 if not isinstance(count, str) else count
    head = "PT" if unit.startswith("T") else "P"
    letter = letter.removeprefix("T") if unit.startswith("T") else letter
    if isinstance(count, str):
        return f"{head}{count}{letter}"
    if unit in ("E", "C", "L"):
        years = count * {"E": 10, "C": 100, "L": 1000}[unit]
        return f"P{years:g}Y" if years < 1e6 else f"P{int(years)}Y"
    if count != int(count):
        return _broken(count, head, letter)
    return f"{head}{int(count)}{letter}"


def _broken(count: float, head: str, letter: str) -> str:
    """Return a duration of one and a half, in two units where there is a smaller one."""
    smaller = {"PY": ("M", 12), "PTH": ("M", 60), "PTM": ("S", 60), "PD": ("TH", 24)}
    name, many = smaller.get(head + letter, ("", 1))
    whole, part = int(count), (count - int(count)) * many
    if not name or abs(part - round(part)) > 0.01:
        return f"{head}{count:.3g}{letter}"
    rest = f"{round(part)}{name[-1]}"
    if name.startswith("T"):
        return f"P{whole}{letter}T{rest}" if whole else f"PT{rest}"
    return f"{head}{whole}{letter}{rest}" if whole else f"{head}{rest}"
