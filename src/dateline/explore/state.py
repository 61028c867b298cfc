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
KEPT: Final = 16


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
        self._own = threading.local()

    @property
    def view(self) -> View:
        """What the pages ask: opened once for each thread, as a connection is one thread's."""
        found: View | None = getattr(self._own, "view", None)
        if found is None:
            found = self._own.view = self._read()
        return found

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under the key, or make it: it is kept while the archive is as it is.

        Args:
            key: what tells it from all else that is kept.
            make: what works it out.
        """
        whole = (key, *sorted(self.view.counts().items()))
        if whole not in self._kept:
            self._kept[whole] = make()
        self._kept.move_to_end(whole)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return cast("T", self._kept[whole])

    def forget(self) -> None:
        """Forget what was worked out: the archive has changed."""
        self._kept.clear()


def served(app: Any) -> Served:
    """Return what an application serves."""
    found: Served = app.state.served
    return found
