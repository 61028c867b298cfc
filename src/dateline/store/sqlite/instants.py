"""Points of time as whole numbers, so that an index can order them, and back as they were given."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from dateline.interval import Moment, day_number, day_of

DAY: Final = 86_400
_CLOCK: Final = re.compile(r"[+-]?\d{4,6}(?:-\d\d(?:-\d\d(?:[T ]\d\d(?::\d\d(?::\d\d)?)?)?)?)?")


def pack(text: str | None) -> tuple[int | None, int]:
    """Return the first second of a moment since 1970, and how many of its six fields are given.

    What is no moment in ISO 8601 has neither: `(None, 0)`.
    """
    if text is None:
        return None, 0
    try:
        moment = Moment.parse(text)
    except ValueError:
        return None, 0
    return _second(moment), len(moment.fields)


def unpack(second: int | None, grain: int) -> str | None:
    """Return what `pack` was given, in ISO 8601."""
    if second is None:
        return None
    days, rest = divmod(second, DAY)
    fields = (*day_of(days), rest // 3600, rest // 60 % 60, rest % 60)
    return str(Moment(fields[:grain]))


def told(text: str | None) -> int | None:
    """Return the first second of when something was published, by the clock of the page.

    The zone is left out: who asks for the news of a day means the day that the page shows.
    """
    found = _CLOCK.match(text) if text else None
    return pack(found.group().replace(" ", "T"))[0] if found else None


def now() -> int:
    """Return the present second, UTC."""
    return int(datetime.now(UTC).timestamp())


def stamp(second: int) -> str:
    """Return a second since 1970 as ISO 8601 in UTC."""
    return f"{datetime.fromtimestamp(second, UTC).isoformat()[:19]}Z"


def second(stamp: str) -> int:
    """Return the second since 1970 that `stamp` gave."""
    return int(datetime.fromisoformat(stamp).timestamp())


def _second(moment: Moment) -> int:
    year, month, day, hour, minute, second = moment.instant
    return day_number(year, month, day) * DAY + hour * 3600 + minute * 60 + second
