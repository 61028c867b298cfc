"""Two who have at a time what one alone can have: an office, a birthplace, a party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final, Literal, NamedTuple

import msgspec

from dateline.ask import holding
from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.gathering import Gathered
from dateline.ask.geography import apart
from dateline.interval import Moment, day_number
from dateline.matching.names import Likeness, bodies, people
from dateline.store import Actor, Happening, Selection, Tie, View
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import RelationType, relation_types

End = Literal["subject", "object"]

NEAR: Final = 31
"""So many days apart, two tellings of what is so at the time are of one time, unless a change of
office is told in between."""

AT_ONCE: Final = 50  # so many are looked up together, and no more than are asked for

_PERHAPS_ONE: Final = frozenset[Likeness]({"surname_only", "one_word", "initials", "nickname"})


class Slot(NamedTuple):
    """What one alone can have at a time: of a type of tie, the end that may differ, and whose."""

    type: str
    end: End
    of: int


class Clash(NamedTuple):
    """Two who have it, each with the tellings that say so."""

    slot: Slot
    one: Sequence[Tie]
    other: Sequence[Tie]


def holders(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield what two are told to have at a time at which one alone can have it."""
    kinds = {name: kind for name, kind in relation_types().items() if kind.exclusive}
    wanted = msgspec.structs.replace(chosen, types=tuple(kinds), realities=("actual",))
    slots = _slots(_whole(view, list(view.ties(wanted, plain=True)), kinds), kinds)
    clashes = (clash for slot, rows in slots.items() for clash in _clashes(slot, rows, kinds))
    while some := list(islice(clashes, AT_ONCE)):
        lasting = _with_evidence(view, _lasting(view, some))
        gathered = Gathered(view, [row for one in lasting for row in (*one.one, *one.other)])
        yield from (_dispute(gathered, clash, kinds[clash.slot.type]) for clash in lasting)


def _with_evidence(view: View, clashes: Sequence[Clash]) -> list[Clash]:
    """Return some clashes with all that is known of their ties."""
    whole = view.these(row.id for clash in clashes for rows in clash[1:] for row in rows)

    def all_of(rows: Sequence[Tie]) -> list[Tie]:
        return [one for row in rows if isinstance(one := whole.get(row.id), Tie)]

    return [Clash(one.slot, all_of(one.one), all_of(one.other)) for one in clashes]


def _lasting(view: View, clashes: Sequence[Clash]) -> list[Clash]:
    """Return those that neither the places' own order nor a change of office explains."""
    known = view.actors({_end(rows[0], one.slot.end) for one in clashes for rows in one[1:]})
    apart = [one for one in clashes if not (_nested(one, known) or _of_one_name(one, known))]
    changes = _changes(view, apart)
    return [one for one in apart if not _changed(one, changes)]


def _whole(view: View, found: Sequence[Tie], kinds: Mapping[str, RelationType]) -> list[Tie]:
    """Return also what is told of others in the same place: who asks of one asks of its rivals.

    Plain: of thousands only the few that clash are needed with their evidence.
    """
    ends = {
        row.object if end == "subject" else row.subject
        for row in found
        for end in kinds[row.type].exclusive
    }
    if not ends:
        return []
    wanted = Selection(actors=sorted(ends), types=tuple(kinds), realities=("actual",))
    return list(view.ties(wanted, plain=True))


def _slots(rows: Iterable[Tie], kinds: Mapping[str, RelationType]) -> dict[Slot, list[Tie]]:
    slots: dict[Slot, list[Tie]] = defaultdict(list)
    for row in rows:
        for end in kinds[row.type].exclusive:
            of = row.object if end == "subject" else row.subject
            slots[Slot(row.type, end, of)].append(row)
    return slots


def _end(row: Tie, end: End) -> int:
    return row.subject if end == "subject" else row.object


def _clashes(slot: Slot, rows: Sequence[Tie], kinds: Mapping[str, RelationType]) -> Iterator[Clash]:
    """Yield the pairs of holders whose times meet."""
    lasts = kinds[slot.type].lasts
    groups: dict[int, list[Tie]] = defaultdict(list)
    for row in rows:
        groups[_end(row, slot.end)].append(row)
    for one, other in combinations(groups.values(), 2):
        if not _same_role(one, other):
            continue
        if not lasts or _at_a_time(one, other):
            yield Clash(slot, one, other)


def _same_role(one: Sequence[Tie], other: Sequence[Tie]) -> bool:
    """Tell whether two may hold one office: some telling of each names none, or the same."""
    roles = [{(row.role or "").casefold() for row in rows} for rows in (one, other)]
    return "" in roles[0] | roles[1] or bool(roles[0] & roles[1])


def _at_a_time(one: Sequence[Tie], other: Sequence[Tie]) -> bool:
    """Tell whether two held it at one time, or were told to within a few days of each other."""
    first, second = holding.surely(one), holding.surely(other)
    if first and second and max(first[0], second[0]) < min(first[1], second[1]):
        return True
    return any(_near(a, b) for a in one for b in other)


def _near(one: Tie, other: Tie) -> bool:
    """Tell whether two tellings of what is so, and since when nobody says, are of one time."""
    if any(row.status != "current" or row.from_ or row.until for row in (one, other)):
        return False
    days = [day for row in (one, other) if (day := _day(row.told)) is not None]
    return len(days) == 2 and abs(days[0] - days[1]) <= NEAR


def _day(told: str | None) -> int | None:
    """Return the number of the day of telling; `None` where it is not known to the day."""
    try:
        fields = Moment.parse(told[:10]).fields if told else ()
    except ValueError:
        return None
    return day_number(*fields[:3]) if len(fields) >= 3 else None


def _nested(clash: Clash, known: Mapping[int, Actor]) -> bool:
    """Tell whether two holders are places of which one may lie in the other."""
    one, other = (known.get(_end(rows[0], clash.slot.end)) for rows in clash[1:])
    if one is None or other is None or one.kind != "place" or other.kind != "place":
        return False
    if one.place is None or other.place is None or one.name.casefold() == other.name.casefold():
        return _of_name(one, other)
    return not apart(one.place, other.place)


def _of_one_name(clash: Clash, known: Mapping[int, Actor]) -> bool:
    """Tell whether two holders may be one, of whose name an article told but a part."""
    one, other = (known.get(_end(rows[0], clash.slot.end)) for rows in clash[1:])
    if one is None or other is None:
        return False
    if one.kind == other.kind == "person":
        return people(one.name, other.name) in _PERHAPS_ONE
    if "place" in {one.kind, other.kind}:
        return False
    return bodies(one.name, other.name) not in {"names_differ", "acronym_of_other"}


def _of_name(one: Actor, other: Actor) -> bool:
    """Tell whether the name of one place holds the other's: "Upper Marsh" and "Marsh"."""
    first, second = sorted((one.name.casefold(), other.name.casefold()), key=len)
    return first in second


def _changes(view: View, clashes: Sequence[Clash]) -> list[Happening]:
    """Return the changes of office that are told of those who are in a clash."""
    actors = {_end(row, one.slot.end) for one in clashes for row in (*one.one, *one.other)}
    types = tuple(name for name, kind in event_types().items() if kind.broader == "change")
    if not actors or not types:
        return []
    wanted = Selection(actors=sorted(actors), types=types, realities=("actual",))
    return list(view.happenings(wanted))


def _changed(clash: Clash, changes: Sequence[Happening]) -> bool:
    """Tell whether a change of office explains that two are told to have it."""
    if clash.slot.type in {name for name, kind in relation_types().items() if not kind.lasts}:
        return False
    concerned = {_end(row, clash.slot.end) for row in (*clash.one, *clash.other)}
    return any(concerned & {*event.who, *event.whom} for event in changes)


def _dispute(gathered: Gathered, clash: Clash, kind: RelationType) -> Dispute:
    of = gathered.party(clash.slot.of)
    sides, about = [], [of] if of else []
    for rows in (clash.one, clash.other):
        holder = gathered.party(_end(rows[0], clash.slot.end))
        about += [holder] if holder else []
        tellings = tuple(gathered.telling(row) for row in rows)
        sides.append(Side(says=holder.name if holder else "?", tellings=tellings))
    name = of.name if of else "?"
    matter = f"who {kind.label} {name}" if clash.slot.end == "subject" else f"{name} {kind.label} …"
    why = "one at a time" if kind.lasts else "one only"
    return dispute("holder", matter, about, sides, why)
