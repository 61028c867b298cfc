"""Quotations and who speaks in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.names.context import Context
from dateline.names.quotations import find


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will not go there again," Kern said on Friday.', "Kern"),
        ('Kern said: "We will not go there again."', "Kern"),
        ("“We will not go there again,” said Kern.", "Kern"),
        ('"We will not go there again," the report on the harbour.', None),
    ],
)
def test_speaker(context: Callable[[str], Context], text: str, speaker: str | None) -> None:
    """The speaker is the subject of the verb of speech beside the quotation."""
    parsed = context(text)
    (quotation,) = find(parsed)
    words = None if quotation.speaker is None else parsed.syntax.tokens[quotation.speaker].text
    assert words == speaker


def test_quoted_word_is_no_quotation(context: Callable[[str], Context]) -> None:
    """One or two words between marks are no speech."""
    assert find(context('He called it a "hard trap" again.')) == ()


def test_open_mark_ends_with_its_paragraph(context: Callable[[str], Context]) -> None:
    """A quotation that is never closed ends where its paragraph ends."""
    parsed = context('"We will not go there again\n\nThe harbour was closed.')
    (quotation,) = find(parsed)
    assert parsed.syntax.tokens[quotation.last - 1].text == "again"


def test_a_new_paragraph_has_its_own_speaker(context: Callable[[str], Context]) -> None:
    """A quotation in a new paragraph goes on with the speaker only if it stands by itself."""
    begun = '"We will not go there again," Kern said.\n\n'
    first, second = find(context(begun + '"We have had enough of this place."'))
    assert second.speaker == first.speaker
    _, other = find(context(begun + '"We disagree with all of you," was the answer.'))
    assert other.speaker is None


def test_words_in_words(context: Callable[[str], Context]) -> None:
    """A quotation in a quotation is of whom the outer one says it is, not of the outer speaker."""
    parsed = context("\"Kern told us, 'I refuse to leave the town,'\" Paul Holm said.")
    *_, inner = find(parsed)
    assert inner.speaker is not None
    assert parsed.syntax.tokens[inner.speaker].text == "Kern"
