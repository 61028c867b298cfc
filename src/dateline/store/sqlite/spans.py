"""Where the things of an article stand, as few bytes: number, way from the last start, length."""

from __future__ import annotations

import msgspec

from dateline.span import Span

Places = dict[int, list[tuple[int, Span]]]
"""By role, the places of things of some number."""


def pack(places: Places) -> bytes:
    """Return places as few bytes."""
    packed: dict[int, list[int]] = {}
    for role, held in places.items():
        row, at = packed.setdefault(role, []), 0
        for n, span in held:
            row += (n, span.start - at, len(span))
            at = span.start
    return msgspec.msgpack.encode(packed)


def unpack(packed: bytes) -> dict[int, list[int]]:
    """Return what was packed by role, for `of` to read.

    Raises:
        msgspec.DecodeError: if the bytes are damaged.
    """
    return msgspec.msgpack.decode(packed, type=dict[int, list[int]])


def of(row: list[int]) -> dict[int, tuple[Span, ...]]:
    """Return the places of one role by number of thing.

    Raises:
        ValueError: if the numbers are damaged.
    """
    out: dict[int, tuple[Span, ...]] = {}
    at, numbers = 0, iter(row)
    for n, way, length in zip(numbers, numbers, numbers, strict=True):
        at += way
        out[n] = (*out.get(n, ()), Span(at, at + length))
    return out
