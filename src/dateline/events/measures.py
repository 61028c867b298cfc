"""The shapes of words that measure: how many were harmed, and how sure it is."""

from __future__ import annotations

import msgspec

from dateline.events.entries import Words
from dateline.record import Toll


class Tolls(msgspec.Struct, frozen=True, kw_only=True):
    """How victims are counted.

    Attributes:
        verbs: for each toll the verbs whose object is counted.
        adjectives: for each toll the words that count with "be", "left" or after the noun.
        least, most, about: words before a number that bound it.
        numbers: number words with their worth.
        many: words for an unsaid number, with the least that they mean.
    """

    verbs: dict[Toll, Words]
    adjectives: dict[Toll, Words]
    least: tuple[str, ...]
    most: tuple[str, ...]
    about: tuple[str, ...]
    numbers: dict[str, int]
    many: dict[str, int]


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """The adverbs and adjectives, verbs and auxiliaries of one level of certainty."""

    words: Words = frozenset()
    verbs: Words = frozenset()
    auxiliaries: Words = frozenset()


class Certainties(msgspec.Struct, frozen=True, kw_only=True):
    """The words of `certainty.toml` that lessen how sure a clause is."""

    probable: Level
    possible: Level
    unlikely: Level
