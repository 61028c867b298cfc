"""A record as few bytes, and back, equal to the byte.

The text is compressed alone, since it is needed without the rest. The rest goes into columns
(`shredding`), and is compressed with the text as the dictionary: the names in it stand there.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from typing import Final

import msgspec

from dateline.record import Record
from dateline.store.sqlite import shredding

WINDOW: Final = 32_000
"""How far zlib looks back."""


def encoded(text: str) -> bytes:
    """Return a text as bytes, not yet compressed."""
    return text.encode("utf-8", "surrogatepass")


def pack_text(text: bytes, dictionary: bytes) -> bytes:
    """Return an encoded text as few bytes; the same dictionary is needed to unpack it."""
    packer = zlib.compressobj(9, zdict=dictionary)
    return packer.compress(text) + packer.flush()


def unpack_text(packed: bytes, dictionary: bytes) -> str:
    """Return the text that was packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    unpacker = zlib.decompressobj(zdict=dictionary)
    try:
        return _whole(unpacker, packed).decode("utf-8", "surrogatepass")
    except zlib.error as fault:
        raise ValueError(str(fault)) from None


def shredded(record: Record) -> bytes:
    """Return all of a record but its text in columns, not yet compressed.

    The document's id is left out where it is the digest of the text.
    """
    plain = msgspec.to_builtins(record)
    told = plain["document"]
    if told["id"] == _digest(told.pop("text")):
        del told["id"]
    return msgspec.msgpack.encode(shredding.columns(plain))


def pack(shreds: bytes, dictionary: bytes, text: str) -> bytes:
    """Return the columns of a record as few bytes.

    Args:
        shreds: as `shredded` returns them.
        dictionary: what records often hold, such as the columns of other records; the same is
            needed to unpack it.
        text: of the record.
    """
    packer = zlib.compressobj(9, zdict=_dictionary(dictionary, text))
    return packer.compress(shreds) + packer.flush()


def unpack(packed: bytes, dictionary: bytes, text: str) -> Record:
    """Return the record that was packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        plain = shredding.value_of(msgspec.msgpack.decode(columns(packed, dictionary, text)))
        plain["document"] = {"id": _digest(text), **plain["document"], "text": text}
        return msgspec.convert(plain, Record)
    except (StopIteration, RuntimeError, LookupError, TypeError) as fault:
        raise ValueError(f"{type(fault).__name__}: {fault}") from None


def columns(packed: bytes, dictionary: bytes, text: str) -> bytes:
    """Return the columns of a record that were packed.

    Raises:
        ValueError: if the bytes are damaged.
    """
    unpacker = zlib.decompressobj(zdict=_dictionary(dictionary, text))
    try:
        return _whole(unpacker, packed)
    except zlib.error as fault:
        raise ValueError(str(fault)) from None


def _whole(unpacker: zlib._Decompress, packed: bytes) -> bytes:
    """Return all that was packed.

    Raises:
        ValueError: if some of it is missing.
        zlib.error: if the bytes are damaged.
    """
    data = unpacker.decompress(packed)
    if not unpacker.eof:
        raise ValueError("cut short")
    return data


def _dictionary(dictionary: bytes, text: str) -> bytes:
    return encoded(text)[-(WINDOW - len(dictionary)) :] + dictionary


def _digest(text: str) -> str:
    return sha256(encoded(text)).hexdigest()
