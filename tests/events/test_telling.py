"""When events took place, how many they befell, and which tellings are of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane=Crane; Tom Reed=Reed", "place": "Velmont; Dorn", "group": "six guards"}


@pytest.mark.parametrize(
    ("text", "kind", "dated"),
    [
        ("In May, Ida Crane fired Tom Reed.", "dismiss", True),
        ("In May, Ida Crane answered by firing Tom Reed.", "dismiss", True),
        ("Ida Crane led a raid on Velmont in May that shook the coast.", "assault", True),
        ("Ida Crane said in May that Tom Reed arrested the six guards.", "coerce", False),
        ("Ida Crane has fought Tom Reed since May and sacked Tom Reed.", "dismiss", False),
    ],
)
def test_an_event_has_the_time_of_its_clause(
    happened: Read, text: str, kind: str, dated: bool
) -> None:
    """A time counts where syntax attaches it, and never one of a verb that only reports."""
    event = happened(text, CAST, {"May": "2011-05"}).one(kind)
    assert (event.when is not None) == dated


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The blast killed 12 people.", (12, 12)),
        ("The blast killed at least 12 people.", (12, None)),
        ("The blast killed up to 1,200 people.", (None, 1200)),
        ("The blast killed twelve people.", (12, 12)),
        ("Twelve people were killed in the blast.", (12, 12)),
    ],
)
def test_victims_are_counted(
    happened: Read, text: str, count: tuple[int | None, int | None]
) -> None:
    """The number is told with its bounds, in figures and in words."""
    (victims,) = happened(text).one("assault").victims
    assert (victims.what, victims.least, victims.most) == ("killed", *count)


def test_an_outcome_is_part_of_its_event(happened: Read) -> None:
    """What an attack did is no event of its own, and whom it hit is whom the attack befell."""
    found = happened("Ida Crane bombed Velmont, killing six guards.", CAST)
    event = found.one("assault")
    assert found.names(event.whom) == ["Velmont", "six guards"]
    assert found.words(event.evidence) == ["bombed", "killing"]


def test_a_thing_told_again_is_one_event(happened: Read) -> None:
    """A noun that points back is evidence of the event before, and adds what was not told."""
    text = "Gunmen attacked a hotel in Velmont on Monday. The attack was claimed by Ida Crane."
    found = happened(text, CAST, {"Monday": "2011-05-02"})
    event = found.one("assault")
    assert found.words(event.evidence) == ["attacked", "attack"]
    assert found.names(event.who) == ["Ida Crane"]
    assert event.when is not None


def test_two_things_of_one_kind_are_two_events(happened: Read) -> None:
    """Events with other victims, places or times are not taken for one."""
    text = "Tom Reed was arrested in Velmont. Ida Crane was arrested in Dorn."
    assert len(happened(text, CAST).found) == 2


def test_who_sends_others_has_done_it(happened: Read) -> None:
    """The sender and those who are sent both stand as who did it."""
    text = "Ida Crane sent six guards to attack the town of Velmont."
    found = happened(text, CAST)
    assert found.names(found.one("assault").who) == ["Ida Crane", "six guards"]


def test_there_is_the_place_named_last(happened: Read) -> None:
    """An adverb of place leads to the place that something was said to be at."""
    text = "Ida Crane bombed an office in Velmont and staged another attack there on Tom Reed."
    found = happened(text, CAST)
    assert all(found.names(event.where) == ["Velmont"] for event in found.found)


def test_instruments_are_told(happened: Read) -> None:
    """What it was done with is told, whether it stands as a tool or as the doer."""
    found = happened("Ida Crane stabbed Tom Reed with a kitchen knife.", CAST)
    assert found.words(found.one("assault").instrument) == ["kitchen knife"]
    found = happened("A car bomb killed Tom Reed.", CAST)
    assert found.words(found.one("assault").instrument) == ["car bomb"]


def test_who_meets_together_is_told_together(happened: Read) -> None:
    """All who met are who did it; whoever is named alone met nobody."""
    found = happened("Ida Crane and Tom Reed met in Velmont.", CAST)
    assert found.short("consult") == (["Ida Crane", "Tom Reed"], [], "actual")
    assert found.names(found.one("consult").where) == ["Velmont"]
    assert happened("The six guards met in Velmont.", CAST).one("consult").who
    assert not happened("Ida Crane met in Velmont.", CAST).found


def test_who_gets_something_is_not_sent(happened: Read) -> None:
    """Only who is sent somewhere is sent, not who is sent a thing."""
    assert happened("Ida Crane sent Tom Reed to Velmont.", CAST).one("dispatch").whom
    for text in ("Ida Crane sent Tom Reed a note.", "Tom Reed lost a note Ida Crane had sent him."):
        assert not [one for one in happened(text, CAST).found if one.type == "dispatch"]


def test_prison_is_no_journey(happened: Read) -> None:
    """Who is sent to prison is put there."""
    found = happened("Ida Crane sent Tom Reed to prison.", CAST)
    assert found.short("coerce") == (["Ida Crane"], ["Tom Reed"], "actual")


def test_what_is_spoken_of_may_be_elsewhere(happened: Read) -> None:
    """Where that is which is condemned or bought is not where it was condemned or bought."""
    cast = {**CAST, "organisation": "Norland Mills"}
    for text in ("Ida Crane condemned the raid in Velmont.", "Tom Reed called on Velmont to act."):
        assert not [one for one in happened(text, cast).found if one.where and one.rule == "verb"]
    assert happened("Ida Crane attacked a mill in Velmont.", cast).one("assault").where


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Blast in Velmont. Crane spoke of a blast in Velmont.", [["Blast", "blast"]]),
        ("Blast in Velmont. Another blast in Velmont followed.", [["Blast"], ["blast"]]),
        ("Blast in Velmont. Crane spoke of a blast in Dorn.", [["Blast"], ["blast"]]),
    ],
)
def test_a_noun_tells_again_what_was_in_its_place(
    happened: Read, text: str, evidence: list[list[str]]
) -> None:
    """The blast of a headline is that of the lead, unless its words set it apart."""
    found = happened(text, CAST)
    assert [found.words(one.evidence) for one in found.found] == evidence


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Ida Crane wanted to return Tom Reed to Velmont.", "travel", 0),
        ("Tom Reed wanted to return to Velmont.", "travel", 1),
        ("Tom Reed escaped the guards.", "travel", 1),
        ("Tom Reed escaped blame.", "travel", 0),
        ("It rained. Ida Crane does not arrest Tom Reed.", "coerce", 1),
        ("It rained. Ida Crane does not attack Tom Reed.", "assault", 0),
        ('The crowd cried at Ida Crane, "Arrest Tom Reed now."', "coerce", 0),
    ],
)
def test_deeds_are_those_of_who_does_them(happened: Read, text: str, kind: str, told: int) -> None:
    """Who sends another back does not go; what one never does is a habit; a bid is not done."""
    found = [one for one in happened(text, CAST).found if one.type == kind and one.who]
    assert len(found) == told
