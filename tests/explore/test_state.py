"""What the pages share: worked out once, anew when the archive changes, each thread on its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.explore.state import KEPT, Served
from dateline.store import Correction, View, sqlite


@pytest.fixture
def served(own: Path) -> Iterator[Served]:
    """Return a copy of the bundled corpus as it is served."""
    opened = Served(
        own,
        read=lambda: sqlite.view(own),
        write=lambda: sqlite.writer(own),
        rematch=lambda: None,
        author="tester",
    )
    with closing(opened):
        yield opened


def test_once(served: Served) -> None:
    """What was made under a key is kept, and under another key made for itself."""
    made = iter(range(9))
    assert [served.once(key, lambda: next(made)) for key in "aabab"] == [0, 0, 1, 0, 1]


def test_a_correction_makes_all_anew(served: Served) -> None:
    """After a correction nothing is shown that was worked out before it."""
    made = iter(range(9))
    entity = served.view.leading(limit=1)[0].id
    assert served.once("a", lambda: next(made)) == 0
    writer = served.write()
    when = "2020-01-01T00:00:00+00:00"
    writer.correct(
        Correction(number=0, kind="rename", of=entity, value="X", author="tester", made=when)
    )
    writer.close()
    assert served.once("a", lambda: next(made)) == 1


def test_no_more_is_kept_than_there_is_room_for(served: Served) -> None:
    """What was asked for longest ago goes first."""
    made = iter(range(1000))
    for key in range(KEPT):
        served.once(key, lambda: next(made))
    assert served.once(0, lambda: next(made)) == 0
    served.once("new", lambda: next(made))
    assert served.once(0, lambda: next(made)) == 0
    assert served.once(1, lambda: next(made)) > KEPT


def test_each_thread_has_its_own_view(served: Served) -> None:
    """A connection is never shared between threads."""
    seen: list[View] = [served.view, served.view]
    other = threading.Thread(target=lambda: seen.append(served.view))
    other.start()
    other.join()
    assert seen[0] is seen[1]
    assert seen[2] is not seen[0]


def test_every_view_is_closed_in_the_end(served: Served) -> None:
    """What was opened by any thread is closed by the one that ends the serving."""
    seen: list[View] = [served.view]
    other = threading.Thread(target=lambda: seen.append(served.view))
    other.start()
    other.join()
    served.close()
    for view in seen:
        with pytest.raises(DatelineError, match="closed"):
            view.counts()


def test_a_fault_is_not_kept(served: Served) -> None:
    """What failed is tried again."""
    with pytest.raises(ZeroDivisionError):
        served.once("a", lambda: 1 // 0)
    assert served.once("a", lambda: 1) == 1
