"""Reading into an archive: what it has is passed over, what was changed is a new version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec

from dateline import reading
from dateline.engines.reading import Input, identity, path_of, read_each
from dateline.errors import Unreadable
from dateline.page import Unread
from dateline.record import Record
from dateline.store import Writer


class Added(msgspec.Struct, frozen=True):
    """A page that was read into the archive; not `new` if it was there in the meantime."""

    path: str
    new: bool


class Skipped(msgspec.Struct, frozen=True):
    """An input that the archive has already, read by the same reader."""

    path: str


def add(
    inputs: Iterable[Input],
    writer: Writer,
    profile: reading.Profile = "full",
    jobs: int | None = None,
) -> Iterator[Added | Skipped | Unreadable]:
    """Read inputs into an archive, and yield what came of each page: skipped ones first.

    What was read is in the archive when it is yielded, so that an end at any moment, however
    sudden, costs the pages that are being read at most; the same call again goes on from there.

    Args:
        inputs: what is to be read, as `page.Inputs` yields it.
        writer: of the archive.
        profile: how much is read.
        jobs: how many processes read; as many as there are cores if that is not said.

    Raises:
        DatelineError: if what the profile needs is not installed, or the archive cannot be
            written to; what was added before is kept.
    """
    reader = identity(profile)
    skipped: list[Skipped] = []
    new = _new(inputs, writer, reader, skipped)
    for one, found in read_each(new, profile, jobs):
        yield from _taken(skipped)
        digest = _digest(one, reader)
        left = sum(isinstance(record, Record) for record in found)
        for record in found:
            if isinstance(record, Unreadable):
                yield record
                continue
            left -= 1  # an input may hold several pages: it is done when the last of them is added
            whole = f"{digest} and {left} more" if left else digest
            yield Added(record.document.path, writer.add(record, _where(record), whole))
    yield from _taken(skipped)


def _new(
    inputs: Iterable[Input], writer: Writer, reader: str, skipped: list[Skipped]
) -> Iterator[Input]:
    """Yield what the archive does not have yet."""
    for one in inputs:
        if not isinstance(one, Unreadable) and writer.has(one.path, _digest(one, reader)):
            skipped.append(Skipped(path_of(one)))
        else:
            yield one


def _taken(skipped: list[Skipped]) -> Iterator[Skipped]:
    """Yield what was skipped in the meantime."""
    while skipped:
        yield skipped.pop(0)


def _where(record: Record) -> str:
    """Return where a page is from: two copies from one place are versions of one page."""
    return record.document.url or record.document.path


def _digest(one: Input, reader: str) -> str:
    """Return the digest of what is read, and of what reads it."""
    if isinstance(one, Unreadable):
        return ""
    if isinstance(one, Unread):
        parts = [one.data, msgspec.json.encode((one.known, one.wanted))]
    else:
        parts = [one.text.encode("utf-8", "surrogatepass"), msgspec.json.encode(one.given)]
    digest = sha256(reader.encode())
    for part in (one.path.encode(), *parts):
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()
