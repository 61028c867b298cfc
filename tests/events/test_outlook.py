"""Changes of office and of bodies that are told as if they were so, and are yet to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed",
    "place": "Velmont",
    "organisation": "the Guild; Harbour Club",
    "group": "the first woman",
}


@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("They argued. Velmont holds its primary on Tuesday.", "elect", "planned"),
        ("Velmont held its primary on Tuesday.", "elect", "actual"),
        ("Ida Crane, who is retiring in May, thanked them.", "resign", "planned"),
        ("Ida Crane retired in May.", "resign", "actual"),
        ("It rained. After Ida Crane steps down, they will look for work.", "resign", "planned"),
        ("It rained. After Ida Crane stepped down, they looked for work.", "resign", "actual"),
        ("Ida Crane would be the first woman elected to the council.", "elect", "hypothetical"),
        ("Ida Crane was the first woman elected to the council.", "elect", "actual"),
        ("The appointment of Tom Reed would please them.", "appoint", "hypothetical"),
        ("The appointment of Tom Reed pleased them.", "appoint", "actual"),
        ("Ida Crane will try to form the Guild.", "found", "planned"),
        ("Ida Crane tried to form the Guild.", "found", "attempted"),
        ("There were calls for Ida Crane to resign.", "resign", "planned"),
        ("They reached an agreement for the acquisition of the Guild.", "merge", "planned"),
        ("The judges cleared the acquisition of the Guild.", "merge", "planned"),
        ("It is a step on the road to electing Ida Crane.", "elect", "hypothetical"),
        ("Ida Crane beat Tom Reed to win the presidency.", "elect", "actual"),
    ],
)
def test_what_is_yet_to_come_is_no_fact(happened: Read, text: str, kind: str, reality: str) -> None:
    """The present of a calendar, a word of time, "would" and a will to try all look ahead."""
    assert happened(text, CAST).one(kind).reality == reality


def test_who_is_put_forward_is_to_do_it(happened: Read) -> None:
    """Whoever is nominated to replace somebody is the one to replace them."""
    cast = {"person": "Ida Crane; Tom Reed; Ada Vane"}
    found = happened("Ida Crane nominated Tom Reed to replace Ada Vane as mayor.", cast)
    assert ("appoint", "replace", [], ["Tom Reed"]) in found.rows()


@pytest.mark.parametrize(
    ("text", "whom"),
    [("Her appointments pleased the Guild.", []), ("Her appointment pleased them.", ["Ida Crane"])],
)
def test_whose_appointments_are_told_made_them(happened: Read, text: str, whom: list[str]) -> None:
    """One appointment is somebody's own, many are those that somebody has made."""
    found = happened(text, {"person": "Ida Crane=Her", "organisation": "the Guild"})
    assert found.names(found.one("appoint").whom) == whom


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They bought hats before the March election in Velmont.", 0),
        ("The outcome of the election in Velmont is open.", 0),
        ("Ida Crane fell ill during the election in Velmont.", 1),
        ("The last election in Velmont was a sad one.", 1),
        ("Ida Crane is busy with her re-election campaign in Velmont.", 0),
        ("The election of Ida Crane pleased them.", 1),
    ],
)
def test_a_day_of_voting_counts_when_it_is_over(happened: Read, text: str, count: int) -> None:
    """A vote named as a day to come is no event, one that is told of as past is."""
    assert [one.type for one in happened(text, CAST).found].count("elect") == count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The speech fired Ida Crane up.", []),
        ("The Guild fired Ida Crane.", ["dismiss"]),
        ("Tom Reed dismissed Ida Crane as a dreamer.", []),
        ("Tom Reed removed Ida Crane from office.", ["dismiss"]),
        ("Tom Reed removed Ida Crane from a meeting in Velmont.", []),
        ("Tom Reed promoted Ida Crane on the air.", []),
        ("Tom Reed promoted Ida Crane to captain.", ["appoint"]),
        ("Ida Crane was named the best guest as usual.", []),
        ("Ida Crane won the state of Velmont.", []),
        ("Ida Crane won the presidency.", ["elect"]),
        ("Tom Reed formed part of the Guild.", []),
        ("The Guild was founded on a promise.", []),
        ("The club will retire the numbers of Ida Crane.", []),
        ("Tom Reed took over the Harbour Club in May.", []),
        ("Harbour Club took over the Guild in May.", ["merge"]),
        ("They forced Tom Reed out of business.", []),
    ],
)
def test_words_of_office_have_other_senses(happened: Read, text: str, kinds: list[str]) -> None:
    """Praise, blame, games and figures of speech give and take no office."""
    change = ("appoint", "dismiss", "elect", "found", "merge", "resign")
    assert [one.type for one in happened(text, CAST).found if one.type in change] == kinds
