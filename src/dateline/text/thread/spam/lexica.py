"""The data that the signals go by, read once from `languages/*/spam.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.languages import holding, lexicon
from dateline.text.thread.spam.wording import Phrases


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How spam is worded in one language; the file of the English tells what each list is for."""

    praise: tuple[str, ...]
    plain: tuple[str, ...]
    meta: tuple[str, ...]
    templates: tuple[str, ...]
    formulas: tuple[str, ...]
    promotion: tuple[str, ...]
    hooks: tuple[str, ...]
    nameless: tuple[str, ...]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a trade in an author's name."""

    sure: frozenset[str]
    inside: tuple[str, ...]
    offers: frozenset[str]
    numbered: tuple[str, ...]
    sales: frozenset[str]


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells good links from bad."""

    references: tuple[str, ...]
    cheap_endings: frozenset[str]
    shorteners: frozenset[str]
    markup: tuple[str, ...]


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one is asked to write to."""

    channels: tuple[str, ...]


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Letters and keyboards."""

    look_alikes: str
    rows: tuple[str, ...]
    vowels: str


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds in all languages: the weights of the signals, trades, links, letters."""

    weights: dict[str, float]
    trades: dict[str, tuple[str, ...]]
    callings: dict[str, tuple[str, ...]]
    names: Names
    links: Links
    contact: Contact
    letters: Letters


class Lexica(msgspec.Struct, frozen=True):
    """All of it, put together for looking up.

    Spam comes in any language under an article in any other, so the languages are one here.
    """

    signs: Signs
    trades: frozenset[str]
    callings: frozenset[str]
    praise: frozenset[str]
    empty: frozenset[str]
    nameless: frozenset[str]
    templates: Phrases
    formulas: Phrases
    promotion: Phrases
    hooks: Phrases

    def weight(self, name: str) -> float:
        """Return the points of a sign; a name that the data lack is a fault of the program."""
        return self.signs.weights[name]


@cache
def lexica() -> Lexica:
    """Return the lexica of all languages that have one.

    Raises:
        DatelineError: if a file is not of the shape that is declared here.
    """
    signs = lexicon("any", "spam", Signs)
    all_of = [lexicon(code, "spam", Wording) for code in holding("spam")]
    trades = frozenset(word for group in signs.trades.values() for word in group)
    praise = frozenset(word for wording in all_of for word in wording.praise)
    meta = frozenset(word for wording in all_of for word in wording.meta)
    plain = frozenset(word for wording in all_of for word in wording.plain)
    return Lexica(
        signs=signs,
        trades=trades,
        callings=trades.union(*signs.callings.values()),
        praise=praise,
        empty=praise | meta | plain,
        nameless=frozenset(name for wording in all_of for name in wording.nameless),
        templates=Phrases(phrase for wording in all_of for phrase in wording.templates),
        formulas=Phrases(phrase for wording in all_of for phrase in wording.formulas),
        promotion=Phrases(phrase for wording in all_of for phrase in wording.promotion),
        hooks=Phrases(phrase for wording in all_of for phrase in wording.hooks),
    )
