"""What an article speaks of, and the mentions that coreference ties to it."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from dateline.names.descriptions import Description

Sort = Literal["person", "people", "organisation", "place", "other"]


class Referent(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that can be spoken of again.

    Attributes:
        sex: `male`, `female` or `None` if unknown.
        nouns: what it was called by nouns: "emir", "group".
        phrases: what it was called in more words than one, folded, if that means nobody else.
        nation: ISO 3166-1 code of the country whose people or body it was said to be, or `None`.
        head: index of the noun that it was first called by, if it has no name.
        named: whether it has a name.
    """

    number: int
    sort: Sort
    sex: str | None = None
    nouns: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    nation: str | None = None
    head: int | None = None
    named: bool = True


class Seen(msgspec.Struct, frozen=True):
    """A mention on the way: whose it is, its head and its extent in tokens."""

    referent: int
    head: int
    first: int
    last: int


class Link(msgspec.Struct, frozen=True):
    """A mention that was found to be of a referent; `head` is its token, or its description's."""

    referent: int
    head: int
    description: Description | None = None


ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "iobj", "dative", "pobj"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
OBJECTS: Final = ARGUMENTS - SUBJECTS
ROLE: Final[dict[str, float]] = {
    "nsubj": 2.0,
    "nsubjpass": 1.9,
    "dobj": 1.3,
    "dative": 1.2,
    "pobj": 1.0,
    "poss": 1.0,
    "appos": 1.2,
    "attr": 1.2,
    "conj": 1.0,
    "compound": 0.5,
}
"""How much a mention stands out by its place in the sentence."""
