"""Statements from end to end: source, cue and content, nested ones, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import statements
from dateline.record import Statement
from dateline.span import Span
from dateline.syntax import Link, Proposal, Syntax
from dateline.text import grammar

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Mary Stone said that the bridge was closed.",
            ("Mary Stone", "said", "that the bridge was closed"),
        ),
        (
            "The bridge was closed on Monday, the mayor said.",
            ("the mayor", "said", "The bridge was closed on Monday"),
        ),
        (
            "According to two engineers, the bridge may collapse.",
            ("two engineers", "According to", "the bridge may collapse"),
        ),
        (
            "The bridge was built in 1950, according to city records.",
            ("city records", "according to", "The bridge was built in 1950"),
        ),
        (
            "Officials accused the builders of fraud.",
            ("Officials", "accused", "the builders of fraud"),
        ),
        (
            "The company promised to repair the bridge.",
            ("The company", "promised", "to repair the bridge"),
        ),
        (
            "The bridge is expected to reopen in May.",
            ("", "is expected", "The bridge | to reopen in May"),
        ),
        (
            "There were rumors that the mayor would resign.",
            ("", "rumors", "that the mayor would resign"),
        ),
    ],
)
def test_a_report_has_source_cue_and_content(
    told: Reads, text: str, row: tuple[str, str, str]
) -> None:
    """Each frame in which a cue can stand gives the words of all three parts."""
    assert told(text).rows() == [row]


def test_what_is_said_within_what_is_said_is_nested(told: Reads) -> None:
    """Both statements are kept, and the inner one points to the outer."""
    found = told("The lawyer told the court that the driver had said the brakes failed.")
    outer, inner = found.by("told"), found.by("had said")
    assert inner.within == outer.id
    assert outer.within is None
    assert found.words(inner.content.spans) == "the brakes failed"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said Carl Hill had denied that the dam leaked.", "had denied"),
        ("“The owners promised to repair the dam,” she said.", "promised"),
        (
            "The envoy took what one of his aides described as a hard bargain, she said.",
            "described",
        ),
        ("The envoy said the lawyers suspect that the mill was sold.", "suspect"),
        ("The envoy said Carl Hill denied it.", "denied"),
    ],
)
def test_what_others_do_or_think_is_nested(told: Reads, text: str, cue: str) -> None:
    """A promise, a denial or a thought that someone tells of is a statement within his."""
    found = told(text)
    outer = [one for one in found.found if one.id == found.by(cue).within]
    assert [found.words(one.cue.spans) for one in outer] == ["said"]


def test_views_within_a_turn_are_nested(told: Reads) -> None:
    """What a speaker in a transcript says that he believes or doubts is a statement, too."""
    found = told(
        "MARSH: I doubt that the dam leaks.\n\nHILL: I believe that the dam leaks.\n\n"
        "MARSH: It is dry.\n\nHILL: I said that it was wet.\n"
    )
    nested = [one.stance for one in found.found if one.within]
    assert nested == ["doubt", "believe", "assert"]


@pytest.mark.parametrize(
    "text",
    [
        "“I think the dam is safe, you know,” she said.",
        "“If they say the dam leaks, they lie,” she said.",
        "She said the owners should promise to repair the dam.",
        "“The owners never promised to repair the dam,” she said.",
        "The owners deny having written that the dam leaks.",
    ],
)
def test_ways_of_talking_are_not_nested(told: Reads, text: str) -> None:
    """What the speaker only thinks, or others may or should say, is no statement of its own."""
    assert [one.within for one in told(text).found] == [None]


def test_a_source_within_a_report_is_nested(told: Reads) -> None:
    """What someone tells by the word of others is his statement and, within it, theirs."""
    found = told("Smith told reporters that according to his friends, the money was stolen.")
    outer, inner = found.by("told"), found.by("according to")
    assert inner.within == outer.id


def test_a_denied_claim_is_two_statements(told: Reads) -> None:
    """A rumour and its denial say one thing, told by nobody and denied by someone."""
    text = (
        "There were persistent rumors that she was selling the paper, "
        "allegations that she later strongly denied."
    )
    found = told(text)
    claim, denial = found.by("rumors"), found.by("later strongly denied")
    assert claim.content == denial.content
    assert (claim.source.kind, denial.stance) == ("unstated", "deny")


def test_who_keeps_a_name_back_says_nothing_by_it(told: Reads) -> None:
    """Asking for anonymity tells of a source, and is no statement."""
    found = told("The deal is off, said an aide, who asked not to be named.")
    assert [cue for _, cue, _ in found.rows()] == ["said"]


def test_statements_stand_in_order_with_their_own_ids(told: Reads) -> None:
    """Ids are numbered in the order of the text."""
    found = told("Ann said it rained. Bob said it snowed. The king denied both.")
    assert [one.id for one in found.found] == ["s1", "s2", "s3"]


def test_without_a_parse_there_is_no_statement() -> None:
    """Where nothing was parsed nothing is read."""
    assert statements.read("Ann said that it rained.", Syntax()) == ()


def marked(text: str, *words: tuple[str, str]) -> list[Proposal]:
    """Return the parts of a text by their words and labels."""
    return [
        Proposal(span=Span(text.index(w), text.index(w) + len(w)), label=label)
        for w, label in words
    ]


def test_what_a_tagger_marks_is_read_though_no_rule_knows_the_cue() -> None:
    """A cue that no lexicon holds reports where the tagger says so and links it."""
    text = "The minister blustered about the new tax."
    parts = marked(
        text, ("The minister", "source"), ("blustered about", "cue"), ("the new tax", "content")
    )
    links = [Link(2, "cue", 1, 0.9), Link(2, "source", 0, 0.9), Link(1, "source", 0, 0.9)]
    syntax = grammar.parse(text, [Span(0, len(text))])
    assert statements.read(text, syntax) == ()
    (found,) = statements.read(text, syntax, parts=parts, links=links)
    assert found.source.spans == (parts[0].span,)
    assert found.cue.spans == (parts[1].span,)
    assert found.content.spans == (parts[2].span,)
    assert found.rule == "linked"


def test_what_keeps_a_name_back_is_no_part_of_what_is_said() -> None:
    """Where a tagger takes it for content, it is left out of it."""
    text = "A diplomat who declined to be named said the docks had paid."
    parts = marked(
        text,
        ("A diplomat", "source"),
        ("to be named", "content"),
        ("said", "cue"),
        ("the docks had paid", "content"),
    )
    links = [Link(1, "cue", 2, 0.9), Link(3, "cue", 2, 0.9), Link(2, "source", 0, 0.9)]
    syntax = grammar.parse(text, [Span(0, len(text))])
    (found,) = statements.read(text, syntax, parts=parts, links=links)
    assert [span.of(text) for span in found.content.spans] == ["the docks had paid"]


def test_a_quotation_far_off_is_the_word_of_who_speaks_there() -> None:
    """A link that reaches over somebody else's word into another paragraph does not stand."""
    text = 'Anna Marsh said the road was closed.\n\nCarl Hill argued the mill was old. "It leaks."'
    parts = marked(
        text,
        ("said", "cue"),
        ("the road was closed", "content"),
        ("argued", "cue"),
        ("the mill was old", "content"),
        ('"It leaks."', "content"),
    )
    links = [Link(1, "cue", 0, 0.9), Link(3, "cue", 2, 0.9), Link(4, "cue", 0, 0.9)]
    syntax = grammar.parse(text, [Span(0, len(text))])
    marsh, hill = statements.read(text, syntax, parts=parts, links=links)
    assert [span.of(text) for span in marsh.content.spans] == ["the road was closed"]
    assert [span.of(text) for span in hill.content.spans] == ["the mill was old", '"It leaks."']


def test_what_the_tagger_does_not_believe_is_left_out() -> None:
    """With a tagger's beliefs, a statement stands only where they bear it out."""
    text = "The minister blustered about the tax. The mayor said the road was closed."
    parts = marked(
        text, ("The minister", "source"), ("blustered about", "cue"), ("the tax", "content")
    )
    links = [Link(2, "cue", 1, 0.9)]
    syntax = grammar.parse(text, [Span(0, len(text))])

    def cues(level: float) -> list[str]:
        read = statements.read(
            text,
            syntax,
            parts=parts,
            links=links,
            beliefs=lambda _: dict.fromkeys(("source", "cue", "content"), level),
        )
        return [one.cue.lemma for one in read]

    assert cues(0.9) == ["bluster", "say"]
    assert cues(0.1) == []


WORDS = st.sampled_from(
    [
        *("he", "she", "Ann", "the report", "sources", "who", "said", "told", "claims", "that"),
        *("denied", "rumors", "according to", "may", "promised to", "fall", "the bridge", "CNN"),
        *(",", ".", "?", ":", '"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "(", "\n\n"),
        *("reportedly", "was said to", "“it", "is” ", "🙂", "\ud800", "\u00a0", "-", "…"),
    ]
)


def check(text: str, found: Sequence[Statement]) -> None:
    """Fail if a statement breaks what holds for any text."""
    for one in found:
        every = (*one.source.spans, *one.cue.spans, *one.content.spans)
        assert all(0 <= span.start < span.end <= len(text) for span in every)
        assert one.cue.spans
        assert one.content.spans
        taken = (*one.cue.spans, *one.source.spans)
        assert not any(part.overlaps(other) for part in one.content.spans for other in taken)
    holders = {one.id: one.within for one in found}
    for one in found:
        seen, at = set(), one.id
        while holders[at] is not None:
            assert at not in seen
            seen.add(at)
            at = holders[at] or ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Offsets stay in the text, no content holds its own cue or source, nesting has no circle."""
    check(text, statements.read(text, grammar.parse(text, [Span(0, len(text))])))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=3, max_size=20).map(" ".join), st.data())
def test_no_tagger_breaks_the_reading(text: str, data: st.DataObject) -> None:
    """Whatever parts and links a tagger gives, the same holds."""
    at = st.integers(0, len(text) - 1)
    spans = data.draw(st.lists(st.tuples(at, st.integers(1, 25)), min_size=1, max_size=6))
    labels = st.sampled_from(["source", "cue", "content"])
    parts = [
        Proposal(span=Span(start, min(len(text), start + size)), label=data.draw(labels))
        for start, size in sorted(spans)
    ]
    place = st.integers(0, len(parts) - 1)
    drawn = data.draw(st.lists(st.tuples(place, st.none() | place), max_size=8))
    links = [
        Link(of, data.draw(labels) if part is None else parts[part].label, part, 0.5)
        for of, part in drawn
    ]
    syntax = grammar.parse(text, [Span(0, len(text))])
    check(text, statements.read(text, syntax, parts=parts, links=links))


@given(st.text(max_size=200))
def test_any_text_without_a_parse_is_read(text: str) -> None:
    """Any text at all goes through with an empty parse."""
    assert statements.read(text, Syntax()) == ()


@pytest.mark.parametrize(
    "text",
    [
        '"' * 2_000,
        '"' + "It rained and it rained. " * 2_000 + '" she said.',
        "'tis the boys' 'own' " * 500,
        "“ never closed " * 500,
        "for (i = 0; i < n; i++) { say(\"hello\", 'x'); }\n" * 100,
        "Shall I compare thee\nto a summer's day?\n" * 100,
    ],
    ids=["marks", "long", "apostrophes", "open", "code", "poem"],
)
def test_odd_texts_are_read(text: str) -> None:
    """Marks alone, a quotation of 50,000 characters, code and poems go through."""
    check(text, statements.read(text, grammar.parse(text, [Span(0, len(text))])))
