"""From the rows of any table to pages: which columns are read, and what is wrong with a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from dateline.errors import Unreadable
from dateline.layout import Given, Page
from dateline.page import declared

COLUMNS: Final = ("id", "text", "title", "published", "url", "outlet", "byline", "language")
"""The columns that are read; small and capital letters are the same, others are passed over."""

_PATIENCE: Final = 1000
"""How many rows may be unreadable from the start before the table is given up."""

Row = Mapping[str, object]


class _NoText(Unreadable):
    """A row, or a whole table, without the column `text`."""


def pages(path: str, rows: Iterable[tuple[int, Row | Unreadable]]) -> Iterator[Page | Unreadable]:
    """Yield the page of each row, its `text` unchanged.

    A page's path is `FILE#ID`, or `FILE#NUMBER` for a row without an id. A row that cannot be read
    comes in its place as an `Unreadable`; where no row has a `text`, that is said once.

    Args:
        path: the table's path.
        rows: the rows with their numbers, from 1; or what is wrong with them.
    """
    taken: dict[str, int] = {}
    faults: list[Unreadable] | None = []
    try:
        for number, row in rows:
            found = row if isinstance(row, Unreadable) else _page(path, number, row, taken)
            if faults is None:
                yield found
            elif isinstance(found, Page):
                yield from faults
                yield found
                faults = None
            else:
                faults.append(found)
                if len(faults) >= _PATIENCE:
                    break
    except Unreadable:
        yield from _summed_up(path, faults or [])
        raise
    yield from _summed_up(path, faults or [])


def _summed_up(path: str, faults: list[Unreadable]) -> Iterator[Unreadable]:
    """Yield what is wrong with a table of which no row could be read."""
    if faults and all(isinstance(fault, _NoText) for fault in faults):
        yield no_text(path, faults[0].remedy)
    elif len(faults) >= _PATIENCE:
        reason = f"none of its first {_PATIENCE} rows can be read; the first: {faults[0].reason}"
        yield Unreadable(path, reason, faults[0].remedy)
    else:
        yield from faults


def no_text(path: str, remedy: str) -> Unreadable:
    """Return the error for a table, or a row, that has no column `text`."""
    return _NoText(path, "no column `text`", remedy)


def columns_there(names: Iterable[object]) -> str:
    """Return the advice to a user whose table has other columns."""
    there = ", ".join(str(name)[:40] for _, name in zip(range(8), names, strict=False))
    return f"name the column of the articles `text`; there is: {there or 'nothing'}"


def _page(path: str, number: int, row: Row, taken: dict[str, int]) -> Page | Unreadable:
    cells = {str(name).strip().casefold(): cell for name, cell in reversed(list(row.items()))}
    key = _key(cells.get("id")) or str(number)
    where = f"{path}#{key}"
    if "text" not in cells:
        return _NoText(where, f"row {number}: no column `text`", columns_there(row))
    text = cells["text"]
    if not isinstance(text, str):
        kind = "empty" if text is None else "no text but a value of another kind"
        return Unreadable(where, f"row {number}: `text` is {kind}")
    if taken.setdefault(key, number) != number:
        reason = f"row {number}: its id stands in row {taken[key]} already"
        return Unreadable(where, reason, "give each row an id of its own")
    return Page(path=where, kind="row", text=declared.sound(text), given=_given(cells))


def _key(cell: object) -> str:
    return declared.line(str(cell)) or "" if isinstance(cell, str | int) else ""


def _given(cells: Row) -> Given:
    words = {name: _words(cells.get(name)) for name in COLUMNS if name != "text"}
    return Given(
        url=words["url"],
        title=words["title"],
        byline=_byline(cells.get("byline")),
        published=declared.moment(words["published"] or ""),
        outlet=words["outlet"],
        language=declared.language(words["language"] or ""),
    )


def _words(cell: object) -> str | None:
    if isinstance(cell, date):
        return declared.written(cell)
    known = isinstance(cell, str | int) and not isinstance(cell, bool)
    return declared.line(str(cell)) if known else None


def _byline(cell: object) -> tuple[str, ...]:
    """Return the authors: a list of names, or names with semicolons between them."""
    names = cell.split(";") if isinstance(cell, str) else cell
    if not isinstance(names, list):
        return ()
    lines = (declared.line(name) for name in names if isinstance(name, str))
    return tuple(line for line in lines if line)
