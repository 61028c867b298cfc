"""Words out of spaCy's arrays: what the pipeline says of them itself, only sooner."""

from __future__ import annotations

from importlib import import_module

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text import grammar
from dateline.text.words import Words

PIPELINE = import_module(grammar.PACKAGE).load(disable=["ner", "senter"])
QUICK = Words(PIPELINE, quick=True)

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
def test_same_as_the_pipeline(words: list[str]) -> None:
    """Part of speech, lemma, tag, arc and head are those of ruler and lemmatizer."""
    text = " ".join(words)
    wanted = PIPELINE(text)
    with PIPELINE.select_pipes(disable=list(QUICK.quickened)):
        found = QUICK.of(PIPELINE(text))
    for one, other in zip(wanted, found, strict=True):
        assert (one.pos_, one.lemma_, one.tag_, one.dep_) == (
            other.pos,
            other.lemma,
            other.tag,
            other.dep,
        )
        assert (one.idx, one.head.i - one.i) == (other.start, other.head)
        assert text[other.start : other.end] == one.text
        assert bool(one.is_sent_start) == other.begins


def test_a_pipeline_that_ran_is_read_as_it_is() -> None:
    """Without haste the words are what the pipeline's own parts have set."""
    document = PIPELINE("She left  Oslo.")
    found = Words(PIPELINE, quick=False).of(document)
    assert [word.lemma for word in found] == [token.lemma_ for token in document]
    assert [word.pos for word in found] == [token.pos_ for token in document]
    assert [word.space for word in found] == [False, False, True, False, False]
