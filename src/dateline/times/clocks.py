"""Times of day: by the clock in figures and words, and by the part of the day."""

from __future__ import annotations

from typing import Final

from dateline.times.context import Fields

_LATE: Final = frozenset({"AF", "EV", "NI"})
_EVENING_FROM: Final = 5
"""From this hour, a time "this evening" is one after noon: 6 o'clock is 18:00."""


def time_of_day(fields: Fields) -> str:
    """Return what follows the `T` of a value; empty if the phrase names no time of day.

    Raises:
        ValueError: if there is no such time (25:00).
    """
    if "noon" in fields:
        return str(fields["noon"])
    if not {"clock", "hour", "hhmm"} & fields.keys():
        return str(fields.get("part", ""))
    hour, minute = _shown(fields)
    if "meridiem" in fields or "daypart" in fields:
        late = fields.get("meridiem") == "pm" or fields.get("daypart") in _LATE
        if not 0 < hour <= (12 if "meridiem" in fields else 24):
            raise ValueError("no such hour")
        hour = hour % 12 + 12 * late if hour <= 12 else hour
    elif fields.get("part") in _LATE and _EVENING_FROM <= hour < 12:
        hour += 12
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError("no such time of day")
    if "minutes" in fields:  # half past nine, a quarter to ten
        hour, minute = divmod(hour * 60 + int(fields["minutes"]), 60)
    return f"{hour:02d}:{minute:02d}"


def _shown(fields: Fields) -> tuple[int, int]:
    """Return hour and minute as they are written: `7.30`, `19:45:10`, `1430`, `nine`."""
    if "hhmm" in fields:
        digits = str(fields["hhmm"])
        if len(digits) != 4:
            raise ValueError("no such time of day")
        return int(digits[:2]), int(digits[2:])
    parts = str(fields.get("clock", fields.get("hour"))).replace(".", ":").split(":")
    return int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
