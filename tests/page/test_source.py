"""The bytes of one input: decompressed, bounded."""

from __future__ import annotations

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import TooLarge, Unreadable
from dateline.page.limits import Limits
from dateline.page.source import HEAD, Known, Source, telling


class Slow(io.BytesIO):
    """A stream that gives one byte at a time, as a pipe may."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return one byte at most."""
        return super().read(min(size or 0, 1))


def source(data: bytes, limits: Limits = Limits(bytes=50_000)) -> Source:  # noqa: B008
    """Return a source of these bytes."""
    return Source("x", io.BytesIO(data), limits, Known(name="A.HTML.GZ"))


@given(st.binary(max_size=3 * HEAD), st.integers(0, 3))
def test_bytes_come_back(data: bytes, packed: int) -> None:
    """However often it is packed, the bytes and the first of them are those of the inside."""
    outer = b"." + data
    inner = outer
    for _ in range(packed):
        outer = gzip.compress(outer, mtime=0)
    assert source(outer).head == inner[:HEAD]
    assert source(outer).whole() == inner
    assert source(outer).seekable().read() == inner
    assert source(outer).name == ("a.html" if packed else "a.html.gz")


def test_slow_streams_are_read_whole() -> None:
    """A stream that gives its bytes one by one is read to its end."""
    assert Source("x", Slow(b"words" * 3000), Limits()).whole() == b"words" * 3000


def test_the_limit_is_the_last_size_that_is_read() -> None:
    """As many bytes as the limit are read, one more is refused."""
    assert len(source(bytes(1000), Limits(bytes=1000)).whole()) == 1000
    with pytest.raises(TooLarge):
        source(bytes(1001), Limits(bytes=1000)).whole()


def test_what_stands_before_a_fault_is_given() -> None:
    """Of a gzip file that is cut off, what there is comes before the fault."""
    lines = b"".join(b"line %d of the log\n" % number for number in range(20_000))
    cut = gzip.compress(lines)[:-2000]
    stream = source(cut, Limits()).stream
    assert stream.readline() == b"line 0 of the log\n"
    with pytest.raises(Unreadable, match="truncated gzip data"):
        list(iter(stream.readline, b""))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (IsADirectoryError(21, "Is a directory"), "is a directory"),
        (OSError(5, "Input/output error"), "input/output error"),
        (OSError("odd"), "odd"),
        (EOFError(), "truncated gzip data"),
    ],
)
def test_faults_are_told_in_words(fault: Exception, reason: str) -> None:
    """What a disk or a gzip file fails with is told as a reason."""
    with pytest.raises(Unreadable) as told, telling("x"):
        raise fault
    assert (told.value.where, told.value.reason) == ("x", reason)
