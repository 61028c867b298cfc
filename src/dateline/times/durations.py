"""How long, how often, and times that are only hinted at: three days, every Monday, recently."""

from __future__ import annotations

from typing import Final

from dateline.record import TimexType
from dateline.times.context import Context, Fields, Reading
from dateline.times.feasts import is_fixed
from dateline.times.values import duration

_MOST: Final = 1e9
"""A greater count of units is no duration but a number that stands before one."""


def lasting(fields: Fields, _: Context) -> Reading | None:
    """Read three days, half an hour, several years.

    Raises:
        ValueError: if the number is beyond all measure.
    """
    count = fields["count"]
    if isinstance(count, str):
        return Reading(type="DURATION", value=duration(count, str(fields["unit"])))
    if count > _MOST:
        raise ValueError("no such count")
    half = 0.5 if "half" in fields else 0
    return Reading(type="DURATION", value=duration(count + half, str(fields["unit"])))


def repeated(fields: Fields, _: Context) -> Reading | None:
    """Read every Monday, each summer, every Christmas, twice a year."""
    part = f"T{fields['part']}" if "part" in fields else ""
    if "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}{part}"
    elif "holiday" in fields:
        rule = str(fields["holiday"])
        value = f"XXXX-{rule}" if is_fixed(rule) else "P1Y"
    elif "season" in fields:
        value = f"XXXX-{fields['season']}"
    elif "month" in fields:
        value = f"XXXX-{int(fields['month']):02d}"
    elif part:
        value = f"XXXX-XX-XX{part}"
    else:
        value = duration(fields.get("count", 1), str(fields["unit"]))
    return Reading(type="SET", value=value)


def given(fields: Fields, _: Context) -> Reading | None:
    """Read a phrase whose value stands in the grammar."""
    kinds: dict[str, TimexType] = {"DURATION": "DURATION", "SET": "SET", "TIME": "TIME"}
    return Reading(type=kinds.get(str(fields["type"]), "DATE"), value=str(fields["value"]))


def nothing(_: Fields, __: Context) -> Reading | None:
    """Read what looks like a time and is none, such as an age."""
    return None
