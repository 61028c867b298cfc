"""Names held beside each other: what they have in common, as one of a few kinds of likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec

from dateline.languages import holding, lexicon
from dateline.matching.spelling import (
    are_variants,
    is_initial,
    likeness,
    phonetic,
    skeletons,
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
    return _join(one, other), _join(other, one)


def _join(one: str, other: str) -> tuple[str, ...]:
    telling, long = person_words(one), _long(other)
    # Nearly all pairs end here: words that are spelled nearly alike share their consonants.
    if _joints(one).isdisjoint(bone for word in long for bone in skeletons(word)):
        return telling
    every = words(one)
    longer = [word for word in long if word not in every]
    for row, at, size in _rows(one):
        whole = "".join(row[at : at + size])
        if any(likeness(whole, word) >= 0.9 for word in longer):
            rest = (*row[:at], whole, *row[at + size :])
            return tuple(word for word in rest if word in telling or word == whole)
    return telling


def _rows(name: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield neighbouring words of a name, twos and threes: their row, where in it, how many."""
    for row in (words(name), person_words(name)):
        for size in (2, 3):
            for at in range(len(row) - size + 1):
                yield row, at, size


@lru_cache(maxsize=1 << 16)
def _joints(name: str) -> frozenset[str]:
    """Return the skeletons of its neighbouring words written as one."""
    wholes = ("".join(row[at : at + size]) for row, at, size in _rows(name))
    return frozenset(bone for whole in wholes for bone in skeletons(whole))


@lru_cache(maxsize=1 << 16)
def _long(name: str) -> tuple[str, ...]:
    return tuple(word for word in person_words(name) if len(word) > 4)


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
        # Neither name's surname is an initial, nor does one stand for it.
        last = len(second) - 1 if kind == "initial" else None
        for i in tuple(left):
            if kind == "initial" and i == len(first) - 1:
                continue
            j = _fitting(i, first[i], second, (j for j in right if j != last), alike)
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
    ("alike", are_variants),
    ("nickname", stands_for),
    ("initial", is_initial),
)


def _fitting(
    i: int,
    word: str,
    second: tuple[str, ...],
    places: Iterable[int],
    alike: Callable[[str, str], bool],
) -> int | None:
    """Return which of the places in the second name, that nearest to `i`, has a word that fits."""
    best = None
    for j in places:
        if (best is None or abs(i - j) < abs(i - best)) and alike(word, second[j]):
            best = j
    return best


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
    left, right = _without(one, other), _without(other, one)
    known = _bodies()
    if not left and not right:
        exact = frozenset(body_words(one)) == frozenset(body_words(other))
        return "common_name" if is_common(one) else "same_words" if exact else "spelled_otherwise"
    if left and right:
        # "Acme Inc." and "Acme Company" are one, the party and the foundation of a name are two.
        return "left_out" if left | right <= known.firms else "names_differ"
    rest, kept = (left, other) if left else (right, one)
    if known.common.union(known.designators).issuperset(body_words(kept)):
        return "names_differ"
    if rest <= known.designators | known.qualifiers:
        return "left_out"
    short, long = sorted((body_words(one), body_words(other)), key=len)
    return "beginning" if long[: len(short)] == short else "part"


def _without(one: str, other: str) -> frozenset[str]:
    """Return the words of one name that the other has in no spelling and no number."""
    sounds, long = _sounds(other), [word for word in set(body_words(other)) if len(word) > 5]
    return frozenset(
        word
        for word in body_words(one)
        if phonetic(word) not in sounds
        and phonetic(word.rstrip("s")) not in sounds
        and not any(likeness(word, wanted) > 0.9 for wanted in long)
    )


@lru_cache(maxsize=1 << 16)
def _sounds(name: str) -> frozenset[str]:
    """Return what the words of a body's name sound like, in either number."""
    telling = body_words(name)
    return frozenset(phonetic(form) for word in telling for form in (word, word.rstrip("s")))
