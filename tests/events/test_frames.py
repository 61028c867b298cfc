"""Whom a verb befalls, and senses of verbs that tell of no such deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed= he=his=He",
    "place": "Velmont",
    "organisation": "the Guild; Norland College; all Vennans",
}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Tom Reed was offered a full scholarship to Norland College.", [], ["Tom Reed"]),
        (
            "Ida Crane offered Tom Reed a scholarship to Norland College.",
            ["Ida Crane"],
            ["Tom Reed"],
        ),
        ("Ida Crane offered a scholarship to Norland College.", ["Ida Crane"], []),
        ("Ida Crane offered a scholarship to Tom Reed.", ["Ida Crane"], ["Tom Reed"]),
        ("Ida Crane offered money to Norland College.", ["Ida Crane"], ["Norland College"]),
    ],
)
def test_a_destination_receives_nothing(
    happened: Read, text: str, who: list[str], whom: list[str]
) -> None:
    """Where an offered place leads to is not who gets the offer."""
    event = happened(text, CAST).one("agree")
    found = happened(text, CAST)
    assert (found.names(event.who), found.names(event.whom)) == (who, whom)


def test_who_is_described_twice_is_one(happened: Read) -> None:
    """What a noun for somebody is called behind a comma is not another one who did it."""
    cast = {**CAST, "group": "her sister; a dentist"}
    found = happened("Then her sister, a dentist, met Ida Crane.", cast).short("consult")
    assert found[:2] == (["her sister"], ["Ida Crane"])


def test_those_sent_are_not_where_they_are_sent(happened: Read) -> None:
    """Names that follow a destination are no other names of those who are sent there."""
    text = "Tom Reed sent them to two patrons of the arts, Norland College and the Guild."
    assert happened(text, CAST).short("dispatch")[:2] == (["Tom Reed"], [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tom Reed sabotaged the railway.", ["coerce"]),
        ("Tom Reed sabotaged Ida Crane's campaign.", []),
        ("The soldiers defeated the enemy and marched into Velmont.", ["assault"]),
        ("Protesters marched into Velmont.", ["protest"]),
        ("Workers marched in Velmont.", ["protest"]),
        ("Tom Reed's party took over the Senate.", []),
        ("Rebels took over the airport.", ["assault"]),
        ("Tom Reed broke from his policy.", []),
        ("Tom Reed broke from the Guild.", ["split"]),
    ],
)
def test_other_senses_tell_of_other_deeds(happened: Read, text: str, kinds: list[str]) -> None:
    """Undoing a campaign destroys nothing, soldiers do not demonstrate, a vote is no invasion."""
    assert [row[0] for row in happened(text, CAST).rows()] == kinds


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Most voters support Tom Reed.", 0),
        ("Tom Reed was supported by 42 percent of the teachers.", 0),
        ("The voters met Ida Crane, and they back Tom Reed.", 0),
        ("Norland College supports Tom Reed.", 1),
        ("Ida Crane endorsed Tom Reed.", 1),
        ("Firms should support Tom Reed.", 0),
        ("Lots of teachers supporting Tom Reed came.", 0),
        ("Norland College largely supports Tom Reed.", 0),
        ("A mayor would support Tom Reed.", 0),
    ],
)
def test_the_stance_of_many_is_no_support(happened: Read, text: str, count: int) -> None:
    """What voters, most of a people or so many percent of them favour is no deed of anyone."""
    cast = {**CAST, "group": "The voters= they; Most voters; the teachers"}
    assert [row[0] for row in happened(text, cast).rows()].count("support") == count


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tom Reed supports a ban on Ida Crane.", []),
        ("Tom Reed praised Ida Crane's plan.", ["Ida Crane"]),
        ("Tom Reed praised the plan drafted by Ida Crane.", ["Ida Crane"]),
        ("Tom Reed backed a law against Norland College.", []),
        ("Tom Reed supported the plan signed by Ida Crane.", []),
    ],
)
def test_support_of_a_thing_is_of_its_makers(happened: Read, text: str, whom: list[str]) -> None:
    """Who backs a ban on somebody does not back him; who backs her plan backs her."""
    assert happened(text, CAST).short("support")[1] == whom


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tom Reed defended his seat.", []),
        ("Tom Reed defended Ida Crane.", ["support"]),
        ("Tom Reed supports his family.", []),
        ("Tom Reed agreed that the train might be late.", []),
        ("Tom Reed agreed to leave with Ida Crane.", ["agree"]),
        ("Tom Reed agreed on the need for trains with Ida Crane.", []),
        ("Tom Reed agreed on a treaty with Ida Crane.", ["agree"]),
        ("Tom Reed assured Ida Crane that he was ill.", []),
        ("Tom Reed assured Ida Crane that he would wait.", ["agree"]),
        ("Tom Reed has 40 pledged delegates.", []),
        ("Norland College freed up money for trains.", []),
        ("Norland College freed Ida Crane.", ["concede"]),
        ('"It may be late," Tom Reed agreed.', []),
        ("The car struck a Velmont Accord.", []),
        ("There were attacks on the college financed by Tom Reed.", []),
        ("Tom Reed financed his own campaign.", []),
        ("Tom Reed financed the Guild.", ["aid"]),
        ("It rained. Norland College offers loans to Ida Crane.", []),
        ("Norland College offered a loan to Ida Crane.", ["agree"]),
    ],
)
def test_other_senses_help_nobody(happened: Read, text: str, kinds: list[str]) -> None:
    """What only sounds like backing, promising, giving way or helping tells of none of these."""
    assert [row[0] for row in happened(text, CAST).rows()] == kinds


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Norland College vowed to move the office to Velmont.", []),
        ("Norland College vowed to give money to Velmont.", ["Velmont"]),
        ("It lay in Velmont, which Norland College had vowed to ignore.", []),
        ("Norland College vowed to move the office to Ida Crane.", ["Ida Crane"]),
    ],
)
def test_a_place_gets_nothing_by_a_move(happened: Read, text: str, whom: list[str]) -> None:
    """What is promised to be moved to a place does nothing to it; money given to it does."""
    assert happened(text, CAST).short("agree")[1] == whom


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tom Reed said he would support Ida Crane.", 1),
        ("Tom Reed said he would have supported Ida Crane.", 0),
        ("Tom Reed said he would welcome Ida Crane.", 0),
    ],
)
def test_a_conditional_promises_nothing(happened: Read, text: str, count: int) -> None:
    """Who says that he would have done something, or would welcome it, promises nothing."""
    assert [row[0] for row in happened(text, CAST).rows()].count("agree") == count


def test_one_of_a_group_is_not_the_group(happened: Read) -> None:
    """What one of many who have no name does is not told of all of them."""
    cast = {**CAST, "group": "the nine judges"}
    assert happened("One of the nine judges praised Ida Crane.", cast).short("support")[0] == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Tom Reed won the endorsement of Ida Crane.", (["Ida Crane"], ["Tom Reed"])),
        ("Tom Reed has the endorsement of Ida Crane.", (["Ida Crane"], ["Tom Reed"])),
        ("Ida Crane's endorsement of Tom Reed helped.", (["Ida Crane"], ["Tom Reed"])),
    ],
)
def test_who_has_an_endorsement_got_it(
    happened: Read, text: str, ends: tuple[list[str], list[str]]
) -> None:
    """An endorsement is by whom it is of where another has it, and else by whom it belongs to."""
    assert happened(text, CAST).short("support")[:2] == ends


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("Ida Crane, the head of the Guild, who resigned on Friday, slept.", "resign", "who"),
        ("Ida Crane, a clerk at the Guild who was fired in May, slept.", "dismiss", "whom"),
    ],
)
def test_who_is_nobody_but_a_person(happened: Read, text: str, kind: str, end: str) -> None:
    """A clause with "who" behind a body tells of whoever is said to be at it."""
    cast = {"person": "Ida Crane", "organisation": "the Guild=who"}
    found = happened(text, cast)
    assert found.names(getattr(found.one(kind), end)) == ["Ida Crane"]


def test_a_ruler_is_overthrown_by_name(happened: Read) -> None:
    """Whoever is overthrown need not be called by an office."""
    assert happened("The Guild overthrew Tom Reed.", CAST).one("coerce").mode == "coup"


def test_people_are_others_than_whose_they_are(happened: Read) -> None:
    """Who criticizes somebody's people criticizes neither him nor where they come from."""
    cast = {"person": "Ida Crane=her; Tom Reed", "place": "Velmont"}
    text = "Ida Crane sat by the window. Tom Reed criticized her deputies."
    assert happened(text, cast).short("disapprove")[:2] == (["Tom Reed"], [])
    text = "Ida Crane urged the Velmont official to leave."
    assert happened(text, cast).short("demand")[:2] == (["Ida Crane"], [])


def test_an_announced_deed_of_somebody_else(happened: Read) -> None:
    """Who announces what a name before the noun has asked for has not asked for it."""
    cast = {"person": "Reed", "organisation": "Acme"}
    found = happened("Acme announced the Reed request on Friday.", cast)
    assert all("Acme" not in who for _, _, who, _ in found.rows())


def test_no_one_stands_in_a_name(happened: Read) -> None:
    """A name is of nobody who is named within it."""
    cast = {"person": "Ida Crane", "place": "Ellery"}
    found = happened("Ida Crane won the endorsement of the Ellery Leader on Friday.", cast)
    assert all("Ellery" not in who for _, _, who, _ in found.rows())


def test_a_thing_is_no_person_by_apposition(happened: Read) -> None:
    """A name behind a comma is not what a thing before it is called."""
    cast = {"person": "Tom Reed"}
    found = happened("The town was battered by a flood of letters, Tom Reed, a clerk, said.", cast)
    assert all("Tom Reed" not in who for kind, _, who, _ in found.rows() if kind == "accident")


def test_a_liar_is_whoever_is_called_one(happened: Read) -> None:
    """A clause on nouns that somebody is said to be tells of him."""
    cast = {"person": "Tom Reed", "group": "cheat=who"}
    text = "Tom Reed is a bully, cheat and liar who pledged to leave the port."
    assert happened(text, cast).short("agree")[0] == ["Tom Reed"]


def test_a_name_is_no_tool(happened: Read) -> None:
    """A firm that is named after a weapon does nothing with it."""
    cast = {"organisation": "Ellery Chemical; Acme"}
    found = happened("Ellery Chemical signed the deal with Acme on Monday.", cast)
    assert found.one("agree").instrument == ()


def test_who_charges_has_not_done_it(happened: Read) -> None:
    """A deed that somebody is charged with is not theirs who charge him."""
    found = happened("Officers charged Tom Reed with third-degree assault on Monday.", CAST)
    assert all(not who for kind, _, who, _ in found.rows() if kind == "assault")
