"""Bylines into people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.article import byline

LINES = [
    ("By Ada Lund", ("Ada Lund",)),
    ("BY ADA LUND AND BO GRIM", ("ADA LUND", "BO GRIM")),
    ("Opinion by Ada Lund, special to The Courier", ("Ada Lund",)),
    ("By Ada Lund, Bo Grim and Cy Holm in Paris", ("Ada Lund", "Bo Grim", "Cy Holm")),
    ("By Ada Lund in Paris and Bo Grim in Rome", ("Ada Lund", "Bo Grim")),
    ("Posted by Ada Lund on March 4, 2019", ("Ada Lund",)),
    ("Written by Ada Lund March 4, 2019", ("Ada Lund",)),
    ("Ada Lund, Staff Writer", ("Ada Lund",)),
    ("Von Max Muster, Berlin", ("Max Muster",)),
    ("Par Jeanne Doux, à Lyon", ("Jeanne Doux",)),
    ("Por Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
    ("Ada Lund | Reuters", ("Ada Lund",)),
    ("By Ada Lund, CNN", ("Ada Lund",)),
    ("Ada Lund, DAILY BUGLE", ("Ada Lund",)),
    ("Ada Lund View More Articles", ("Ada Lund",)),
    ("Par ADA LUND, BO GRIM Envoyés spéciaux à Lyon", ("ADA LUND", "BO GRIM")),
    ("By Ada Lund, Jr., and Bo Grim", ("Ada Lund, Jr.", "Bo Grim")),
    ("By Ada Lund (ada@example.org) @ada Updated 3:15 PM", ("Ada Lund",)),
    ("**By [Ada Lund](https://example.org/ada)**", ("Ada Lund",)),
    ("By Ada de la Cruz", ("Ada de la Cruz",)),
    ("By bell hooks", ("bell hooks",)),
    ("By Emily Post", ("Emily Post",)),
    ("By Wei En Li", ("Wei En Li",)),
]


@pytest.mark.parametrize(("line", "people"), LINES)
def test_people(line: str, people: tuple[str, ...]) -> None:
    """Each person of a byline comes out once, without cue, job, place, outlet, address and time."""
    assert byline.people(line) == people


@pytest.mark.parametrize("line", ["By REUTERS", "By The Associated Press"])
def test_agency_alone(line: str) -> None:
    """An agency is the byline only where the line says so and names nobody else."""
    assert byline.people(line) == (line[3:],)


@pytest.mark.parametrize(
    "line", ["", "By", "By admin", "Reuters", "By the time he left, it was over"]
)
def test_nobody(line: str) -> None:
    """A line that names nobody has no people."""
    assert byline.people(line) == ()


def test_language_decides_the_words() -> None:
    """In a language of its own only that language's words open a byline."""
    assert byline.people("Von Ada Lund", "en") == ("Von Ada Lund",)
    assert byline.people("Von Ada Lund", "de") == ("Ada Lund",)
    assert byline.people("Von Ada Lund", "xx") == ("Ada Lund",)


def test_is_byline() -> None:
    """Only a line that opens like a byline and names somebody is one."""
    assert byline.is_byline("By Ada Lund, March 4, 2019")
    assert not byline.is_byline("By the time he left, it was over.")
    assert not byline.is_byline("Ada Lund")


def test_is_name() -> None:
    """A full name is two to five capitalised words."""
    assert byline.is_name("Ada de la Cruz")
    assert not byline.is_name("Ada")
    assert not byline.is_name("Ada went to town")


@given(st.text())
def test_any_text(line: str) -> None:
    """Any text gives people whose words stand in it, or none."""
    for name in byline.people(line):
        assert name
        assert all(word in line for word in name.replace(",", " ").split())
