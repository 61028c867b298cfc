"""Words of names that tell what ties they may be the ends of: tables of `ties.toml`."""

from __future__ import annotations

import msgspec


class EndWords(msgspec.Struct, frozen=True, kw_only=True):
    """What names are told by; `ties.toml` says what each is for."""

    cut: frozenset[str]
    short: frozenset[str]
    versus: frozenset[str]
    callings: frozenset[str]
    surnamed: frozenset[str]


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """Words of names that tell what "X of NAME" is to it, and nouns that a nation has."""

    parties: frozenset[str]
    employers: frozenset[str]
    national: frozenset[str]
    seated: frozenset[str]
    regional: frozenset[str]
    reporters: frozenset[str]
    beats: frozenset[str]
    press: frozenset[str]
    chambers: frozenset[str]
    elected: frozenset[str]
    local: frozenset[str]
    portfolios: frozenset[str]
    public: frozenset[str]
