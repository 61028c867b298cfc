"""From what a phrase says to the time that it means: what it is reckoned from, and the result.

News is anchored to the day of publication, with past or future by the tense of the clause; a text
about the past hangs each time on the one before it. Nothing is invented: what has no anchor keeps
the `X` of TimeML for what is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.times import dates, durations, offsets
from dateline.times.context import Context, Reader, Reading
from dateline.times.expressions import Expression

READERS: Final[Mapping[str, Reader]] = {
    "date": dates.date,
    "unit": offsets.unit,
    "offset": offsets.offset,
    "same_quarter": offsets.same_quarter,
    "year_ago": offsets.year_ago,
    "year_end": offsets.year_end,
    "duration": durations.lasting,
    "set": durations.repeated,
    "value": durations.given,
    "nothing": durations.nothing,
}
"""What makes a value of an expression's fields, by the name that the grammar's rules give it."""


def read(expression: Expression, context: Context) -> Reading | None:
    """Return what the phrase means, or `None` if its words name no time (30 February, 25:00)."""
    try:
        return READERS[expression.reads](expression.fields, context)
    except (ValueError, OverflowError):
        return None
