"""Parquet tables with one article a row."""

from __future__ import annotations

import datetime
import gzip
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import pages
from dateline.page import parquet as reader

DAY = datetime.datetime(2019, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)


def read(tmp_path: Path, columns: dict[str, object], **options: object) -> list[Page | Unreadable]:
    """Write a table and read it."""
    place = tmp_path / "t.parquet"
    parquet.write_table(pa.table(columns), place, **options)
    return list(pages([str(place)]))


def test_rows_are_pages(tmp_path: Path) -> None:
    """Each row is a page, its text unchanged; rows without a text are told."""
    found = read(tmp_path, {"ID": [5, 6], "text": [" A\r\nb ", None], "views": [1, 2]})
    assert isinstance(found[0], Page)
    assert (found[0].path[-2:], found[0].text) == ("#5", " A\r\nb ")
    assert isinstance(found[1], Unreadable)
    assert found[1].reason == "row 2: `text` is empty"


@pytest.mark.parametrize(
    ("column", "published"),
    [
        (pa.array([DAY.date()]), "2019-03-04"),
        (pa.array([DAY], pa.timestamp("ns", "UTC")), "2019-03-04T05:06:07Z"),
        (pa.array([DAY], pa.timestamp("s", "America/New_York")), "2019-03-04T00:06:07-05:00"),
        (pa.array(["2019-03"]), "2019-03"),
        (pa.array([2019]), "2019"),
        (pa.array([None], pa.date32()), None),
    ],
)
def test_dates_of_any_type(tmp_path: Path, column: pa.Array, published: str | None) -> None:
    """A column of days, moments, words or years gives the date of publication."""
    (page,) = read(tmp_path, {"text": ["Words."], "published": column})
    assert isinstance(page, Page)
    assert page.given.published == published


def test_many_rows_come_in_order(tmp_path: Path) -> None:
    """More rows than are held at a time come one after the other, numbered throughout."""
    found = read(tmp_path, {"text": [f"Row {n}." for n in range(100)]}, row_group_size=30)
    assert [each.path.rpartition("#")[2] for each in found if isinstance(each, Page)] == [
        str(n) for n in range(1, 101)
    ]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """A value that is not UTF-8 makes its row unreadable and no other."""
    broken = pa.array([b"\xff\xfe", b"Fine."]).view(pa.binary())
    first, second = read(tmp_path, {"text": broken.cast(pa.string(), safe=False)})
    assert isinstance(first, Unreadable)
    assert isinstance(second, Page)


def test_a_table_without_text_is_one_line(tmp_path: Path) -> None:
    """A table without the column `text` is one error that names the columns there."""
    (found,) = read(tmp_path, {"id": [1, 2], "body": ["a", "b"]})
    assert isinstance(found, Unreadable)
    assert found.reason == "no column `text`"
    assert "id, body" in found.remedy


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    """A Parquet file within a gzip file is unpacked."""
    parquet.write_table(pa.table({"text": ["Words."]}), tmp_path / "t.parquet")
    packed = tmp_path / "t.parquet.gz"
    packed.write_bytes(gzip.compress((tmp_path / "t.parquet").read_bytes()))
    (page,) = pages([str(packed)])
    assert isinstance(page, Page)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, a table is unreadable and the remedy installs it."""
    monkeypatch.setattr(reader, "pa", None)
    (found,) = read(tmp_path, {"text": ["Words."]})
    assert isinstance(found, Unreadable)
    assert "dateline[parquet]" in found.remedy
