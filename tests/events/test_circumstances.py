"""Events at which something is yet to be done, and deeds that money was given for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane; Tom Reed", "place": "Velmont", "organisation": "Norland Mills"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida Crane will speak at a meeting in Velmont.", "planned"),
        ("A ruling is expected during a meeting in Velmont.", "planned"),
        ("Ida Crane spoke at a meeting in Velmont.", "actual"),
        ("Ida Crane will speak of a meeting in Velmont.", "actual"),
        ("Ida Crane pledged to do it at a meeting in Velmont.", "actual"),
    ],
)
def test_the_occasion_of_what_is_planned_is_planned(happened: Read, text: str, told: str) -> None:
    """A meeting is yet to come if something will be done at it."""
    assert happened(text, CAST).one("consult").reality == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida Crane paid $2 million to buy Norland Mills.", "actual"),
        ("Ida Crane will pay $2 million to buy Norland Mills.", "planned"),
        ("Ida Crane left to buy Norland Mills.", "planned"),
    ],
)
def test_what_money_was_given_for_is_done(happened: Read, text: str, told: str) -> None:
    """What somebody paid a sum to do took place, as far as the paying did."""
    found = [one for one in happened(text, CAST).found if "buy" in one.trigger.of(text)]
    assert [one.reality for one in found] == [told]


def test_what_was_done_with_a_plan_is_done(happened: Read) -> None:
    """A participle after a plan tells what was done with it, not what is planned."""
    found = happened("A plan published by Ida Crane names Tom Reed.", CAST)
    assert found.one("publish").reality == "actual"


def test_what_is_set_for_release_is_ahead(happened: Read) -> None:
    """What something is set for has not taken place."""
    found = happened("The film is set for release by Norland Mills.", CAST)
    assert found.one("publish").reality == "planned"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida Crane has no plans to meet Tom Reed.", "denied"),
        ("Ida Crane has plans to meet Tom Reed.", "planned"),
        ("Ida Crane left instead of meeting Tom Reed.", "denied"),
        ("Ida Crane met not only Tom Reed but also his men.", "actual"),
        ("Tom Reed is forbidden from meeting Ida Crane.", "denied"),
    ],
)
def test_what_is_not_to_be_is_denied(happened: Read, text: str, told: str) -> None:
    """No plan, another deed instead, and a ban deny; "not only" does not."""
    assert happened(text, CAST).one("consult").reality == told
