"""Dates, whole or in part: explicit ones, and those whose year, month or day must be found."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dateline.interval import day_number, month_length
from dateline.record import TimexType
from dateline.times.clocks import time_of_day
from dateline.times.context import Context, Fields, Known, Reader, Reading
from dateline.times.feasts import holiday, is_fixed
from dateline.times.values import Grain, Stamp, of_grain, weekday

_TURN_OF_YEAR: Final = 7
_TENSE_WEIGHT: Final = 6
_CENTURY_UNTIL: Final = 1900
_SUMMER: Final = 6


def date(fields: Fields, context: Context) -> Reading | None:
    """Read a date or time of day from whichever of its parts are given.

    Raises:
        ValueError: if there is no such day or hour.
    """
    given = dict(fields)
    if "iso" in given:
        given |= _iso(str(given["iso"]))
    if "numeric" in given:
        given |= _numeric(str(given["numeric"]))
    if "year_of_range" in given:
        given["year"] = _end_of_range(int(given["year_of_range"]), context)
    elif given.get("era") == "same":
        if not any(known.stamp.year and known.stamp.year < 0 for known in context.before):
            return None
        given["year"] = 1 - int(given["year"])
    elif "year" in given:
        given["year"] = _year(int(given["year"]), str(given.get("era", "")), context)
    reader = next((reader for parts, reader in _BY_PART if parts & given.keys()), None)
    return reader(given, context) if reader else None


def _year(year: int, era: str, context: Context) -> int:
    """Return the astronomical year; two digits are a year of the last hundred, or soon to come."""
    if era == "BC":
        return 1 - year
    if year < 100 and era != "AD":
        now = context.now.year if context.now and context.now.year else 2000
        if context.narrative and context.before and context.before[-1].stamp.year:
            now = context.before[-1].stamp.year + 40
        return year + (now + 10 - year) // 100 * 100
    return year


def _end_of_range(year: int, context: Context) -> int:
    """Return the year that "07" is in "2006-07"."""
    before = context.before[-1].stamp.year if context.before else None
    if before is None:
        raise ValueError("no range")
    year += before // 100 * 100
    if not before < year:
        raise ValueError("no range")
    return year


def _iso(text: str) -> dict[str, int | float | str]:
    date, _, clock = text.replace(" ", "T").partition("T")
    year, month, day = (int(part) for part in date.split("-"))
    out: dict[str, int | float | str] = {"year": year, "month": month, "day": day}
    if clock:
        zone = clock[8:] if clock[8:9] in "+-Z" else ""
        out |= {"clock": clock[:5], "zone": zone.lstrip(".,0123456789") or ""}
    return out


def _numeric(text: str) -> dict[str, int | float | str]:
    """Read `9/12/2001`, `2001/9/12`, `31.12.2001`; where both orders may be, the month is first."""
    mark = next(sign for sign in "/.-" if sign in text)
    parts = [int(part) for part in text.split(mark)]
    if text[:4].isdigit():
        return {"year": parts[0], "month": parts[1], "day": parts[2]}
    first, second, year = parts
    day_first = first > 12 or (mark == "." and second <= 12)
    month, day = (second, first) if day_first else (first, second)
    doubt = {"other_day": 1} if mark != "." and day <= 12 and day != month else {}
    return {"year": year, "month": month, "day": day, **doubt}


def _calendar_day(fields: Fields, context: Context) -> Reading | None:
    """Read a month with or without a day, a year, or a part of a day."""
    month = int(fields["month"])
    day = int(fields["day"]) if "day" in fields else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= month_length(2000, month)):
        raise ValueError("no such day")
    grain: Grain = "D" if day else "M"
    if "year" in fields:
        year: int | None = int(fields["year"])
        known, other = None, None
    else:
        year, known, other = _year_of(fields, context, month, day)
    if "end_day" in fields:
        last = month_length(2000 if year is None else year, month)
        day = 1 if fields["end_day"] == 1 else last
        grain = "D"
    if day and year is not None and day > month_length(year, month):
        raise ValueError("no such day")
    stamp = Stamp(grain=grain, year=year, month=month, day=day)
    if "other_day" in fields:
        swapped = replace(stamp, month=day, day=month).value()
        return _timed(stamp, fields, context, known, swapped)
    other_value = replace(stamp, year=other).value() if other is not None else None
    return _timed(stamp, fields, context, known, other_value)


def _year_of(
    fields: Fields, context: Context, month: int, day: int | None
) -> tuple[int | None, Known | None, int | None]:
    """Return the year of a date that has none, what it hangs on, and the other year it might be."""
    base = fields.get("base")
    ref = int(fields.get("ref", 0))
    if base == "then" or (base != "now" and context.narrative and "ref" not in fields):
        known = context.year_told() or (context.today if not context.narrative else None)
        if known is None or known.stamp.year is None:
            return None, known, None
        year = known.stamp.year
        turn = base is None and _last_month(context, year) - month > _TURN_OF_YEAR
        return year + ref + turn, known, None
    told = context.narrative and not context.quoted and base != "now"
    known = context.year_told() if told else context.today
    if known is None or known.stamp.year is None:
        return None, None, None
    if base == "now":
        return known.stamp.year + ref, known, None
    if "ref" in fields and not ref:
        running = fields.get("season") == "WI" and context.tense <= 0
        return known.stamp.year - (running and (known.stamp.month or 12) < _SUMMER), known, None
    return _nearest_year(fields, context, known, (month, day or 0))


def _nearest_year(
    fields: Fields, context: Context, known: Known, here: tuple[int, int]
) -> tuple[int, Known, int | None]:
    """Return the year before or after that suits the tense and is near, and the other one."""
    year = known.stamp.year or 0
    there = known.stamp.month or 1, (known.stamp.day or 1) if here[1] else 0
    ref = int(fields.get("ref", 0))
    if ref:
        return year + (ref if (here >= there if ref < 0 else here <= there) else 0), known, None
    back, ahead = year - (here > there), year + (here < there)
    if back == ahead:
        return year, known, None
    fitting = [each for each in (back, ahead) if _falls_on(fields, each, here)]
    if len(fitting) == 1:
        return fitting[0], known, None
    ahead_by = (here[0] - there[0] + (here[1] - there[1]) / 31) % 12
    score = ahead_by - (12 - ahead_by) - _TENSE_WEIGHT * context.tense
    if "past" in fields:
        score = 1
    toss = abs(score) < _TENSE_WEIGHT and not context.tense and "past" not in fields
    if score < 0:
        return ahead, known, back if toss else None
    return back, known, ahead if toss else None


def _falls_on(fields: Fields, year: int, day: tuple[int, int]) -> bool:
    """Tell whether a day of that year falls on the weekday that the phrase gives."""
    if "weekday" not in fields or not 1 <= day[1] <= month_length(year, day[0]):
        return False
    return weekday(day_number(year, *day)) == int(fields["weekday"])


def _last_month(context: Context, year: int) -> int:
    """Return the month of that year named last, 0 if none was."""
    for known in reversed(context.before[-4:]):
        first = known.stamp.first()
        if first and known.stamp.grain in ("M", "D", "T", "Q", "S"):
            return first[1] if first[0] == year else 0
    return 0


def _timed(
    stamp: Stamp, fields: Fields, context: Context, known: Known | None, other: str | None = None
) -> Reading:
    """Return the reading of a day, with its time of day if the phrase has one."""
    time = time_of_day(fields)
    if "days" in fields:
        stamp = stamp.shifted(int(fields["days"])) or Stamp(grain="D")
    if "whole" in fields:
        stamp = stamp.coarser("WE" if fields["whole"] == "WE" else "W") or stamp
    if time and stamp.grain == "D":
        if time.startswith("24:00"):
            moved = stamp.shifted(1) if "weekday" not in fields else stamp
            stamp = moved or stamp
            time = "24:00" if moved is stamp else time
        stamp = replace(stamp, grain="T", time=time)
        kind: TimexType = "TIME"
    else:
        kind = "DATE"
    return Reading(
        type=kind, value=stamp.value(), stamp=stamp, anchor=context.anchor(known), other=other
    )


def _weekday(fields: Fields, context: Context) -> Reading | None:
    wanted = int(fields["weekday"])
    known = context.today
    if context.narrative or fields.get("base") == "then":
        known = context.then("D") or (None if context.narrative else known)
    number = known.stamp.number if known and known.stamp.grain in ("D", "T") else None
    if number is None:
        stamp = Stamp(grain="D")
        time = time_of_day(fields)
        value = f"XXXX-WXX-{wanted}" + (f"T{time}" if time else "")
        return Reading(type="TIME" if time else "DATE", value=value, stamp=None)
    back, ahead = (weekday(number) - wanted) % 7, (wanted - weekday(number)) % 7
    ref, other = fields.get("ref"), None
    if "weeks" in fields:
        move = ahead + 7 * int(fields["weeks"])
    elif "week" in fields:
        move = wanted - weekday(number) + 7 * int(ref or 0)
    elif ref == -1:
        move = -(back or 7)
    elif ref == 1:
        move = ahead or 7
    elif ref == 0:
        move = ahead if context.tense > 0 else wanted - weekday(number)
    elif context.tense > 0:
        move = ahead
    else:
        move = -back
    stamp = _day(known.stamp, move) if known else Stamp(grain="D")
    if ref is None and context.tense == 0 and move:
        other = _day(known.stamp, ahead).value() if known else None
    return _timed(stamp, fields, context, known, other)


def _day(stamp: Stamp, move: int) -> Stamp:
    """Return the day `move` days after the stamp's first."""
    day = stamp.coarser("D") if stamp.grain != "D" else stamp
    moved = day.shifted(move) if day else None
    return moved or Stamp(grain="D")


def _shifted_day(fields: Fields, context: Context) -> Reading | None:
    """Read yesterday, tonight, that morning, the next evening."""
    known = context.then("D") if fields.get("base") == "then" else context.today
    if known is None and fields.get("base") == "then":
        known = context.today
    told = context.narrative and fields.get("base") != "then" and not context.quoted
    if told and not fields["shift"] and not time_of_day(fields):
        return Reading(type="DATE", value="PRESENT_REF")  # "today" in a history is the present age
    if known is None or known.stamp.grain not in ("D", "T"):
        return _timed(Stamp(grain="D"), fields, context, None)
    return _timed(_day(known.stamp, int(fields["shift"])), fields, context, known)


def _clock(fields: Fields, context: Context) -> Reading | None:
    """Read a time of day without a day: of the day named before, else of that of writing."""
    known = next(
        (k for k in reversed(context.before[-3:]) if k.stamp.grain in ("D", "T")), context.today
    )
    if known is None or known.stamp.grain not in ("D", "T"):
        return _timed(Stamp(grain="D"), fields, context, None)
    return _timed(_day(known.stamp, 0), fields, context, known)


def _day_number_only(fields: Fields, context: Context) -> Reading | None:
    """Read "the night of the 8th": the day of the month named before."""
    known = context.then() or context.today
    day = int(fields["day"])
    if known is None or known.stamp.month is None or known.stamp.year is None:
        return _timed(Stamp(grain="D", day=day), fields, context, None)
    if day > month_length(known.stamp.year, known.stamp.month):
        raise ValueError("no such day")
    year = int(fields.get("year", known.stamp.year))
    stamp = Stamp(grain="D", year=year, month=known.stamp.month, day=day)
    return _timed(stamp, fields, context, known)


def _part_of_year(fields: Fields, context: Context) -> Reading | None:
    """Read quarters, halves and seasons."""
    if "season" in fields:
        stamp = Stamp(grain="S", season=str(fields["season"]))
    elif "quarter" in fields:
        stamp = Stamp(grain="Q", index=int(fields["quarter"]))
    else:
        stamp = Stamp(grain="H", index=int(fields["half"]))
    if stamp.index > (4 if stamp.grain == "Q" else 2):
        raise ValueError("no such part of the year")
    if "year" in fields:
        stamp = replace(stamp, year=int(fields["year"]))
        return Reading(type="DATE", value=stamp.value(), stamp=stamp)
    first = replace(stamp, year=2000).first() or (2000, 1, 1)
    fields = {**fields, "past": 1} if stamp.grain != "S" else fields
    year, known, other = _year_of(fields, context, first[1], None)
    if year is not None:
        year -= int(fields.get("years_back", 0))
    stamp = replace(stamp, year=year)
    shown = replace(stamp, year=other).value() if other is not None else None
    return Reading(
        type="DATE", value=stamp.value(), stamp=stamp, anchor=context.anchor(known), other=shown
    )


def _decade(fields: Fields, context: Context) -> Reading | None:
    given = fields["decade"]
    if isinstance(given, str):
        digits = int("".join(sign for sign in given if sign.isdigit()))
        index = digits // 10
        if digits % 100 == 0 and 1000 <= digits < _CENTURY_UNTIL and "era" not in fields:
            stamp = Stamp(grain="C", index=digits // 100)  # the 1500s
            return Reading(type="DATE", value=stamp.value(), stamp=stamp)
    else:
        index = int(given) + 10 * int(fields.get("decade_of", 0))
    if fields.get("era") == "BC":
        index = -1 - index
    if 0 <= index < 10:
        now = context.now.year if context.now and context.now.year else 2000
        index += (now // 10 - index) // 10 * 10
    stamp = Stamp(grain="E", index=index)
    return Reading(type="DATE", value=stamp.value(), stamp=stamp)


def _century(fields: Fields, _: Context) -> Reading | None:
    index = int(fields["century"]) - 1
    if not 0 <= index < 40:
        raise ValueError("no such century")
    if fields.get("era") == "BC":
        index = -1 - index
    stamp = Stamp(grain="C", index=index)
    return Reading(type="DATE", value=stamp.value(), stamp=stamp)


def _holiday(fields: Fields, context: Context) -> Reading | None:
    rule = str(fields["holiday"])
    probe = holiday(rule, context.now.year if context.now and context.now.year else 2000)
    known = None
    year: int | None = int(fields["year"]) if "year" in fields else None
    if year is None:
        year, known, _ = _year_of(fields, context, probe[1], probe[2])
    if year is None:
        fixed = is_fixed(rule)
        stamp = Stamp(grain="D", month=probe[1] if fixed else None, day=probe[2] if fixed else None)
        return _timed(stamp, fields, context, None)
    return _timed(of_grain("D", holiday(rule, year)), fields, context, known)


def _nth_weekday(fields: Fields, context: Context) -> Reading | None:
    """Read "the last Sunday in March"."""
    month, nth, day = (int(fields[name]) for name in ("month", "nth", "weekday"))
    if not 1 <= nth <= 4 and nth != 9:
        raise ValueError("no such day in every month")
    year, known = int(fields.get("year", 0)) or None, None
    if year is None:
        year, known, _ = _year_of({"month": month}, context, month, None)
    if year is None:
        return _timed(Stamp(grain="D", month=month), fields, context, None)
    return _timed(of_grain("D", holiday(f"{month:02d}-{nth}-{day}", year)), fields, context, known)


def _whole_year(fields: Fields, _: Context) -> Reading | None:
    stamp = Stamp(grain="Y", year=int(fields["year"]))
    return Reading(type="DATE", value=stamp.value(), stamp=stamp)


_BY_PART: Final[tuple[tuple[frozenset[str], Reader], ...]] = (
    (frozenset({"century"}), _century),
    (frozenset({"decade"}), _decade),
    (frozenset({"quarter", "half", "season"}), _part_of_year),
    (frozenset({"holiday"}), _holiday),
    (frozenset({"nth"}), _nth_weekday),
    (frozenset({"month"}), _calendar_day),
    (frozenset({"weekday"}), _weekday),
    (frozenset({"shift"}), _shifted_day),
    (frozenset({"day"}), _day_number_only),
    (frozenset({"year"}), _whole_year),
    (frozenset({"clock", "hour", "hhmm", "noon", "part"}), _clock),
)
