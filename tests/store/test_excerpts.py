"""The sentence around evidence, told by its stops."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.excerpts import excerpt

TEXT = (
    "Head\n\nOne ended. Mr. J. Vidal saw “the two.” Then Gen. Oduya left! Why? Nobody knows\nLast"
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Head", "Head"),
        ("ended", "One ended."),
        ("Vidal", "Mr. J. Vidal saw “the two.”"),
        ("Oduya left", "Then Gen. Oduya left!"),
        ("Why", "Why?"),
        ("Nobody", "Nobody knows"),
        ("ended. Mr. J. Vidal", "One ended. Mr. J. Vidal saw “the two.”"),
        ("Last", "Last"),
    ],
)
def test_the_sentence_is_shown(words: str, shown: str) -> None:
    """A full stop after a title or an initial ends no sentence; a line's end does."""
    at = TEXT.index(words)
    found = excerpt(TEXT, at, at + len(words))
    assert found.text == shown
    assert found.span.of(TEXT) == shown


@settings(deadline=None)
@given(st.text(alphabet='aB .\n"?'), st.integers(0, 60), st.integers(0, 60))
def test_the_evidence_lies_within(text: str, start: int, length: int) -> None:
    """Whatever the text, the excerpt holds the characters that were asked for."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = excerpt(text, start, end)
    assert found.span.start <= start <= end <= found.span.end
    assert found.text == found.span.of(text)
