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
    refusals: frozenset[str]
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
        refusals=frozenset(word for one in found for word in one.refusals),
        conditions=frozenset(word for one in found for word in one.conditions),
        endings=tuple(ending for one in found for ending in one.endings),
        empty=frozenset(word for one in found for word in one.empty),
        forms={form: word for one in found for form, word in one.forms.items()},
    )


@lru_cache(maxsize=1 << 14)
def matter(text: str) -> frozenset[str]:
    """Return the words of a content that say what it is of, each cut to its first letters."""
    return frozenset(filter(None, map(_stem, _WORD.findall(_plain(text)))))


def _plain(text: str) -> str:
    """Return a text without the marks on its letters, which papers leave out of names."""
    if text.isascii():
        return text
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


def is_refusal(cue: str) -> bool:
    """Tell whether a cue says what somebody will not do: that denies nothing."""
    return not _words().refusals.isdisjoint(map(str.casefold, _WORD.findall(cue)))


@lru_cache(maxsize=1 << 16)
def _stem(spelt: str) -> str:
    """Return the first letters of a word; empty for one that says nothing of its matter."""
    known = _words()
    word = spelt.casefold().removesuffix("'s").removesuffix("’s")
    if word in known.empty or word in known.negators:
        return ""
    if word in known.forms:
        return known.forms[word][:STEM]
    for ending in known.endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)][:STEM]
    return word[:STEM]
