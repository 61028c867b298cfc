"""What a content is of, in words that can be held against those of another: its matter."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

import msgspec

from dateline.languages import holding, lexicon

_WORD: Final = re.compile(r"\w{1,40}(?:['’]\w{1,3})?")
STEM: Final = 6  # letters: "smouldering" and "smouldered" are one word by then
LEAST: Final = 3  # letters that are left of a word when its ending is taken off


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language that turn a content round, or say nothing of its matter."""

    negators: frozenset[str]
    conditions: frozenset[str]
    endings: tuple[str, ...]
    empty: frozenset[str]
    forms: dict[str, str]


@cache
def _words() -> Words:
    """Return the words of all languages that have them: a content does not say which it is in."""
    found = [lexicon(language, "matter", Words) for language in holding("matter")]
    return Words(
        negators=frozenset(word for one in found for word in one.negators),
        conditions=frozenset(word for one in found for word in one.conditions),
        endings=tuple(ending for one in found for ending in one.endings),
        empty=frozenset(word for one in found for word in one.empty),
        forms={form: word for one in found for form, word in one.forms.items()},
    )


@lru_cache(maxsize=1 << 14)
def matter(text: str) -> frozenset[str]:
    """Return the words of a content that say what it is of, each cut to its first letters."""
    known = _words()
    found = (word.casefold() for word in _WORD.findall(_plain(text)))
    bare = (word.removesuffix("'s").removesuffix("’s") for word in found)
    return frozenset(
        _stem(word, known)
        for word in bare
        if word not in known.empty and word not in known.negators
    )


def _plain(text: str) -> str:
    """Return a text without the marks on its letters, which papers leave out of names."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def negators() -> tuple[str, ...]:
    """Return the words that turn a content round, in order."""
    return tuple(sorted(_words().negators))


def is_negated(text: str) -> bool:
    """Tell whether a content says that something is not so; a condition in it does not count."""
    known = _words()
    found = (word.casefold() for word in _WORD.findall(text))
    said = takewhile(lambda word: word not in known.conditions, found)
    return not known.negators.isdisjoint(said)


def _stem(word: str, known: Words) -> str:
    if word in known.forms:
        return known.forms[word][:STEM]
    for ending in known.endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)][:STEM]
    return word[:STEM]
