"""Tables are tuples of rows that know their columns, and go to CSV and to data frames."""

from __future__ import annotations

import csv
import io
import pickle

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ask.answers import Party
from dateline.ask.frames import to_pandas, to_polars
from dateline.ask.table import Answer, Named, Table, columns
from dateline.errors import DatelineError
from dateline.span import Span


class Part(Answer, frozen=True, kw_only=True):
    """A part with a name of its own in the output."""

    from_: str | None = msgspec.field(name="from", default=None)


class Row(Answer, frozen=True, kw_only=True):
    """A row with every kind of cell."""

    id: str
    words: str | None
    count: int
    share: float
    sure: bool
    party: Party | None
    others: tuple[Party, ...]
    tags: tuple[str, ...]
    span: Span
    part: Part
    rows: tuple[Row, ...] = ()


SOMEBODY = Party(id="k:e1", name="Ada", kind="person")


def row(words: str | None = "w", party: Party | None = SOMEBODY) -> Row:
    """Return a row."""
    return Row(
        id="k:s1",
        words=words,
        count=2,
        share=0.5,
        sure=True,
        party=party,
        others=(SOMEBODY, SOMEBODY),
        tags=("a", "b"),
        span=Span(1, 4),
        part=Part(from_="2012"),
    )


COLUMNS = "id words count share sure party party_id others others_ids tags start end part_from rows"


def test_a_table_is_a_tuple() -> None:
    """A table counts, compares and slices as a tuple, and a slice is a table."""
    table = Table(Row, [row("a"), row("b")])
    assert len(table) == 2
    assert table[0].words == "a"
    assert isinstance(table[:1], Table)
    assert table == (row("a"), row("b"))
    assert Table(Row, table[:1]).columns == table.columns


def test_an_empty_table_has_columns() -> None:
    """The columns come from the type, so that an answer without rows has them too."""
    assert Table(Row).columns == tuple(COLUMNS.split())
    assert Table(Row).to_csv() == ",".join(COLUMNS.split()) + "\r\n"


def test_a_table_survives_pickling() -> None:
    """A table may go from process to process, and keeps its type."""
    table = Table(Row, [row()])
    assert pickle.loads(pickle.dumps(table)) == table
    assert pickle.loads(pickle.dumps(table)).shape is Row


def test_flat_rows_have_a_cell_for_each_part() -> None:
    """What has a name gives name and id; spans give their ends; what is many gives ids."""
    [flat] = Table(Row, [row()]).to_flat()
    assert flat["party"] == "Ada"
    assert flat["party_id"] == "k:e1"
    assert flat["others"] == ["Ada", "Ada"]
    assert (flat["start"], flat["end"]) == (1, 4)
    assert flat["part_from"] == "2012"
    assert flat["rows"] == []


def test_a_missing_part_gives_empty_cells() -> None:
    """Where there is no part, its cells are empty and the columns stay."""
    [flat] = Table(Row, [row(party=None)]).to_flat()
    assert flat["party"] is None
    assert flat["party_id"] is None


def test_plain_dictionaries_are_json() -> None:
    """`to_dict` gives what stands in JSON: parts stay parts, fields have their public names."""
    plain = row().to_dict()
    assert plain["part"] == {"from": "2012"}
    assert plain == msgspec.json.decode(msgspec.json.encode(row()))
    assert Table(Row, [row()]).to_dicts() == [plain]


@given(st.text())
def test_csv_gives_back_what_went_in(words: str) -> None:
    """Any text comes back out of CSV, but for an apostrophe before what looks like a formula."""
    written = Table(Row, [row(words)]).to_csv()
    [read] = csv.DictReader(io.StringIO(written, newline=""))
    formula = words[:1] in set("=+-@\t\r\n＝＋－＠")
    assert read["words"] == ("'" + words if formula else words)


def test_csv_goes_to_a_stream() -> None:
    """What is returned is also written to the stream that is given."""
    stream = io.StringIO()
    assert Table(Row, [row()]).to_csv(stream) == stream.getvalue()


def test_every_type_of_cell_is_known() -> None:
    """Columns know the type of their cells, so that empty frames have types."""
    kinds = {column.name: column.type for column in columns(Row)}
    assert (kinds["count"], kinds["share"], kinds["sure"]) == (int, float, bool)
    assert kinds["tags"] is list
    assert kinds["words"] is str


def test_named_things_are_answers() -> None:
    """What has an id and a name goes in one cell, whatever else it has."""
    assert issubclass(Party, Named)


@pytest.mark.parametrize("frame", [to_polars, to_pandas])
def test_a_missing_library_is_named(frame: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error names it and says how to get it."""
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[(polars|pandas)\]'"):
        frame([], {})  # type: ignore[operator]


def test_polars_gets_the_rows() -> None:
    """A polars frame has a typed column for each of the table's, also when there are no rows."""
    polars = pytest.importorskip("polars")
    frame = Table(Row, [row(), row(None)]).to_polars()
    assert frame["words"].to_list() == ["w", None]
    assert frame.schema["others"] == polars.List(polars.String)
    assert Table(Row).to_polars().schema == frame.schema


def test_pandas_gets_the_rows() -> None:
    """A pandas frame has a column for each of the table's, with room for what is missing."""
    pytest.importorskip("pandas")
    frame = Table(Row, [row(), row(None)]).to_pandas()
    assert frame["words"].isna().tolist() == [False, True]
    assert list(Table(Row).to_pandas().columns) == COLUMNS.split()
    assert str(frame["count"].dtype) == "Int64"
