"""From what the user names to files: folders, patterns, standard input, `FILE#KEY`."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Final, NamedTuple, TypeGuard

import msgspec

from dateline.errors import Unreadable
from dateline.languages import lexicon
from dateline.page.source import telling

STDIN: Final = "-"
_PAGE_NAMES: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml")


class Companions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is passed over in a folder, as `languages/any/companions.toml` has it.

    Attributes:
        folders: endings of a folder's name after the name of the page that it belongs to.
        files: endings of the names of files that hold no article.
    """

    folders: tuple[str, ...]
    files: tuple[str, ...]


class File(NamedTuple):
    """A file to be read, or standard input.

    Attributes:
        place: where it lies; `None` for standard input.
        key: which of its entries is wanted, or `None` for all.
    """

    place: Path | None
    key: str | None = None

    @property
    def path(self) -> str:
        """The file as its user named it, fit to be printed."""
        return STDIN if self.place is None else printable(self.place)

    @property
    def name(self) -> str:
        """The file's own name, without its folders; empty for standard input."""
        return "" if self.place is None else printable(self.place.name)

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """Open the file for reading.

        Raises:
            Unreadable: if it may not be read, or is a pipe or device, which might never end.
        """
        if self.place is None:
            return nullcontext(sys.stdin.buffer)
        with telling(self.path):
            if not stat.S_ISREG(self.place.stat().st_mode):
                remedy = "give its data to standard input, as in: dateline read - < FILE"
                raise Unreadable(self.path, "a pipe or device, not a file", remedy)
            return self.place.open("rb")


def printable(place: Path | str) -> str:
    """Return the path as text; what of its name is not UTF-8 becomes U+FFFD."""
    return os.fsencode(place).decode("utf-8", "replace")


def files(name: str) -> Iterator[File | Unreadable]:
    """Yield the files that `name` stands for, in a fixed order, and what of them cannot be had.

    `name` is tried as standard input (`-`), a file, a folder (all below it, in the order of the
    names, hidden ones left out), `FILE#KEY`, and a pattern (`*`, `?`, `[...]`, `**`).
    """
    if name == STDIN or name.startswith(f"{STDIN}#"):
        yield File(None, name[2:] or None)
        return
    found = _named(name) if "\0" not in name else []
    if not found:
        yield Unreadable(printable(name), "no such file or folder")
    for file in found:
        if file.key is None and _is_folder(file.place):
            yield from _below(file.place)
        else:
            yield file


def _named(name: str) -> list[File]:
    """Return what a name stands for: itself, one of many in a file, or all that it matches."""
    if os.path.lexists(name):
        return [File(Path(name))]
    keyed = _keyed(name)
    return [keyed] if keyed else _matching(name)


def _keyed(name: str) -> File | None:
    """Return the file of `FILE#KEY`; the shortest name that is a file is taken for it."""
    at = name.find("#", 1)
    while at > 0:
        if Path(name[:at]).is_file():
            return File(Path(name[:at]), name[at + 1 :])
        at = name.find("#", at + 1)
    return None


def _matching(name: str) -> list[File]:
    """Return what a pattern matches, in order, hidden files and folders left out."""
    if not any(sign in name for sign in "*?["):
        return []
    pattern = Path(name)
    try:
        found = sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))))
    except ValueError:  # `**` beside other characters, up to Python 3.12
        return []
    hidden = _is_hidden(pattern)
    return [File(place) for place in found if hidden or not _is_hidden(place)]


def _is_hidden(place: Path) -> bool:
    return any(part.startswith(".") and part != ".." for part in place.parts)


def _is_folder(place: Path | None) -> TypeGuard[Path]:
    """Tell whether this is a folder; what may not be looked at is none."""
    try:
        return place is not None and place.is_dir()
    except OSError:
        return False


def _below(folder: Path) -> Iterator[File | Unreadable]:
    """Yield the files below a folder; a folder reached twice, as by a link, is entered once."""
    found = None
    for found in _walked(folder):
        yield found
    if found is None:
        yield Unreadable(printable(folder), "a folder with nothing to read in it")


def _walked(folder: Path) -> Iterator[File | Unreadable]:
    to_do, entered = [folder], set[tuple[int, int]]()
    while to_do:
        place = to_do.pop()
        if not _is_folder(place):
            yield File(place)
            continue
        try:
            with telling(printable(place)):
                found = place.stat()
                inside = () if (found.st_dev, found.st_ino) in entered else _inside(place)
        except Unreadable as fault:
            yield fault
        else:
            entered.add((found.st_dev, found.st_ino))
            to_do += reversed(inside)


def _inside(folder: Path) -> tuple[Path, ...]:
    """Return what stands in a folder, by name, without what is hidden and what pages bring along.

    Raises:
        OSError: if the folder may not be looked into.
    """
    names = sorted(place.name for place in folder.iterdir() if not place.name.startswith("."))
    passed = lexicon("any", "companions", Companions)
    pages = tuple(Path(name).stem for name in names if name.lower().endswith(_PAGE_NAMES))
    folders = {page + ending for page in pages for ending in passed.folders}
    return tuple(
        folder / name
        for name in names
        if not name.lower().endswith(passed.files)
        and not (name in folders and _is_folder(folder / name))
    )
