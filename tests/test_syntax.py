"""The parse as a value: lookup by offset, heads and subtrees."""

from __future__ import annotations

import pytest

from dateline.span import Span
from dateline.syntax import Sentence, Syntax, Token

TEXT = "The old mayor  left."
#       0   4   8      15


def _token(index: int, start: int, end: int, head: int, children: tuple[int, ...] = ()) -> Token:
    return Token(
        index=index,
        span=Span(start, end),
        text=TEXT[start:end],
        lemma=TEXT[start:end].lower(),
        tag="X",
        pos="X",
        dep="ROOT" if head == index else "dep",
        head=head,
        children=children,
        sentence=0,
    )


@pytest.fixture
def syntax() -> Syntax:
    """A sentence of five tokens: a noun phrase, a verb, a full stop."""
    tokens = (
        _token(0, 0, 3, 2),
        _token(1, 4, 7, 2),
        _token(2, 8, 13, 3, (0, 1)),
        _token(3, 15, 19, 3, (2, 4)),
        _token(4, 19, 20, 3),
    )
    return Syntax(tokens, (Sentence(first=0, last=5, span=Span(0, 20)),))


def test_token_at_offset(syntax: Syntax) -> None:
    """A character has the token that covers it; white space and what lies outside has none."""
    found = [syntax.at(offset) for offset in (0, 2, 3, 8, 14, 19, 20, 99)]
    assert [token.index if token else None for token in found] == [
        0,
        0,
        None,
        2,
        None,
        4,
        None,
        None,
    ]


def test_tokens_within_span(syntax: Syntax) -> None:
    """A span has all tokens that it shares a character with, and an empty one has none outside."""
    assert [token.index for token in syntax.within(Span(5, 16))] == [1, 2, 3]
    assert [token.index for token in syntax.within(Span(13, 15))] == []
    assert [token.index for token in syntax.within(Span(0, 20))] == [0, 1, 2, 3, 4]


def test_head_of_span(syntax: Syntax) -> None:
    """The head of a span is the token whose own head lies outside it."""
    head = syntax.head(Span(0, 13))
    assert head is not None
    assert head.index == 2
    assert syntax.head(Span(13, 15)) is None


def test_subtree_children_and_ancestors(syntax: Syntax) -> None:
    """A subtree holds all dependants in order; ancestors lead up to the root and end there."""
    verb, noun = syntax.tokens[3], syntax.tokens[2]
    assert [token.index for token in syntax.subtree(verb)] == [0, 1, 2, 3, 4]
    assert [token.index for token in syntax.children(noun)] == [0, 1]
    assert syntax.children(noun, "nsubj") == ()
    assert [token.index for token in syntax.ancestors(syntax.tokens[0])] == [2, 3]
    assert syntax.parent(verb) is verb


def test_sentence_at_offset(syntax: Syntax) -> None:
    """A character has the sentence that covers it; beyond the last sentence there is none."""
    assert syntax.sentence(14) is syntax.sentences[0]
    assert syntax.sentence(20) is None
    assert Syntax().sentence(0) is None
