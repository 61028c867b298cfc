"""Names held beside each other: what they have in common, as one of a few kinds of likeness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec

from dateline.languages import holding, lexicon
from dateline.matching.spelling import (
    VARIANT,
    is_initial,
    likeness,
    phonetic,
    stands_for,
    transliteration,
    unlike,
    words,
)

Likeness = Literal[
    "same_name",
    "spelled_otherwise",
    "longer_name",
    "nickname",
    "initials",
    "surname_only",
    "one_word",
    "given_name_only",
    "spelled_unlike",
    "given_names_differ",
    "surnames_differ",
    "middle_names_differ",
    "generations_differ",
    "names_differ",
    "same_words",
    "left_out",
    "beginning",
    "part",
    "acronym",
    "same_acronym",
    "acronym_of_other",
    "common_name",
]
"""What two names have in common; `weights.toml` says what each is worth."""

_CLEAR: Final = 0.92  # so alike must words be where no other word of the name says the same
AGAINST: Final = frozenset[Likeness](
    {
        "given_names_differ",
        "surnames_differ",
        "middle_names_differ",
        "generations_differ",
        "names_differ",
    }
)


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """`bodies.toml`: words in names of organisations that tell little."""

    empty: frozenset[str]
    joints: frozenset[str]
    designators: frozenset[str]
    firms: frozenset[str]
    qualifiers: frozenset[str]
    common: frozenset[str]


@cache
def _bodies() -> Bodies:
    """Return the words of all languages together: names cross languages."""
    found = [lexicon(language, "bodies", Bodies) for language in holding("bodies")]
    return Bodies(
        empty=frozenset().union(*(one.empty for one in found)),
        joints=frozenset().union(*(one.joints for one in found)),
        designators=frozenset().union(*(one.designators for one in found)),
        firms=frozenset().union(*(one.firms for one in found)),
        qualifiers=frozenset().union(*(one.qualifiers for one in found)),
        common=frozenset().union(*(one.common for one in found)),
    )


@lru_cache(maxsize=1 << 16)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without particles and generation."""
    small = transliteration().particles | _generations().keys()
    every = words(name)
    return tuple(word for word in every if word not in small) or every


@cache
def _generations() -> dict[str, str]:
    kinds = transliteration().generations.items()
    return {word: kind for kind, forms in kinds for word in forms}


@lru_cache(maxsize=1 << 16)
def body_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's or another thing's name without empty ones."""
    every = words(name)
    return tuple(word for word in every if word not in _bodies().empty) or every


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words may have, small."""
    every, telling = words(name), body_words(name)
    if len(telling) < 2:
        return frozenset()
    whole = "".join(word[0] for word in every)
    brief = "".join(word[0] for word in telling)
    bare = "".join(word[0] for word in telling if word not in _bodies().designators)
    return frozenset(made for made in (whole, brief, bare) if len(made) > 1)


@lru_cache(maxsize=1 << 16)
def is_acronym(name: str) -> bool:
    """Tell whether a name is an acronym: one word of two to eight capitals, dots apart."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and letters.isupper()


def is_common(name: str) -> bool:
    """Tell whether every place may have a body of that name: "the Ministry of Defence"."""
    return all(word in _bodies().common for word in body_words(name))


@lru_cache(maxsize=1 << 17)
def people(one: str, other: str) -> Likeness:
    """Return what two names of people have in common."""
    if words(one) == words(other):
        return "same_name" if len(person_words(one)) > 1 else "one_word"
    if _generation(one) != _generation(other) and _generation(one) and _generation(other):
        return "generations_differ"
    first, second = _joined(one, other)
    if min(len(first), len(second)) == 1:
        return _single(first, second)
    return _whole(first, second)


def _generation(name: str) -> str | None:
    return next((_generations()[word] for word in words(name)[1:] if word in _generations()), None)


def _joined(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of both; where one writes as two what the other writes as one, as one."""
    first, second = person_words(one), person_words(other)
    return _join(words(one), first, second), _join(words(other), second, first)


def _join(
    every: tuple[str, ...], telling: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, ...]:
    longer = [word for word in other if len(word) > 4 and word not in every]
    for row in (every, telling):
        for size in (2, 3):
            for at in range(len(row) - size + 1):
                whole = "".join(row[at : at + size])
                if any(likeness(whole, word) >= 0.9 for word in longer):
                    rest = (*row[:at], whole, *row[at + size :])
                    return tuple(word for word in rest if word in telling or word == whole)
    return telling


def _single(first: tuple[str, ...], second: tuple[str, ...]) -> Likeness:
    """Compare where one has but one word: a surname, most likely."""
    short, long = sorted((first, second), key=len)
    alike = [likeness(short[0], word) >= _CLEAR for word in long]
    if len(long) == 1:
        return "one_word" if alike[0] else "names_differ"
    if alike[-1]:
        return "surname_only"
    return "given_name_only" if any(alike) else "names_differ"


def _whole(first: tuple[str, ...], second: tuple[str, ...]) -> Likeness:
    """Compare two names of several words each, in whichever order these stand."""
    left, right = list(range(len(first))), list(range(len(second)))
    kinds: set[str] = set()
    for kind, alike in _TESTS:
        for i in tuple(left):
            fit = right if kind != "initial" or i < len(first) - 1 else ()
            ends = len(second) - 1 if kind == "initial" else None
            j = next(
                (j for j in _nearest(i, fit) if j != ends and alike(first[i], second[j])), None
            )
            if j is not None:
                kinds.add(kind)
                left.remove(i)
                right.remove(j)
    if left and right:
        return _differing(first, second, left, right)
    for kind in ("initial", "nickname"):
        if kind in kinds:
            return "initials" if kind == "initial" else "nickname"
    if left or right:
        return "longer_name"
    return "spelled_otherwise" if "alike" in kinds else "same_name"


_TESTS: Final = (
    ("equal", lambda one, other: one == other),
    ("alike", lambda one, other: likeness(one, other) >= VARIANT),
    ("nickname", stands_for),
    ("initial", is_initial),
)


def _nearest(i: int, places: Sequence[int]) -> list[int]:
    return sorted(places, key=lambda j: (abs(i - j), j))


def _differing(
    first: tuple[str, ...], second: tuple[str, ...], left: Sequence[int], right: Sequence[int]
) -> Likeness:
    """Tell which part differs where each name has a word that the other has not."""
    if len(left) == len(first):
        return "names_differ"
    if len(left) == len(right) == 1 and not unlike(first[left[0]], second[right[0]]):
        return "spelled_unlike"
    ends = {len(first) - 1 in left, len(second) - 1 in right}
    if True in ends:
        return "surnames_differ"
    if 0 in left or 0 in right:
        return "given_names_differ"
    return "middle_names_differ"


@lru_cache(maxsize=1 << 17)
def bodies(one: str, other: str) -> Likeness:
    """Return what two names of organisations, places or other things have in common."""
    if words(one) == words(other):
        if is_acronym(one) and is_acronym(other):
            return "same_acronym"
        return "common_name" if is_common(one) else "same_name"
    if is_acronym(one) and is_acronym(other):
        return "names_differ"
    if is_acronym(one) != is_acronym(other):
        short, long = (one, other) if is_acronym(one) else (other, one)
        return _acronym("".join(words(short)), long)
    return _overlap(one, other)


def _acronym(short: str, long: str) -> Likeness:
    made = initials(long)
    if short in made:
        return "acronym"
    if short in words(long):
        return "beginning" if words(long)[0] == short else "part"
    # Its kind of body may be left out, or named first: "Brigade of the North", NB.
    turned = _turned(long)
    if len(short) > 2 and (short == turned or short[:-1] in made):
        return "acronym"
    return "acronym_of_other"


def _turned(name: str) -> str:
    """Return the acronym of what a name would be with its first word last, if that has a joint."""
    every, at = words(name), 1
    if len(every) < 3 or every[at] not in _bodies().joints:
        return ""
    telling = [word for word in (*every[at:], *every[:at]) if word not in _bodies().empty]
    return "".join(word[0] for word in telling)


def _overlap(one: str, other: str) -> Likeness:
    first, second = frozenset(body_words(one)), frozenset(body_words(other))
    left, right = _without(first, second), _without(second, first)
    if not left and not right:
        exact = first == second
        return "common_name" if is_common(one) else "same_words" if exact else "spelled_otherwise"
    if left and right:
        # "Acme Inc." and "Acme Company" are one, the party and the foundation of a name are two.
        return "left_out" if left | right <= _bodies().firms else "names_differ"
    rest, kept = (left, second) if left else (right, first)
    known = _bodies()
    if kept <= known.common | known.designators:
        return "names_differ"
    if rest <= known.designators | known.qualifiers:
        return "left_out"
    short, long = sorted((body_words(one), body_words(other)), key=len)
    return "beginning" if long[: len(short)] == short else "part"


def _without(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """Return the words of one that the other has in no spelling and no number."""
    sounds = {phonetic(word) for word in other} | {phonetic(word.rstrip("s")) for word in other}
    return frozenset(
        word
        for word in one
        if phonetic(word) not in sounds
        and phonetic(word.rstrip("s")) not in sounds
        and not any(likeness(word, wanted) > 0.9 for wanted in other if len(word) > 5)
    )
