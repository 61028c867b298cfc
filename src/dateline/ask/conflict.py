"""A dispute: its matter, and its sides with everyone who takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Literal

from dateline.ask.answers import Party, Telling
from dateline.ask.table import Answer

DisputeKind = Literal["denied", "holder", "number", "date", "place"]
Matter = tuple[str, str]
"""A sentence for one side and a sentence against it, each by article and place."""


class Side(Answer, frozen=True, kw_only=True):
    """One side of a dispute: what it says, and who says it."""

    says: str
    tellings: tuple[Telling, ...]

    def __str__(self) -> str:
        """Return what it says and by which tellings."""
        return f"{self.says} [{', '.join(one.id for one in self.tellings)}]"


class Dispute(Answer, frozen=True, kw_only=True):
    """What is told in two ways of which only one can be so.

    Attributes:
        id: of the first telling of the first side.
        kind: `denied`: asserted and denied; `holder`: two have what one can have at a time;
            `number`, `date`, `place`: of one event.
        matter: what is in dispute, in words.
        about: the actors.
        sides: two or more.
        why: why the sides are held to speak of one thing.
    """

    id: str
    kind: DisputeKind
    matter: str
    about: tuple[Party, ...]
    sides: tuple[Side, ...]
    why: str

    def matters(self) -> Iterator[Matter]:
        """Yield every pair of sentences that contradict each other."""
        for one, other in combinations(self.sides, 2):
            for pair in product(one.tellings, other.tellings):
                first, second = sorted(f"{t.article.origin} {t.quote}" for t in pair)
                yield first, second


def dispute(
    kind: DisputeKind, matter: str, about: Sequence[Party], sides: Sequence[Side], why: str
) -> Dispute:
    """Return a dispute, its sides in the order given; what copies repeat is left out."""
    once = tuple(Side(says=side.says, tellings=tuple(_once(side.tellings))) for side in sides)
    return Dispute(
        id=once[0].tellings[0].id,
        kind=kind,
        matter=matter,
        about=tuple({party.id: party for party in about}.values()),
        sides=once,
        why=why,
    )


def _once(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the tellings, of those that copies of a report repeat the original's alone."""
    own = {_place(one) for one in tellings if one.article.key == one.article.origin}
    seen: set[Matter] = set()
    for one in tellings:
        original = one.article.key == one.article.origin
        if original or _place(one) not in own | seen:
            yield one
        seen.add(_place(one))


def _place(telling: Telling) -> Matter:
    return telling.article.origin, telling.quote
