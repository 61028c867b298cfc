"""What HTTP does to a body, undone."""

from __future__ import annotations

import contextlib
import sys
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import TooLarge, Unreadable
from dateline.page.http import content_type, unpacked
from dateline.page.limits import Limits


def undone(data: bytes, limits: Limits = Limits(bytes=100_000), **header: str) -> bytes:  # noqa: B008
    """Return a body unpacked; header fields have `_` for `-`."""
    return unpacked("x", data, lambda name: header.get(name.replace("-", "_")), limits)


def chunked(*parts: bytes) -> bytes:
    """Return a body in chunks."""
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@given(st.lists(st.binary(min_size=1, max_size=200), min_size=1, max_size=5))
def test_bodies_come_back(parts: list[bytes]) -> None:
    """What was cut into chunks or packed is, undone, what it was."""
    whole = b"".join(parts)
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert undone(chunked(*parts), Transfer_Encoding="Chunked") == whole
    assert undone(zlib.compress(whole), Content_Encoding="deflate") == whole
    assert undone(raw.compress(whole) + raw.flush(), Content_Encoding="deflate") == whole
    assert undone(brotli.compress(whole), Content_Encoding="br") == whole
    assert undone(whole) == whole


def test_chunks_that_were_joined_already_are_left() -> None:
    """A body that is said to be in chunks but is not stays as it is."""
    assert undone(b"<html>", Transfer_Encoding="chunked") == b"<html>"


@given(st.binary(max_size=300), st.sampled_from(["deflate", "br", "zstd", "gzip"]))
def test_damaged_bodies_are_unreadable(data: bytes, encoding: str) -> None:
    """Whatever the bytes, they are unpacked, or told to be damaged."""
    with contextlib.suppress(Unreadable):
        undone(data, Transfer_Encoding="chunked", Content_Encoding=encoding)


@pytest.mark.parametrize("pack", [zlib.compress, brotli.compress])
def test_bombs_stop_at_the_limit(pack: object) -> None:
    """A body that unfolds beyond the limit is refused."""
    assert callable(pack)
    name = "br" if pack is brotli.compress else "deflate"
    with pytest.raises(TooLarge):
        undone(pack(bytes(50_000_000)), Content_Encoding=name)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, a page packed with Brotli is unreadable, and the remedy installs it."""
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(Unreadable, match=r"dateline\[brotli\]"):
        undone(b"", Content_Encoding="br")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("text/html; charset=UTF-8", ("text/html", "utf-8")),
        ("Text/HTML", ("text/html", None)),
        ("", (None, None)),
        ("nonsense", (None, None)),
        ('text/html;charset="x\r\ny', ("text/html", '"x y')),
    ],
)
def test_content_types(words: str, found: tuple[str | None, str | None]) -> None:
    """A `Content-Type` gives the media type and the charset, in small letters."""
    assert content_type(words) == found
