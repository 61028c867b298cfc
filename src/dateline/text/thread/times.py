"""When a comment was written: the clock that the page shows, with its markup's offset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from lxml import etree

from dateline.text import clock

_WRITTEN: Final = ("datetime", "title", "content", "data-datetime", "data-time", "data-date")
_EPOCHS: Final = ("data-utime", "data-timestamp", "data-unix", "data-epoch", "data-time", "data-ts")
_WIDEST: Final = timedelta(hours=14)
_QUARTER: Final = timedelta(minutes=15)


def machine(element: etree._Element) -> str | None:
    """Return the ISO 8601 time in the attributes of `element` that are there for machines.

    Seconds since 1970 count as UTC.
    """
    for attribute in _WRITTEN:
        value = element.get(attribute)
        # A title may hold a full date in words, where "2 days ago" is shown.
        told = value and (attribute == "title" or value[:4].isdecimal())
        found = clock.read(value) if value and told else None
        if found:
            return found
    for attribute in _EPOCHS:
        value = element.get(attribute, "")
        if value.isdecimal() and 9 <= len(value) <= 13:
            seconds = int(value) / (1000 if len(value) > 11 else 1)
            return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return None


def combined(shown: str, known: str | None, language: str | None, since: str | None) -> str | None:
    """Return the shown clock with the offset that `known` gives, or `known` if no clock is shown.

    Args:
        shown: what the page shows ("10 Jan at 13:06").
        known: the time in the markup, if any. Where it is the same instant in UTC, the difference
            of the two clocks is the offset.
        language: BCP 47 tag of the page.
        since: ISO 8601 time before which it cannot be, for a date without a year.
    """
    if known is None:
        return clock.read(shown, language, since=since)
    day_after = (datetime.fromisoformat(known) + timedelta(days=1)).isoformat()
    read = clock.read(shown, language, at=day_after)
    if read is None or "T" not in read or clock.is_relative(shown):
        return known
    seen, told = datetime.fromisoformat(read), datetime.fromisoformat(known)
    if seen.tzinfo or not told.tzinfo:
        return read
    return read + _offset(seen, told)


def _offset(seen: datetime, told: datetime) -> str:
    """Return the offset that makes the clock `seen` the instant `told`; empty if none can."""
    local = told.replace(tzinfo=None)
    if abs(seen - local) < timedelta(minutes=1):
        return told.isoformat()[-6:]
    utc = told.astimezone(UTC).replace(tzinfo=None)
    steps = round((seen - utc) / _QUARTER)
    if abs(steps * _QUARTER) > _WIDEST or abs(seen - utc - steps * _QUARTER) > timedelta(minutes=1):
        return ""
    sign = "-" if steps < 0 else "+"
    return f"{sign}{abs(steps) // 4:02}:{abs(steps) % 4 * 15:02}"
