"""What is asked, condemned, refused and forbidden: of whom, by whom, and whether it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed= he",
    "place": "Velmont; Norland=Norlandic",
    "organisation": "the Guild; the Harbour Act",
    "group": "the dockers",
}


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Ida Crane criticized Tom Reed's plan for the port.", "disapprove", ["Tom Reed"]),
        ("Ida Crane criticized the Velmont agreement.", "disapprove", []),
        ("Ida Crane criticized his ban on the dockers.", "disapprove", []),
        ("Ida Crane denounced the stance taken by Tom Reed.", "disapprove", ["Tom Reed"]),
        ("Ida Crane condemned the Guild campaign.", "disapprove", ["the Guild"]),
        ("Ida Crane rejected a Norland offer.", "reject", ["Norland"]),
        ("Ida Crane rejected a Norlandic plan for the port.", "reject", ["Norland"]),
        ("Ida Crane rejected an offer from Tom Reed.", "reject", ["Tom Reed"]),
        ("Ida Crane rejected the norms of Velmont.", "reject", []),
        ("Ida Crane refused to leave the lobby of the Guild.", "reject", []),
        ("Ida Crane refused to support Tom Reed.", "reject", ["Tom Reed"]),
        ("Ida Crane complained to Tom Reed about the noise.", "disapprove", []),
    ],
)
def test_whose_a_thing_is_gets_the_blame(
    happened: Read, text: str, kind: str, whom: list[str]
) -> None:
    """What is condemned or refused tells of whoever it is of, and of nobody else named in it."""
    event = happened(text, CAST).one(kind)
    assert happened(text, CAST).names(event.whom) == whom


@pytest.mark.parametrize(
    "text",
    [
        "Ida Crane asked Tom Reed how he would pay the dockers.",
        "Ida Crane told Tom Reed who to pay.",
        "The Harbour Act prohibits fishing in the bay.",
        "Dockers are prohibited from sleeping in the hall.",
        "The conservatives need to band together to stop Ida Crane.",
        "The town helps every docker who requests a boat.",
        '"It was cold," recalled Ida Crane, then ambassador to Norland.',
        "Down the hall, I will vote for Ida Crane.",
        "The board would sometimes reject Ida Crane's drawings.",
        "Tom Reed resisted the urge to laugh.",
        "Ida Crane filed a motion to ban cameras.",
        "Tom Reed pleaded guilty in May to theft for the Guild.",
        "The Guild suspended its flights to Norland.",
    ],
)
def test_neither_questions_nor_rules_are_deeds(happened: Read, text: str) -> None:
    """A question demands nothing, a law bans nothing anew, and a habit is no deed."""
    kinds = {"demand", "reject", "sanction"}
    assert not [row for row in happened(text, CAST).rows() if row[0] in kinds]


@pytest.mark.parametrize(
    ("text", "who", "whom", "reality"),
    [
        (
            "Ida Crane decried Tom Reed's calls to ban the dockers from the hall.",
            ["Tom Reed"],
            ["the dockers"],
            "planned",
        ),
        (
            "Ida Crane introduced a bill to impose sanctions on Norland.",
            ["Ida Crane"],
            ["Norland"],
            "planned",
        ),
        ("Ida Crane supports banning the dockers.", ["Ida Crane"], ["the dockers"], "hypothetical"),
    ],
)
def test_a_ban_is_of_whoever_means_it(
    happened: Read, text: str, who: list[str], whom: list[str], reality: str
) -> None:
    """An infinitive behind a noun is planned by whose call, plan or bill it is."""
    assert happened(text, CAST).short("sanction") == (who, whom, reality)


def test_whoever_questioned_them_is_not_expelled(happened: Read) -> None:
    """A clause on those who are expelled tells of no others who are."""
    text = "Norland expelled two envoys and a Vennan who were questioned by the Guild."
    assert happened(text, CAST).short("sanction")[:2] == (["Norland"], [])


def test_a_gerund_after_a_denied_infinitive_is_not_denied(happened: Read) -> None:
    """What somebody is asked not to do denies nothing that goes on after it."""
    text = "A film shows Ida Crane pleading with them not to shoot and begging Tom Reed to leave."
    found = happened(text, CAST).found
    assert {event.reality for event in found if event.type == "demand"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ida Crane demanded that Tom Reed be freed.", []),
        ("Ida Crane demanded that Tom Reed be freed by the Guild.", ["the Guild"]),
        ("Ida Crane demanded that Tom Reed leave the hall.", ["Tom Reed"]),
        ("In May the dockers met Tom Reed, saying he must resign.", ["Tom Reed"]),
    ],
)
def test_who_is_to_be_freed_is_asked_for_nothing(
    happened: Read, text: str, whom: list[str]
) -> None:
    """A demand is made of who is to do something, not of whom it would befall."""
    assert happened(text, CAST).short("demand")[1] == whom


def test_a_request_that_is_refused_was_made(happened: Read) -> None:
    """To refuse a request does not undo that it was made."""
    text = "The court denied a request by Ida Crane for a new trial."
    assert happened(text, CAST).short("demand") == (["Ida Crane"], [], "actual")


def test_neither_place_nor_year_of_a_deed_is_that_of_its_critic(happened: Read) -> None:
    """Where and when something was tells nothing of where and when it was criticized."""
    text = "Ida Crane criticized Tom Reed's 2011 intervention in Norland."
    event = happened(text, CAST, {"2011": "2011"}).one("disapprove")
    assert (event.where, event.when) == ((), None)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ida Crane urged Tom Reed on Sunday to ban the dockers.", None),
        ("On Sunday, Ida Crane wants to ban the dockers.", "2031-05-04"),
    ],
)
def test_what_is_asked_for_is_not_of_the_day_it_is_asked_on(
    happened: Read, text: str, when: str | None
) -> None:
    """The day of an appeal is not that of what it asks for; a plan of now has a day of its own."""
    found = happened(text, CAST, {"Sunday": "2031-05-04"})
    dates = {time.id: time.value for time in found.context.times}
    assert dates.get(found.one("sanction").when) == when


@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("Ida Crane to reject Tom Reed's offer.", "reject", "planned"),
        ("Ida Crane ordered an embargo on Norland.", "sanction", "actual"),
        ("Ida Crane tried to get Tom Reed to denounce the Guild.", "disapprove", "attempted"),
        ("The court ruled in favor of Ida Crane's request.", "demand", "actual"),
        ("Ida Crane asked Tom Reed to wait.", "demand", "actual"),
        ("Tom Reed told Ida Crane to stop attacking the Guild's plan.", "disapprove", "actual"),
        ("Ida Crane took to the stage to accuse Tom Reed of theft.", "disapprove", "actual"),
    ],
)
def test_what_is_to_be_is_planned(happened: Read, text: str, kind: str, reality: str) -> None:
    """A headline's infinitive is ahead; what someone tries to get another to do is attempted."""
    assert happened(text, CAST).one(kind).reality == reality


@pytest.mark.parametrize(
    "text",
    [
        "Ida Crane asked Tom Reed how high the wall would be.",
        '"We must wait," Ida Crane said.',
        '"He must go to work," Ida Crane said.',
        "Doctors ruled out any link between the two.",
        "To mark the day, Ida Crane told Tom Reed that the boat was new.",
        "The demands on the dockers grew in May.",
    ],
)
def test_nobody_is_asked(happened: Read, text: str) -> None:
    """Questions, what one must do oneself, and causes that are ruled out ask and refuse nothing."""
    assert not [row for row in happened(text, CAST).rows() if row[0] in ("demand", "reject")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The flood knocked Ida Crane out.", "disapprove"),
        ("Ida Crane had been knocked unconscious by Tom Reed.", "disapprove"),
    ],
)
def test_blows_are_no_criticism(happened: Read, text: str, kind: str) -> None:
    """Who is knocked out, or unconscious, is not criticized."""
    assert kind not in [row[0] for row in happened(text, CAST).rows()]


def test_who_is_called_by_name_is_one(happened: Read) -> None:
    """A noun and the name that it is called by are one, and the name is told."""
    cast = {**CAST, "group": "a former guard"}
    text = "A lawsuit was filed by a former guard named Ida Crane."
    assert happened(text, cast).short("disapprove")[0] == ["Ida Crane"]


def test_the_year_of_a_campaign_is_not_that_of_its_critics(happened: Read) -> None:
    """A year inside of what is criticized does not tell when that was done."""
    text = "Ida Crane faced criticism for loans to her 2012 campaign."
    assert happened(text, CAST, {"2012": "2012"}).one("disapprove").when is None
