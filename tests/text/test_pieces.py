"""Word pieces and windows: every word once, in order, where it stands."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.pieces import ROOM, Pieces, covered, windows

tokenizers = pytest.importorskip("tokenizers")

TOKENIZER: Any = tokenizers.Tokenizer.from_str(
    resources.files("dateline.languages").joinpath("en/encoder/tokenizer.json").read_text("utf-8")
)
ANY_TEXT = st.text(st.characters(), max_size=300)


@given(ANY_TEXT)
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    """Words do not overlap, go forward, hold a character each, and end within the text."""
    pieces = Pieces(TOKENIZER, text)
    at = 0
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert at <= start < end <= len(text)
        at = end


@given(st.integers(0, 900), st.sampled_from(["harbour ", "antidisestablishmentarianism ", "x.y\n"]))
def test_windows_keep_every_word_once_and_no_window_is_too_long(count: int, word: str) -> None:
    """The kept words of all windows are all words, in order, none twice."""
    pieces = Pieces(TOKENIZER, word * count)
    kept: list[int] = []
    for start, end, words, keep in windows(pieces):
        assert 0 < end - start <= ROOM
        assert words.start <= keep.start < keep.stop <= words.stop
        assert pieces.heads[words.start] == start
        kept += range(keep.start, keep.stop)
    assert kept == list(range(len(pieces.heads)))


def test_the_shape_of_a_word_tells_its_case_and_its_paragraph() -> None:
    """0 lower, 1 Title, 2 UPPER, 3 mIxed; 4 more on the word that opens a paragraph."""
    pieces = Pieces(TOKENIZER, "the Mayor of QUELL\nMcOrrin spoke")
    assert pieces.shapes[pieces.heads].tolist() == [4, 1, 0, 2, 7, 0]


def test_a_piece_that_goes_on_with_a_word_has_its_shape_and_no_paragraph() -> None:
    """Only the word's first piece says that a paragraph opens."""
    pieces = Pieces(TOKENIZER, "Quellingtonborough")
    assert len(pieces.ids) > 1
    assert pieces.shapes.tolist() == [5] + [1] * (len(pieces.ids) - 1)


def test_the_words_under_a_range_are_those_that_share_a_character() -> None:
    """Touching is not sharing; an empty range has no words."""
    pieces = Pieces(TOKENIZER, "one two three")
    assert covered(pieces.starts, pieces.ends, 3, 9) == (1, 3)
    assert covered(pieces.starts, pieces.ends, 4, 7) == (1, 2)
    first, last = covered(pieces.starts, pieces.ends, 3, 4)
    assert first == last
