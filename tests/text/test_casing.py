"""Texts in capitals, put in the case that a parser knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.span import Span
from dateline.text import casing, grammar

SHOUTED = "FOUR YOUNG MEN KIDNAPPED THE MAYOR OF VELMONT, IDA CRANE, ON FRIDAY."


def test_capitals_are_noticed() -> None:
    """A text in capitals is told from one with a few, and from one too short to tell."""
    assert casing.is_shouted(SHOUTED)
    assert not casing.is_shouted("The BBC and the UN said so on Friday in a joint statement.")
    assert not casing.is_shouted("NATO")


def test_ordinary_words_are_put_in_small_letters() -> None:
    """Ordinary words lose their capitals, others keep the first, abbreviations all."""
    ordinary = {"the", "said"}
    assert casing.calmed("THE BBC SAID CRANE'S", ordinary.__contains__) == "the BBC said Crane's"


@given(st.text(max_size=100))
def test_no_character_moves(text: str) -> None:
    """Whatever the text, its length stays, and so does every letter but for its case."""
    calm = casing.calmed(text, lambda word: len(word) % 2 == 0)
    assert len(calm) == len(text)
    assert calm.lower() == text.lower()


def test_the_parser_finds_the_verb_of_a_text_in_capitals() -> None:
    """The verb is a verb, and the tokens show the text as it is."""
    syntax = grammar.parse(SHOUTED, [Span(0, len(SHOUTED))])
    verbs = [token for token in syntax.tokens if token.tag.startswith("VB")]
    assert [token.text for token in verbs] == ["KIDNAPPED"]
    assert verbs[0].lemma == "kidnap"
    assert all(token.span.of(SHOUTED) == token.text for token in syntax.tokens)
