"""The whole stage: any text is read, each entity once, offsets exact, time linear."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import names
from dateline.names.context import LABELS
from dateline.record import Section
from dateline.span import Span
from dateline.syntax import Proposal
from dateline.text import grammar

Reads = Callable[[str], Any]

STORY = (
    "The Harbour Alliance for Trade, or HAT, elected Marta Lindqvist as its president on Monday. "
    "Lindqvist, 52, a former judge from Riga, told reporters that she would not resign.\n\n"
    '"I have no reason to go," she said. Her rival, Jonas Weber, said the group had lost its way. '
    "HAT is based in Riga, Latvia.\n"
)


def test_each_entity_once(cast: Reads) -> None:
    """A person, a body and a place are one entity each, with all their names."""
    found = cast(STORY)
    assert found("Marta Lindqvist").kind == "person"
    assert "Lindqvist" in found("Marta Lindqvist").aliases
    assert found("HAT").name == "Harbour Alliance for Trade"
    assert found("HAT").kind == "organisation"
    assert found("Jonas Weber").kind == "person"
    assert found("Riga").place.country == "LV"


def test_ids_follow_first_mentions(cast: Reads) -> None:
    """Ids are e1, e2 ... in the order in which the entities are first mentioned."""
    entities = cast(STORY).entities
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    firsts = [e.mentions[0].span for e in entities]
    assert firsts == sorted(firsts)


def test_pronouns_go_to_their_person(cast: Reads) -> None:
    """The words "She", "her" and the "I" of her quotation are mentions of the person."""
    found = cast(STORY)
    assert found.said("Marta Lindqvist", "pronoun")[-3:] == ["I", "she", "Her"]


def test_byline_names_authors() -> None:
    """An author is a person with a mention in the byline, and one with the article's own."""
    text = "By Ada Brandt and Yusuf Idris\n\nMayor Ada Brandt resigned."
    sections = (
        Section(kind="byline", span=Span(0, 29)),
        Section(kind="body", span=Span(29, len(text))),
    )
    body = [Span(29, len(text))]
    found = names.read(
        text,
        grammar.parse(text, body),
        grammar.read(text, body).names,
        sections,
        byline=("Ada Brandt", "Yusuf Idris"),
    )
    people = {e.name: [m.span.of(text) for m in e.mentions] for e in found if e.kind == "person"}
    assert people == {"Ada Brandt": ["Ada Brandt", "Ada Brandt"], "Yusuf Idris": ["Yusuf Idris"]}


def test_what_lies_outside_the_article_is_no_entity() -> None:
    """A name in the footer alone is not read."""
    text = "Anna Kern left Oslo.\n\nPowered by Greta Holm"
    body = [Span(0, 20)]
    sections = (
        Section(kind="body", span=body[0]),
        Section(kind="footer", span=Span(20, len(text))),
    )
    found = names.read(text, grammar.parse(text, body), grammar.read(text, body).names, sections)
    assert {e.name for e in found} == {"Anna Kern", "Oslo"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n \t ",
        "THE MAYOR OF OSLO, ANNA KERN, SAID ON MONDAY THAT SHE WOULD RESIGN.",
        "the mayor of oslo, anna kern, said on monday that she would resign.",
        "Mayor Of Oslo Says She Will Resign After Long Row Over Harbour",
        "X said Y met Z. X, Y and Z left.",
        "Anna 😀 Kern 🚢 met 🇳🇴 officials.",
        "قال محمد إن أوسلو جميلة. Anna Kern agreed.",
        "O'Brien, D'Angelo, ibn Rushd, van der Meer, de la Cruz, bin Talal and al-Amin met.",
        "J. R. Holm and A.B. Kern of the G7 spoke of 9/11 and 7-Eleven.",
        "((((((((((",
        "\"\"\"\"'''' “”‘’",
        "\ud800 Anna \udfff Kern",
    ],
)
def test_odd_texts_are_read(cast: Reads, text: str) -> None:
    """Capitals, small letters, signs, other scripts: read, every mention within the text."""
    for entity in cast(text).entities:
        for mention in entity.mentions:
            words = mention.span.of(text)
            assert words
            assert words == words.strip()


def test_particles_belong_to_the_name(cast: Reads) -> None:
    """Particles, apostrophes and initials are kept, possessives and titles are not."""
    found = cast(
        "Gen. Pieter van der Meer's deputy, Fatima al-Amin, met Sen. Liam O'Brien and J. R. Holm. "
        "Mr. van der Meer left with Mr. O'Brien."
    )
    assert found("Pieter van der Meer").kind == "person"
    assert found("Fatima al-Amin").kind == "person"
    assert found("Liam O'Brien").kind == "person"
    assert found("J. R. Holm").kind == "person"


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_text_and_any_proposals(data: st.DataObject) -> None:
    """Whatever a tagger proposes of whatever text: no exception, spans in order and not empty."""
    word = st.sampled_from(
        ["Anna", "Kern", "the", "of", "(", ")", '"', ",", "he", "she", "said", "U.S.", "Oslo", "-",
         "who", "I", "they", "group", "President", "or", "HAT", "'s", "called", "In", "ß", "\n\n",
         "&", "for", "Agency", "Ji", "won", "army", "police", "Kenyan", "North", "Korean", "jets",
         "Abu", "Omar", "born", "nom", "de", "guerre", "Hurricane", "parliament", "a", "it", ";"]
    )  # fmt: skip
    text = data.draw(
        st.one_of(
            st.lists(word, max_size=40).map(" ".join),
            st.text(alphabet=st.characters(exclude_categories=[]), max_size=80),
        )
    )
    cut = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(cut, cut), max_size=8))
    labels = st.sampled_from([*LABELS, "DATE"])
    proposals = [
        Proposal(span=Span(min(s), max(s)), label=data.draw(labels), score=0.5) for s in spans
    ]
    whole = Span(0, len(text))
    syntax = grammar.parse(text, [whole])
    sections = (Section(kind="byline", span=whole),)
    found = names.read(text, syntax, proposals, sections, byline=("Anna Kern", ""))
    for entity in found:
        assert entity.mentions
        held = [mention.span for mention in entity.mentions]
        assert held == sorted(held)
        assert all(span.of(text).strip() == span.of(text) != "" for span in held)
        assert all(a.end <= b.start for a, b in pairwise(held))


def test_two_readings_agree(cast: Reads) -> None:
    """The same text gives the same entities."""
    assert cast(STORY).entities == cast(STORY).entities


def test_five_thousand_names_take_linear_time() -> None:
    """Twice the names take about twice the time, parse left aside."""

    def seconds(count: int) -> float:
        made = (f"Anna{'abcdefghij'[n % 10]}{n} Kern{n} met Oslo{n}." for n in range(count))
        text = " ".join(made)
        whole = [Span(0, len(text))]
        syntax = grammar.parse(text, whole)
        sections = (Section(kind="body", span=whole[0]),)
        proposals = [
            Proposal(span=Span(s.span.start, syntax.tokens[s.first + 1].span.end), label="PERSON")
            for s in syntax.sentences
            if s.last - s.first > 2
        ]
        start = process_time()
        names.read(text, syntax, proposals, sections)
        return process_time() - start

    seconds(100)
    small, large = seconds(1250), seconds(5000)
    assert large < 12 * small
