"""Work spread over processes: in order, each once, and no death costs more than one item."""

import ctypes
import operator
import os
import signal
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from dateline.engines.cores import Crash, each
from dateline.errors import DatelineError

Task = Callable[[], object]
STATUS = 7


def calling() -> Callable[[Task], object]:
    """Return what does the work here: a task is called."""
    return operator.call


def fail(fault: Exception) -> object:
    """Raise an exception."""
    raise fault


def results(tasks: list[Task], jobs: int = 2) -> list[object]:
    """Return what came of the tasks, in order."""
    found = list(each(calling, tasks, jobs))
    assert [item for item, _ in found] == tasks
    return [result for _, result in found]


@pytest.mark.parametrize("jobs", [1, 3])
def test_keeps_the_order(jobs: int) -> None:
    """Results come in the order of the items, however long each took."""
    tasks: list[Task] = [partial(pow, 7, 40_000 * (i % 2), 10**9 + i) for i in range(1, 60)]
    assert results(tasks, jobs) == [task() for task in tasks]


def test_nothing_to_do_starts_nothing() -> None:
    """No items, no processes, no results."""
    assert results([]) == []


def test_a_death_costs_one_item() -> None:
    """An item that kills its process is named with how it died; all others have their results."""
    tasks: list[Task] = [
        partial(str, 1),
        partial(os._exit, STATUS),
        partial(str, 2),
        partial(ctypes.string_at, 0),
        partial(str, 3),
        partial(signal.raise_signal, signal.SIGKILL),
        partial(str, 4),
    ]
    for jobs in (1, 2):
        first, left, second, segfault, third, killed, fourth = results(tasks, jobs)
        assert [first, second, third, fourth] == ["1", "2", "3", "4"]
        assert isinstance(left, Crash)
        assert f"status {STATUS}" in left.reason
        assert isinstance(segfault, Crash)
        assert "SIGSEGV" in segfault.reason
        assert isinstance(killed, Crash)
        assert "SIGKILL" in killed.reason


def test_want_of_memory_costs_one_item() -> None:
    """An item that needs more memory than there is does not end its process."""
    wanting, after = results([partial(bytearray, 1 << 62), os.getpid], 1)
    assert wanting == Crash("it takes more memory than there is")
    assert isinstance(after, int)


def test_a_fault_costs_one_item() -> None:
    """An exception is told by its name, and the process goes on."""
    faulty, good = results([partial(int, "x"), partial(int, "1")], 1)
    assert isinstance(faulty, Crash)
    assert "ValueError" in faulty.reason
    assert good == 1


def test_what_ends_all_is_raised() -> None:
    """A `DatelineError`, which every item would meet, is raised in the parent."""
    lack = DatelineError("the parser", "is not installed", "pip install it")
    with pytest.raises(DatelineError, match="is not installed"):
        results([partial(fail, lack)])


def test_takes_few_items_ahead() -> None:
    """Items are taken as they are needed, so that memory stays bounded."""
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield partial(str, number)

    found = each(calling, tasks(), 1)
    next(found)
    assert taken < 40
    found.close()  # type: ignore[attr-defined]
