"""Feasts: fixed days, weekdays of a month, and what the moon moves."""

from __future__ import annotations

import pytest

from dateline import times
from dateline.times import feasts


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2011, (2011, 12, 25)),
        ("11-4-4", 2011, (2011, 11, 24)),
        ("11-4-4+1", 2013, (2013, 11, 29)),
        ("11-1-1+1", 2016, (2016, 11, 8)),
        ("05-9-1", 2011, (2011, 5, 30)),
        ("12-31+1", 2011, (2012, 1, 1)),
        ("easter+0", 2011, (2011, 4, 24)),
        ("easter-2", 2016, (2016, 3, 25)),
        ("orthodox_easter", 2013, (2013, 5, 5)),
        ("orthodox_easter", 2017, (2017, 4, 16)),
        ("rosh_hashanah", 2013, (2013, 9, 5)),
        ("rosh_hashanah", 2020, (2020, 9, 19)),
        ("rosh_hashanah+9", 1973, (1973, 10, 6)),
        ("rosh_hashanah-163", 2019, (2019, 4, 20)),
    ],
)
def test_holidays_are_found(rule: str, year: int, day: tuple[int, int, int]) -> None:
    """Fixed days, n-th weekdays and days from movable feasts fall on their dates."""
    assert feasts.holiday(rule, year) == day


@pytest.mark.parametrize("rule", ["", "1-1", "christmas", "02-30x", "easter+"])
def test_a_rule_that_cannot_be_read_is_refused(rule: str) -> None:
    """A fault in the data is an error, not a wrong day."""
    with pytest.raises(ValueError, match="no such rule"):
        feasts.holiday(rule, 2011)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Polls close at eight on Election Day.", "2012-11-06"),
        ("Shops will open early on Black Friday.", "2012-11-23"),
        ("Yom Kippur was quiet.", "2012-09-26"),
        ("The fair opened in Easter week.", "2012-W14"),
    ],
)
def test_feasts_are_read_in_a_text(text: str, value: str) -> None:
    """The nearest one that suits the tense is meant."""
    assert value in [found.value for found in times.find(text, "2012-10-20")]
