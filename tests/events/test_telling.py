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
    found = happened("Ida Crane attacked Velmont, killing six guards.", CAST)
    event = found.one("assault")
    assert found.names(event.whom) == ["Velmont", "six guards"]
    assert found.words(event.evidence) == ["attacked", "killing"]


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
