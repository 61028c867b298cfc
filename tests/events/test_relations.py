"""Ties as a whole: any text, and why there is none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import relations
from dateline.events.context import Context
from dateline.events.trace import Trace
from dateline.record import Entity, EntityKind, Mention
from dateline.span import Span
from dateline.text import grammar

WORDS = [
    "Roe",
    "Acme",
    "Norland",
    ",",
    "head",
    "of",
    "the",
    "in",
    "2004",
    "from",
    "to",
    "and",
    "'s",
    "-",
    "was",
    "joined",
    "(",
    ")",
    "leader",
    "its",
    "born",
]
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")


def _context(text: str) -> Context:
    syntax = grammar.parse(text, [Span(0, len(text))])
    entities = []
    for kind, name in zip(KINDS, WORDS, strict=False):
        spans = [t.span for t in syntax.tokens if t.text == name]
        mentions = tuple(Mention(span=span, form="name") for span in spans)
        entities.append(Entity(id=name, kind=kind, name=name, mentions=mentions))
    return Context(text, syntax, entities, (), (), "2015-06-10")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_make_sound_ties(words: list[str]) -> None:
    """Whatever the words, nothing is tied to itself and all evidence lies in the text."""
    text = " ".join(words)
    for tie in relations.find(_context(text)):
        assert tie.subject != tie.object
        assert tie.evidence
        assert all(span.end <= len(text) for span in tie.evidence)
        assert tie.from_ is None or tie.until is None or tie.from_ <= tie.until


def test_a_sentence_that_yields_nothing_says_why() -> None:
    """A role that is in nothing named, and one that nobody named has, are both told."""
    text = "Roe, the head of it, left. A head of Acme came. Roe joined them."
    context = _context(text)
    trace = Trace(Span(0, len(text)))
    trace.look(context.syntax)
    assert relations.find(context, trace=trace) == ()
    reasons = [note.reason for note in trace.notes]
    assert "'head': nothing named that it is in" in reasons
    assert "'head': nobody named whose role it is" in reasons
    assert "member_of: an end of it is not named" in reasons


def test_a_tie_that_is_found_is_noted_with_its_rule() -> None:
    """The note holds the form of words and the two ends."""
    text = "Roe joined Acme."
    context = _context(text)
    trace = Trace(Span(0, len(text)))
    trace.look(context.syntax)
    relations.find(context, trace=trace)
    found = [note for note in trace.notes if note.outcome == "found"]
    assert [(note.rule, note.reason) for note in found] == [
        ("tie member_of join", "Roe > Acme, actual")
    ]
