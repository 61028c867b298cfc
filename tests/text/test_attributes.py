"""The rules from tags to parts of speech: what the parser's own ruler says, only sooner."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text import grammar
from dateline.text.attributes import Rules

PIPELINE = import_module(grammar.PACKAGE).load(disable=["ner", "senter"])
RULES = Rules(PIPELINE.get_pipe("attribute_ruler").patterns)

WORDS = [
    "I",
    "you",
    "it",
    "he",
    "him",
    "her",
    "mine",
    "the",
    "a",
    "this",
    "that",
    "these",
    "not",
    "n't",
    "nothin'",
    "nothing",
    "someone",
    "be",
    "is",
    "are",
    "was",
    "were",
    "had",
    "has",
    "have",
    "do",
    "does",
    "did",
    "'d",
    "'ll",
    "'s",
    "gonna",
    "gotta",
    "let's",
    "y'all",
    "ain't",
    "can't",
    "won't",
    "got",
    "gets",
    "there",
    "here",
    "once",
    "so",
    "if",
    "because",
    "but",
    "while",
    "to",
    "of",
    "in",
    "and",
    "said",
    "told",
    "will",
    "would",
    "may",
    "Anna",
    "Kern",
    "Oslo",
    "house",
    "houses",
    "ran",
    "running",
    "quickly",
    "better",
    "best",
    ",",
    ".",
    '"',
    "(",
    ")",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_same_as_the_ruler(words: list[str]) -> None:
    """Part of speech, features, lemma, tag and arc are those of the parser's own ruler."""
    text = " ".join(words)
    wanted = PIPELINE(text)
    with PIPELINE.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        found = PIPELINE(text)
    found = PIPELINE.get_pipe("lemmatizer")(RULES.apply(found))
    for one, other in zip(wanted, found, strict=True):
        assert (one.pos_, one.lemma_, one.tag_, one.dep_) == (
            other.pos_,
            other.lemma_,
            other.tag_,
            other.dep_,
        )
        assert str(one.morph) == str(other.morph)


@pytest.mark.parametrize(
    "pattern",
    [
        {"patterns": [[{"TAG": "A"}, {"TAG": "B"}, {"TAG": "C"}]], "attrs": {"POS": "X"}},
        {"patterns": [[{"SHAPE": "Xx"}]], "attrs": {"POS": "X"}},
    ],
)
def test_unknown_pattern_is_refused(pattern: dict[str, object]) -> None:
    """A pattern that looks at more than is known is refused, not passed over."""
    with pytest.raises(ValueError, match=r"pattern of 3 tokens|unknown test"):
        Rules([pattern])
