"""The archive in one file: SQLite, with write-ahead log and full-text index.

`schema.sql` is the layout. `view` and `writer` open an archive; `writing` takes records in, a page
a transaction; `viewing` answers; `checking` verifies; `upgrading` takes earlier versions over.
"""

from __future__ import annotations

from pathlib import Path

from dateline.store import View, Writer
from dateline.store.sqlite.checking import check
from dateline.store.sqlite.file import VERSION
from dateline.store.sqlite.upgrading import upgrade
from dateline.store.sqlite.viewing import ArchiveView
from dateline.store.sqlite.writing import ArchiveWriter

__all__ = ["VERSION", "ArchiveView", "ArchiveWriter", "check", "upgrade", "view", "writer"]


def view(path: Path) -> View:
    """Open an archive to ask it.

    Raises:
        DatelineError: if there is none, it is no archive, damaged, or of another version.
    """
    return ArchiveView(path)


def writer(path: Path) -> Writer:
    """Open an archive to write to it, and make it if there is none.

    Raises:
        DatelineError: if it is no archive, cannot be written to, or is of another version.
    """
    return ArchiveWriter(path)
