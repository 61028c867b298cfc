"""Dateline reads news and keeps the record: who did what, where and when - and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.version import VERSION as __version__  # noqa: N811 - the name that tools look for

if TYPE_CHECKING:
    from os import PathLike

    from dateline.ask.archive import Archive
    from dateline.reading import Profile
    from dateline.record import Record

__all__ = ["__version__", "open", "read"]


def read(path: str | PathLike[str], profile: Profile = "full") -> Record:
    """Return the record of one page.

    Args:
        path: a file, or `FILE#KEY` for one of many in a file.
        profile: how much is read: `page`, `fast` or `full`.

    Raises:
        Unreadable: if it cannot be read, or holds more than one page.
        DatelineError: if what the profile needs is not installed.
    """
    from dateline import page, reading  # noqa: PLC0415 - a bare import of the package is light
    from dateline.errors import Unreadable  # noqa: PLC0415

    found, *more = reading.read_all(page.pages([str(path)]), profile)
    if more:
        remedy = "name one of them, FILE#KEY, or read them with dateline.reading.read_all"
        raise Unreadable(str(path), "holds more than one page", remedy)
    if isinstance(found, Unreadable):
        raise found
    return found


def open(archive: str | PathLike[str]) -> Archive:  # noqa: A001 - `dateline.open(...)`
    """Open an archive for questions; close it, or use it in a `with` statement.

    Raises:
        DatelineError: if there is none, it is no archive, damaged, or of another version.
    """
    from pathlib import Path  # noqa: PLC0415 - a bare import of the package is light

    from dateline.ask.archive import Archive  # noqa: PLC0415
    from dateline.store import sqlite  # noqa: PLC0415

    return Archive(sqlite.view(Path(archive)))
