"""What a verb or a noun means where it stands: which kind of event, and whether it is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane=she; Tom Reed=Reed=he",
    "place": "Velmont; Norland=Norlandic; Velmont Park",
    "organisation": "Delta Stores; Acme Chemical; the Labour Party",
    "group": "the dockers; investors; relatives; the boy",
}


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Tom Reed was convicted of murder.", "disapprove", "verdict"),
        ("Tom Reed was found guilty.", "disapprove", "verdict"),
        ("Tom Reed was sentenced to ten years.", "coerce", "sentence"),
        ("Norland turned Tom Reed over to Velmont.", "cooperate", "judicial"),
        ("Delta Stores completed its takeover of Acme Chemical.", "merge", "acquisition"),
    ],
)
def test_a_word_tells_of_its_own_kind(happened: Read, text: str, kind: str, mode: str) -> None:
    """Who is found guilty is not sentenced yet; a firm is taken over, a prisoner handed over."""
    assert happened(text, CAST).one(kind).mode == mode


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The jury found Tom Reed not guilty.", "disapprove"),
        ("Tom Reed was killed by cancer.", "assault"),
        ("The flu killed Tom Reed.", "assault"),
        ("Ida Crane tried to seize the high ground.", "assault"),
        ("Relatives turned the boy over to his father.", "cooperate"),
        ("Tom Reed was sold out by Norland.", "transaction"),
        ("Ida Crane left the Labour Party.", "resign"),
        ("Investors fled Norland.", "travel"),
        ("Ida Crane moved the embassy to Velmont.", "travel"),
        ("The armed takeover of Velmont Park by Tom Reed ended.", "merge"),
        ("The party released its delegates.", "concede"),
    ],
)
def test_a_word_of_another_sense_tells_of_nothing(happened: Read, text: str, kind: str) -> None:
    """An illness attacks nobody; whoever is sold out is not sold; a member resigns from no post."""
    assert kind not in [one.type for one in happened(text, CAST).found]


def test_a_land_before_an_invasion_is_invaded(happened: Read) -> None:
    """What "the Norland invasion" befalls is Norland, unless the words tell of another."""
    assert happened("Ida Crane opposed the Norland invasion.", CAST).short("assault")[:2] == (
        [],
        ["Norland"],
    )
    found = happened("Ida Crane opposed the Norland invasion of Velmont.", CAST)
    assert found.short("assault")[:2] == (["Norland"], ["Velmont"])


def test_the_place_of_a_deed_is_not_that_of_its_trial(happened: Read) -> None:
    """Who is charged "in the Velmont bombing" need not be charged there."""
    found = happened("Tom Reed was charged in the Velmont bombing.", CAST)
    assert found.one("coerce").where == ()
    found = happened("Tom Reed was charged in Velmont.", CAST)
    assert found.names(found.one("coerce").where) == ["Velmont"]


def test_a_firm_is_no_tool_by_its_name(happened: Read) -> None:
    """A firm called after what it makes is not what its deed is done with."""
    assert happened("Acme Chemical bought Delta Stores.", CAST).found[0].instrument == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ida Crane recommended jailing Tom Reed.", "coerce"),
        ("Ida Crane discussed deporting the dockers.", "coerce"),
    ],
)
def test_whoever_proposes_a_deed_does_not_do_it(happened: Read, text: str, kind: str) -> None:
    """What somebody recommends or discusses is for others to do."""
    assert happened(text, CAST).one(kind).who == ()


def test_who_escapes_a_word_goes_nowhere(happened: Read) -> None:
    """Whoever escapes what is said of him has not fled."""
    assert not happened("Ida Crane escaped public shaming.", CAST).found
