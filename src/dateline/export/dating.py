"""Moments as other standards want them: whole days, whole instants, ends that are included."""

from __future__ import annotations

from dateline.interval import Moment, day_number, day_of


def first_day(moment: str) -> str:
    """Return the first day of a moment in ISO 8601: `2004-09` is `2004-09-01`."""
    year, month, day, *_ = Moment.parse(zoneless(moment)).instant
    return iso(year, month, day)


def last_day(until: str) -> str:
    """Return the last day before a moment: what holds until `2012-10` ends on `2012-09-30`."""
    moment = Moment.parse(zoneless(until))
    year, month, day, hour, minute, second = moment.instant
    within = hour or minute or second
    return iso(*day_of(day_number(year, month, day) - (0 if within else 1)))


def instant(moment: str) -> str | None:
    """Return the first instant of a moment as RFC 3339 in UTC; `None` outside its four-digit years.

    A zone is applied; a moment without one is taken as UTC.
    """
    from_zone = _offset(moment)
    year, month, day, hour, minute, second = Moment.parse(zoneless(moment)).instant
    seconds = day_number(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - from_zone
    whole, rest = divmod(seconds, 86_400)
    year, month, day = day_of(whole)
    if not 1 <= year <= 9999:
        return None
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return f"{iso(year, month, day)}T{clock}.000Z"


def iso(year: int, month: int, day: int) -> str:
    """Return a day as ISO 8601, years before 0 with a sign."""
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def zoneless(moment: str) -> str:
    """Return a moment without its zone and without parts of a second."""
    date, mark, clock = moment.partition("T")
    clock = clock.removesuffix("Z").partition("+")[0].partition("-")[0].partition(".")[0]
    return date + mark + clock if clock else date


def _offset(moment: str) -> int:
    """Return the zone of a moment in seconds east of UTC."""
    clock = moment.partition("T")[2]
    for sign in "+-":
        _, mark, zone = clock.partition(sign)
        if mark:
            digits = zone.replace(":", "").ljust(4, "0")
            seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60
            return seconds if sign == "+" else -seconds
    return 0
