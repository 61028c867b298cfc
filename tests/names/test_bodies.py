"""Bodies by their shorter names: acronyms, ships, teams, papers, firms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_acronym_without_the_land(cast: Reads) -> None:
    """An acronym may leave out the land that a long name begins with."""
    found = cast("The U.S. Harbour Safety Agency met. The HSA said it had a plan.")
    assert found("HSA") is found("U.S. Harbour Safety Agency")


def test_a_ship_without_its_prefix(cast: Reads) -> None:
    """A ship is one with and without the letters before its name, and is a thing."""
    found = cast("The MV Anna Kern left Oslo on Friday. The Anna Kern was built in 1979.")
    assert found("MV Anna Kern").kind == "product"
    assert found.said("MV Anna Kern", "name") == ["MV Anna Kern", "Anna Kern"]


def test_a_team_without_its_last_word(cast: Reads) -> None:
    """A team is one with and without "United"."""
    found = cast(
        "Later Harwick United 2-1 Eastbourne Rovers was the score. "
        "They said that Harwick had won it late."
    )
    assert found("Harwick") is found("Harwick United")


def test_a_paper_by_its_last_word(cast: Reads) -> None:
    """A paper is called by its last word with an article."""
    found = cast("She told the Tilden County Courier so. The Courier had asked her.")
    assert "Courier" in found("Tilden County Courier").aliases


def test_two_firms_of_one_first_word_stay_two(cast: Reads) -> None:
    """A word with which several bodies begin makes them no one."""
    found = cast("Quillon Bank sued Quillon Motors Inc. on Friday. Quillon Motors Inc. lost.")
    assert found("Quillon Bank") is not found("Quillon Motors Inc.")


def test_a_firm_without_its_last_word(cast: Reads) -> None:
    """What the tagger takes for a person is the firm that is named so, if no such person is."""
    found = cast("Tesso Holdings Ltd. bought the mill. Rivals of Tesso complained.")
    assert found("Tesso") is found("Tesso Holdings Ltd.")
    found = cast("Tesso Holdings Ltd. hired Anna Tesso on Friday. Later Tesso complained.")
    assert found("Anna Tesso") is not found("Tesso Holdings Ltd.")


def test_a_last_word_that_any_body_bears(cast: Reads) -> None:
    """A common noun that ends a body's name is no name of it."""
    found = cast("The White House said so. The House passed the bill. The House met on Friday.")
    assert found("White House") is not found("House")


def test_a_firm_without_its_trade(cast: Reads) -> None:
    """A firm goes by its name without its trade, unless a person bears that name."""
    found = cast("Draskell Maritime, a Dutch firm, left. A spokeswoman for Draskell was sorry.")
    assert found("Draskell Maritime") is found("Draskell")
    other = cast(
        "Draskell Maritime sued Paul Draskell on Friday. Draskell said that he was innocent."
    )
    assert other("Paul Draskell") is not other("Draskell Maritime")
    assert not other("Draskell Maritime").aliases


def test_a_parliament_is_no_guild(cast: Reads) -> None:
    """What each state has one of is not a society whose name has the same word."""
    found = cast("Lena Marsh blasted Congress on Monday. The American Congress of Millers met.")
    assert found("Congress") is not found("American Congress of Millers")
