"""A record as few bytes, and back, equal to the byte.

The text is compressed alone, since it is needed without the rest. The rest goes into columns
(`shredding`), and is compressed with the text as the dictionary: the names in it stand there.
"""

from __future__ import annotations

import zlib
from typing import Final

import msgspec

from dateline.record import Record
from dateline.store.sqlite import shredding

WINDOW: Final = 32_000
"""How far zlib looks back."""


def pack_text(text: str) -> bytes:
    """Return a text as few bytes."""
    return zlib.compress(_encoded(text), 9)


def unpack_text(packed: bytes) -> str:
    """Return the text that was packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")
    except zlib.error as fault:
        raise ValueError(str(fault)) from None


def shredded(record: Record) -> bytes:
    """Return all of a record but its text in columns, not yet compressed."""
    return msgspec.msgpack.encode(shredding.columns(msgspec.to_builtins(_bare(record, ""))))


def pack(columns: bytes, dictionary: bytes, text: str) -> bytes:
    """Return the columns of a record as few bytes.

    Args:
        columns: as `shredded` returns them.
        dictionary: what records often hold, such as the columns of other records; the same is
            needed to unpack it.
        text: of the record.
    """
    packer = zlib.compressobj(9, zdict=_dictionary(dictionary, text))
    return packer.compress(columns) + packer.flush()


def unpack(packed: bytes, dictionary: bytes, text: str) -> Record:
    """Return the record that was packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    unpacker = zlib.decompressobj(zdict=_dictionary(dictionary, text))
    try:
        plain = shredding.value_of(msgspec.msgpack.decode(unpacker.decompress(packed)))
        return _bare(msgspec.convert(plain, Record), text)
    except (zlib.error, StopIteration, RuntimeError, LookupError, TypeError) as fault:
        raise ValueError(f"{type(fault).__name__}: {fault}") from None


def _dictionary(dictionary: bytes, text: str) -> bytes:
    return _encoded(text)[-(WINDOW - len(dictionary)) :] + dictionary


def _bare(record: Record, text: str) -> Record:
    document = msgspec.structs.replace(record.document, text=text)
    return msgspec.structs.replace(record, document=document)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
