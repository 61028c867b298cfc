"""What a language knows of actions: `actions.toml`, indexed by the words that trigger them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from dateline.errors import DatelineError
from dateline.events.doubts import Realities
from dateline.events.entries import (
    Class,
    Links,
    Noun,
    Roles,
    Spoken,
    Verb,
    Words,
)
from dateline.events.measures import Certainties, Tolls
from dateline.languages import lexicon
from dateline.vocabulary import EventType, event_types


class Actions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`actions.toml`, as it stands in the file."""

    classes: dict[str, Class]
    verbs: tuple[Verb, ...]
    nouns: tuple[Noun, ...]
    spoken: Spoken
    reality: Realities
    tolls: Tolls
    words: Links


class Countries(msgspec.Struct, frozen=True, kw_only=True):
    """`any/countries.toml`: the gazetteer's id of each country, by ISO 3166-1 code."""

    ids: dict[str, int]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All of it for one language, indexed.

    Attributes:
        types: the kinds of event.
        verbs, nouns: by lemma the frames that it may trigger, with the words beside it.
        classes: the nouns of each class, and the kinds of entity that belong to it.
        people: the nouns for what a person is, and for many together.
        countries: the gazetteer's ids of countries.
    """

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], Verb], ...]]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]
    classes: Mapping[str, Class]
    spoken: Spoken
    reality: Realities
    tolls: Tolls
    words: Links
    certainty: Certainties
    people: Words
    countries: frozenset[int]


@cache
def load(language: str) -> Lexicon:
    """Return what the language's folder says of actions, read and checked once.

    Raises:
        DatelineError: if the language has no such file, or it names a kind of event, a mode or a
            class that there is none of; every fault is told.
    """
    actions = lexicon(language, "actions", Actions)
    types = event_types()
    faults = [*_unknown(actions, types)]
    if faults:
        raise DatelineError(
            f"languages/{language}/actions.toml", "; ".join(faults), "mend the file"
        )
    roles = lexicon(language, "roles", Roles)
    people = roles.persons | roles.collectives
    return Lexicon(
        types=types,
        verbs=_indexed((frame.words, frame) for frame in actions.verbs),
        nouns=_reversed((frame.words, frame) for frame in actions.nouns),
        classes={name: _closed(name, actions.classes, people) for name in actions.classes},
        spoken=actions.spoken,
        reality=actions.reality,
        tolls=actions.tolls,
        words=actions.words,
        certainty=lexicon(language, "certainty", Certainties),
        people=people,
        countries=frozenset(lexicon("any", "countries", Countries).ids.values()),
    )


def _unknown(actions: Actions, types: Mapping[str, EventType]) -> Iterable[str]:
    """Yield what the file names that there is none of."""
    frames: tuple[Verb | Noun, ...] = (*actions.verbs, *actions.nouns)
    for frame in frames:
        kind = types.get(frame.type)
        first = frame.words[0] if frame.words else "(no words)"
        if kind is None or kind.abstract:
            yield f"{first!r}: unknown kind of event {frame.type!r}"
        elif frame.mode is not None and frame.mode not in kind.modes:
            yield f"{first!r}: unknown mode {frame.mode!r} of {frame.type!r}"
    spoken = actions.spoken
    told = {spoken.promise, spoken.threat, spoken.demand, spoken.refusal}
    for name in sorted((told | spoken.cooperation | spoken.conflict) - {*types}):
        yield f"spoken: unknown kind of event {name!r}"
    named = [name for frame in actions.verbs for name in _classes(frame)]
    named += [name for noun in actions.nouns for name in (*noun.subject, *noun.object, *noun.named)]
    named += [name for one in actions.classes.values() for name in one.classes]
    yield from (f"unknown class {name!r}" for name in sorted({*named} - {*actions.classes}))


def _classes(frame: Verb) -> tuple[str, ...]:
    return (*frame.subject, *frame.object, *frame.without, *frame.then, *frame.never)


def _closed(name: str, classes: Mapping[str, Class], people: Words) -> Class:
    """Return a class with all that belongs to it through others."""
    seen: list[str] = []
    left = [name]
    while left:
        one = left.pop()
        if one not in seen:
            seen.append(one)
            left += classes[one].classes
    parts = [classes[one] for one in seen]
    everyone = people if any(part.people for part in parts) else frozenset()
    return Class(
        kinds=frozenset().union(*(part.kinds for part in parts)),
        words=frozenset(everyone).union(*(part.words for part in parts)),
        numbers=any(part.numbers for part in parts),
    )


def _indexed(
    frames: Iterable[tuple[tuple[str, ...], Verb]],
) -> dict[str, tuple[tuple[tuple[str, ...], Verb], ...]]:
    """Return verbs by their first word, those with more words beside them first."""
    found: dict[str, list[tuple[tuple[str, ...], Verb]]] = defaultdict(list)
    for words, frame in frames:
        for word in words:
            first, *others = word.split()
            found[first].append((tuple(others), frame))
    return {
        word: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for word, some in found.items()
    }


def _reversed(
    frames: Iterable[tuple[tuple[str, ...], Noun]],
) -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Return nouns by their last word, those with more words before them first."""
    found: dict[str, list[tuple[tuple[str, ...], Noun]]] = defaultdict(list)
    for words, frame in frames:
        for word in words:
            *others, last = word.split()
            found[last].append((tuple(others), frame))
    return {
        word: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for word, some in found.items()
    }
