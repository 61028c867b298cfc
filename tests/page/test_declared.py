"""Dates, languages and people in the words of the record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.interval import Moment, zoneless
from dateline.page import declared


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-03-04", "2019-03-04"),
        ("20190304", "2019-03-04"),
        ("2019-03-04T05:06", "2019-03-04T05:06"),
        ("2019-03-04 05:06:07.123456", "2019-03-04T05:06:07"),
        ("2019-03-04T05:06:07Z", "2019-03-04T05:06:07Z"),
        ("2019-03-04 05:06:07+0100", "2019-03-04T05:06:07+01:00"),
        ("2019-03-04T05:06-05", "2019-03-04T05:06-05:00"),
        ("Mon, 04 Mar 2019 05:06:07 -0500", "2019-03-04T05:06:07-05:00"),
        ("4 Mar 2019 05:06 EST", "2019-03-04T05:06:00-05:00"),
        ("Mon, 04 Mar 2019 05:06:07 GMT", "2019-03-04T05:06:07Z"),
        ("2019-02-31", None),
        ("2019-13", None),
        ("2019-03-04T25:00", None),
        ("31 Feb 2019 00:00 GMT", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision_and_zone(words: str, iso: str | None) -> None:
    """A date is as precise as it was given, its zone kept; a day that does not exist is none."""
    assert declared.moment(words) == iso


@given(st.text(max_size=80))
def test_any_words_are_a_date_or_none(words: str) -> None:
    """Whatever stands where a date should, what is made of it is a moment or nothing."""
    found = declared.moment(words)
    assert found is None or Moment.parse(zoneless(found))


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("de", "de"), ("PT_br", "pt"), ("eng", None), ("", None), ("é1", None)],
)
def test_languages_are_two_letters(tag: str, code: str | None) -> None:
    """A language tag gives its ISO 639-1 code, if it has one."""
    assert declared.language(tag) == code


@given(st.text(st.characters(categories=["Cs", "Ll", "Zs"])))
def test_sound_words_can_be_written(words: str) -> None:
    """Lone surrogates are replaced one for one, so that offsets stay."""
    assert len(declared.sound(words)) == len(words)
    declared.sound(words).encode()
