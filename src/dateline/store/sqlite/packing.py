"""A record as few bytes, and back, equal to the byte."""

from __future__ import annotations

import zlib

import msgspec

from dateline.record import Record


def pack_text(text: str) -> bytes:
    """Return a text as few bytes."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 9)


def unpack_text(packed: bytes) -> str:
    """Return the text that was packed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack(record: Record) -> bytes:
    """Return all of a record but its text as few bytes."""
    bare = msgspec.structs.replace(
        record, document=msgspec.structs.replace(record.document, text="")
    )
    return zlib.compress(msgspec.json.encode(bare), 9)


def unpack(packed: bytes, text: str) -> Record:
    """Return the record that was packed."""
    bare = Record.from_json(zlib.decompress(packed))
    return msgspec.structs.replace(bare, document=msgspec.structs.replace(bare.document, text=text))
