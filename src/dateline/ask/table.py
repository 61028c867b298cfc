"""Rows of an answer as one table: plain objects that also go to CSV and to data frames."""

from __future__ import annotations

import csv
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import StringIO
from typing import IO, Any, Final, Generic, NamedTuple, Self, SupportsIndex, TypeVar, overload

import msgspec

from dateline.ask import frames
from dateline.span import Span


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The root of all results: frozen, equal by value, and a plain dictionary when asked."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain dictionaries, lists, strings and numbers, as they stand in JSON."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return plain


class Named(Answer, frozen=True, kw_only=True):
    """An answer that stands for one thing with a name: one cell, and its id another."""

    id: str
    name: str


R = TypeVar("R", bound=Answer)
_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")
"""What a formula begins with, also in the wide letters that spreadsheets take for narrow ones."""
Cell = str | int | float | bool | list[str] | None
"""What stands in one cell of a table."""


class Column(NamedTuple):
    """A column: its name, the type of its cells that are not empty, and how a row fills it."""

    name: str
    type: type
    of: Callable[[Any], Cell]


class Table(tuple[R, ...], Generic[R]):
    """Rows of one type, in order; a tuple that knows its columns, also when it is empty."""

    shape: type[R]

    def __new__(cls, shape: type[R], rows: Iterable[R] = ()) -> Self:
        """Return the rows as a table of the type `shape`."""
        table = super().__new__(cls, tuple(rows))
        table.shape = shape
        return table

    def __getnewargs__(self) -> tuple[type[R], tuple[R, ...]]:
        return self.shape, tuple(self)

    @overload
    def __getitem__(self, at: SupportsIndex) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Table[R]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> R | Table[R]:
        """Return a row, or some of the rows as a table."""
        if isinstance(at, slice):
            return Table(self.shape, super().__getitem__(at))
        return super().__getitem__(at)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, those of parts joined to their whole's by `_`."""
        return tuple(column.name for column in columns(self.shape))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each row as `to_dict` does: parts stay parts."""
        return [row.to_dict() for row in self]

    def to_flat(self) -> list[dict[str, Cell]]:
        """Return each row as one level of cells.

        A thing with a name gives its name and, in a column of its own, its id; what stands for
        many (tellings) gives their ids; any other part gives a column for each of its fields.
        """
        found = columns(self.shape)
        return [{column.name: column.of(row) for column in found} for row in self]

    def to_csv(self, stream: IO[str] | None = None) -> str:
        """Return the table as CSV (RFC 4180) with a head line, and write it to a stream if given.

        Several values in one cell are joined by `; `. A text that a spreadsheet would take for a
        formula has an apostrophe before it.
        """
        out = StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_written(cell) for cell in row.values()] for row in self.to_flat())
        if stream is not None:
            stream.write(out.getvalue())
        return out.getvalue()

    def to_polars(self) -> Any:
        """Return the table as a `polars.DataFrame`.

        Raises:
            DatelineError: if the extra `polars` is not installed.
        """
        return frames.to_polars(self.to_flat(), self._types())

    def to_pandas(self) -> Any:
        """Return the table as a `pandas.DataFrame`.

        Raises:
            DatelineError: if the extra `pandas` is not installed.
        """
        return frames.to_pandas(self.to_flat(), self._types())

    def _types(self) -> dict[str, type]:
        return {column.name: column.type for column in columns(self.shape)}


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(cell)
    text = "; ".join(cell) if isinstance(cell, list) else cell or ""
    return "'" + text if text[:1] in _FORMULA else text


@cache
def columns(shape: type[msgspec.Struct]) -> tuple[Column, ...]:
    """Return the columns that rows of a type have."""
    return tuple(_columns(shape, "", lambda row: row))


def _columns(
    shape: type[msgspec.Struct], before: str, whole: Callable[[Any], Any]
) -> Iterator[Column]:
    hints = typing.get_type_hints(shape)
    fields = zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True)
    for field, name in fields:
        yield from _column(_bare(hints[field]), before + name, _part(whole, field))


def _column(hint: Any, name: str, part: Callable[[Any], Any]) -> Iterator[Column]:
    """Yield the column, or the columns, of one field."""
    many = typing.get_origin(hint) is tuple
    kind = typing.get_args(hint)[0] if many else hint
    struct = kind if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else None
    if struct is None and many:
        yield Column(name, list, lambda row: [str(one) for one in part(row) or ()])
    elif struct is None:
        kinds = {type(one) for one in typing.get_args(kind)} or {kind}
        yield Column(name, kinds.pop() if kinds <= {int, float, bool} else str, part)
    elif many and "id" in struct.__struct_fields__:
        for field in ("name", "id") if issubclass(struct, Named) else ("id",):
            full = name if field == "name" or not issubclass(struct, Named) else f"{name}_ids"
            yield Column(full, list, _each(part, field))
    elif many:
        yield Column(name, list, lambda row: [str(one) for one in part(row) or ()])
    elif issubclass(struct, Named):
        yield Column(name, str, _part(part, "name"))
        yield Column(f"{name}_id", str, _part(part, "id"))
    elif struct is Span:
        yield Column("start" if name == "span" else f"{name}_start", int, _part(part, "start"))
        yield Column("end" if name == "span" else f"{name}_end", int, _part(part, "end"))
    else:
        yield from _columns(struct, f"{name}_", part)


def _part(whole: Callable[[Any], Any], field: str) -> Callable[[Any], Any]:
    """Return what takes a field of what `whole` takes, if there is any."""

    def take(row: Any) -> Any:
        found = whole(row)
        return None if found is None else getattr(found, field)

    return take


def _each(part: Callable[[Any], Any], field: str) -> Callable[[Any], list[str]]:
    return lambda row: [getattr(one, field) for one in part(row) or ()]


def _bare(hint: Any) -> Any:
    """Return the type without `None`."""
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        inner = [one for one in typing.get_args(hint) if one is not type(None)]
        return inner[0] if len(inner) == 1 else str
    return hint


class Whole(Answer, frozen=True, kw_only=True):
    """An answer of several parts, one of which, or all in one form, is its table."""

    @property
    def table(self) -> Table[Any]:
        """The rows that stand for the answer where only one table can."""
        raise NotImplementedError
