"""Where a name is kept back."""

from __future__ import annotations

import pytest

from dateline.languages import anonymity


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("an aide, who asked not to be named", "asked not to be named"),
        ("She did not want to be identified.", "not want to be identified"),
        ("He declined to be identified.", "declined to be identified"),
        ("They requested anonymity to talk.", "requested anonymity"),
        ("One asked to remain anonymous.", "asked to remain anonymous"),
        ("He asked that his name not be used.", "asked that his name not "),
    ],
)
def test_a_name_kept_back_is_found(text: str, phrase: str) -> None:
    """The phrase is found from its verb on."""
    assert [span.of(text) for span in anonymity.spans(text, "en")] == [phrase]


@pytest.mark.parametrize("text", ["She asked to be named envoy.", "He refused to be moved.", ""])
def test_other_wishes_are_none(text: str) -> None:
    """Who asks for an office, or to stay, keeps no name back."""
    assert not anonymity.spans(text, "en")


def test_words_that_keep_a_name_back_are_known_by_where_they_begin() -> None:
    """They begin at their verb, and nowhere else."""
    text = "He asked not to be named."
    assert anonymity.begins(text, 3, "en")
    assert not anonymity.begins(text, 0, "en")


def test_a_language_without_the_words_finds_none() -> None:
    """Nothing is found, and nothing fails, where a language has no such file."""
    assert not anonymity.spans("asked not to be named", "de")
