"""The gazetteer: which places in the world bear a name. Made by `training/gazetteer.py`.

It holds countries, their regions of two levels, continents, and towns of 1,000 people and more (of
500 in some countries), from GeoNames (geonames.org, CC BY 4.0).
"""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from dateline.errors import DatelineError
from dateline.names.words import fold

NAME: Final = "geonames"
FILE: Final = "gazetteer.sqlite"

Level = Literal["country", "region", "county", "capital", "city", "continent", "area"]


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One place of the gazetteer.

    Attributes:
        id: GeoNames id; 0 for an area that GeoNames does not know as one.
        level: what kind of place it is.
        lat: degrees north of its middle.
        lon: degrees east of its middle.
        country: ISO 3166-1 code, or `None`.
        region: id of the region that holds it, or `None`.
        county: id of the county that holds it, or `None`.
        people: how many live there; 0 if unknown.
        main: whether the name asked for is its main one.
    """

    id: int
    level: Level
    name: str
    lat: float
    lon: float
    country: str | None = None
    region: int | None = None
    county: int | None = None
    people: int = 0
    main: bool = True


@lru_cache(maxsize=16384)
def sites(name: str) -> tuple[Site, ...]:
    """Return all places that bear the name, compared as `words.fold` does, the largest first."""
    rows = _base().execute(
        "SELECT p.id, p.kind, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.population,"
        " n.main FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
        " ORDER BY p.population DESC, p.id",
        (fold(name).encode("utf-8", "replace").decode(),),
    )
    return tuple(
        Site(
            id=row[0],
            level=row[1],
            name=row[2],
            lat=row[3],
            lon=row[4],
            country=row[5],
            region=row[6],
            county=row[7],
            people=row[8],
            main=bool(row[9]),
        )
        for row in rows
    )


@lru_cache(maxsize=1024)
def country(code: str) -> Site | None:
    """Return the country with the ISO 3166-1 code, or `None`."""
    row = (
        _base()
        .execute("SELECT name FROM place WHERE country = ? AND kind = 'country'", (code,))
        .fetchone()
    )
    found = sites(row[0]) if row else ()
    return next((site for site in found if site.level == "country"), None)


@cache
def _base() -> sqlite3.Connection:
    """Return the open file; it is only read, so one connection does for the process.

    Raises:
        DatelineError: if the file is missing or is no gazetteer.
    """
    path = files(__package__).joinpath(FILE)
    try:
        base = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        base.execute("SELECT 1 FROM name LIMIT 1")
    except sqlite3.Error as fault:
        raise DatelineError(str(path), str(fault), "install dateline again") from fault
    return base
