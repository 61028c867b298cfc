"""Whether two places are two, as far as coordinates and countries tell."""

from __future__ import annotations

from typing import Final

from dateline.names import gazetteer
from dateline.record import Place

FAR: Final = 0.5  # degrees: two places so far from each other are not one


def apart(one: Place, other: Place) -> bool:
    """Tell whether two places are two, and neither may lie within the other."""
    if one.id == other.id:
        return False
    if is_country(one) or is_country(other):
        return one.country != other.country
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon)) > FAR


def is_country(place: Place) -> bool:
    """Tell whether a place is a country as a whole."""
    found = gazetteer.country(place.country) if place.country else None
    return found is not None and found.id == place.id
