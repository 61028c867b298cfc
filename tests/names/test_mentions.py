"""Mentions: proposals mended at their ends, and names that no tagger proposed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from dateline.names.context import Context, Vote
from dateline.names.mentions import find
from dateline.span import Span
from dateline.syntax import Proposal

Parses = Callable[[str], Context]


def _proposal(text: str, words: str, label: str) -> Proposal:
    start = text.index(words)
    return Proposal(span=Span(start, start + len(words)), label=label)


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("Mayor Anna Kern's", "PERSON", "Anna Kern"),
        ("the Harbour Bank", "ORG", "Harbour Bank"),
        ("pro-Oslo", "GPE", "Oslo"),
        ('"Blue Tide"', "ORG", "Blue Tide"),
        ("Norwegian sailor Ole Holm", "PERSON", "Ole Holm"),
    ],
)
def test_ends_are_trimmed(context: Parses, words: str, label: str, name: str) -> None:
    """Titles, articles, quotes, possessives and prefixes are no part of a name."""
    text = (
        "We saw Mayor Anna Kern's boat at the Harbour Bank, where a pro-Oslo crowd "
        'sang "Blue Tide" to Norwegian sailor Ole Holm.'
    )
    found = find(context(text), [_proposal(text, words, label)])
    assert name in [n.shown for n in found if n.votes]


def test_title_is_kept_as_role(context: Parses) -> None:
    """The title before a name is known, and is no part of it."""
    text = "Prime Minister Anna Kern left."
    found = find(context(text), [_proposal(text, "Anna Kern", "PERSON")])
    assert [(n.shown, n.title) for n in found] == [("Anna Kern", "prime minister")]


def test_honorific_is_part_of_the_name(context: Parses) -> None:
    """What people are always called by belongs to the name."""
    text = "They met Sheikh Rashid there."
    found = find(context(text), [_proposal(text, "Rashid", "PERSON")])
    assert [n.shown for n in found] == ["Sheikh Rashid"]


def test_two_people_in_one_proposal(context: Parses) -> None:
    """A tagger's span over two people is parted."""
    text = "Later Anna Kern and Ole Holm left."
    found = find(context(text), [_proposal(text, "Anna Kern and Ole Holm", "PERSON")])
    assert [n.shown for n in found] == ["Anna Kern", "Ole Holm"]


def test_missed_name_is_found(context: Parses) -> None:
    """A run of proper nouns is a name without a vote; a month or a title alone is none."""
    text = "In March the Mayor met Tobias Ekdal there."
    found = find(context(text), [])
    assert [(n.shown, n.votes) for n in found] == [("Tobias Ekdal", ())]


def test_surer_proposal_stands(context: Parses) -> None:
    """Of two proposals that overlap the surer one is taken."""
    text = "He runs the Ole Holm Fund."
    long = Proposal(span=Span(12, 25), label="ORG", score=0.9)
    short = Proposal(span=Span(12, 20), label="PERSON", score=0.4)
    found = find(context(text), [short, long])
    assert [(n.shown, n.votes) for n in found] == [
        ("Ole Holm Fund", (Vote("organisation", 0.9, "tagger"),))
    ]


def test_headline_in_capitals_makes_no_names(context: Parses) -> None:
    """Where every word is capitalised, capitals alone make no name."""
    assert find(context("MAYOR QUITS AFTER LONG ROW OVER HARBOUR"), []) == ()


def test_small_word_in_capitals_belongs_to_the_name(context: Parses) -> None:
    """A preposition with a capital inside a sentence begins a name."""
    text = "The plant near In Salah burned."
    found = find(context(text), [_proposal(text, "Salah", "GPE")])
    assert [n.shown for n in found] == ["In Salah"]


def test_hyphen_joins_what_a_tagger_parted(context: Parses) -> None:
    """Two pieces with but a hyphen between them are one name; two places are two."""
    text = "The Al-Quillon group fought in the Sahara-Sahel region."
    found = find(context(text), [_proposal(text, w, "ORG") for w in ("Al", "Quillon")])
    assert [n.shown for n in found if "uill" in n.shown] == ["Al-Quillon"]
    found = find(context(text), [_proposal(text, "Sahara-Sahel", "LOC")])
    assert {"Sahara", "Sahel"} <= {n.shown for n in found}


def test_beliefs_are_votes(context: Parses) -> None:
    """What a tagger believes of any words counts for names that it did not propose, too."""

    class Sure:
        def of(self, span: Span) -> dict[str, float]:
            """Believe that all are places."""
            return {"PLACE": 0.9 if span else 0.0, "PERSON": 0.01}

    parsed = msgspec.structs.replace(context("They met Quillon there."), beliefs=Sure())
    (name,) = find(parsed, [])
    assert [(vote.kind, vote.why) for vote in name.votes] == [("place", "tagger")]
