"""The dateline of wire copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.span import Span
from dateline.text.article import wire

Parts = tuple[tuple[str, ...], str | None, str | None, str | None]
PUBLISHED = "2012-11-01"

HEADS: list[tuple[str, str, Parts]] = [
    ("FLINT, Mich., Oct. 4 (UPI) -- ", "A man", (("FLINT, Mich.",), "Oct. 4", "2012-10-04", "UPI")),
    ("OSLO (Aug. 13) -- ", "A court", (("OSLO",), "Aug. 13", "2012-08-13", None)),
    ("LONDON (Reuters) - ", "Shares", (("LONDON",), None, None, "Reuters")),
    ("PARIS — ", "The mayor", (("PARIS",), None, None, None)),
    ("OSLO, Norway (AP) _ ", "A court", (("OSLO, Norway",), None, None, "AP")),
    ("Aden, 12 March 2009 (IRIN) ", "Aid", (("Aden",), "12 March 2009", "2009-03-12", "IRIN")),
    ("(CNN) -- ", "The man", ((), None, None, "CNN")),
    ("(CNN)", "The man", ((), None, None, "CNN")),
    ("Lima (CNN)", "The man", (("Lima",), None, None, "CNN")),
    (
        "LA PAZ (BOLIVIA), 10 JAN 90 (RADIO XYZ) -- ",
        "[TEXT]",
        (("LA PAZ (BOLIVIA)",), "10 JAN 90", "1990-01-10", "RADIO XYZ"),
    ),
    ("QUITO, NO DATE (EFE) -- ", "A", (("QUITO",), None, None, "EFE")),
    ("MINSK, January 3 /TASS/. ", "The", (("MINSK",), "January 3", "2012-01-03", "TASS")),
    (
        "KYIV. Jan 3 (Interfax-Ukraine) - ",
        "A",
        (("KYIV",), "Jan 3", "2012-01-03", "Interfax-Ukraine"),
    ),
    ("BERLIN/PARIS (Reuters) - ", "Two", (("BERLIN", "PARIS"), None, None, "Reuters")),
    ("Madrid, 12 mar (EFE).- ", "El", (("Madrid",), "12 mar", "2012-03-12", "EFE")),
    ("(ANSA) - ROMA, 12 MAR - ", "Il", (("ROMA",), "12 MAR", "2012-03-12", "ANSA")),
    ("OSAKA, Sept. 3, Kyodo - ", "The", (("OSAKA",), "Sept. 3", "2012-09-03", "Kyodo")),
    (
        "LA PAZ, Bolivia,\n   March 4 (AP) -- ",
        "Rain",
        (("LA PAZ, Bolivia",), "March 4", "2012-03-04", "AP"),
    ),
    ("LAHORE: ", "The minister", (("LAHORE",), None, None, None)),
]


@pytest.mark.parametrize(("head", "story", "parts"), HEADS)
def test_read(head: str, story: str, parts: Parts) -> None:
    """A dateline ends where the story begins and gives its places, date and agency."""
    text = f"\n {head}{story} went on."
    found = wire.read(text, Span(0, len(text)), "en", PUBLISHED)
    assert found is not None
    assert found.span.of(text) == head
    shown = found.date_span.of(text) if found.date_span else None
    places = tuple(place.of(text) for place in found.places)
    assert (places, shown, found.date, found.agency) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PARIS",
        "NATO - the alliance - met.",
        "UPDATE - The minister left.",
        "The man — who left — came back.",
        "Mr. Lund (R-Ohio) said that he left.",
        "ACME (NYSE) rose.",
        "LUND: I came.\nGRIM: I left.",
    ],
)
def test_no_dateline(text: str) -> None:
    """Capitals, dashes and brackets alone make no dateline."""
    assert wire.read(text, Span(0, len(text)), "en") is None


def test_year_is_not_invented() -> None:
    """A date without a year has no value where the day of publication is not known."""
    text = "LONDON, Jan 3 (Reuters) - Shares fell."
    found = wire.read(text, Span(0, len(text)))
    assert found is not None
    assert found.date_span is not None
    assert found.date is None


@given(st.text(alphabet="AZaz (),.-—_/:\n0129é"))
def test_any_text(text: str) -> None:
    """Whatever the text, a dateline stands at its head and holds its own parts."""
    found = wire.read(text, Span(0, len(text)), None, PUBLISHED)
    if found is not None:
        assert found.span.end <= len(text)
        assert all(found.span.contains(place) for place in found.places)
