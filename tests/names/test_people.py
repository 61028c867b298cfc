"""People by a part of their name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.names.context import Context
from dateline.names.people import given_sex, surname

Reads = Callable[[str], Any]


def test_surname_without_junior(context: Callable[[str], Context]) -> None:
    """The surname is the last word that is not "Jr." or its like."""
    parsed = context("")
    assert surname(parsed, "paul kern jr") == "kern"
    assert surname(parsed, "ayman al amin") == "amin"


def test_sex_by_given_name(context: Callable[[str], Context]) -> None:
    """A given name that either sex bears, or none known, tells nothing."""
    parsed = context("")
    assert given_sex(parsed, "anna kern") == "female"
    assert given_sex(parsed, "paul kern") == "male"
    assert given_sex(parsed, "quillon kern") is None
    assert given_sex(parsed, "") is None


def test_given_name_alone(cast: Reads) -> None:
    """A given name alone is the one person who bears it."""
    found = cast("Anna Kern met Paul Holm in Oslo. Then Anna left, and Paul stayed.")
    assert found.said("Anna Kern", "name") == ["Anna Kern", "Anna"]


def test_city_is_no_surname(cast: Reads) -> None:
    """A person named like a city does not take the city's mentions."""
    found = cast("Jane London met reporters in London. She lives in London, she said.")
    assert found("London").kind == "place"
    assert found("Jane London").kind == "person"
