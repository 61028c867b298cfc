"""The words by which one deed may be told: "bought" and "acquired" are of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.ask.wording import matter
from dateline.events.lexicon import load
from dateline.languages import holding
from dateline.matching.accounts import akin


@cache
def words_for(type_: str) -> frozenset[str]:
    """Return the words for events of a type, and of types by which one deed may be told.

    They are those of all languages that tell it alone ("take" does so beside "hostage" only), cut
    as `wording.matter` cuts them.
    """
    return matter(" ".join(sorted(_alone(akin(type_)))))


def _alone(types: frozenset[str]) -> Iterator[str]:
    for language in holding("actions"):
        known = load(language)
        for index in (known.verbs, known.nouns):
            for word, frames in index.items():
                if any(not beside and frame.type in types for beside, frame in frames):
                    yield word
