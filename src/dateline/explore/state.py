"""What the pages share: the open archive, and what was worked out of it once."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from dateline.store import View, Writer

T = TypeVar("T")
KEPT: Final = 64


class Served:
    """An archive that is being served.

    Attributes:
        path: its file.
        write: opens it for a correction.
        rematch: called after a correction that bears on who is who.
        author: whose corrections they are.
        seal: what is written into each form, new at every start.
    """

    def __init__(
        self,
        path: Path,
        *,
        read: Callable[[], View],
        write: Callable[[], Writer],
        rematch: Callable[[], object],
        author: str,
    ) -> None:
        self.path, self._read = path, read
        self.write, self.rematch, self.author = write, rematch, author
        self.seal = secrets.token_urlsafe(24)
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._own, self._lock = threading.local(), threading.Lock()
        self._opened: list[View] = []

    @property
    def view(self) -> View:
        """What the pages ask: opened once for each thread, as a connection is one thread's."""
        found: View | None = getattr(self._own, "view", None)
        if found is None:
            found = self._own.view = self._read()
            with self._lock:
                self._opened.append(found)
        return found

    def close(self) -> None:
        """Close what all threads have opened, once none of them asks any more."""
        with self._lock:
            while self._opened:
                self._opened.pop().close()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under the key, or make it; kept while the archive stays as it is.

        Args:
            key: what tells it from all else that is kept.
            make: what works it out.
        """
        whole = (key, *self._state())
        with self._lock:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return cast("T", self._kept[whole])
        made = make()
        with self._lock:
            self._kept[whole] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def _state(self) -> tuple[tuple[int, int], ...]:
        """Return what changes with the archive: when file and log were written, and their sizes."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        found = (file.stat() for file in files if file.exists())
        return tuple((one.st_mtime_ns, one.st_size) for one in found)


def served(app: Any) -> Served:
    """Return what an application serves."""
    found: Served = app.state.served
    return found
