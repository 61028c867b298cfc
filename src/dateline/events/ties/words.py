"""Words of names that tell whether they can be the ends of a tie: a table of `ties.toml`."""

from __future__ import annotations

import msgspec


class EndWords(msgspec.Struct, frozen=True, kw_only=True):
    """What names are told by; `ties.toml` says what each is for."""

    cut: frozenset[str]
    short: frozenset[str]
    versus: frozenset[str]
    callings: frozenset[str]
    surnamed: frozenset[str]
