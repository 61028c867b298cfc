"""The bytes of one input: decompressed, bounded, and with what is known of them beforehand."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

import msgspec

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given
from dateline.page.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD: Final = 8192
"""How many bytes a kind is told by."""

_GZIP: Final = b"\x1f\x8b"


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an input before it is read.

    Attributes:
        name: what its kind may be told by: a file's name, or the last part of a URL's path.
        media: the media type declared by who sent it, in small letters (`text/html`).
        charset: the encoding declared by who sent it.
        given: what the container says of the page.
    """

    name: str = ""
    media: str | None = None
    charset: str | None = None
    given: Given = Given()


UNKNOWN: Final = Known()


class Source:
    """One input on its way to be read: its bytes, decompressed, and what is known beforehand.

    Attributes:
        path: the input as its user named it; `FILE#KEY` for one of many in a file.
        known: what is known of it beforehand.
        name: its name in small letters, `.gz` left out where it was unpacked.
        limits: how much of it is read.
        stream: the bytes from their beginning, to be read once.

    Raises:
        Unreadable: if the first bytes cannot be had.
    """

    def __init__(
        self, path: str, stream: IO[bytes], limits: Limits, known: Known = UNKNOWN
    ) -> None:
        self.path, self.limits, self.known = path, limits, known
        self.name = known.name.casefold()
        self._file = _Stream(path, stream, limits)
        while self._file.head.startswith(_GZIP):
            self.name = self.name.removesuffix(".gz")
            self._file = self._file.unzipped()
        self.stream = io.BufferedReader(self._file, 1 << 16)

    @property
    def head(self) -> bytes:
        """The first bytes, up to `HEAD` of them, decompressed."""
        return self._file.head

    def seekable(self) -> IO[bytes]:
        """Return the bytes as a file in which one can go back and forth.

        Raises:
            TooLarge: if they must be held for that and are more than the limit.
            Unreadable: if the bytes cannot be had.
        """
        return self._file.bare() or io.BytesIO(self.whole())

    def whole(self) -> bytes:
        """Return all bytes.

        Raises:
            TooLarge: if there are more than the limit; no more than that were read.
            Unreadable: if the bytes cannot be had (truncated, damaged, not permitted).
        """
        if self._file.size() > self.limits.bytes:
            raise too_large(self.path, self.limits)
        data = self.stream.read(self.limits.bytes + 1)
        if len(data) > self.limits.bytes:
            raise too_large(self.path, self.limits)
        return data


def too_large(path: str, limits: Limits) -> TooLarge:
    """Return the error for a page beyond the limit of bytes."""
    megabytes = f"{limits.bytes / 1_000_000:g} MB"
    return TooLarge(path, f"larger than {megabytes}", "raise the limit with --max-size")


def too_many(path: str, limits: Limits) -> TooLarge:
    """Return the error for a container beyond the limit of entries."""
    return TooLarge(path, f"more than {limits.entries} entries", "split it into smaller ones")


class _Stream(io.RawIOBase):
    """A stream that can be looked into, and whose faults are told as `Unreadable`."""

    def __init__(
        self,
        path: str,
        inner: IO[bytes] | gzip.GzipFile,
        limits: Limits,
        packed: _Stream | None = None,
    ) -> None:
        self._path, self._inner, self._limits, self._packed = path, inner, limits, packed
        self._depth: int = packed._depth + 1 if packed else 0
        self._at = 0
        self._fault: Unreadable | None = None
        self.head = b""
        self.head = self._first(HEAD)

    def unzipped(self) -> _Stream:
        """Return the stream that this one, a gzip file, unfolds to."""
        if self._depth >= self._limits.depth:
            raise TooLarge(self._path, "packed into itself too often")
        unzipped = gzip.GzipFile(fileobj=io.BufferedReader(self, 1 << 16))
        return _Stream(self._path, unzipped, self._limits, self)

    def bare(self) -> IO[bytes] | None:
        """Return the file itself, if it is one on a disk and not packed."""
        if isinstance(self._inner, gzip.GzipFile) or not self._inner.seekable():
            return None
        self._inner.seek(0)
        return self._inner

    def size(self) -> int:
        """Return how many bytes there are, 0 where that cannot be known before they are read."""
        if isinstance(self._inner, gzip.GzipFile) or not self._inner.seekable():
            return 0
        at = self._inner.tell()
        size = self._inner.seek(0, io.SEEK_END)
        self._inner.seek(at)
        return size

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        part = self.head[self._at : self._at + len(view)] or self._next(len(view))
        view[: len(part)] = part
        self._at += len(part)
        if self._packed:
            self._check_expansion(self._packed)
        return len(part)

    def _first(self, size: int) -> bytes:
        """Return the first bytes; a fault that comes after some is told when they were read."""
        head = b""
        try:
            while len(head) < size and (part := self._next(size - len(head))):
                head += part
        except Unreadable as fault:
            if not head:
                raise
            self._fault = fault
        return head

    def _next(self, size: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        with telling(self._path):
            # From a gzip file that is cut off, `read1` gives what there is before it fails.
            if isinstance(self._inner, gzip.GzipFile):
                return self._inner.read1(size)
            return self._inner.read(size)

    def _check_expansion(self, packed: _Stream) -> None:
        if self._at > max(self._limits.bytes, self._limits.expansion * packed.tell()):
            reason = (
                f"a gzip file that unfolds to more than {self._limits.expansion} times its size"
            )
            raise TooLarge(self._path, reason, "unpack it first")


@contextmanager
def telling(path: str) -> Iterator[None]:
    """Turn the faults of reading `path` from a disk or a gzip file into `Unreadable`."""
    try:
        yield
    except EOFError:
        raise Unreadable(path, "truncated gzip data", "fetch the file again") from None
    except (gzip.BadGzipFile, zlib.error):
        raise Unreadable(path, "damaged gzip data", "fetch the file again") from None
    except PermissionError:
        raise Unreadable(path, "permission denied", "check who may read it") from None
    except OSError as fault:
        raise Unreadable(path, (fault.strerror or str(fault)).lower()) from None
