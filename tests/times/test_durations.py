"""Durations, sets and vague references."""

from __future__ import annotations

import pytest

from dateline import times


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("for three days", "DURATION", "P3D"),
        ("a ten-year plan", "DURATION", "P10Y"),
        ("for two and a half hours", "DURATION", "PT2H30M"),
        ("for a year and a half", "DURATION", "P1Y6M"),
        ("for half an hour", "DURATION", "PT30M"),
        ("for several weeks", "DURATION", "PXW"),
        ("for years", "DURATION", "PXY"),
        ("in the past 12 months", "DURATION", "P12M"),
        ("over the past decade", "DURATION", "P10Y"),
        ("for two to three weeks", "DURATION", "P2W"),
        ("a year-long row", "DURATION", "P1Y"),
        ("for a while", "DURATION", "PXX"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("on Monday mornings", "SET", "XXXX-WXX-1TMO"),
        ("on Mondays", "SET", "XXXX-WXX-1"),
        ("each year", "SET", "P1Y"),
        ("every other week", "SET", "P2W"),
        ("every summer", "SET", "XXXX-SU"),
        ("every May", "SET", "XXXX-05"),
        ("every morning", "SET", "XXXX-XX-XXTMO"),
        ("three times a week", "SET", "P1W"),
        ("a daily walk", "SET", "P1D"),
        ("is now shut", "DATE", "PRESENT_REF"),
        ("shut recently", "DATE", "PAST_REF"),
        ("in the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_lengths_and_repetitions(words: str, kind: str, value: str) -> None:
    """What has no place in the calendar has a value, and no interval."""
    (found,) = times.find(f"The bridge was {words}.", "2012-06-14")
    assert (found.type, found.value) == (kind, value)
    assert (found.from_, found.until) == (None, None)


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        ("more than two hours", "MORE_THAN"),
        ("nearly two hours", "LESS_THAN"),
        ("at least two hours", "EQUAL_OR_MORE"),
        ("up to two hours", "EQUAL_OR_LESS"),
        ("about two hours", "APPROX"),
        ("two hours or so", "APPROX"),
        ("two hours", None),
    ],
)
def test_a_length_keeps_its_modifier(words: str, mod: str | None) -> None:
    """Whether it was more or less is a TIMEX3 modifier."""
    (found,) = times.find(f"It took {words}.")
    assert (found.value, found.mod) == ("PT2H", mod)


def test_a_number_beyond_measure_is_no_length() -> None:
    """Nothing lasts five thousand million years in the news."""
    assert times.find("5,000,000,000 years") == ()
