"""Moments become whole days and instants without a day being won or lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import dating, xml


@pytest.mark.parametrize(
    ("moment", "first", "last", "instant"),
    [
        ("2004", "2004-01-01", "2004-12-31", "2004-01-01T00:00:00.000Z"),
        ("2012-09", "2012-09-01", "2012-09-30", "2012-09-01T00:00:00.000Z"),
        ("2012-03-01", "2012-03-01", "2012-02-29", "2012-03-01T00:00:00.000Z"),
        ("2012-03-01T12", "2012-03-01", "2012-03-01", "2012-03-01T12:00:00.000Z"),
        ("2013-01-30T22:47:00-05:00", "2013-01-30", "2013-01-30", "2013-01-31T03:47:00.000Z"),
        ("2013-01-01T00:30+0530", "2013-01-01", "2013-01-01", "2012-12-31T19:00:00.000Z"),
        ("-0479", "-0479-01-01", "-0479-12-31", None),
    ],
)
def test_moments(moment: str, first: str, last: str, instant: str | None) -> None:
    """The first day holds the moment, the last is the one before it, the instant heeds the zone."""
    assert dating.first_day(moment) == first
    assert dating.last_day(moment) == last
    assert dating.instant(moment) == instant


@given(st.dates(min_value=date(1, 1, 2)))
def test_the_last_day_is_the_day_before(day: date) -> None:
    """What holds until a day ends on the day before it, over months, years and leap days."""
    assert dating.last_day(f"{day:%Y-%m-%d}".zfill(10)) == (day - timedelta(1)).isoformat()


@given(st.text())
def test_xml_holds_any_text(text: str) -> None:
    """Any text at all makes XML that a parser reads, with a mark for what XML cannot hold."""
    import xml.etree.ElementTree as ET  # noqa: PLC0415

    made = ET.fromstring(xml.element("a", text, {"b": text}))
    assert (made.text or "").replace("\r\n", "\n").count("\ufffd") >= xml.legal(text).count(
        "\ufffd"
    )
    assert made.tag == "a"
