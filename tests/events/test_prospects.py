"""Events of nouns, and what the words around them make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane; Tom Reed", "organisation": "the Guild", "place": "Dorn"}


@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("A prize waits for tips that lead to the arrest of Tom Reed.", "coerce", "hypothetical"),
        ("The tips led to the arrest of Tom Reed.", "coerce", "actual"),
        ("The Guild hid him to prevent the arrest of Tom Reed.", "coerce", "hypothetical"),
        ("The Guild did not demand the arrest of Tom Reed.", "coerce", "hypothetical"),
        ("The Guild met to discuss a withdrawal from Dorn.", "retreat", "hypothetical"),
        ("An arrest of Tom Reed could ruin the Guild.", "coerce", "hypothetical"),
        ("The arrest of Tom Reed could ruin the Guild.", "coerce", "actual"),
        ("Tom Reed faces deportation to Dorn.", "coerce", "hypothetical"),
        ("The plan includes arresting Tom Reed.", "coerce", "planned"),
        ("The Guild wants a ban on arresting Tom Reed.", "coerce", "hypothetical"),
        ("Ida Crane supports arresting Tom Reed.", "coerce", "hypothetical"),
        ("Tom Reed is more likely to be arrested.", "coerce", "hypothetical"),
        ("Do not arrest Tom Reed.", "coerce", "hypothetical"),
        ("Ida Crane has the goal of arresting Tom Reed.", "coerce", "planned"),
        ("Students marched through Dorn to protest the verdict.", "protest", "actual"),
    ],
)
def test_words_around_a_deed_tell_its_reality(
    happened: Read, text: str, kind: str, reality: str
) -> None:
    """What is asked for, faced, discussed or feared has not taken place."""
    found = [one.reality for one in happened(text, CAST).found if one.type == kind]
    assert found[-1:] == [reality]


def test_a_charge_is_dated_and_not_what_it_is_for(happened: Read) -> None:
    """The day on which somebody is charged is not that of the deed."""
    found = happened("On Monday the state charged Ida Crane with killing Tom Reed.", CAST, DAY)
    assert found.one("assault").when is None


def test_a_day_of_asking_is_not_that_of_what_is_asked(happened: Read) -> None:
    """When somebody is asked to do something says nothing of when they will."""
    found = happened("On Monday the Guild asked Ida Crane to arrest Tom Reed.", CAST, DAY)
    assert found.one("coerce").when is None


DAY = {"Monday": "XXXX-WXX-1"}


def test_who_is_charged_alleges_nothing(happened: Read) -> None:
    """A participle of claiming goes with who accuses, not with who is accused."""
    text = "Tom Reed was sued by Ida Crane, accusing the Guild of fraud."
    events = [one for one in happened(text, CAST).found if one.type == "disapprove"]
    assert all("Tom Reed" not in happened(text, CAST).names(one.who) for one in events)


def test_who_withdraws_is_no_place(happened: Read) -> None:
    """Who withdraws stands before the noun, and is no place of it."""
    cast = {"place": "Britain; Dorn"}
    event = happened("The Britain withdrawal from Dorn was quick.", cast).one("retreat")
    assert event.where == ()


def test_the_family_is_not_who_was_killed(happened: Read) -> None:
    """Of relatives of somebody who was killed, it is not the relatives."""
    cast = {"group": "the family of a miner; a miner"}
    text = "The mayor met the family of a miner who was killed."
    found = happened(text, cast)
    assert "the family of a miner" not in found.names(found.one("assault").whom)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Two bikes were reported stolen by Ida Crane.", "crime", []),
        ("The Guild set up a panel to investigate Tom Reed.", "investigate", [[]]),
        ("Ida Crane lashed out at Tom Reed for having killed her dog.", "assault", []),
        ("Ida Crane prosecuted Tom Reed on taxes in the debate.", "coerce", []),
        ("A jury indicted Tom Reed.", "coerce", [[]]),
        ("Ida Crane seized power.", "coerce", []),
        ("The police pulled people out of wrecked cars.", "retreat", []),
    ],
)
def test_who_stands_near_a_deed_has_not_done_it(
    happened: Read, text: str, kind: str, who: list[list[str]]
) -> None:
    """Who reports a theft, founds a panel or argues does not do what the verb says."""
    found = happened(text, CAST)
    assert [found.names(one.who) for one in found.found if one.type == kind] == who


def test_a_deed_with_a_place_of_its_own_is_another(happened: Read) -> None:
    """A definite noun that says where does not point back to a deed told without a place."""
    text = "Rebels killed Tom Reed in May. The terror attack in Dorn shook the Guild."
    found = [one for one in happened(text, CAST).found if one.type == "assault"]
    assert [len(one.evidence) for one in found] == [1, 1]


def test_two_who_are_named_are_not_told_again_by_what_they_are(happened: Read) -> None:
    """Of people and their names, each is given once, by name."""
    cast = {"person": "Ida Crane; Tom Reed", "group": "two dealers"}
    found = happened("The state charged two dealers, Ida Crane and Tom Reed, with theft.", cast)
    assert found.names(found.one("coerce").whom) == ["Ida Crane", "Tom Reed"]
