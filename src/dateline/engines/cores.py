"""Work spread over processes of this machine: the order kept, a death told with what it was at."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any, Final, Generic, TypeVar

import msgspec

from dateline.errors import DatelineError

IN_HAND: Final = 2
"""How many items a process has at a time: the one it is at, and the next."""

AHEAD: Final = 16
"""How many items for each process may be done before an earlier one is."""

_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

Item = TypeVar("Item")
Result = TypeVar("Result")


class Crash(msgspec.Struct, frozen=True):
    """The process died, or ran out of memory, at an item: `reason` says how."""

    reason: str


def each(
    prepare: Callable[[], Callable[[Item], Result]], items: Iterable[Item], jobs: int
) -> Iterator[tuple[Item, Result | Crash]]:
    """Yield each item with what came of it, in the order of the items.

    Args:
        prepare: called once in each process, gives what does the work there. Both it and the
            items are pickled.
        items: taken one by one, no more than a few ahead of what was yielded.
        jobs: how many processes.

    Raises:
        DatelineError: what the work raised as such, or that processes cannot be started; the
            other processes are ended. Nothing else ends them: an item that kills its process is
            yielded as a `Crash`, and another process takes its place.
    """
    crew = _Crew(prepare, jobs)
    try:
        yield from crew.each(enumerate(items))
    finally:
        crew.end()


class _Worker(Generic[Item]):
    """A process, and the items that it was given and has not answered, oldest first."""

    def __init__(self, prepare: Callable[[], Callable[[Item], object]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.given: deque[tuple[int, Item]] = deque()
        self.ready = False
        self.process: SpawnProcess = context.Process(
            target=_work, args=(theirs, prepare), daemon=True
        )
        with _single_threaded():
            self.process.start()
        theirs.close()

    def give(self, index: int, item: Item) -> None:
        self.given.append((index, item))
        with suppress(OSError):  # if it died, that is noticed where its answer is awaited
            self.connection.send(item)

    def death(self) -> str:
        """Return how the process ended."""
        self.process.join()
        code = self.process.exitcode or 0
        if code >= 0:
            return f"the process reading it ended with status {code}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = str(-code)
        return f"the process reading it was killed by {name}"

    def end(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()
        self.process.close()


class _Crew(Generic[Item, Result]):
    """The processes, what they have to do and what they have done."""

    def __init__(self, prepare: Callable[[], Callable[[Item], Result]], jobs: int) -> None:
        self._prepare, self._jobs = prepare, jobs
        self._workers: list[_Worker[Item]] = []
        self._again: deque[tuple[int, Item]] = deque()
        self._done: dict[int, tuple[Item, Result | Crash]] = {}
        self._next = 0

    def each(self, items: Iterator[tuple[int, Item]]) -> Iterator[tuple[Item, Result | Crash]]:
        while True:
            self._give(items)
            while self._next in self._done:
                self._next += 1
                yield self._done.pop(self._next - 1)
                self._give(items)
            if not any(worker.given for worker in self._workers):
                return
            self._take()

    def _give(self, items: Iterator[tuple[int, Item]]) -> None:
        """Give each process something to do, as long as there is something."""
        while True:
            idle = min(self._workers, key=lambda one: len(one.given), default=None)
            wanted = len(self._workers) < self._jobs and (idle is None or idle.given)
            if not wanted and (idle is None or len(idle.given) >= IN_HAND):
                return
            task = self._task(items)
            if task is None:
                return
            if wanted or idle is None:
                idle = _Worker(self._prepare)
                self._workers.append(idle)
            idle.give(*task)

    def _task(self, items: Iterator[tuple[int, Item]]) -> tuple[int, Item] | None:
        if self._again:
            return self._again.popleft()
        held = len(self._done) + sum(len(worker.given) for worker in self._workers)
        return next(items, None) if held < self._jobs * AHEAD else None

    def _take(self) -> None:
        """Wait for answers, and keep them."""
        ready = set(wait([worker.connection for worker in self._workers]))
        for worker in [one for one in self._workers if one.connection in ready]:
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(answer, DatelineError):
                raise answer
            if not worker.ready:
                worker.ready = True
                continue
            index, item = worker.given.popleft()
            self._done[index] = item, answer

    def _bury(self, worker: _Worker[Item]) -> None:
        """Note what killed a process, and let the others have what else it had."""
        self._workers.remove(worker)
        reason = worker.death()
        if not worker.ready:
            raise DatelineError("the reading processes", f"cannot be started: {reason}")
        if worker.given:
            index, item = worker.given.popleft()
            self._done[index] = item, Crash(reason)
            self._again.extend(worker.given)
        worker.end()

    def end(self) -> None:
        for worker in self._workers:
            worker.end()


def _work(connection: Connection[Any, Any], prepare: Callable[[], Callable[[Any], object]]) -> None:
    """Do the work, in a process of its own, until there is no one left to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends it
    items: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, items), daemon=True).start()
    try:
        work = prepare()
        connection.send(None)
        while True:
            item = items.get()
            if isinstance(item, EOFError):
                return
            connection.send(_answer(work, item))
    except DatelineError as fault:
        connection.send(fault)
    except OSError:
        return  # the parent is gone


def _receive(connection: Connection[Any, Any], items: SimpleQueue[Any]) -> None:
    """Take what is sent at once, so that the sender never waits for the work."""
    try:
        while True:
            items.put(connection.recv())
    except (EOFError, OSError):
        items.put(EOFError())


def _answer(work: Callable[[Any], object], item: object) -> object:
    try:
        return work(item)
    except DatelineError:
        raise
    except MemoryError:
        return Crash("it takes more memory than there is")
    except Exception as fault:  # noqa: BLE001 - the outermost loop
        return Crash(f"Dateline failed on it: {type(fault).__name__}: {fault}")


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Let processes that are started now use one core each."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
