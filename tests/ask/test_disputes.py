"""Disputes are found where two cannot both be right, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.ask.archive import Archive

Make = Callable[..., Any]
Opened = Callable[..., Archive]


def kinds(archive: Archive) -> list[str]:
    """Return the kinds of the disputes of an archive."""
    return [one.kind for one in archive.disputes()]


def led(make: Make, leader: str, told: str, outlet: str = "The Post", **known: Any) -> Any:
    """Return an article that tells who leads the Reed Party."""
    one = make(f"{leader} leads the Reed Party.", outlet, told)
    one.entity(leader)
    one.entity("Reed Party", "organisation")
    one.tied(leader, "leads", "Reed Party", "leads", **{"status": "current", **known})
    return one


def test_two_leaders_at_a_time(page: Make, opened: Opened) -> None:
    """Two who are told to lead one party in the same days are a dispute, with both sides."""
    archive = opened(
        led(page, "Ida Moss", "2012-03-01"), led(page, "Karl Fenn", "2012-03-09", "The Courier")
    )
    [found] = archive.disputes()
    assert found.kind == "holder"
    assert {side.says for side in found.sides} == {"Ida Moss", "Karl Fenn"}
    assert {one.name for one in found.about} == {"Reed Party", "Ida Moss", "Karl Fenn"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"told": "2012-03-01"}, {"told": "2013-03-01"}),  # one after the other
        ({"told": "2012-03-01", "until": "2010"}, {"told": "2012-03-02", "from_": "2011"}),
        ({"told": "2012-03-01", "role": "chair"}, {"told": "2012-03-02", "role": "treasurer"}),
        ({"told": "2012-03-01", "status": "former"}, {"told": "2012-03-02"}),
        ({"told": "2012-03-01", "reality": "planned"}, {"told": "2012-03-02"}),
    ],
)
def test_no_two_leaders(
    page: Make, opened: Opened, first: dict[str, Any], second: dict[str, Any]
) -> None:
    """Who led one after the other, in other offices, or not yet, contradicts nobody."""
    archive = opened(led(page, "Ida Moss", **first), led(page, "Karl Fenn", **second))
    assert kinds(archive) == []


def test_overlapping_terms(page: Make, opened: Opened) -> None:
    """Two terms of which one is said to begin before the other ends are a dispute."""
    archive = opened(
        led(page, "Ida Moss", "2012-03-01", from_="2004", until="2010", status="former"),
        led(page, "Karl Fenn", "2014-03-01", from_="2006", status="current"),
    )
    assert kinds(archive) == ["holder"]


def test_a_change_of_office_is_no_dispute(page: Make, opened: Opened) -> None:
    """Where a resignation is told, the next leader contradicts nobody."""
    resigned = page("Ida Moss resigned.", "The Post", "2012-03-05")
    resigned.entity("Ida Moss")
    resigned.happens("resign", "resigned", who=["Ida Moss"])
    archive = opened(
        led(page, "Ida Moss", "2012-03-01"), resigned, led(page, "Karl Fenn", "2012-03-09", "C")
    )
    assert kinds(archive) == []


def test_two_places_of_birth(page: Make, opened: Opened) -> None:
    """A person is born in one place, whenever it is told."""
    pages = []
    for place, told in (("Marram", "2001-01-01"), ("Sallow", "2012-01-01")):
        one = page(f"Ida Moss was born in {place}.", f"The {place} Post", told)
        one.entity("Ida Moss")
        one.entity(place, "place")
        one.tied("Ida Moss", "born_in", place, "was born in")
        pages.append(one)
    assert kinds(opened(*pages)) == ["holder"]


def counted(make: Make, words: str, number: int, told: str, **known: Any) -> Any:
    """Return an article on a collapse that killed some."""
    text = f"The wall fell and killed {words}, Ida Moss said."
    one = make(text, known.get("outlet", "The Post"), told)
    speaker = known.get("speaker")
    said = []
    if speaker:
        one.entity("Ida Moss")
        said = [one.says("Ida Moss", "said", f"The wall fell and killed {words}")]
    one.happens("accident", "fell", "fall", victims=[(words, number, number)], said_in=said)
    return one


def test_two_tolls(page: Make, opened: Opened) -> None:
    """Two numbers of dead, told on one day, are a dispute; both are quoted."""
    archive = opened(
        counted(page, "11 people", 11, "2012-03-05"),
        counted(page, "nine men", 9, "2012-03-05", outlet="The Courier"),
    )
    [found] = archive.disputes()
    assert found.kind == "number"
    assert {side.says for side in found.sides} == {"11 killed", "9 killed"}


def test_a_rising_toll_is_no_dispute(page: Make, opened: Opened) -> None:
    """A toll that is higher a day later has risen."""
    archive = opened(
        counted(page, "nine men", 9, "2012-03-05"),
        counted(page, "11 people", 11, "2012-03-06", outlet="The Courier"),
    )
    assert kinds(archive) == []


def quarrel(make: Make, claim: str, denial: str, **known: Any) -> list[Any]:
    """Return an article in which Ida Moss says something and Karl Fenn says something else."""
    one = make(f"Ida Moss said {claim}. Karl Fenn said {denial}.", "The Post", "2012-03-05")
    one.entity("Ida Moss")
    one.entity("Karl Fenn", "person", "Fenn")
    one.entity("Reed Party", "organisation")
    one.entity("Dyke Bank", "organisation")
    one.says("Ida Moss", "said", claim)
    one.says("Karl Fenn", "said", denial, stance=known.get("stance", "assert"))
    return [one]


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("the Dyke Bank had paid the Reed Party", "the Dyke Bank never paid the Reed Party"),
        ("the Reed Party was paid by the Dyke Bank", "the Dyke Bank paid the Reed Party nothing"),
    ],
)
def test_a_negated_statement_denies(page: Make, opened: Opened, claim: str, denial: str) -> None:
    """Who says that something of the same two is not so denies it, in whatever words."""
    archive = opened(*quarrel(page, claim, denial))
    [found] = archive.disputes()
    assert [side.says for side in found.sides] == ["asserted", "denied"]
    assert claim.rpartition("the ")[2] in found.sides[0].tellings[0].quote


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("the Dyke Bank had paid the Reed Party", "the Dyke Bank never sued the Reed Party"),
        ("the Dyke Bank had paid the Reed Party", "the Reed Party had a good year"),
        ("the Dyke Bank never paid the Reed Party", "the Dyke Bank never paid the Reed Party"),
    ],
)
def test_another_matter_is_no_dispute(page: Make, opened: Opened, claim: str, denial: str) -> None:
    """Another deed of the same two, or the same denied by both, contradicts nobody."""
    assert kinds(opened(*quarrel(page, claim, denial))) == []


def test_a_bare_denial_answers_what_was_said_just_before(page: Make, opened: Opened) -> None:
    """Who denies "it" denies what was said of him just before."""
    one = page("Ida Moss said Karl Fenn had signed. Karl Fenn denied it.", "The Post", "2012-03-05")
    one.entity("Ida Moss")
    one.entity("Karl Fenn")
    one.says("Ida Moss", "said", "Karl Fenn had signed")
    one.says("Karl Fenn", "denied", "it", stance="deny")
    [found] = opened(one).disputes()
    assert found.why == "just before"
    assert found.matter == "Karl Fenn had signed"


def test_disputes_about_somebody(page: Make, opened: Opened) -> None:
    """Asked of one, only the disputes that have to do with him come."""
    archive = opened(
        led(page, "Ida Moss", "2012-03-01"), led(page, "Karl Fenn", "2012-03-09", "The Courier")
    )
    assert len(archive.disputes("Karl Fenn")) == 1
    assert len(archive.disputes("Reed Party")) == 1


def test_nothing_is_no_dispute(page: Make, opened: Opened) -> None:
    """An archive without statements, events and ties has no dispute."""
    empty = page("Nothing happened.", "The Post", "2012-03-05")
    assert kinds(opened(empty)) == []


@pytest.mark.parametrize(
    ("one", "other", "count"), [("Moss", "Ida Moss", 0), ("Ada Moss", "Ida Moss", 1)]
)
def test_a_surname_is_no_rival(
    page: Make, opened: Opened, one: str, other: str, count: int
) -> None:
    """Who is told by a surname alone may be the other holder; who has another name is not."""
    archive = opened(
        led(page, one, "2012-03-01"), led(page, other, "2012-03-09", "The Courier"), apart=(one,)
    )
    assert len(archive.disputes()) == count


def deed(make: Make, type_: str, words: str, **known: Any) -> Any:
    """Return an article in which Karl Fenn says that something was not done to the Dyke Bank."""
    one = make(f"Karl Fenn said {words}.", known.pop("outlet", "The Post"), "2012-03-05")
    one.entity("Karl Fenn")
    one.entity("the Dyke Bank", "organisation")
    said = one.says("Karl Fenn", "said", words, stance=known.pop("stance", "assert"))
    ends = {"who": ["Karl Fenn"], "whom": ["the Dyke Bank"]}
    one.happens(type_, words.split(maxsplit=1)[0], "e1", said_in=[said], reality="denied", **ends)
    return one


def done(make: Make, type_: str, words: str, whom: str = "the Dyke Bank") -> Any:
    """Return an article that tells in its own voice what Karl Fenn did."""
    one = make(f"Karl Fenn {words}.", "The Courier", "2012-03-05")
    one.entity("Karl Fenn")
    one.entity(whom, "organisation")
    one.happens(type_, words.split(maxsplit=1)[0], "e1", who=["Karl Fenn"], whom=[whom])
    return one


@pytest.mark.parametrize(
    ("type_", "stance", "found"),
    [
        ("transaction", "assert", ["denied"]),  # what is told not to have been done
        ("disapprove", "assert", []),  # he may think otherwise tomorrow
        ("disapprove", "deny", ["denied"]),  # unless he denies that it was so
    ],
)
def test_attitudes_change(
    page: Make, opened: Opened, type_: str, stance: str, found: list[str]
) -> None:
    """That somebody is for something and is not contradicts nobody; to deny that he is does."""
    told = done(page, type_, "touched the Dyke Bank")
    denied = deed(page, type_, "touched nothing of the Dyke Bank", stance=stance)
    assert kinds(opened(told, denied)) == found


def test_a_refusal_denies_nothing(page: Make, opened: Opened) -> None:
    """Who refuses to do something does not say that what was done was not."""
    claim, refusal = "the Dyke Bank had paid the Reed Party", "to pay the Reed Party"
    one = page(f"Ida Moss said {claim}. Karl Fenn refused {refusal}.", "The Post", "2012-03-05")
    one.entity("Ida Moss")
    one.entity("Karl Fenn")
    one.entity("Reed Party", "organisation")
    one.entity("Dyke Bank", "organisation")
    one.says("Ida Moss", "said", claim)
    one.says("Karl Fenn", "refused", refusal, stance="deny")
    assert kinds(opened(one)) == []
