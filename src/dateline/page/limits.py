"""How much of one input is read before it is refused, so that memory and time are bounded."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one input is read before it is refused.

    Attributes:
        bytes: most bytes of one page, after decompression. Containers that are read as a stream
            (WARC, tables) may be larger; each of their entries may not.
        entries: most entries of one container: records, rows, feed entries, pages of a PDF.
        depth: how many containers may be packed into one another (a gzip file in a WARC in ...).
        expansion: how many times its size a gzip file may unfold to, once beyond `bytes`.
    """

    bytes: int = 32_000_000
    entries: int = 1_000_000
    depth: int = 4
    expansion: int = 250


DEFAULT_LIMITS = Limits()
