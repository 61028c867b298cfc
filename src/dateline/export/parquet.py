"""The tables as Apache Parquet, for data frames and databases; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from itertools import islice
from typing import Any, Final

from dateline.ask.table import Table, columns
from dateline.errors import DatelineError
from dateline.export.holdings import Holdings, Part
from dateline.export.tables import TABLES, rows

CHUNK: Final = 20_000  # rows of one group


def write(held: Holdings) -> Iterator[Part]:
    """Yield one Parquet file for each table; what is several values is a list.

    Raises:
        DatelineError: if pyarrow is not installed.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        remedy = "pip install 'dateline[parquet]'"
        raise DatelineError("pyarrow", "is not installed", remedy) from None
    for name in TABLES:
        yield Part(f"{name}.parquet", (_table(held, name, arrow, parquet),))


def _table(held: Holdings, name: str, arrow: Any, parquet: Any) -> bytes:
    kinds = {int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), str: arrow.string()}
    several = arrow.list_(arrow.string())
    shape = arrow.schema(
        [(column.name, kinds.get(column.type, several)) for column in columns(TABLES[name])]
    )
    out, left = BytesIO(), rows(held, name)
    with parquet.ParquetWriter(out, shape, compression="zstd") as writer:
        while chunk := tuple(islice(left, CHUNK)):
            flat = Table(TABLES[name], chunk).to_flat()
            writer.write_table(arrow.Table.from_pylist(flat, schema=shape))
    return out.getvalue()
