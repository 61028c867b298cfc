"""Nations' words that stand for the country before what a state does and wields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    "text", ["Kenyan jets struck the port at dawn.", "They turned down a Kenyan proposal."]
)
def test_a_states_deeds_and_arms(cast: Reads, text: str) -> None:
    """A state's weapons and offers mention the country, which acts."""
    country = cast(text)("Kenyan")
    assert (country.kind, country.place.country) == ("place", "KE")
    assert [(mention.form, mention.acts) for mention in country.mentions] == [("nominal", True)]


def test_the_country_is_named_elsewhere(cast: Reads) -> None:
    """The word is a mention of the country that the article names."""
    found = cast("Kenya denied it. Kenyan jets struck the port at dawn.")
    assert found.said("Kenya", "nominal") == ["Kenyan"]


@pytest.mark.parametrize(
    "text", ["She likes Kenyan coffee.", "They shot down anti-Kenyan jets.", "A Kenyan smiled."]
)
def test_other_nouns(cast: Reads, text: str) -> None:
    """Before what is no state's, or joined to another word, it names no country."""
    assert all(one.place is None for one in cast(text).entities)


def test_a_nation_of_two_words(cast: Reads) -> None:
    """North Korean jets are of the north."""
    country = cast("On Friday North Korean jets struck the port.")("North Korean")
    assert country.place.country == "KP"
