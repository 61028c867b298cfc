"""When something holds: half-open intervals of time, at the precision given, and how two meet.

The relations are those of J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26
(1983). Where an end is not known, more than one relation may hold: then `relations` names all of
them, and a question that cannot be decided is answered with `None`. The calendar is the proleptic
Gregorian one, its years counted as astronomers do: the year 0 is 1 BC, -479 is 480 BC.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import product
from typing import Final

import msgspec

_ISO: Final = re.compile(
    r"(?a:([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?)"
)
_LEAST: Final = (0, 1, 1, 0, 0, 0)
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """Return how many days the month has."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


def day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to the day, negative before it (Hinnant 2013)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def day_of(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a `day_number`."""
    era, of_era = divmod(number + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    day = of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, day


def zoneless(moment: str) -> str:
    """Return a moment in ISO 8601 without its zone and without parts of a second."""
    date, mark, clock = moment.partition("T")
    clock = clock.removesuffix("Z").partition("+")[0].partition("-")[0].partition(".")[0]
    return date + mark + clock if clock else date


def spoken(from_: str | None, until: str | None) -> str:
    """Return a half-open interval as people write it: `2012-09`, `2004 – 2011-05`, `from 480 BC`.

    Whole years, months and days are named as such, and the last day that is written belongs to it.
    Ends that are told to the year or the month stand as they are told.

    Raises:
        ValueError: if an end is no moment.
    """
    if from_ is None or until is None:
        if until is not None and len(Moment.parse(zoneless(until)).fields) == 3:
            until = str(_before(Moment.parse(until)))
        one = from_ or until
        return f"{'from' if from_ else 'until'} {_people(one)}" if one else "undated"
    begin, end = Moment.parse(zoneless(from_)), Moment.parse(zoneless(until))
    if len(begin.fields) == len(end.fields) == 3:
        begin, end = _whole(begin, end)
    first, last = _people(str(begin)), _people(str(end))
    return first if first == last else f"{first} – {last}"


def _whole(begin: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Return the first and last day, month or year of days that fill just these."""
    last = _before(end)
    for size, first in ((1, (1, 1)), (2, (1,))):
        if begin.fields[size:] == end.fields[size:] == first:
            return Moment(begin.fields[:size]), Moment(last.fields[:size])
    return begin, last


def _before(day: Moment) -> Moment:
    """Return the day before a day."""
    return Moment(day_of(day_number(*day.fields) - 1))


def _people(moment: str) -> str:
    """Return a moment with years before our era as people count them."""
    year, *rest = Moment.parse(zoneless(moment)).fields
    if year > 0:
        return zoneless(moment).replace("T", " ")
    return str(Moment((1 - year, *rest))).lstrip("0").replace("T", " ") + " BC"


class Moment(msgspec.Struct, frozen=True, array_like=True):
    """A point of the calendar as precisely as it was given: `(2012, 9)` is September 2012.

    Fields from the year down to the second; what was not given is missing. Two moments are
    compared by their first instants, so `2012` and `2012-01-01` are the same point of time,
    given with different precision.

    Raises:
        ValueError: if there is no such point: month 13, 30 February, 25 o'clock.
    """

    fields: tuple[int, ...]

    def __post_init__(self) -> None:
        full = self.instant
        if not 1 <= len(self.fields) <= 6 or not 1 <= full[1] <= 12:
            raise ValueError(f"no such moment: {self.fields}")
        if not 1 <= full[2] <= month_length(full[0], full[1]):
            raise ValueError(f"no such day: {self.fields}")
        if not (0 <= full[3] < 24 and 0 <= full[4] < 60 and 0 <= full[5] < 60):
            raise ValueError(f"no such time of day: {self.fields}")

    @property
    def instant(self) -> tuple[int, ...]:
        """Return all six fields of the first instant, for comparing."""
        return self.fields + _LEAST[len(self.fields) :]

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that ISO 8601 text such as `2012-09` or `-0479` names.

        Raises:
            ValueError: if the text is no such moment.
        """
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"no moment: {text!r}")
        return cls(tuple(int(part) for part in found.groups() if part is not None))

    def __str__(self) -> str:
        """Return ISO 8601, no more precise than given; years before 0 with a sign."""
        year, *rest = self.fields
        out = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
        return out + "".join(
            f"{mark}{field:02d}" for mark, field in zip("--T::", rest, strict=False)
        )


class Relation(Enum):
    """The thirteen ways in which one interval can lie to another (Allen 1983)."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time, `[from_, until)`; an end that is open or not known is `None`.

    Raises:
        ValueError: if it ends before or as it begins.
    """

    from_: Moment | None = msgspec.field(name="from", default=None)
    until: Moment | None = None

    def __post_init__(self) -> None:
        if self.from_ and self.until and self.from_.instant >= self.until.instant:
            raise ValueError(f"no such interval: [{self.from_}, {self.until})")

    @classmethod
    def of(cls, from_: str | None, until: str | None) -> Interval:
        """Return the interval between two moments in ISO 8601; `None` is an open or unknown end.

        Raises:
            ValueError: if a moment is none, or the interval ends as it begins.
        """
        return cls(
            from_=Moment.parse(from_) if from_ is not None else None,
            until=Moment.parse(until) if until is not None else None,
        )

    def relations(self, other: Interval) -> frozenset[Relation]:
        """Return the relations that may hold; exactly one if all that matters is known."""
        return _POSSIBLE[
            _order(self.from_, other.from_),
            _order(self.from_, other.until),
            _order(self.until, other.from_),
            _order(self.until, other.until),
        ]

    def holds(self, other: Interval, *wanted: Relation) -> bool | None:
        """Tell whether one of the relations holds; `None` if that is not known."""
        may = self.relations(other)
        if may <= frozenset(wanted):
            return True
        return None if may & frozenset(wanted) else False

    def before(self, other: Interval) -> bool | None:
        """Tell whether this interval is over when the other begins; it may meet it."""
        return self.holds(other, Relation.BEFORE, Relation.MEETS)

    def after(self, other: Interval) -> bool | None:
        """Tell whether this interval begins when the other is over, or later."""
        return other.before(self)

    def meets(self, other: Interval) -> bool | None:
        """Tell whether the other begins as this one ends."""
        return self.holds(other, Relation.MEETS)

    def overlaps(self, other: Interval) -> bool | None:
        """Tell whether the two share an instant, in whatever way."""
        return self.holds(other, *(set(Relation) - _APART))

    def common(self, other: Interval) -> Interval | None:
        """Return what both cover, with each end as precise as it was given; `None` if nothing.

        An end that is `None` counts as open here.
        """
        from_ = max(filter(None, (self.from_, other.from_)), key=_instant, default=None)
        until = min(filter(None, (self.until, other.until)), key=_instant, default=None)
        if from_ and until and from_.instant >= until.instant:
            return None
        return Interval(from_=from_, until=until)


_APART: Final = {Relation.BEFORE, Relation.MEETS, Relation.MET_BY, Relation.AFTER}


def _instant(moment: Moment) -> tuple[int, ...]:
    return moment.instant


def _order(one: Moment | None, two: Moment | None) -> int | None:
    """Return -1, 0 or 1 as the first moment is earlier, the same or later; `None` if unknown."""
    if one is None or two is None:
        return None
    return (one.instant > two.instant) - (one.instant < two.instant)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _signs(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int, int, int]:
    return _sign(a[0] - b[0]), _sign(a[0] - b[1]), _sign(a[1] - b[0]), _sign(a[1] - b[1])


_PAIRS: Final = "01 02 13 23 34 46 26 16 17 27 47 67 78"
"""An interval `[a, b)` for each relation that it has to `[2, 6)`, in the order of `Relation`."""

_EXAMPLES: Final = dict(
    zip(
        Relation,
        [(int(pair[0]), int(pair[1])) for pair in _PAIRS.split()],
        strict=True,
    )
)
_BY_SIGNS: Final = {_signs(example, (2, 6)): kind for kind, example in _EXAMPLES.items()}


def _possible(known: tuple[int | None, ...]) -> frozenset[Relation]:
    return frozenset(
        kind
        for signs, kind in _BY_SIGNS.items()
        if all(k is None or k == s for k, s in zip(known, signs, strict=True))
    )


_POSSIBLE: Final = {known: _possible(known) for known in product((-1, 0, 1, None), repeat=4)}
