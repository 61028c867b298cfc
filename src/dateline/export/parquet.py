"""The tables as Apache Parquet, for data frames and databases; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import RawIOBase
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
        yield Part(f"{name}.parquet", _table(held, name, arrow, parquet))


def _table(held: Holdings, name: str, arrow: Any, parquet: Any) -> Iterator[bytes]:
    kinds = {int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), str: arrow.string()}
    several = arrow.list_(arrow.string())
    shape = arrow.schema(
        [(column.name, kinds.get(column.type, several)) for column in columns(TABLES[name])]
    )
    out, left = _Sink(), rows(held, name)
    with parquet.ParquetWriter(out, shape, compression="zstd") as writer:
        while chunk := tuple(islice(left, CHUNK)):
            flat = Table(TABLES[name], chunk).to_flat()
            writer.write_table(arrow.Table.from_pylist(flat, schema=shape))
            yield out.taken()
    yield out.taken()


class _Sink(RawIOBase):
    """A file that is written to its end only, and read as it grows: no table is held whole."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        """Return true."""
        return True

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._size

    def write(self, data: Any, /) -> int:  # bytes, or a buffer of pyarrow's
        """Take some bytes."""
        self._chunks.append(bytes(data))
        self._size += len(self._chunks[-1])
        return len(self._chunks[-1])

    def taken(self) -> bytes:
        """Return what was written since this was last asked."""
        out = b"".join(self._chunks)
        self._chunks.clear()
        return out
