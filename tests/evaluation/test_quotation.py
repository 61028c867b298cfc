"""Quotations are found by their marks, and the manner of a content follows from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.quotation import manner, quotations
from dateline.span import Span


def quoted(text: str) -> list[str]:
    """Return what is quoted in a text."""
    return [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Yes,” he said.", ["“Yes,”"]),
        ("``Yes,'' he said. ``No.''", ["``Yes,''", "``No.''"]),
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("« Oui »", ["« Oui »"]),
        ("“He said ‘no’ to me”", ["‘no’", "“He said ‘no’ to me”"]),
        ("‘It’s late,’ she said", ["‘It’s late,’"]),
        ("the dogs' dinner, the dog's", []),
        ("“Open.\n\n“Shut.”", ["“Open.", "“Shut.”"]),
        ("a ”closing mark alone", []),
    ],
)
def test_finds_what_is_quoted(text: str, found: list[str]) -> None:
    """Every pair of marks quotes, an open one up to the paragraph's end, an apostrophe never."""
    assert quoted(text) == found


@given(st.text(alphabet="a“”‘’\"'`«» \n"))
def test_any_marks_will_do(text: str) -> None:
    """Unbalanced marks are no error, and every quotation lies within the text."""
    assert all(0 <= span.start < span.end <= len(text) for span in quotations(text))


@pytest.mark.parametrize(
    ("text", "content", "cue", "told"),
    [
        ("“Yes, we can,” he said.", "“Yes, we can,”", "said", "direct"),
        ("He said they could.", "they could", "said", "indirect"),
        ("He said they “could.”", "they “could.”", "said", "mixed"),
        ("“He said they could,” she said.", "they could", "said", "indirect"),
        ("“He said ‘no,’” she said.", "‘no,’", "He said", "direct"),
    ],
)
def test_tells_the_manner(text: str, content: str, cue: str, told: str) -> None:
    """A content is direct if its words are quoted, but not by a quotation round its cue too."""
    place, by = text.index(content), text.index(cue)
    spans = (Span(place, place + len(content)),), (Span(by, by + len(cue)),)
    assert manner(text, *spans) == told
