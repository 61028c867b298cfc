"""Times of day, in figures and words."""

from __future__ import annotations

import pytest

from dateline.times.clocks import time_of_day


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({}, ""),
        ({"part": "MO"}, "MO"),
        ({"noon": "12:00"}, "12:00"),
        ({"clock": "19:45"}, "19:45"),
        ({"clock": "7.30", "meridiem": "pm"}, "19:30"),
        ({"clock": "12", "meridiem": "am"}, "00:00"),
        ({"hour": 9, "daypart": "EV"}, "21:00"),
        ({"clock": "6", "part": "EV"}, "18:00"),
        ({"hhmm": "1430"}, "14:30"),
        ({"hour": 9, "minutes": 30}, "09:30"),
        ({"hour": 10, "minutes": -15, "meridiem": "pm"}, "21:45"),
    ],
)
def test_clock_times_are_read(fields: dict[str, str | int], value: str) -> None:
    """Figures, words and parts of the day become what follows the `T`."""
    assert time_of_day(fields) == value


@pytest.mark.parametrize(
    "fields",
    [
        {"clock": "25:00"},
        {"clock": "10:75"},
        {"clock": "13", "meridiem": "pm"},
        {"hhmm": "2460"},
        {"hhmm": "123456"},
    ],
)
def test_there_is_no_such_time(fields: dict[str, str | int]) -> None:
    """What no clock shows is refused."""
    with pytest.raises(ValueError, match="no such"):
        time_of_day(fields)
