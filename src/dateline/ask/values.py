"""Two values of which only one can hold: two leaders at a time, two tolls of one blast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import EventAccount
from dateline.ask.conflict import Dispute, DisputeKind, Side, dispute
from dateline.ask.gathering import Gathered
from dateline.ask.geography import apart
from dateline.record import Count
from dateline.store import Happening, Selection, View

DAY: Final = len("2012-09-17")  # as precise must dates be to contradict each other


class Value(NamedTuple):
    """What a telling says of an event, and in which words."""

    telling: Happening
    says: str


Differing = Callable[[Gathered, Sequence[Happening]], Iterator[Sequence[Value]]]


def figures(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield the events of which tellings give another number, another day or another place."""
    found = view.happenings(msgspec.structs.replace(chosen, retold=True, realities=("actual",)))
    rows = accounts.retold(view, found)
    light = Gathered(view, rows, quotes=False)
    clashes = [
        (group, kind, values)
        for group in accounts.grouped(rows)
        for kind, differing in _DIFFERING
        for values in differing(light, [one for one in group if light.reality(one) == "actual"])
    ]
    gathered = Gathered(view, [row for group, _, _ in clashes for row in group])
    for group, kind, values in clashes:
        event = accounts.event(gathered, group)
        yield _figure(gathered, event, kind, values)


def _figure(
    gathered: Gathered, event: EventAccount, kind: DisputeKind, values: Sequence[Value]
) -> Dispute:
    sides: dict[str, list[Happening]] = defaultdict(list)
    for value in values:
        sides[value.says].append(value.telling)
    return dispute(
        kind,
        f"{accounts.in_words(event)}: {kind}",
        (*event.who, *event.whom, *event.where),
        [
            Side(says=says, tellings=tuple(map(gathered.telling, rows)))
            for says, rows in sides.items()
        ],
        "the same event",
    )


def _numbers(gathered: Gathered, rows: Sequence[Happening]) -> Iterator[Sequence[Value]]:
    """Yield the counts of one kind of victim of which two exclude each other.

    A toll that rises from day to day is no dispute, unless two speakers stand against each other.
    """
    counted: dict[str, list[tuple[Happening, Count]]] = defaultdict(list)
    for row in rows:
        for count in row.victims:
            counted[count.what].append((row, count))
    for found in counted.values():
        if any(_exclude(gathered, *pair) for pair in combinations(found, 2)):
            yield [Value(row, _number(count)) for row, count in found]


def _exclude(
    gathered: Gathered, one: tuple[Happening, Count], other: tuple[Happening, Count]
) -> bool:
    """Tell whether two counts cannot both be right, and the later is not just a higher toll."""
    (first, low), (second, high) = sorted((one, other), key=lambda pair: _least(pair[1]))
    if low.most is None or high.least is None or low.most >= high.least:
        return False
    if first.article == second.article and not (first.said_in or second.said_in):
        return False
    speakers = {_speaker(gathered, first), _speaker(gathered, second)}
    rises = bool(first.told and second.told and first.told[:DAY] < second.told[:DAY])
    return not rises or (len(speakers) == 2 and None not in speakers)


def _speaker(gathered: Gathered, row: Happening) -> int | None:
    said = gathered.claims(row)
    return said[0].speaker if said else None


def _least(count: Count) -> int:
    return count.least if count.least is not None else count.most or 0


def _number(count: Count) -> str:
    if count.least == count.most:
        return f"{count.least} {count.what}"
    if count.most is None:
        return f"at least {count.least} {count.what}"
    least = "up to" if count.least is None else f"{count.least} to"
    return f"{least} {count.most} {count.what}"


def _days(_: Gathered, rows: Sequence[Happening]) -> Iterator[Sequence[Value]]:
    """Yield the days of an event of which two exclude each other."""
    dated = [row for row in rows if row.from_ and row.until and len(row.from_) >= DAY]
    narrow, _wide = accounts.extent([(row.from_, row.until) for row in dated])
    if dated and narrow is None:
        yield [Value(row, _interval(row)) for row in dated]


def _interval(row: Happening) -> str:
    return str(row.from_)[:DAY]


def _places(gathered: Gathered, rows: Sequence[Happening]) -> Iterator[Sequence[Value]]:
    """Yield the places of an event of which two lie apart, neither being the other's country.

    Two of one name are one that was looked for in two places of the map.
    """
    found = [
        (row, party.name, party.place)
        for row in rows
        for party in gathered.parties(row.where[:1])
        if party.place
    ]
    others = (pair for pair in combinations(found, 2) if pair[0][1] != pair[1][1])
    if any(apart(one[2], other[2]) for one, other in others):
        yield [Value(row, name) for row, name, _ in found]


_DIFFERING: Final[tuple[tuple[DisputeKind, Differing], ...]] = (
    ("number", _numbers),
    ("date", _days),
    ("place", _places),
)
