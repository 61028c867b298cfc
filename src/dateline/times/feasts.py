"""Days with names: by the calendar, by the moon, or by the n-th weekday of a month."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from dateline.interval import day_number, day_of, month_length
from dateline.times.values import weekday

_RULE: Final = re.compile(
    r"(?:(?P<feast>[a-z_]+)|(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<nth>\d)-(?P<weekday>\d)))"
    r"(?P<shift>[+-]\d{1,3})?"
)
_LAST: Final = 9


def easter(year: int) -> int:
    """Return the day number of Easter Sunday, Western reckoning (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Return the day number of Easter Sunday in the Eastern churches (Meeus, *Algorithms*, 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2


def rosh_hashanah(year: int) -> int:
    """Return the day number of the Jewish New Year (Reingold and Dershowitz, *Calculations*)."""
    before, own, after = (_elapsed(year + 3761 + more) for more in (-1, 0, 1))
    delay = 2 if after - own == 356 else own - before == 382
    return own + delay - 2092590


def _elapsed(year: int) -> int:
    """Return the days from the epoch of the Hebrew calendar to a year's first new moon."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + ((3 * (days + 1)) % 7 < 3)


FEASTS: Final[Mapping[str, Callable[[int], int]]] = {
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "rosh_hashanah": rosh_hashanah,
}
"""Movable feasts from which others are counted, by their names in `holidays.toml`."""


def holiday(rule: str, year: int) -> tuple[int, int, int]:
    """Return year, month and day of a holiday in a year.

    Args:
        rule: `MM-DD`; `MM-N-W`, the N-th weekday W (1 is Monday; N is 9 for the last) of a month;
            or the name of a feast; then, with a sign, how many days after it.
        year: in which it is celebrated, as astronomers count.

    Raises:
        ValueError: if the rule cannot be read.
    """
    found = _RULE.fullmatch(rule)
    if not found or (found["feast"] and found["feast"] not in FEASTS):
        raise ValueError(f"no such rule: {rule}")
    shift = int(found["shift"] or 0)
    if found["feast"]:
        return day_of(FEASTS[found["feast"]](year) + shift)
    month = int(found["month"])
    if found["day"]:
        return day_of(day_number(year, month, int(found["day"])) + shift)
    return day_of(_nth_weekday(year, month, int(found["nth"]), int(found["weekday"])) + shift)


def is_fixed(rule: str) -> bool:
    """Tell whether a holiday has the same date each year."""
    return re.fullmatch(r"\d\d-\d\d", rule) is not None


def _nth_weekday(year: int, month: int, nth: int, wanted: int) -> int:
    if nth == _LAST:
        last = day_number(year, month, month_length(year, month))
        return last - (weekday(last) - wanted) % 7
    first = day_number(year, month, 1)
    return first + (wanted - weekday(first)) % 7 + 7 * (nth - 1)
