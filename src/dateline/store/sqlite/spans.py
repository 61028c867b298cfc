"""Where the things of an article stand, as few bytes: number, way from the last start, length."""

from __future__ import annotations

import msgspec

from dateline.span import Span

CONTENT, CUE, SOURCE, TRIGGER, TIE, PART, COMMENT = range(7)
"""The roles: of a statement's words, cue and source, an event's trigger, the evidence of a tie, a
part of the article (its number is what it is, as `indexing` has it), a comment (its place)."""

Places = dict[int, list[tuple[int, Span]]]
"""By role, the places of things of some number."""


def pack(places: Places, others: dict[int, list[int]] | None = None) -> bytes:
    """Return places as few bytes, and with them those of other roles, as `unpack` gave them."""
    packed = dict(others or {})
    for role, held in places.items():
        row, at = list[int](), 0
        for n, span in held:
            row += (n, span.start - at, len(span))
            at = span.start
        if row:
            packed[role] = row
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
