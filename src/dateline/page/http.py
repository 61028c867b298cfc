"""What HTTP does to a body on its way, undone: chunks, and the encodings `deflate` and `br`.

Sources: RFC 9112 (7.1, chunks), RFC 9110 (8.4, content encodings). `gzip` is not undone here:
whatever is packed with it is unpacked when it is read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from email.message import Message
from typing import Final

from dateline.errors import Unreadable
from dateline.page.limits import Limits
from dateline.page.source import too_large

_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_DAMAGED: Final = "damaged: cannot be unpacked"


def content_type(words: str) -> tuple[str | None, str | None]:
    """Return the media type and the charset of a `Content-Type`, `None` where it has none."""
    header = Message()
    header["Content-Type"] = " ".join(words.split())
    return (header.get_content_type() if "/" in words else None), header.get_content_charset()


def unpacked(path: str, data: bytes, header: Callable[[str], str | None], limits: Limits) -> bytes:
    """Return a body as it was before it was sent.

    Args:
        path: where the body comes from.
        data: the body as it was sent.
        header: gives the value of a header field.
        limits: how large the body may become.

    Raises:
        Unreadable: if it is damaged, or packed in a way that is not read.
        TooLarge: if it becomes too large.
    """
    if "chunked" in (header("Transfer-Encoding") or "").lower():
        data = _joined(data)
    encoding = (header("Content-Encoding") or "").strip().lower()
    if encoding == "deflate":
        return _inflated(path, data, limits)
    if encoding == "br":
        return _unbrotlied(path, data, limits)
    if encoding in {"zstd", "compress", "dcb", "dcz"}:
        raise Unreadable(path, f"packed with {encoding}, which is not read")
    return data


def _joined(data: bytes) -> bytes:
    """Return the chunks in one; archives often hold bodies whose chunks were joined already."""
    parts, at = [], 0
    while found := _CHUNK.match(data, at):
        size = int(found[1], 16)
        if not size:
            break
        parts.append(data[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if data.startswith(b"\r\n", at) else 0
    return b"".join(parts) if parts else data


def _inflated(path: str, data: bytes, limits: Limits) -> bytes:
    """Undo `deflate`: by the book with a zlib header, by many servers without."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            out = zlib.decompressobj(window).decompress(data, limits.bytes + 1)
        except zlib.error:
            continue
        if len(out) > limits.bytes:
            raise too_large(path, limits)
        return out
    raise Unreadable(path, _DAMAGED)


def _unbrotlied(path: str, data: bytes, limits: Limits) -> bytes:
    """Undo `br` if the package `brotli` is there."""
    try:
        import brotli  # noqa: PLC0415 - an extra
    except ImportError:
        remedy = "pip install 'dateline[brotli]'"
        raise Unreadable(
            path, "packed with Brotli, for which a package is missing", remedy
        ) from None
    out, unpacker = bytearray(), brotli.Decompressor()
    try:
        while not unpacker.is_finished():
            part = unpacker.process(data, output_buffer_limit=1 << 20)
            out += part
            data = b""
            if len(out) > limits.bytes:
                raise too_large(path, limits)
            if not part and unpacker.can_accept_more_data():
                raise Unreadable(path, _DAMAGED)
    except brotli.error:
        raise Unreadable(path, _DAMAGED) from None
    return bytes(out)
