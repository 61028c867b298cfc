"""Time as a line: moments to places on it, and where its ticks stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from dateline.interval import Moment, day_number, day_of, zoneless

YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MONTHS: Final = (1, 3, 6)
DAYS: Final = (1, 2, 7, 14)
HOURS: Final = (1, 3, 6, 12)
SHORT: Final = (
    "",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def days(moment: str) -> float:
    """Return the days from 1970-01-01 to the first instant of a moment in ISO 8601.

    A zone is left aside: a tick more or less is within what a picture shows.

    Raises:
        ValueError: if the text is no moment.
    """
    year, month, day, hour, minute, second = Moment.parse(zoneless(moment)).instant
    return day_number(year, month, day) + (hour * 3600 + minute * 60 + second) / 86400


class Tick(msgspec.Struct, frozen=True):
    """A place on the line and what is written at it."""

    x: float
    label: str


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time drawn from `left` to `right`; `first` and `last` in days from 1970."""

    first: float
    last: float
    left: float
    right: float

    @classmethod
    def over(cls, moments: Iterable[str | None], left: float, right: float) -> Scale:
        """Return the scale that holds all moments, with a little room at both ends.

        The room is some days at least, unless a moment is told to the hour.
        """
        told = [moment for moment in moments if moment]
        found = sorted(map(days, told))
        first, last = (found[0], found[-1]) if found else (0.0, 365.0)
        room = max((last - first) * 0.03, 0.5 if any("T" in one for one in told) else 3.0)
        return cls(first=first - room, last=last + room, left=left, right=right)

    def x(self, moment: str) -> float:
        """Return where a moment lies, held within the ends of the line."""
        return round(min(max(self._at(days(moment)), self.left), self.right), 1)

    def _at(self, day: float) -> float:
        return self.left + (day - self.first) / (self.last - self.first) * (self.right - self.left)

    def ticks(self, most: int = 9) -> tuple[Tick, ...]:
        """Return at most so many ticks, at the finest step of the calendar that needs no more."""
        for steps in _steps(self.first):
            found: list[Tick] = []
            for day, label in steps:
                if day > self.last or len(found) > most:
                    break
                if day >= self.first:
                    found.append(Tick(round(self._at(day), 1), label))
            else:
                continue
            if len(found) <= most:
                return tuple(found)
        return ()


def _steps(first: float) -> Iterator[Iterator[tuple[float, str]]]:
    """Yield the ways to divide time from a day on, finest first, each without end."""
    year, month, _ = day_of(int(first // 1))
    for hours in HOURS:
        yield _by_hours(int(first // 1), hours)
    for step in DAYS:
        yield _by_days(int(first // 1), step)
    for step in MONTHS:
        yield _by_months(year, month, step)
    for step in YEARS:
        yield _by_years(year - year % step, step)


def _by_hours(day: int, step: int) -> Iterator[tuple[float, str]]:
    while True:
        for hour in range(0, 24, step):
            yield day + hour / 24, f"{hour:02}:00" if hour else _dated(day)
        day += 1


def _by_days(day: int, step: int) -> Iterator[tuple[float, str]]:
    while True:
        yield day, _dated(day)
        day += step


def _dated(day: int) -> str:
    year, month, number = day_of(day)
    return f"{number} {SHORT[month]} {year}"


def _by_months(year: int, month: int, step: int) -> Iterator[tuple[float, str]]:
    month -= (month - 1) % step
    while True:
        yield day_number(year, month, 1), f"{SHORT[month]} {year}"
        year, month = year + (month + step > 12), (month + step - 1) % 12 + 1


def _by_years(year: int, step: int) -> Iterator[tuple[float, str]]:
    while True:
        yield day_number(year, 1, 1), str(year) if year > 0 else f"{1 - year} BC"
        year += step
