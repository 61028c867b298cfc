"""Times named by their distance: this year, the following week, two days ago, a year earlier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from dateline.times.context import Context, Fields, Known, Reading
from dateline.times.values import Grain, Stamp, duration, unknown, weekday

_GRAIN: Final[Mapping[str, Grain]] = {
    "Y": "Y", "M": "M", "W": "W", "D": "D", "Q": "Q", "E": "E", "C": "C", "L": "L", "WE": "WE",
    "F": "W", "TH": "T", "TM": "T", "TS": "T",
}  # fmt: skip

_SMALLER: Final = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "E": ("Y", 10), "C": ("Y", 100)}
_MINUTES: Final = {"TH": 60, "TM": 1}
_BY_COMPARISON: Final = frozenset({"year_ago_period", "later", "ago", "quarter_of_year"})


def unit(fields: Fields, context: Context) -> Reading | None:
    """Read this year, the following week, that month, the previous day."""
    ref = int(fields["ref"])
    grain = _GRAIN[str(fields["unit"])]
    known = context.today
    if fields.get("base") == "then" or (context.narrative and not context.quoted):
        known = context.then(grain) or (None if context.narrative else known)
    if grain == "T":
        return _hint("PRESENT_REF" if ref == 0 else "PAST_REF" if ref < 0 else "FUTURE_REF")
    stamp = known.stamp.coarser(grain) if known else None
    if stamp and grain == "WE" and not ref and known and context.tense <= 0:
        ref = -(weekday(known.stamp.number or 0) < 6)
    stamp = stamp.shifted(ref) if stamp else None
    if stamp is None:
        return Reading(type="DATE", value=known.stamp.finer(grain) if known else unknown(grain))
    return Reading(type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(known))


def offset(fields: Fields, context: Context) -> Reading | None:
    """Read two years ago, three days later, a year earlier."""
    name, sign, count = str(fields["unit"]), int(fields["sign"]), fields["count"]
    if isinstance(count, str):
        return _hint("PAST_REF" if sign < 0 else "FUTURE_REF")
    known = context.today
    if fields.get("base") == "then":
        known = context.then(_GRAIN[name]) or known
    elif context.narrative and not context.quoted:
        known = context.then(_GRAIN[name])
    grain = _GRAIN[name]
    if name == "Y" and count == 1 and sign < 0 and _compares_quarters(context):
        return year_ago(fields, context)
    if name == "F":
        count *= 2
    count += 0.5 * ("half" in fields)
    if grain == "T" or count != int(count):
        return _part_offset(sign * count, name, context, known)
    stamp = known.stamp.coarser(grain) if known else None
    stamp = stamp.shifted(sign * int(count)) if stamp else None
    if stamp is None:
        return Reading(type="DATE", value=known.stamp.finer(grain) if known else unknown(grain))
    return Reading(type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(known))


def _compares_quarters(context: Context) -> bool:
    return any(known.stamp.grain == "Q" for known in context.before[-3:])


def _hint(value: str) -> Reading:
    return Reading(type="DATE", value=value)


def _part_offset(count: float, name: str, context: Context, known: Known | None) -> Reading:
    """Read half a year ago, two hours later: by the next smaller unit, as far as it is known."""
    anchor = context.anchor(known)
    clock = re.match(r"(\d\d):(\d\d)", known.stamp.time) if known else None
    if known and clock and name in _MINUTES:
        minutes = int(clock[1]) * 60 + int(clock[2]) + round(count * _MINUTES[name])
        day = replace(known.stamp, grain="D", time="").shifted(minutes // 1440)
        if day:
            hour, minute = divmod(minutes % 1440, 60)
            stamp = replace(day, grain="T", time=f"{hour:02d}:{minute:02d}")
            return Reading(type="TIME", value=stamp.value(), stamp=stamp, anchor=anchor)
    if name in _SMALLER and known:
        smaller, many = _SMALLER[name]
        moved = known.stamp.coarser(_GRAIN[smaller])
        moved = moved.shifted(round(count * many)) if moved else None
        if moved:
            return Reading(type="DATE", value=moved.value(), stamp=moved, anchor=anchor)
    return Reading(type="DURATION", value=duration(abs(count), name))


def year_ago(_: Fields, context: Context) -> Reading | None:
    """Read "a year earlier" of a quarter or period: the same one a year before."""
    known = _last_quarter(context)
    if known is None or known.stamp.year is None:
        return Reading(type="DATE", value="XXXX")
    stamp = replace(known.stamp, year=known.stamp.year - 1)
    return Reading(type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(known))


def same_quarter(fields: Fields, context: Context) -> Reading | None:
    """Read "the quarter": the one named before, else the last that was over."""
    known = _last_quarter(context, over="latest" in fields)
    if known is None or known.stamp.year is None:
        return Reading(type="DATE", value="XXXX-QX")
    year = int(fields.get("year", known.stamp.year))
    if "ref" in fields and context.now and context.now.year:
        year = context.now.year + int(fields["ref"])
    stamp = replace(known.stamp, year=year)
    return Reading(type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(known))


def _last_quarter(context: Context, *, over: bool = False) -> Known | None:
    """Return the last quarter spoken of that is not itself "a year ago", else the last one over.

    With `over`, one that is still running is passed over.
    """
    quarter = context.now.coarser("Q") if context.now else None
    for known in reversed(context.before):
        running = over and quarter is not None and known.stamp.first() == quarter.first()
        if known.stamp.grain == "Q" and known.rule not in _BY_COMPARISON and not running:
            return known
    quarter = quarter.shifted(-1) if quarter else None
    return Known(quarter) if quarter else None


def year_end(_: Fields, context: Context) -> Reading | None:
    """Read "year-end": of the year of writing."""
    year = context.now.year if context.now else None
    if year is None:
        return Reading(type="DATE", value="XXXX")
    stamp = Stamp(grain="Y", year=year)
    return Reading(
        type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(context.today)
    )
