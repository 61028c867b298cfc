"""Discourse: tense, quotation, histories and their asides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import times
from dateline.span import Span
from dateline.times import discourse

HISTORY = (
    "The war began on 3 May 1861. By June 1861 the coast was lost. In March 1862 the river froze. "
    "On 4 July 1862 the town fell. On 8 July 1862 the army left, and on 9 July 1862 the mayor. "
)


def values(text: str) -> list[str]:
    """Return the values of all times in a text of our days."""
    return [found.value for found in times.find(text, "2012-06-14")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes”.", ["yes"]),
        ("He said ``yes'' twice.", ["yes"]),
        ('He said "never ended.\n\nAnd went. "Now" he', ["Now"]),
        ("No mark at all", []),
    ],
)
def test_quotations_end_with_their_paragraph(text: str, quotes: list[str]) -> None:
    """Marks are paired in turn; one that is left open does not swallow the text."""
    found = discourse.quotations(text, Span(0, len(text)))
    assert [span.of(text).strip('“"`') for span in found] == quotes


@given(st.lists(st.integers(0, 40), unique=True, min_size=2).map(sorted), st.integers(0, 40))
def test_a_place_is_held_by_one_span(edges: list[int], at: int) -> None:
    """`holding` finds the span around a place as a search of all of them does."""
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    held = [span for span in spans if span.start <= at < span.end]
    assert discourse.holding(spans, at) == (held[0] if held else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In September it rained.", "1862-09"),
        ("The next spring it rained.", "1863-SP"),
        ("In February it rained.", "1862-02"),
        ("In December 1862 it rained. In January it snowed.", "1863-01"),
        ("The last survivor died in 1935. In September it rained.", "1862-09"),
        ("That year it rained.", "1862"),
    ],
)
def test_a_history_hangs_on_itself(text: str, value: str) -> None:
    """In a text about the past, a date without a year belongs to the year told of."""
    rest = " On 9 October 1862 it cleared." if "1935" in text else ""
    found = times.find(HISTORY + text + rest, "2012-06-14")
    assert value in [one.value for one in found[6:]]


def test_news_of_the_past_is_no_history() -> None:
    """A few old dates among many of these days leave the day of publication the anchor."""
    news = "On Monday the court met; on Tuesday it rose. Today it is shut. It opened in September."
    assert values(HISTORY + news)[-1] == "2011-09"


def test_words_of_the_past_have_their_own_now() -> None:
    """In a quotation within a history, "tomorrow" is not that of the article."""
    assert values(HISTORY + 'The general wrote: "We march tomorrow."')[-1] == "XXXX-XX-XX"


def test_speech_in_news_is_of_the_day() -> None:
    """In news, what is quoted was said about when it was published; the anchor tells."""
    (found,) = times.find('"We open tomorrow," she said.', "2012-06-14")
    assert found.value == "2012-06-15"
    assert found.anchor
    assert found.anchor.kind == "speech"


def test_quotations_can_be_given() -> None:
    """Where quotations are known from elsewhere, no marks are looked for."""
    text = "We open tomorrow, she said."
    (found,) = times.find(text, "2012-06-14", quotes=[Span(0, 16)])
    assert found.anchor
    assert found.anchor.kind == "speech"


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Two days later", "1862-07-12"),
        ("Two days earlier", "1862-07-08"),
        ("A year earlier", "1862-07-10"),
    ],
)
def test_a_history_goes_on_from_days_and_not_from_years_before(phrase: str, day: str) -> None:
    """Days on and back move the story; a year looked back at is left again for where it stood."""
    assert values(f"{HISTORY}{phrase} the king fled. The next day he was found.")[-1] == day
