"""Clauses: the tense of the verb that governs a phrase, from a parse."""

from __future__ import annotations

import pytest

from dateline import times
from dateline.span import Span
from dateline.syntax import Syntax, Token
from dateline.times import clause

VERBS = clause.Verbs(
    future=("will", "plans"), said=("said",), aims=("planned",), plans=("planned",)
)


def parse(*words: tuple[str, str, str, str, int]) -> Syntax:
    """Return a parse of words, each with its tag, part of speech, label and head."""
    tokens, at = [], 0
    for index, (text, tag, pos, dep, head) in enumerate(words):
        children = tuple(i for i, word in enumerate(words) if word[4] == index and i != index)
        tokens.append(
            Token(
                index=index,
                span=Span(at, at + len(text)),
                text=text,
                lemma=_LEMMAS.get(text, text),
                tag=tag,
                pos=pos,
                dep=dep,
                head=head,
                children=children,
                sentence=0,
            )
        )
        at += len(text) + 1
    return Syntax(tuple(tokens))


_LEMMAS = {"has": "have", "had": "have", "says": "say"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([("met", "VBD", "VERB", "ROOT", 0), ("Monday", "NNP", "PROPN", "npadvmod", 0)], -1),
        (
            [
                ("will", "MD", "AUX", "aux", 1),
                ("meet", "VB", "VERB", "ROOT", 1),
                ("Monday", "NNP", "PROPN", "npadvmod", 1),
            ],
            1,
        ),
        (
            [
                ("has", "VBZ", "AUX", "aux", 1),
                ("met", "VBN", "VERB", "ROOT", 1),
                ("Monday", "NNP", "PROPN", "npadvmod", 1),
            ],
            -1,
        ),
        ([("meets", "VBZ", "VERB", "ROOT", 0), ("Monday", "NNP", "PROPN", "npadvmod", 0)], 1),
        ([("planned", "VBD", "VERB", "ROOT", 0), ("Monday", "NNP", "PROPN", "npadvmod", 0)], 1),
        ([("Monday", "NNP", "PROPN", "npadvmod", 1), ("planned", "VBD", "VERB", "ROOT", 1)], -1),
        ([("says", "VBZ", "VERB", "ROOT", 0), ("Monday", "NNP", "PROPN", "npadvmod", 0)], 0),
        (
            [
                ("planned", "VBD", "VERB", "ROOT", 0),
                ("to", "TO", "PART", "aux", 2),
                ("meet", "VB", "VERB", "xcomp", 0),
                ("Monday", "NNP", "PROPN", "npadvmod", 2),
            ],
            1,
        ),
        (
            [
                ("had", "VBD", "AUX", "aux", 1),
                ("planned", "VBN", "VERB", "ROOT", 1),
                ("to", "TO", "PART", "aux", 3),
                ("meet", "VB", "VERB", "xcomp", 1),
                ("Monday", "NNP", "PROPN", "npadvmod", 3),
            ],
            -1,
        ),
        (
            [
                ("is", "VBZ", "AUX", "auxpass", 1),
                ("planned", "VBN", "VERB", "ROOT", 1),
                ("Monday", "NNP", "PROPN", "npadvmod", 1),
            ],
            1,
        ),
        (
            [
                ("plans", "VBZ", "VERB", "ROOT", 0),
                ("to", "TO", "PART", "aux", 2),
                ("meet", "VB", "VERB", "xcomp", 0),
                ("Monday", "NNP", "PROPN", "npadvmod", 2),
            ],
            1,
        ),
        ([("Monday", "NNP", "PROPN", "ROOT", 0)], 0),
    ],
)
def test_the_governing_verb_tells(words: list[tuple[str, str, str, str, int]], told: int) -> None:
    """Its form and its auxiliaries tell the tense; a present with its day beside it is a plan."""
    syntax = parse(*words)
    monday = next(token for token in syntax.tokens if token.text == "Monday")
    assert clause.tense(syntax, monday.span, VERBS) == told


def test_an_unparsed_phrase_tells_nothing() -> None:
    """Where no token is, there is no tense."""
    assert clause.tense(Syntax(), Span(0, 3), VERBS) == 0


def test_a_parse_decides_between_past_and_future() -> None:
    """With a parse, a verb far from the phrase decides; without one the nearest words do."""
    text = "plans Monday"
    words = [("plans", "VBZ", "VERB", "ROOT", 0), ("Monday", "NNP", "PROPN", "npadvmod", 0)]
    (found,) = times.find(text, "2012-06-14", syntax=parse(*words))
    assert found.value == "2012-06-18"
