"""Who did what to whom, as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import events
from dateline.events.trace import Trace
from dateline.span import Span
from dateline.text import grammar

Read = Callable[..., Any]  # gives what `conftest` tells of

PEOPLE = {
    "person": "Ida Crane=Crane; Tom Reed=Reed",
    "place": "Velmont",
    "organisation": "the Guild",
}


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("Ida Crane fired Tom Reed.", "dismiss", ["Ida Crane"], ["Tom Reed"]),
        ("Tom Reed was fired by Ida Crane.", "dismiss", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane, who arrested Tom Reed, left.", "coerce", ["Ida Crane"], ["Tom Reed"]),
        ("Tom Reed, arrested by Ida Crane, left.", "coerce", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane came back and arrested Tom Reed.", "coerce", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane answered by arresting Tom Reed.", "coerce", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane criticized Tom Reed's plan.", "disapprove", ["Ida Crane"], ["Tom Reed"]),
        ("Police condemned the murder of Tom Reed.", "assault", [], ["Tom Reed"]),
        (
            "Ida Crane carried out a bombing against the Guild.",
            "assault",
            ["Ida Crane"],
            ["the Guild"],
        ),
        ("Tom Reed survived an attack by the Guild.", "assault", ["the Guild"], ["Tom Reed"]),
        ("Ida Crane resigned from the Guild.", "resign", ["Ida Crane"], ["the Guild"]),
        (
            "Ida Crane was jailed for the murder of Tom Reed.",
            "assault",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
        ("Ida Crane, the assassin of Tom Reed, fled.", "assault", ["Ida Crane"], ["Tom Reed"]),
        ("Tom Reed won the endorsement of the Guild.", "support", ["the Guild"], ["Tom Reed"]),
        ("The gun used by Ida Crane to kill Tom Reed.", "assault", ["Ida Crane"], ["Tom Reed"]),
        (
            "Ida Crane threatened to leave unless Tom Reed quit.",
            "threaten",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
        ("Tom Reed won the election.", "elect", [], ["Tom Reed"]),
        ("He's arrested Tom Reed, Ida Crane said.", "coerce", [], ["Tom Reed"]),
        (
            "Ida Crane met Tom Reed, who was assaulted by the Guild, and his wife.",
            "assault",
            ["the Guild"],
            ["Tom Reed"],
        ),
        ("Ida Crane condemned the killing of Tom Reed.", "disapprove", ["Ida Crane"], []),
        ("Ida Crane fired Tom Reed; she denies it.", "dismiss", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane pushed the Guild to hire Tom Reed.", "appoint", ["the Guild"], ["Tom Reed"]),
        (
            "Ida Crane froze half of the Guild's assets and police arrested Tom Reed.",
            "coerce",
            [],
            ["Tom Reed"],
        ),
        ("Ida Crane attacked Tom Reed for his views.", "disapprove", ["Ida Crane"], ["Tom Reed"]),
        (
            "The family of Tom Reed, who was shot by the Guild.",
            "assault",
            ["the Guild"],
            ["Tom Reed"],
        ),
        ("Ida Crane ordered the Guild to arrest Tom Reed.", "coerce", ["the Guild"], ["Tom Reed"]),
        ("Ida Crane promised to pay money to Tom Reed.", "agree", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane promised to attack Tom Reed soon.", "threaten", ["Ida Crane"], ["Tom Reed"]),
        (
            "Ida Crane's attacks on Tom Reed bored the Guild.",
            "disapprove",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
    ],
)
def test_ends_are_found(
    happened: Read, text: str, kind: str, who: list[str], whom: list[str]
) -> None:
    """Who does it and whom it befalls are found in each form of a clause."""
    event = happened(text, PEOPLE).short(kind)
    assert event[:2] == (who, whom)


@pytest.mark.parametrize(
    "text",
    [
        "The Guild has a great deal of trouble.",
        "People who sell houses to the Guild often travel to Velmont.",
        "Ida Crane takes the threat of Tom Reed seriously.",
        "Ida Crane faced a flood of letters in Velmont.",
        "Members are sent to Velmont by the Guild.",
        "No member shall travel to Velmont.",
        "Every election in Velmont is rigged.",
        "Ida Crane is 81 and retired.",
        "Ida Crane's attack was petty.",
        "The election of a mayor is costly.",
        "Ida Crane held a news conference.",
        "Ida Crane declined to be identified.",
        "A guard of the Guild requested anonymity.",
        'Ida Crane asked Tom Reed, "Can she stay?"',
    ],
)
def test_habits_rules_and_figures_of_speech_are_no_events(happened: Read, text: str) -> None:
    """What is done again and again, must be done, or is only called so, did not happen once."""
    assert not happened(f"It rained. {text}", PEOPLE).found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ida Crane fired a rocket at Velmont.", "assault"),
        ("Ida Crane fired the manager, Tom Reed.", "dismiss"),
        ("Ida Crane met with Tom Reed.", "consult"),
        ("Ida Crane sent food to Velmont.", "aid"),
        ("Ida Crane sent an envoy to Velmont.", "dispatch"),
        ("Ida Crane seized the town of Velmont.", "assault"),
        ("Ida Crane called for talks.", "demand"),
    ],
)
def test_what_stands_beside_a_verb_tells_its_kind(happened: Read, text: str, kind: str) -> None:
    """One verb tells of one kind of event or another, by its object and preposition."""
    found = happened(text, {**PEOPLE, "group": "an envoy"})
    assert kind in [event.type for event in found.found]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Crane suffered a heart attack.",
        "The murder trial bored Ida Crane.",
        "Ida Crane met the deadline.",
        "Ida Crane shot the film in Velmont.",
        "Someone was attacked.",
        "Attacking Tom Reed would help them.",
        "Any man who attacks Tom Reed is a fool.",
        "Ida Crane took on the establishment.",
        "Ida Crane fought the primary battle.",
    ],
)
def test_words_that_only_look_like_events_are_left_alone(happened: Read, text: str) -> None:
    """Compounds, idioms and events of nobody in particular make no event."""
    assert happened(text, {**PEOPLE, "group": "Someone"}).rows() == []


def test_an_event_lies_in_the_statement_that_tells_it(happened: Read) -> None:
    """What is told in what someone says names the statement."""
    text = "Tom Reed said that Ida Crane attacked the town of Velmont. Crane left."
    found = happened(text, PEOPLE, said=["Ida Crane attacked the town of Velmont"])
    assert found.one("assault").said_in == ("s0",)


def test_who_used_it_did_what_a_weapon_did(happened: Read) -> None:
    """Of the shots that killed someone it is told who fired them."""
    found = happened("Ida Crane fired the shots that killed Tom Reed.", PEOPLE)
    assert ("assault", "killed", ["Ida Crane"], ["Tom Reed"]) in found.rows()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An explosion at a mill in Velmont woke them.", "accident"),
        ("A bombing in Velmont.", "assault"),
    ],
)
def test_a_blast_at_work_is_an_accident(happened: Read, text: str, kind: str) -> None:
    """What blows up where people work is nobody's deed, unless it is told to be."""
    assert [event.type for event in happened(text, PEOPLE).found] == [kind]


def test_a_verb_keeps_its_own_time(happened: Read) -> None:
    """Neither the time of an aside nor that of the next verb is a verb's, if it has its own."""
    times = {"1992": "1992", "1998": "1998", "2004": "2004", "2006": "2006"}
    aside = happened("Tom Reed, a chief from 1992, broke away in 1998.", PEOPLE, times)
    assert [one.value for one in aside.context.times if one.id == aside.one("split").when] == [
        "1998"
    ]


WORDS = [
    "Ida",
    "Crane",
    "Velmont",
    "attacked",
    "the",
    "bombing",
    "of",
    "to",
    "was",
    "by",
    "killed",
    "who",
    "and",
    "in",
    "12",
    "people",
    "not",
    "said",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_make_sound_events(words: list[str]) -> None:
    """Whatever the words, each event has a trigger in the text and its own evidence."""
    text = " ".join(words)
    found, _ = events.read(text, grammar.parse(text, [Span(0, len(text))]))
    assert all(one.trigger.end <= len(text) and len(one.trigger) for one in found)
    assert all(one.trigger in one.evidence for one in found)


def test_a_trace_says_why_nothing_was_found() -> None:
    """A verb in no frame and a noun that nobody stands with are both told."""
    text = "Birds sang. The attack went on."
    trace = Trace(Span(0, len(text)))
    events.read(text, grammar.parse(text, [Span(0, len(text))]), trace=trace)
    reasons = {note.span.of(text): note.reason for note in trace.notes}
    assert "in no frame" in reasons["sang"]
    assert "nobody, no place and no time" in reasons["attack"]
