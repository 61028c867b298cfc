"""Descriptions: people and bodies spoken of without a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_unnamed_sources_are_groups(cast: Reads) -> None:
    """An unnamed source is an entity of kind group, with its description as name."""
    found = cast("A former associate told reporters that regional security sources had lied.")
    assert found("A former associate").kind == "group"
    assert found("regional security sources").kind == "group"


def test_apposition_belongs_to_the_name(cast: Reads) -> None:
    """What stands in apposition to a name is a mention of that person."""
    found = cast("Anna Kern, a senior analyst, left. Its director, Ole Holm, stayed.")
    assert found.said("Anna Kern", "nominal") == ["a senior analyst"]
    assert found.said("Ole Holm", "nominal") == ["Its director"]


def test_no_man_is_a_body_or_a_place(cast: Reads) -> None:
    """Whoever the parser hangs on the name of a body or a place before a comma is not that."""
    found = cast("In a tape sent to the Northern Bank, a man said the bank had lied.")
    assert found("a man").kind == "group"
    assert found.said("Northern Bank", "nominal") == ["the bank"]


def test_clause_is_no_part_of_a_description(cast: Reads) -> None:
    """A relative clause is left out of a description."""
    found = cast("We met a fisherman from Bergen who had seen it.")
    assert found.bears("a fisherman from Bergen")


def test_words_joined_by_hyphens(cast: Reads) -> None:
    """A father-in-law is no father, and a man in "ten-man" no man."""
    found = cast("Paul Holm is the father-in-law of the senator, Ole Berg.")
    assert found.said("Paul Holm", "nominal")[0].startswith("the father-in-law")
    assert found.said("Ole Berg", "nominal") == ["the senator"]
    found = cast("They lost to ten-man Harwick Rovers on Friday.")
    assert found.said("Harwick Rovers", "nominal") == []


def test_a_chair_is_no_person(cast: Reads) -> None:
    """Words that mean things as often name nobody unless they act."""
    found = cast("She posted a picture of an empty chair. She shook her head.")
    assert found.entities == ()


def test_bodies_without_a_name(cast: Reads) -> None:
    """A body without a name is a group, and tells the country by its nation's word."""
    found = cast("The Kenyan parliament met on Friday. A rights group had asked for it.")
    assert found("The Kenyan parliament").kind == "group"
    assert found("The Kenyan parliament").place.country == "KE"
    assert found("A rights group").kind == "group"


def test_bodies_that_are_houses(cast: Reads) -> None:
    """A house is a body only where it acts, and a manner of doing never."""
    found = cast("They took him by force to the hospital near the school.")
    assert found.entities == ()
    assert cast("The hospital denied the report.")("The hospital").kind == "group"


def test_what_somebody_is_accused_of(cast: Reads) -> None:
    """A deed after "of" is no part of the description before it."""
    found = cast("They accused the Kenyan government of arming the rebels.")
    assert found("the Kenyan government").kind == "group"


def test_bodies_that_do_something(cast: Reads) -> None:
    """An office or a state is a body where it does what people and bodies do, and nowhere else."""
    found = cast("The office denied the report. The villagers sued the state. He left the office.")
    assert sum(entity.name == "The office" for entity in found.entities) == 1
    assert found("the state").kind == "group"
    assert not cast("He painted the office in May.").entities


def test_the_sides_of_a_dispute(cast: Reads) -> None:
    """Both sides are a group."""
    assert cast("Both sides agreed to meet on Friday.")("Both sides").kind == "group"


def test_whose_body_it_is(cast: Reads) -> None:
    """A body is of the place that is said to own it."""
    assert cast("Kenya's parliament met on Friday.")("Kenya's parliament").place.country == "KE"
    found = cast("In May the government of Kenya fell.")
    assert found("the government of Kenya").place.country == "KE"


def test_no_word_is_cut_at_its_hyphen(cast: Reads) -> None:
    """A phrase ends before a compound that it would cut, and before what is laid to a body."""
    found = cast("Lena Marsh accused the council of a cover-up on Friday.")
    assert [e.name for e in found.entities] == ["Lena Marsh", "the council"]


def test_a_role_without_its_years(cast: Reads) -> None:
    """The years of a role are no part of it, and none stands before one."""
    text = "Tomas Berg was ports minister from 2004 and interior minister from 2006."
    found = cast(text)
    assert found.said("Tomas Berg", "nominal") == ["ports minister"]
    assert not [e for e in found.entities if "2004" in e.name]


def test_a_source_of_something_is_nobody(cast: Reads) -> None:
    """What something comes from is no person."""
    found = cast("The source of the noise was an old pump.")
    assert not found.bears("The source of the noise")
    assert cast("A source told the paper.").bears("A source")


def test_who_says_so_within_a_clause(cast: Reads) -> None:
    """Whoever says it of a man within the clause on him is not one with him."""
    found = cast("A man officials say was shot by Lena Marsh was jailed on Monday.")
    assert not found.bears("A man officials")


def test_words_that_are_a_body_far_more_rarely(cast: Reads) -> None:
    """A label that is refused is no body, nor is a station beside people who were in one."""
    assert not cast("Lena Marsh rejected the label on Monday.").bears("the label")


def test_a_dash_parts_a_phrase(cast: Reads) -> None:
    """No phrase goes on over a dash between spaces."""
    found = cast("They read the notes - local farmers mostly.")
    assert all(" - " not in entity.name for entity in found.entities)
