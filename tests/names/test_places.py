"""Places: which one a name means, by what else the article names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They met in London on Friday.", "London", "GB"),
        ("They met in London, Ontario, on Friday.", "London", "CA"),
        ("They drove from Paris, Texas, to Dallas.", "Paris", "US"),
        ("They flew from Paris to Lyon, in France.", "Paris", "FR"),
        ("Police in Toledo searched houses. Spanish officials in Madrid agreed.", "Toledo", "ES"),
        ("Police in Toledo searched houses. Officials in Ohio and Cleveland agreed.", "Toledo",
         "US"),
    ],
)  # fmt: skip
def test_context_decides(cast: Reads, text: str, name: str, country: str) -> None:
    """What the text says outright decides first, then what its places have in common."""
    assert cast(text)(name).place.country == country


def test_part_of_a_country(cast: Reads) -> None:
    """A part of a country is named by the country."""
    found = cast("Fighting went on in northern Kenya on Friday.")
    assert found("Kenya").place.country == "KE"


def test_area_without_geonames(cast: Reads) -> None:
    """A region that no list of towns holds has a point and says whose it is."""
    place = cast("Rain fell all over the Sahel again.")("Sahel").place
    assert place.gazetteer == "dateline"
    assert 10 < place.lat < 20


def test_unknown_place_has_no_point(cast: Reads) -> None:
    """A place that the gazetteer does not hold has none."""
    found = cast("They live in the village of Quillonbeck, in the hills.")
    assert found("Quillonbeck").place is None


def test_bare_name_means_the_town(cast: Reads) -> None:
    """Of a region and its town of one name the town is meant."""
    place = cast("The harbour of Lagos, in Nigeria, was closed.")("Lagos").place
    assert abs(place.lat - 6.45) < 0.2


def test_a_river_is_no_town(cast: Reads) -> None:
    """A river has no point of a town of its name."""
    assert cast("The Bergen river had risen by noon.")("Bergen").place is None
