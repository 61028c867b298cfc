"""The tables as comma-separated values (RFC 4180), for spreadsheets and everything else.

Several values in one cell are joined by `; `. A cell that a spreadsheet would take for a formula
has an apostrophe before it; Parquet has all cells as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from dateline.ask.table import Table
from dateline.export.holdings import Holdings, Part
from dateline.export.tables import TABLES, rows

CHUNK: Final = 5_000  # rows


def write(held: Holdings) -> Iterator[Part]:
    """Yield one CSV file for each table, in UTF-8 with a byte order mark, as spreadsheets need."""
    for name in TABLES:
        yield Part(f"{name}.csv", _lines(held, name))


def _lines(held: Holdings, name: str) -> Iterator[bytes]:
    left = rows(held, name)
    yield "\ufeff".encode() + Table(TABLES[name]).to_csv().encode()
    while chunk := tuple(islice(left, CHUNK)):
        _, _, body = Table(TABLES[name], chunk).to_csv().partition("\n")
        yield body.encode()
