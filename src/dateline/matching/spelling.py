"""Words of names across scripts and traditions: how alike two of them are spelled."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import msgspec
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dateline.languages import holding, lexicon

VARIANT: Final = 0.82
"""From this likeness on, two words may be spellings of one name."""

_REMOTE: Final = 0.46
_SHORT: Final = 4
_LONG: Final = 8
_GAPS: Final = re.compile(r"[^a-z0-9]+")
_SILENT: Final = re.compile(r"['’‘ʼʻ`´ʿʾ.]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile("[aeiouh]")


class Transliteration(msgspec.Struct, frozen=True, kw_only=True):
    """`any/transliteration.toml`: see there."""

    alike: tuple[tuple[str, str], ...]
    inside: tuple[tuple[str, str], ...]
    starts: tuple[tuple[str, str], ...]
    families: dict[str, str]
    feminine: tuple[str, ...]
    particles: frozenset[str]
    generations: dict[str, frozenset[str]]


class Nicknames(msgspec.Struct, frozen=True, kw_only=True):
    """`nicknames.toml`: short forms of given names."""

    forms: dict[str, tuple[str, ...]]


@cache
def transliteration() -> Transliteration:
    """Return what spellings of one name differ in."""
    found: Transliteration = lexicon("any", "transliteration", Transliteration)
    return found


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Return the names that each short form may stand for, in all languages together."""
    found: dict[str, set[str]] = {}
    for language in holding("nicknames"):
        for short, full in lexicon(language, "nicknames", Nicknames).forms.items():
            found.setdefault(short, set()).update(full)
    return {short: frozenset(full) for short, full in found.items()}


@lru_cache(maxsize=1 << 17)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small Latin letters, whatever its script."""
    plain = anyascii(_SILENT.sub("", name)).casefold()
    return tuple(_GAPS.sub(" ", _SILENT.sub("", plain)).split())


@lru_cache(maxsize=1 << 17)
def phonetic(word: str) -> str:
    """Return a word (of `words`) with what transliterations write for each other made one."""
    data = transliteration()
    for many, one in data.alike:
        word = word.replace(many, one)
    for start, kept in data.starts:
        if word.startswith(start):
            word = kept + word[len(start) :]
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith("h") and len(word) > _SHORT else word


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """Return the consonants of a word by family: what rough spellings share, for finding pairs."""
    plain = _VOWELS.sub("", phonetic(word).replace("sh", "s"))
    for one, family in transliteration().families.items():
        plain = re.sub(f"[{family}]", one, plain)
    return _DOUBLED.sub(r"\1", plain) or word[:1]


@lru_cache(maxsize=1 << 17)
def skeletons(word: str) -> frozenset[str]:
    """Return the skeletons of a word as it is and as others write it.

    Two words whose likeness is 0.9 or more share one.
    """
    return frozenset({skeleton(word), skeleton(_inside(word))})


@lru_cache(maxsize=1 << 18)
def likeness(one: str, other: str) -> float:
    """Return how alike two words are spelled: 1 for equal, from `VARIANT` on they may be one name.

    Spellings of one name share their consonants, or nearly so if the word is long; then the
    likeness is Jaro's and Winkler's over what the words sound like. Short words must sound the
    same, and forms of a name for men and women are two names ("Roberto", "Roberta").

    Source: W. E. Winkler, "String comparator metrics", ASA Survey Research Methods (1990).
    """
    if one == other:
        return 1.0
    if phonetic(one) == phonetic(other):
        return 0.97
    if _by_gender(one, other):
        return 0.0
    found = _sounds(one, other)
    first, second = _inside(one), _inside(other)
    if first != one:
        found = max(found, _sounds(first, other))
    if second != other:
        found = max(found, _sounds(one, second))
    return found


def _sounds(one: str, other: str) -> float:
    """Return how alike two words sound."""
    first, second = phonetic(one), phonetic(other)
    short = min(len(first), len(second))
    if short < _SHORT:
        return 0.0
    alike = JaroWinkler.normalized_similarity(first, second)
    if skeleton(one) == skeleton(other):
        return alike
    return alike - 0.1 if short >= _LONG else alike * 0.5


def are_variants(one: str, other: str) -> bool:
    """Tell whether two words may be spellings of one name: their likeness is `VARIANT` at least."""
    if min(_longest(one), _longest(other)) < _LONG and skeletons(one).isdisjoint(skeletons(other)):
        return False  # as nearly all are
    return likeness(one, other) >= VARIANT


@lru_cache(maxsize=1 << 17)
def _longest(word: str) -> int:
    """Return how long a word is as it sounds, the way it is and the way others write it."""
    return max(len(phonetic(word)), len(phonetic(_inside(word))))


@lru_cache(maxsize=1 << 17)
def _inside(word: str) -> str:
    """Return a word with what some write inside words as others write it."""
    if len(word) <= _SHORT:
        return word
    for many, one in transliteration().inside:
        word = re.sub(f"(?<=[aeiou]){many}(?=.)", one, word)
    return word


def _by_gender(one: str, other: str) -> bool:
    """Tell whether one of the two alone has an ending of women's names."""
    endings = transliteration().feminine
    return one.endswith(endings) != other.endswith(endings)


def stands_for(one: str, other: str) -> bool:
    """Tell whether one word is a short form of the other, or both of a third."""
    known = _nicknames()
    first, second = known.get(one, frozenset()), known.get(other, frozenset())
    return other in first or one in second or bool(first & second)


def unlike(one: str, other: str) -> bool:
    """Tell whether two words are so differently spelled that no transliteration tells it."""
    return likeness(one, other) < _REMOTE and skeleton(one) != skeleton(other)


def is_initial(one: str, other: str) -> bool:
    """Tell whether one is the first letter of the other."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and long.startswith(short)
