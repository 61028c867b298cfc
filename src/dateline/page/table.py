"""Tables with one article a row: JSON lines, and separated values (CSV, TSV)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Final

from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import encoding, rows
from dateline.page.source import Source, too_large, too_many

_SEPARATORS: Final = (",", ";", "\t", "|")
_RETURN = re.compile(r"(?<=\r)(?!\n)")


def json_lines(source: Source) -> Iterator[Page | Unreadable]:
    """Yield the pages of a table with one JSON object a line; a line's number is its row's.

    A list of objects, or one object over several lines, is read as a whole.

    Raises:
        Unreadable: if it is JSON of another form, or the bytes cannot be had.
        TooLarge: if it is a list that is larger than the limit.
    """
    head = encoding.of_text(source.head).lstrip("\ufeff").strip()
    is_whole = head.startswith("[") or head.split("\n", 1)[0].strip() == "{"
    yield from rows.pages(source.path, _listed(source) if is_whole else _objects(source))


def _listed(source: Source) -> Iterator[tuple[int, rows.Row | Unreadable]]:
    """Yield the objects of a list, numbered from 1."""
    try:
        found = json.loads(encoding.of_text(source.whole()).lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as fault:
        reason = f"line {fault.lineno}: not JSON: {fault.msg} at character {fault.colno - 1}"
        raise Unreadable(source.path, reason) from None
    except (ValueError, RecursionError):
        raise Unreadable(source.path, "JSON with too long a number or too deep") from None
    for number, row in enumerate(found if isinstance(found, list) else [found], 1):
        where = f"{source.path}#{number}"
        is_row = isinstance(row, dict)
        yield number, row if is_row else Unreadable(where, f"row {number}: JSON, but no object")


def _objects(source: Source) -> Iterator[tuple[int, rows.Row | Unreadable]]:
    for number, line in enumerate(_lines(source), 1):
        if number > source.limits.entries:
            raise too_many(source.path, source.limits)
        if line is None:
            yield number, too_large(f"{source.path}#{number}", source.limits)
        elif line.strip():
            yield number, _object(f"{source.path}#{number}", number, line)


def _object(where: str, number: int, line: str) -> rows.Row | Unreadable:
    try:
        found = json.loads(line, strict=False)
    except json.JSONDecodeError as fault:
        return Unreadable(where, f"line {number}: not JSON: {fault.msg} at character {fault.pos}")
    except (ValueError, RecursionError):
        return Unreadable(where, f"line {number}: JSON with too long a number or too deep")
    if not isinstance(found, dict):
        return Unreadable(where, f"line {number}: JSON, but no object")
    return found


def separated_values(source: Source) -> Iterator[Page | Unreadable]:
    """Yield the pages of a table of separated values, whose first row names the columns.

    The separator (comma, semicolon, tab or bar) is the one between the names. Source: RFC 4180.

    Raises:
        Unreadable: if there is no column `text`, or the bytes cannot be had.
        TooLarge: if a row is larger than the limit, as where a quotation mark is never closed.
    """
    # The module's own limit is for the whole process and too small for an article; ours is kept
    # by `_Record`.
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.bytes))
    record = _Record(source)
    header = next(record, "")
    if header.lower().startswith("sep="):
        header = next(record, "")
    names = _header(source, header)
    yield from rows.pages(source.path, _records(source, record, names))


def _header(source: Source, line: str) -> tuple[list[str], str]:
    """Return the names of the columns, and the separator."""
    for separator in _SEPARATORS:
        names = next(csv.reader([line.strip()], delimiter=separator), [])
        if "text" in (name.strip().casefold() for name in names):
            return names, separator
    separator = max(_SEPARATORS, key=line.count)
    raise rows.no_text(source.path, rows.columns_there(line.strip().split(separator)))


def _records(
    source: Source, lines: _Record, header: tuple[list[str], str]
) -> Iterator[tuple[int, rows.Row | Unreadable]]:
    names, separator = header
    number = 0
    for cells in csv.reader(lines, delimiter=separator):
        lines.size = 0
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if lines.is_open:
            reason = f"row {number}: a quotation mark that is never closed"
            remedy = "close it; within a cell, write two for one"
            yield number, Unreadable(f"{source.path}#{number}", reason, remedy)
        elif any(cell.strip() for cell in cells[len(names) :]):
            reason = f"row {number}: {len(cells)} cells, but {len(names)} columns"
            remedy = "put cells that hold the separator in quotation marks"
            yield number, Unreadable(f"{source.path}#{number}", reason, remedy)
        else:
            yield number, dict(zip(names, cells, strict=False))


class _Record(Iterator[str]):
    """The lines of a table, as long as those of one record do not go beyond the limit.

    Attributes:
        size: how much was read of the record; who reads sets it back behind each.
        is_open: whether the lines ended within a record: in a cell whose quotation never ends.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = self._parts()
        self.size = 0
        self.is_open = False

    def _parts(self) -> Iterator[str]:
        for line in _lines(self._source):
            if line is None:
                raise too_large(self._source.path, self._source.limits)
            yield from filter(None, _RETURN.split(line)) if "\r" in line else (line,)

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.is_open = self.size > 0
            raise StopIteration
        self.size += len(line)
        if self.size > self._source.limits.bytes:
            raise too_large(self._source.path, self._source.limits)
        return line


def _lines(source: Source) -> Iterator[str | None]:
    """Yield each line with its end; `None` for a line that is larger than the limit."""
    stream: io.BufferedIOBase = source.stream
    if encoding.is_wide(source.head):
        stream = io.BytesIO(encoding.of_text(source.whole()).encode())
    decode = encoding.by_line(source.head)
    while line := stream.readline(source.limits.bytes + 1):
        if len(line) <= source.limits.bytes:
            yield decode(line)
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None
