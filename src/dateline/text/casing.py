"""Words that are shouted, in the case that a parser has learnt: wire copy, old transcripts, heads.

A parser that has learnt from newspapers takes a capital for a name, and a text in capitals for
nothing but names: it finds hardly a verb there. So an ordinary word is put in small letters for
it, any other keeps its first capital (truecasing by a word list; Lita et al., 2003, learn the same
from how often a word is written how). No character moves, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_FEWEST: Final = 20
"""Letters that a text must have before it is said to be in capitals."""

_SHARE: Final = 0.9
"""From this share of capitals on, a text is in capitals."""

_SHOUTED: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL: Final = re.compile("[AEIOUY]")
_SHORT: Final = 4
"""A word of at most so many letters without a vowel is taken for an abbreviation."""


def is_shouted(text: str) -> bool:
    """Tell whether a text is written in capitals."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < _FEWEST:
        return False
    return sum(map(str.isupper, letters)) >= _SHARE * len(letters)


def calmed(text: str, is_ordinary: Callable[[str], bool]) -> str:
    """Return a text in capitals as it would be written otherwise, of the same length.

    Args:
        text: a text in capitals.
        is_ordinary: tells of a word in small letters whether it is one that needs no capital.
    """
    return _SHOUTED.sub(lambda found: _calmed(found[0], is_ordinary), text)


def _calmed(word: str, is_ordinary: Callable[[str], bool]) -> str:
    low = word.lower()
    if len(low) != len(word) or not word.isupper():
        return word
    if is_ordinary(low):
        return low
    if len(word) <= _SHORT and not _VOWEL.search(word):
        return word
    return word[0] + low[1:]
