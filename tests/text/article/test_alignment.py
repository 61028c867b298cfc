"""Paragraphs cut out elsewhere, found again in the page's own text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.text.article.alignment import locate

TEXT = (
    "Port Vell\n\nThe harbour stayed closed on Monday after the pilots walked out.\n"
    "Yes.\nEleven ships lay at anchor, two of them with fruit. Agents feared more.\n\nYes."
)


def found(*paragraphs: str) -> list[str]:
    """Return the pieces of `TEXT` that hold the paragraphs."""
    return [span.of(TEXT) for span in locate(paragraphs, TEXT)]


def test_spaces_and_marks_may_differ() -> None:
    """Only letters and digits are compared."""
    assert found("The harbour  stayed closed on Monday, after the pilots walked-out!") == [
        "The harbour stayed closed on Monday after the pilots walked out"
    ]


def test_short_paragraph_between_its_neighbours() -> None:
    """A short paragraph is looked for between those before and behind it."""
    spans = locate(
        [
            "The harbour stayed closed on Monday after the pilots walked out.",
            "Yes.",
            "Eleven ships lay at anchor, two of them with fruit. Agents feared more.",
        ],
        TEXT,
    )
    assert [span.of(TEXT) for span in spans][1] == "Yes"
    assert spans[1].start == TEXT.index("Yes")


def test_broken_paragraph() -> None:
    """A paragraph that the page does not hold whole is found sentence by sentence."""
    assert found("Eleven ships lay at anchor, two of them with fruit. Nobody said that here.") == [
        "Eleven ships lay at anchor, two of them with fruit"
    ]


def test_nothing_found() -> None:
    """What the page does not hold is left out, and so is what has no letters."""
    assert found("Somebody else's words, which are not here at all.", "...", "") == []


@given(st.lists(st.text("ab .\n", max_size=40), max_size=6), st.text("ab .\n", max_size=60))
def test_spans_lie_in_the_text(paragraphs: list[str], text: str) -> None:
    """Whatever is looked for, the spans are in order, within the text, and hold letters."""
    spans = locate(paragraphs, text)
    assert spans == sorted(spans)
    assert all(span.of(text)[:1].isalpha() and span.of(text)[-1:].isalpha() for span in spans)
