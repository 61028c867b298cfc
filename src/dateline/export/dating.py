"""Moments as other standards want them: whole days, whole instants, ends that are included."""

from __future__ import annotations

from dateline.interval import Moment, day_number, day_of, month_length, zoneless


def first_day(moment: str) -> str:
    """Return the first day of a moment in ISO 8601: `2004-09` is `2004-09-01`."""
    year, month, day, *_ = Moment.parse(zoneless(moment)).instant
    return iso(year, month, day)


def last_day(until: str) -> str:
    """Return the last day of what holds until a moment.

    What ended in `2012-09`, told to the month, may have held until `2012-09-30`; what is told to
    the day, `2012-10-01`, ended the day before.
    """
    fields = Moment.parse(zoneless(until)).fields
    if len(fields) < 3:
        year, month = fields[0], fields[1] if len(fields) > 1 else 12
        return iso(year, month, month_length(year, month))
    within = any(fields[3:])
    return iso(*day_of(day_number(*fields[:3]) - (0 if within else 1)))


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
