"""Names as words: how a name is folded so that its spellings compare equal."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

_SIGNS: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "ʿ": "'", "ʾ": "'"}
)
_DOTS: Final = re.compile(r"\.")
_GAPS: Final = re.compile(r"[\s\-‐-―_/]+")
_EDGES: Final = " '\"“”«»()[]{},;:!?*•…"
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return a name without case, accents, full stops and hyphens, its words apart by one blank.

    "Al-Masri" and "al Masri" fold to the same, and so do "U.S." and "US"; an apostrophe stays.
    """
    plain = normalize("NFKD", name.translate(_SIGNS)).casefold().translate(_LETTERS)
    plain = "".join(sign for sign in plain if not combining(sign))
    return _GAPS.sub(" ", _DOTS.sub("", plain)).strip(_EDGES)


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(fold(name).split())


@lru_cache(maxsize=65536)
def capitalised(word: str) -> bool:
    """Tell whether the first letter of a word is a capital; a word without letters has none."""
    for sign in word:
        if sign.isalpha():
            return sign.isupper() or sign.istitle()
    return False


@lru_cache(maxsize=65536)
def shouted(word: str) -> bool:
    """Tell whether a word of two letters or more is all in capitals, as an acronym is."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and all(sign.isupper() for sign in letters)


def skeleton(word: str) -> str:
    """Return what transliterations of one name share: its consonants, like ones made one.

    Vowels, doubled letters and aspiration are what spellings of a name from another script differ
    in: "Yousef" and "Yusuf" have one skeleton. It proves nothing by itself.
    """
    plain = fold(word).replace("'", "")
    for many, one in _LIKE:
        plain = plain.replace(many, one)
    bones = plain[:1] + re.sub("[aeiouwyh]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", bones)


_LIKE: Final = (
    ("tch", "c"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "k"),
    ("gh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("zh", "z"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("g", "k"),
    ("v", "w"),
    ("x", "ks"),
)
