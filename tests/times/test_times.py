"""Times in whole texts: what `find` promises for any of them."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import times
from dateline.errors import DatelineError
from dateline.interval import Interval
from dateline.record import Time
from dateline.span import Span

WORDS = (
    "May March Friday Sun. the last next this two years ago later 1999 31 30 February 25:00 24:00 "
    "10:30 p.m. noon quarter third of century BC 12/13/2001 2001-02-30 '98 1990s every few since "
    'by until 5 1/2 half an hour 999999999 decades mid - – , . ( ) \n\n " “ ” year weekend '
    "millennium thousand hundred and a Easter New Year's Day 000 12th earlier same day that fall"
)


def only(text: str, published: str | None = "2016-06-15") -> Time:
    """Return the one time in the text."""
    (found,) = times.find(text, published)
    return found


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text raises; times lie in it, in order and apart, and no interval ends as it begins."""
    found = times.find(text, "2016-06-15")
    assert [time.id for time in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value
        assert Interval.of(one.from_, one.until)


@given(st.text(), st.text())
def test_any_day_of_writing_is_taken(text: str, published: str) -> None:
    """What is no date is an unknown day of writing."""
    times.find(f"On Monday {text}", published)


@pytest.mark.parametrize(
    "text",
    [
        "1 ",
        "1",
        "1,",
        "1.",
        "1-",
        "the ",
        "May ",
        "two and ",
        "“",
        "``",
        "\n",
        "\n ",
        "12/",
        "half ",
        "(",
        "2001-",
    ],
)
def test_time_grows_with_length(text: str) -> None:
    """Eight times the text takes not much more than eight times as long, whatever it repeats."""

    def seconds(length: int) -> float:
        whole = text * (length // len(text))
        begun = time.process_time()
        times.find(whole, "2016-06-15")
        return time.process_time() - begun

    seconds(2_000)
    short = max(min(seconds(5_000) for _ in range(3)), 0.001)
    assert seconds(40_000) < 32 * short


@pytest.mark.parametrize(
    "text",
    [
        "on 30 February",
        "at 25:00",
        "at 10:75 p.m.",
        "on 2015-02-30",
        "on 13/13/2015",
        "2,012 people came",
        "flight 1994",
        "Room 2007",
        "call 555-1994",
        "won 21-19",
        "version 2.0.1",
        "10.12.2.1",
        "it cost $1999",
        "about 1500 people",
        "2000 soldiers",
        "#1985",
        "serial 19991999",
        "he may march",
        "the sun sat low",
        "the fall of the city",
        "a 46-year-old man",
        "he is 46 years old",
        "it may fall apart",
        "a second chance",
        "he drove the 1999 Ford home",
        "the Summer Olympics of the deaf",
        "the Arab Spring",
        "12 light years away",
        "the player of the year",
        "three quarters of the crop",
        "Mr. May said no",
        "highs in the 80s",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Impossible dates and numbers of other kinds are left alone."""
    assert [found.span.of(text) for found in times.find(text, "2016-06-15")] == []


def test_spans_restrict_the_search() -> None:
    """Only the given spans are read, and offsets stay those of the whole text."""
    text = "In 2001. In 2002. In 2003."
    found = times.find(text, within=[Span(9, 17)], apart=[Span(18, 26)])
    assert [one.span.of(text) for one in found] == ["2002", "2003"]


def test_a_caption_is_a_story_of_its_own() -> None:
    """In a span that is read apart, nothing hangs on what stands elsewhere."""
    text = "It began on 3 May 2011. The next day it rained."
    story, caption = Span(0, 23), Span(24, len(text))
    assert [t.value for t in times.find(text)] == ["2011-05-03", "2011-05-04"]
    assert [t.value for t in times.find(text, within=[story], apart=[caption])][1] == "XXXX-XX-XX"


def test_a_fresh_dateline_goes_before_publication() -> None:
    """Wire copy printed a day later says "today" of its own day; a stale dateline is ignored."""
    text = "The mayor resigned today."
    (wire,) = times.find(text, "2016-06-15", dateline="2016-06-14")
    assert (wire.value, wire.anchor and wire.anchor.kind) == ("2016-06-14", "dateline")
    (stale,) = times.find(text, "2016-06-15", dateline="2015-06-14")
    assert (stale.value, stale.anchor and stale.anchor.kind) == ("2016-06-15", "published")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last year", "XXXX"),
        ("on Friday", "XXXX-WXX-5"),
        ("in September", "XXXX-09"),
        ("on 4 May", "XXXX-05-04"),
        ("yesterday", "XXXX-XX-XX"),
        ("two weeks ago", "XXXX-WXX"),
        ("in the third quarter", "XXXX-Q3"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("at 10 a.m.", "XXXX-XX-XXT10:00"),
        ("on Christmas Day", "XXXX-12-25"),
    ],
)
def test_no_date_is_invented(text: str, value: str) -> None:
    """Without an anchor what is not known stays `X`, and there is no interval."""
    found = only(text, None)
    assert (found.value, found.from_, found.until, found.anchor) == (value, None, None, None)


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2016-06-15T22:00:00-05:00", "2016-06-14"),
        ("2016-06", "XXXX-XX-XX"),
        ("garbage", "XXXX-XX-XX"),
    ],
)
def test_the_day_of_writing_is_as_precise_as_given(published: str, value: str) -> None:
    """From a month of publication no day is reckoned."""
    assert re.match(
        value.replace("XXXX-XX-XX", ".*XX$"), only("It rained yesterday.", published).value
    )


@pytest.mark.parametrize(
    ("text", "from_", "until", "mod"),
    [
        ("in 2004", "2004-01-01", "2005-01-01", None),
        ("since 2004", "2004-01-01", None, "ON_OR_AFTER"),
        ("by May 2004", None, "2004-06-01", "ON_OR_BEFORE"),
        ("until 3 May 2004", None, "2004-05-04", "ON_OR_BEFORE"),
        ("before 2004", "2004-01-01", "2005-01-01", "BEFORE"),
        ("after 2004", "2004-01-01", "2005-01-01", "AFTER"),
        ("from 2004 onwards", "2004-01-01", None, "ON_OR_AFTER"),
        ("in early 2004", "2004-01-01", "2005-01-01", "START"),
        ("at the end of May 2004", "2004-05-01", "2004-06-01", "END"),
        ("around 8 p.m. on 3 May 2004", "2004-05-03T20:00", "2004-05-03T20:01", "APPROX"),
    ],
)
def test_intervals_are_half_open(
    text: str, from_: str | None, until: str | None, mod: str | None
) -> None:
    """An interval is as long as its time is exact, open where the words leave an end open."""
    found = only(text)
    assert (found.from_, found.until, found.mod) == (from_, until, mod)


def test_an_anchor_is_shown() -> None:
    """A relative time names what it was reckoned from, and where that stands."""
    text = "The bridge opened on 3 May 2011. Two days later it shut. Work starts tomorrow."
    first, second, third = times.find(text, "2016-06-15")
    assert first.anchor is None
    assert second.anchor
    assert (second.anchor.kind, second.anchor.span) == ("time", first.span)
    assert third.anchor
    assert (third.anchor.kind, third.anchor.span) == ("published", None)


def test_an_event_can_be_the_anchor() -> None:
    """How long before or after an event something was hangs on the event."""
    found = only("Two days after the flood the school reopened.")
    assert (found.type, found.value) == ("DURATION", "P2D")
    assert found.anchor
    assert found.anchor.kind == "event"


def test_a_coin_toss_is_told() -> None:
    """Where nothing says whether a day is past or to come, the other reading is kept."""
    found = only("Council meeting, Friday")
    assert (found.value, found.other) == ("2016-06-10", "2016-06-17")
    assert only("The council met on Friday.").other is None


def test_the_zone_of_a_clock_is_kept() -> None:
    """The zone stands beside the local time."""
    found = only("at 5 p.m. EST on 3 May 2011")
    assert (found.value, found.zone) == ("2011-05-03T17:00", "-05")


def test_an_unknown_language_is_an_error() -> None:
    """A language without a grammar is refused by name."""
    with pytest.raises(DatelineError, match="languages/xx"):
        times.find("lundi", language="xx")
