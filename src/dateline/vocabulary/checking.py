"""What is wrong with a vocabulary file: all of it at once, each fault with its file and line.

A vocabulary file is TOML: one table for each kind of thing, tables within it for its finer kinds
and codes. A file is checked whole before any of it is used, so who mends one sees all there is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final, TypeVar, get_args

import msgspec

from dateline.errors import DatelineError
from dateline.record import EntityKind

T = TypeVar("T")
KINDS: Final[frozenset[str]] = frozenset(get_args(EntityKind))
"""The kinds of entity that an end may take."""

_HEADER: Final = re.compile(r"\s*\[{1,2}\s*([^\]]{1,200}?)\s*\]")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_\"'.-]{1,200}?)\s*=")


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong, and where: lines count from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class File:
    """A vocabulary file with the line of every table and key in it.

    Attributes:
        name: as errors show it.
        data: what the file holds, undecoded; empty where it is no TOML.
        faults: what is wrong with it so far.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name, self.faults = name, list[Fault]()
        self._lines = dict(_places(text))
        self.data: dict[str, object] = {}
        try:
            self.data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            found = re.search(r"line (\d{1,9})", str(fault))
            line = int(found[1]) if found else text.count("\n") + 1
            self.faults.append(Fault(name, line, str(fault)))

    def line(self, *path: str) -> int:
        """Return the line of a table or key, or of the innermost table around it that has one."""
        for size in range(len(path), 0, -1):
            known = self._lines.get(".".join(path[:size]))
            if known is not None:
                return known
        return 1

    def fault(self, reason: str, *path: str) -> None:
        """Note that something is wrong at a table or key."""
        self.faults.append(Fault(self.name, self.line(*path), reason))

    def decoded(self, shape: type[T]) -> dict[str, T]:
        """Return the tables that have the shape, by name; note what is wrong with the others."""
        out: dict[str, T] = {}
        for name, table in self.data.items():
            try:
                out[name] = msgspec.convert(table, shape)
            except msgspec.ValidationError as fault:
                reason, _, place = str(fault).partition(" - at `$")
                inner = [part for part in re.split(r"[.\[\]`]+", place) if part]
                self.fault(f"{name}: {reason}", name, *inner)
        return out

    def unknown(self, what: str, words: Iterable[str], known: Collection[str], *path: str) -> None:
        """Note each of the words that is not known."""
        for word in words:
            if word not in known:
                self.fault(f"{path[0]}: unknown {what} {word!r}", *path)

    def circles(self, above: Mapping[str, str | None], *path: str) -> None:
        """Note each thing that stands above itself, however many steps up.

        Args:
            above: for each thing the one above it.
            path: the tables around these things, from the outermost in.
        """
        for name in above:
            seen, at = {name}, above[name]
            while at is not None and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == name:
                self.fault(f"{name}: stands above itself", *path, name, "broader")

    def check(self) -> None:
        """Raise what was noted, if anything was.

        Raises:
            DatelineError: one for all faults, in the order of their lines.
        """
        if self.faults:
            found = sorted(self.faults)
            reason = "; ".join(map(str, found))
            count = f"{len(found)} fault{'s' if len(found) > 1 else ''}: {reason}"
            raise DatelineError(self.name, count, "mend the file")


def codes(
    file: File, known: Mapping[str, str], given: Mapping[str, str | tuple[str, ...]], *path: str
) -> None:
    """Note codes of a standard that is not known, or that do not look like its codes.

    Args:
        file: the file that is checked.
        known: for each standard the regular expression that its codes fully match.
        given: the codes by standard.
        path: the table that has them.
    """
    for standard, value in given.items():
        if standard not in known:
            file.fault(f"{path[-1]}: unknown standard {standard!r}", *path, "codes", standard)
            continue
        for word in (value,) if isinstance(value, str) else value:
            if not re.fullmatch(known[standard], word):
                reason = f"{path[-1]}: {word!r} is no code of {standard}"
                file.fault(reason, *path, "codes", standard)


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Yield tables and keys, parts joined by dots, with the lines that they begin on."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        key = None if header else _KEY.match(line)
        if header:
            table = _bare(header[1])
            yield table, number
        elif key:
            yield f"{table}.{_bare(key[1])}" if table else _bare(key[1]), number


def _bare(name: str) -> str:
    return ".".join(part.strip(" \"'") for part in name.split("."))


Check = Callable[[File, dict[str, T]], None]


def load(name: str, text: str, shape: type[T], check: Check[T]) -> dict[str, T]:
    """Return the tables of a vocabulary file, checked.

    Args:
        name: the file, as errors show it.
        text: what it holds.
        shape: what each table must be, a `msgspec.Struct` that forbids unknown fields.
        check: notes what else is wrong, given the file and the tables that have the shape.

    Raises:
        DatelineError: if anything is wrong; it tells of every fault, with file and line.
    """
    file = File(name, text)
    tables = file.decoded(shape)
    check(file, tables)
    file.check()
    return tables
