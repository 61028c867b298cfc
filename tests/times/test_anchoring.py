"""Anchoring: every kind of phrase has its reader, and words that name no time have none."""

from __future__ import annotations

import pytest

from dateline.span import Span
from dateline.times import anchoring
from dateline.times.context import Context, Known
from dateline.times.expressions import Expression
from dateline.times.grammar import Value
from dateline.times.values import Stamp

TODAY = Stamp(grain="D", year=2012, month=6, day=14)


def phrase(reads: str, **fields: Value) -> Expression:
    """Return an expression of the given fields."""
    span = Span(0, 1)
    return Expression(span=span, first=0, last=1, rule="test", reads=reads, fields=fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"month": 2, "day": 30},
        {"month": 2, "day": 29, "year": 2011},
        {"month": 13, "day": 1},
        {"clock": "25:00"},
        {"clock": "10:75"},
        {"clock": "13", "meridiem": "pm"},
        {"quarter": 5},
        {"century": 99},
        {"iso": "2011-02-30"},
        {"numeric": "99/99/2011"},
        {"mod": "APPROX"},
    ],
)
def test_what_does_not_exist_is_no_time(fields: dict[str, Value]) -> None:
    """Impossible days, hours and parts of years are not read."""
    assert anchoring.read(phrase("date", **fields), Context(now=TODAY)) is None


def test_then_is_the_nearest_time_that_is_fine_enough() -> None:
    """Of the last times, a day is found behind a year when a day is asked for."""
    day = Known(Stamp(grain="D", year=2001, month=5, day=3), Span(0, 3))
    year = Known(Stamp(grain="Y", year=2003), Span(5, 9))
    context = Context(now=TODAY, before=(day, year))
    assert context.then("D") is day
    assert context.then("Y") is year
    assert Context(now=TODAY).then() is None


def test_a_history_quotes_no_day_of_publication() -> None:
    """Within a quotation in a history the day of writing is no anchor."""
    assert Context(now=TODAY, narrative=True, quoted=True).today is None
    assert Context(now=TODAY, quoted=True).today == Known(TODAY)
