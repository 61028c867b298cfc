"""Parquet tables with one article a row; needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import rows
from dateline.page.source import Source

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError:  # pragma: no cover - the tests have the extra
    pa = None

_BATCH: Final = 16
"""How many rows are held at a time: an article is at most some kilobytes, but may be the limit."""


def read(source: Source) -> Iterator[Page | Unreadable]:
    """Yield the pages of a table's rows, a few of them read at a time.

    Raises:
        Unreadable: if pyarrow is missing, the file damaged, or there is no column `text`.
    """
    if pa is None:
        remedy = "pip install 'dateline[parquet]'"
        raise Unreadable(source.path, "Parquet needs the package pyarrow", remedy)
    yield from rows.pages(source.path, _rows(source))


def _rows(source: Source) -> Iterator[tuple[int, rows.Row | Unreadable]]:
    try:
        table = parquet.ParquetFile(source.seekable(), pre_buffer=False)
        there = table.schema_arrow.names
        wanted = [name for name in there if name.strip().casefold() in rows.COLUMNS]
        if "text" not in (name.strip().casefold() for name in wanted):
            raise rows.no_text(source.path, rows.columns_there(there))
        number = 0
        for batch in table.iter_batches(_BATCH, columns=wanted, use_threads=False):
            cells = [_plain(column) for column in batch.columns]
            for at in range(batch.num_rows):
                number += 1
                yield number, _row(source.path, number, batch.schema.names, cells, at)
    except (pa.ArrowException, OSError) as fault:
        reason = " ".join(str(fault).split())[:100]
        raise Unreadable(source.path, f"damaged Parquet: {reason}") from None


def _plain(column: pa.Array) -> pa.Array:
    """Return a column, its dates as words: nanoseconds and zones have no like in Python."""
    return column.cast(pa.string()) if pa.types.is_temporal(column.type) else column


def _row(
    path: str, number: int, names: list[str], columns: list[pa.Array], at: int
) -> rows.Row | Unreadable:
    try:
        cells = [column[at].as_py() for column in columns]
    except ValueError:
        return Unreadable(f"{path}#{number}", f"row {number}: a value that is not UTF-8")
    return dict(zip(names, cells, strict=True))
