"""The reading of pages, each alone, in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

import msgspec

from dateline import page, reading
from dateline.engines import cores
from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import Unread
from dateline.record import Record
from dateline.text import encoder, grammar
from dateline.version import VERSION

Input = Unread | Page | Unreadable
Read = Callable[[Input], list[bytes | Unreadable]]


def read_each(
    inputs: Iterable[Input], profile: reading.Profile = "full", jobs: int | None = None
) -> Iterator[tuple[Input, list[Record | Unreadable]]]:
    """Yield each input with its records, in order; what cannot be read is there in its place.

    A page that ends the process which reads it (by a fault of a library, or for want of memory)
    is an `Unreadable` like any other that cannot be read; the rest goes on.

    Args:
        inputs: what is to be read, as `page.Inputs` yields it.
        profile: how much is read.
        jobs: how many processes read; as many as there are cores if that is not said.

    Raises:
        DatelineError: if what the profile needs is not installed.
    """
    for one, found in cores.each(_Prepared(profile), inputs, jobs or cores_here()):
        if isinstance(found, cores.Crash):
            remedy = "please report this with the page"
            yield one, [Unreadable(path_of(one), found.reason, remedy)]
        else:
            yield one, [_decoded(record) for record in found]


def identity(profile: reading.Profile) -> str:
    """Return what reads: Dateline's version, how much it reads, and by which models.

    Raises:
        DatelineError: if what the profile needs is not installed.
    """
    parser = "" if profile == "page" else grammar.NAME
    model = encoder.name(reading.UNTOLD) if profile == "full" else ""
    return f"dateline {VERSION} {profile} {parser} {model}".rstrip()


def cores_here() -> int:
    """Return how many of the machine's cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def path_of(one: Input) -> str:
    """Return what an input is called."""
    return one.where if isinstance(one, Unreadable) else one.path


class _Prepared(msgspec.Struct, frozen=True):
    """What each process begins with."""

    profile: reading.Profile

    def __call__(self) -> Read:
        identity(self.profile)  # what is not installed is told before the first page
        return self._read

    def _read(self, one: Input) -> list[bytes | Unreadable]:
        pages = page.laid_out(one) if isinstance(one, Unread) else iter((one,))
        return [self._record(found) for found in pages]

    def _record(self, found: Page | Unreadable) -> bytes | Unreadable:
        [record] = reading.read_all([found], self.profile)
        return record if isinstance(record, Unreadable) else record.to_json()


def _decoded(record: bytes | Unreadable) -> Record | Unreadable:
    return record if isinstance(record, Unreadable) else Record.from_json(record)
