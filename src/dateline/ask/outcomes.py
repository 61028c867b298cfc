"""The words that tell what became of a promise, a threat or a forecast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from dateline.languages import holding, lexicon
from dateline.record import Stance
from dateline.span import Span

FORETELLING: Final[tuple[Stance, ...]] = ("promise", "threaten", "forecast")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language; `kept` are expressions, `recalled` words by stance.

    `unowned` are those of the recalled beside which nobody is named who foretold it; `owners`
    stand for whoever the sentence names.
    """

    kept: tuple[str, ...]
    broken: tuple[str, ...]
    recalled: dict[Stance, tuple[str, ...]]
    unowned: frozenset[str]
    owners: frozenset[str]


class Recalled(msgspec.Struct, frozen=True):
    """Where a text recalls that something was foretold, and the stances that it may have had."""

    span: Span
    stances: frozenset[Stance]


@cache
def _words() -> tuple[Words, ...]:
    """Return the words of all languages that have them: a sentence does not say which it is in."""
    return tuple(lexicon(language, "outcomes", Words) for language in holding("outcomes"))


def kept(text: str) -> str | None:
    """Return the words of a sentence that say that what was foretold came so, if it has any."""
    found = _kept().search(text)
    return found[0] if found else None


def broken(text: str, foretold: str) -> str | None:
    """Return the words of a sentence that say that what was foretold did not come.

    Words that are in what was foretold do not count: "if the wells were not cleaned".
    """
    own = foretold.casefold()
    found = (one[0] for one in _broken().finditer(text))
    return next((words for words in found if words.casefold() not in own), None)


def recalled(text: str) -> Iterator[Recalled]:
    """Yield where a text recalls that something was promised, threatened or foretold."""
    pattern, stances = _recalled()
    for found in pattern.finditer(text):
        yield Recalled(Span(*found.span()), stances[found[0].casefold()])


def is_owned(words: str) -> bool:
    """Tell whether beside words that recall something somebody is named who foretold it."""
    return not any(words.casefold() in each.unowned for each in _words())


def has_owner(words: Iterable[str]) -> bool:
    """Tell whether there is a word that stands for whoever the sentence names."""
    owners = frozenset[str]().union(*(each.owners for each in _words()))
    return any(word.casefold() in owners for word in words)


@cache
def _kept() -> re.Pattern[str]:
    return re.compile("|".join(one for each in _words() for one in each.kept), re.IGNORECASE)


@cache
def _broken() -> re.Pattern[str]:
    return _any_of({one for each in _words() for one in each.broken})


@cache
def _recalled() -> tuple[re.Pattern[str], dict[str, frozenset[Stance]]]:
    stances: dict[str, frozenset[Stance]] = {}
    for each in _words():
        for stance, words in each.recalled.items():
            for one in words:
                stances[one] = stances.get(one, frozenset()) | {stance}
    return _any_of(set(stances)), stances


def _any_of(words: set[str]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
