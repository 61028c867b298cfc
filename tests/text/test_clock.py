"""Shown dates and times of day become ISO 8601, no more precise than shown."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import holding, lexicon
from dateline.span import Span
from dateline.text import clock

SHOWN = [
    ("March 9, 2016 at 11:42 pm", "en", "2016-03-09T23:42"),
    ("Posted on March 9, 2016 by", "en", "2016-03-09"),
    ("Tuesday, June 4, 2019 at 7:04 AM CEST", "en", "2019-06-04T07:04+02:00"),
    ("06:15 PM ET, Wed January 16, 2013", "en", "2013-01-16T18:15-05:00"),
    ("July 16, 2013 6:15 p.m. ET", "en", "2013-07-16T18:15-04:00"),
    ("Oct 4, 2012 3:05 PM EDT", "en", "2012-10-04T15:05-04:00"),
    ("3pm IST on 4 May 2019", "en", "2019-05-04T15:00"),
    ("12:05 a.m. May 3, 2017", "en", "2017-05-03T00:05"),
    ("20 May '19 10:00", "en", "2019-05-20T10:00"),
    ("Reply #1 Oct. 9, 2010 - 7:28 AM EST", "en", "2010-10-09T07:28-05:00"),
    ("28.02.2013 um 14:05 Uhr", "de", "2013-02-28T14:05"),
    ("14. Jan. 2020, 18:54", "de", "2020-01-14T18:54"),
    ("Mittwoch, März 10, 2021 4:14:00 PM", "de", "2021-03-10T16:14:00"),
    ("14 Uhr, 12. März 2018", "de", "2018-03-12T14:00"),
    ("le 12 mai 2019 à 14h03", "fr", "2019-05-12T14:03"),
    ("1er janvier 2020", "fr", "2020-01-01"),
    ("12 de mayo de 2019 a las 14:03", "es", "2019-05-12T14:03"),
    ("12 maggio 2019 alle ore 14.03", "it", "2019-05-12T14:03"),
    ("12 de maio de 2019 às 14h03", "pt", "2019-05-12T14:03"),
    ("12 mei 2019 om 14:03 uur", "nl", "2019-05-12T14:03"),
    ("2019-05-12T14:03:22+00:00", None, "2019-05-12T14:03:22+00:00"),
    ("2019-05-12 14:03:22.125Z", None, "2019-05-12T14:03:22+00:00"),
    ("2019/05/12 7:38 UTC+2", None, "2019-05-12T07:38+02:00"),
    ("Sun, 12 May 2019 19:38:00 -0330", None, "2019-05-12T19:38:00-03:30"),
]


@pytest.mark.parametrize(("words", "language", "value"), SHOWN)
def test_a_shown_time_is_read_as_precisely_as_shown(
    words: str, language: str | None, value: str
) -> None:
    """Each way to show a time gives the day, minute, second and offset that it shows."""
    assert clock.read(words, language) == value


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("03/04/2019 5:06 pm", "en", "2019-03-04T17:06"),
        ("03/04/2019", "en-GB", "2019-04-03"),
        ("03/04/2019", "fr", "2019-04-03"),
        ("03/04/2019", None, None),
        ("23/04/2019", None, "2019-04-23"),
        ("04/23/2019", "de", "2019-04-23"),
        ("05.05.2019", None, "2019-05-05"),
        ("Fri, 07/04/2014 - 10:57", "en", "2014-07-04T10:57"),
        ("Mon, 07/04/2014 - 10:57", "en", "2014-04-07T10:57"),
    ],
)
def test_the_order_of_a_numeric_date(words: str, language: str | None, value: str | None) -> None:
    """What is possible, the weekday and the language tell day from month, or nothing does."""
    assert clock.read(words, language) == value


@pytest.mark.parametrize(
    "words", ["31 February 2019", "31.02.2019", "2019-13-01", "0000-01-01", "May", "12", "1.2.10 b"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    """A day that does not exist and a number that need not be a date give nothing."""
    assert clock.read(words, "de") is None


def test_an_impossible_clock_leaves_the_day() -> None:
    """A day stands, even where the time beside it cannot be."""
    assert clock.read("12 May 2019, 27:80") == "2019-05-12"


@pytest.mark.parametrize(
    ("words", "at", "since", "value"),
    [
        ("Jun 20th at 2:41 am", None, "2019-06-19", "2019-06-20T02:41"),
        ("Jan 2 at 2:41 am", None, "2019-06-19", "2020-01-02T02:41"),
        ("Jun 20th", "2019-06-19T10:00", None, "2019-06-20"),
        ("Jun 22nd", "2019-06-19T10:00", None, "2018-06-22"),
        ("Feb 29", None, "2019-06-19", "2020-02-29"),
        ("Jun 20th at 2:41 am", None, None, None),
    ],
)
def test_a_missing_year_is_told_by_its_bounds(
    words: str, at: str | None, since: str | None, value: str | None
) -> None:
    """The year is the last before it was shown or the first after what it follows."""
    assert clock.read(words, at=at, since=since) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2 days ago", "2020-01-08"),
        ("vor 3 Minuten", "2020-01-10T11:57+01:00"),
        ("il y a 13 heures", "2020-01-09"),
        ("hace un día", "2020-01-09"),
        ("ieri alle 14.03", "2020-01-09T14:03"),
        ("3 weeks ago", None),
    ],
)
def test_relative_times_need_a_now(words: str, value: str | None) -> None:
    """What counts back from now is read against it, and not at all without it."""
    assert clock.read(words, at="2020-01-10T12:00+01:00") == value
    assert clock.read(words) is None


def test_counted_back() -> None:
    """What counts back from now is found in what stands around it, weeks and seconds too."""
    for words in ("15 seconds ago", "about a minute ago", "2 weeks ago", "vor 3 Monaten"):
        place = clock.counted_back(f"Ada {words} (7:18)")
        assert place is not None
        assert place.of(f"Ada {words} (7:18)") == words
    assert clock.counted_back("Ada long ago") is None


def test_found_in_a_longer_line() -> None:
    """A time in a line is found with its weekday, clock and zone; loose numbers are not."""
    line = "By Ann Lee | Updated 6:15 PM ET, Wed Jan 16, 2013 | 3 May 5 | first on 2.1.2013 in May"
    found = clock.find(line, "en")
    assert [(span.of(line), value) for span, value in found] == [
        ("6:15 PM ET, Wed Jan 16, 2013", "2013-01-16T18:15-05:00"),
        ("2.1.2013", "2013-01-02"),
    ]


def test_every_language_has_twelve_months_and_seven_weekdays() -> None:
    """A lexicon names each month and weekday, none for two numbers in any language."""
    seen: dict[str, int] = {}
    for code in holding("clock"):
        words = lexicon(code, "clock", clock.Words)
        assert len(words.months) == 12
        assert len(words.weekdays) == 7
        for number, names in enumerate(words.months):
            for name in names:
                assert seen.setdefault(name, number) == number, (code, name)


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2099, 1, 1)))  # noqa: DTZ001
def test_what_is_written_is_read(when: datetime) -> None:
    """Any time, written in the English or the German way, is read to the minute."""
    value = f"{when:%Y-%m-%dT%H:%M}"
    assert clock.read(f"{when:%B %d, %Y at %I:%M %p}", "en") == value
    assert clock.read(f"{when:%d.%m.%Y um %H:%M Uhr}", "de") == value


@given(st.text(alphabet="0123456789./-: TZMay,apm\n+'", max_size=60))
def test_any_text_is_survived(text: str) -> None:
    """Date-like rubbish raises nothing, and what is found lies in order within the text."""
    found = clock.find(text, "en", at="2020-01-10T12:00", since="2019-01-01")
    assert all(Span(0, len(text)).contains(span) for span, _ in found)
    assert [span for span, _ in found] == sorted(span for span, _ in found)
