"""An archive in the forms that others read, one module per form; `dossier` is for the terminal.

A form is a function from what is exported to the files that it makes, one after the other, as
chunks of bytes: nothing is held whole that need not be. `FORMATS` is all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from dateline.export import (
    brat,
    conll,
    followthemoney,
    geojson,
    gexf,
    graphml,
    parquet,
    provenance,
    separated,
    stix,
    timelinejs,
    webannotation,
)
from dateline.export.holdings import Holdings, Part

__all__ = ["FORMATS", "Format", "Holdings", "Part"]


class Format(NamedTuple):
    """A form that an archive can be exported in.

    Attributes:
        name: as users name it.
        says: what it is, in one line.
        suffix: of its one file; empty where it is a folder of files.
        write: what makes it.
    """

    name: str
    says: str
    suffix: str
    write: Callable[[Holdings], Iterator[Part]]


FORMATS: Final = (
    Format("csv", "Tables as CSV (RFC 4180), a file each.", "", separated.write),
    Format("parquet", "The same tables as Apache Parquet.", "", parquet.write),
    Format("gexf", "The network as GEXF 1.3, its ties dated, for Gephi.", ".gexf", gexf.write),
    Format("graphml", "The network as GraphML.", ".graphml", graphml.write),
    Format("ftm", "FollowTheMoney entities, one JSON a line.", ".ftm.json", followthemoney.write),
    Format("stix", "A STIX 2.1 bundle.", ".stix.json", stix.write),
    Format(
        "webannotation", "W3C Web Annotations, one page of JSON-LD.", ".jsonld", webannotation.write
    ),
    Format("geojson", "Events at their places as GeoJSON (RFC 7946).", ".geojson", geojson.write),
    Format("timelinejs", "Events as JSON for TimelineJS.", ".json", timelinejs.write),
    Format("prov", "Provenance as N-Quads in PROV-O's terms.", ".nq", provenance.write),
    Format("brat", "Each article as brat's text and standoff annotation.", "", brat.write),
    Format(
        "conll", "Each article's words in columns, names and statements as IOB2.", "", conll.write
    ),
)
"""Every form, in the order in which they are listed."""
