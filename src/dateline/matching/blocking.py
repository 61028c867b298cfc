"""Which profiles are worth holding beside each other: those that share something rare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from dateline.matching.names import body_words, initials, is_acronym, is_common, person_words
from dateline.matching.spelling import phonetic, skeleton, words
from dateline.matching.weighing import Profile

LARGEST: Final = 200
"""A key that more profiles have finds no pairs: another, rarer one must."""

_RAREST: Final = 6  # keys of one profile that find pairs


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a rare key, each once, in order: linear in the profiles.

    Keys are the consonants of the words of people's names, the telling words of other names,
    acronyms and what may be abbreviated to them, whole names, and places of the gazetteer.
    """
    blocks: dict[str, list[int]] = {}
    for at, profile in enumerate(profiles):
        for key in dict.fromkeys(_keys(profile)):
            blocks.setdefault(key, []).append(at)
    fit = {key: held for key, held in blocks.items() if 1 < len(held) <= LARGEST}
    rarest: list[set[str]] = [set() for _ in profiles]
    for key in sorted(fit, key=lambda key: (len(fit[key]), key)):
        for at in fit[key]:
            if len(rarest[at]) < _RAREST:
                rarest[at].add(key)
    found = {
        pair
        for key, held in fit.items()
        for pair in combinations(held, 2)
        if key in rarest[pair[0]] or key in rarest[pair[1]]
    }
    yield from sorted(found | set(_across(profiles)))


def _across(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a person and something else whose names begin with the same two words.

    Readers take firms for people ("Dow Jones"); nothing else of the two need be the same.
    """
    people: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    for at, profile in enumerate(profiles):
        held = people if profile.kind == "person" else others
        for key in dict.fromkeys(_beginning(name) for name in profile.names):
            held.setdefault(key, []).append(at)
    for key in sorted(people.keys() & others.keys() - {""}):
        if len(people[key]) * len(others[key]) <= LARGEST:
            pairs = product(people[key], others[key])
            yield from ((min(pair), max(pair)) for pair in pairs)


def _beginning(name: str) -> str:
    """Return the first two telling words of a name, as they sound; empty if it has but one."""
    telling = body_words(name)[:2]
    return " ".join(map(phonetic, telling)) if len(telling) > 1 else ""


def _keys(profile: Profile) -> Iterator[str]:
    for name in profile.names:
        yield "whole " + " ".join(words(name))
        yield from _person(name) if profile.kind == "person" else _body(name)
    yield from (f"place {place}" for place in profile.places)


def _person(name: str) -> Iterator[str]:
    telling = person_words(name)
    bones = [skeleton(word) for word in telling if len(word) > 1]
    yield from (f"bones {bone}" for bone in bones)
    yield "all " + " ".join(sorted(bones))


def _body(name: str) -> Iterator[str]:
    if is_acronym(name):
        yield "brief " + "".join(sorted("".join(words(name))))
    yield from ("brief " + "".join(sorted(brief)) for brief in initials(name))
    telling = body_words(name)
    yield from (f"word {phonetic(word)}" for word in telling if not is_common(word))
    yield "all " + " ".join(sorted(map(phonetic, telling)))
