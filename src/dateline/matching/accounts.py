"""The same event or tie told by several: which tellings are of one, each kept as it was told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType
from typing import Final, NamedTuple

from dateline.interval import Moment, day_number
from dateline.matching.weights import weights
from dateline.record import Reality
from dateline.store.rows import Happening, Tie
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import relation_types

ENOUGH: Final = 0.75
"""Log-odds from which on a telling joins an account."""

_LOOKED_AT: Final = 12  # tellings of an account that a further one is held against, the latest
_ACCOUNTS: Final = 60  # accounts with an actor in common that are looked at, the latest
_NEAR: Final = 1  # days that two dates of one event may lie apart, a night or a time zone
_ABOUT: Final = 4
_TOLD_NEAR: Final = 7
_TOLD_FAR: Final = 60
_FACT: Final[frozenset[Reality]] = frozenset({"actual", "denied", "failed", "attempted"})
Days = tuple[int | None, int | None]


class Known(NamedTuple):
    """What is known of the archive that tellings come from.

    Attributes:
        origins: for each article the one that it is a copy of.
        maybe: pairs of actors, the lower number first, that may be one though they were not put
            together: that they differ speaks against nothing.
        rarity: for each actor how little can be had in common by chance, in log-odds: that two
            tellings name whom every article names says little. Without one it says all it may.
    """

    origins: Mapping[int, int]
    maybe: frozenset[tuple[int, int]] = frozenset()
    rarity: Mapping[int, float] = MappingProxyType({})


class _Account:
    """Tellings taken for one event."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.tellings: list[Happening] = []

    def fits(self, telling: Happening, known: Known) -> float:
        """Return the mean log-odds that it is of this account, too."""
        latest = self.tellings[-_LOOKED_AT:]
        if any(_apart(one, telling) for one in latest):
            return float("-inf")
        return sum(_weight(one, telling, known) for one in latest) / len(latest)


def events(
    tellings: Iterable[Happening], known: Known | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the tellings of each event that more than one telling has.

    A telling joins the likeliest of the accounts that have its type, or one akin, and an actor of
    it, on either side, if what is done to whom, where and when agrees well enough. Two tellings of
    one article are two events, for who read it told them apart, unless they differ in reality or in
    who says so: an article that has an event denied tells of one event twice.

    Args:
        tellings: in order of article; those that name nobody and no place join nothing.
        known: copies, and actors that may be one.
    """
    known = known or Known({})
    accounts: list[_Account] = []
    held: dict[tuple[str | int, ...], list[_Account]] = {}
    for telling in tellings:
        keys = [*_keys(telling, known.origins)]
        near = {one.number: one for key in keys for one in held.get(key, ())[-_ACCOUNTS:]}
        fitting = ((one.fits(telling, known), -number) for number, one in sorted(near.items()))
        weight, number = max(fitting, default=(ENOUGH, 0))
        if weight > ENOUGH:
            account = accounts[-number]
        else:
            account = _Account(len(accounts))
            accounts.append(account)
        account.tellings.append(telling)
        for key in keys:
            sharing = held.setdefault(key, [])
            if account not in sharing:
                sharing.append(account)
    return _several([one.id for one in account.tellings] for account in accounts)


def _keys(telling: Happening, origins: Mapping[int, int]) -> Iterator[tuple[str | int, ...]]:
    """Yield what tellings of one event have in common: an actor, a place, or the report."""
    kind = _kin().get(telling.type, telling.type)
    for actor in dict.fromkeys((*telling.who, *telling.whom, *telling.where)):
        yield kind, actor
    if telling.article in origins:
        yield from (
            (telling.type, "copy", origins[telling.article], one) for one in _words(telling.words)
        )


def akin(type_: str) -> frozenset[str]:
    """Return the types by which a deed of a type may be told, itself among them."""
    groups = (group for group in weights().events.kin if type_ in group)
    return frozenset({type_}).union(*groups)


@cache
def _kin() -> dict[str, str]:
    """Return for types by which one deed may be told the first of them."""
    return {type_: group[0] for group in weights().events.kin for type_ in group}


def _several(groups: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _apart(one: Happening, other: Happening) -> bool:
    """Tell whether one article tells of both in one breath."""
    same = one.reality == other.reality and one.said_in == other.said_in
    return one.article == other.article and same


def _weight(one: Happening, other: Happening, known: Known) -> float:
    if one.type != other.type and not _is_kin(one, other):
        return float("-inf")
    rule, origins = weights().events, known.origins
    first, second = origins.get(one.article, one.article), origins.get(other.article, other.article)
    total = rule.start if one.type == other.type else rule.start + rule.other_type
    kind = event_types().get(one.type)
    if kind is not None and kind.reciprocal:
        pair = (*one.who, *one.whom), (*other.who, *other.whom)
        total += _shared(*pair, rule.same_who, rule.other_who, known)
        total += rule.same_whom if len(set(pair[0]) & set(pair[1])) > 1 else 0.0
    else:
        total += _shared(one.who, other.who, rule.same_who, rule.other_who, known)
        total += _shared(one.whom, other.whom, rule.same_whom, rule.other_whom, known)
    total += _shared(one.where, other.where, rule.same_where, rule.other_where, known)
    if one.mode and other.mode:
        total += rule.same_mode if one.mode == other.mode else rule.other_mode
    alike = _words(one.words) & _words(other.words)
    total += rule.same_words if alike else 0.0
    if alike and first == second:
        total += rule.same_article if one.article == other.article else rule.same_report
    if (one.reality in _FACT) != (other.reality in _FACT):
        total += rule.unlike_reality
    return total + _when(one, other)


def _is_kin(one: Happening, other: Happening) -> bool:
    """Tell whether two types may tell one deed here: both ends agree, or one end and the day."""
    if _kin().get(one.type) != _kin().get(other.type, other.type):
        return False
    ends = (one.who, other.who), (one.whom, other.whom)
    agree = sum(bool(set(first) & set(second)) for first, second in ends)
    gap = _gap(_days(one.from_, one.until), _days(other.from_, other.until))
    return agree == len(ends) or (agree == 1 and gap is not None and gap <= _NEAR)


def _shared(
    one: Sequence[int],
    other: Sequence[int],
    same: float,
    differ: float,
    known: Known,
) -> float:
    if not one or not other:
        return 0.0
    shared = set(one).intersection(other)
    if shared:
        return min(same, max(known.rarity.get(actor, same) for actor in shared))
    open_ = any((min(pair), max(pair)) in known.maybe for pair in product(one, other))
    return 0.0 if open_ else differ


@lru_cache(maxsize=1 << 14)
def _words(trigger: str) -> frozenset[str]:
    """Return the beginnings of the trigger's words: "bombed" and "bombing" begin alike."""
    return frozenset(word[:4].casefold() for word in re.findall(r"\w{3,64}", trigger))


def _when(one: Happening, other: Happening) -> float:
    """Return what dates of the event say; where one has none, what the days of telling say."""
    rule = weights().events
    first, second = _days(one.from_, one.until), _days(other.from_, other.until)
    gap = _gap(first, second)
    if gap is not None:
        if gap <= _NEAR:
            return rule.dates_meet
        return rule.dates_near if gap <= _ABOUT else rule.dates_apart
    since = _since(first, other.told) if first[0] is not None else _since(second, one.told)
    if since is not None:
        return _told_after(since)
    told = _gap(_days(one.told, None), _days(other.told, None))
    return rule.told_later if told is None else _told_after(told)


def _since(date: Days, told: str | None) -> int | None:
    """Return how many days after the date it was told."""
    day = _day(told)
    return None if date[0] is None or day is None else day - date[0]


def _told_after(days: int) -> float:
    rule = weights().events
    if days < -_NEAR:
        return rule.told_before
    if days <= _TOLD_NEAR:
        return rule.told_near
    return rule.told_later if days <= _TOLD_FAR else rule.told_far


@lru_cache(maxsize=1 << 16)
def _days(start: str | None, end: str | None) -> Days:
    return _day(start), _day(end)


def _day(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        fields = Moment.parse(text[:10]).instant
    except ValueError:
        return None
    return day_number(*fields[:3])


def _gap(one: Days, other: Days) -> int | None:
    """Return the days between two intervals, 0 where they meet; `None` if either is not known."""
    (first, until), (second, end) = one, other
    if first is None or second is None:
        return None
    last = first if until is None else max(first, until - 1)
    final = second if end is None else max(second, end - 1)
    return max(0, first - final, second - last)


def ties(tellings: Iterable[Tie]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the tellings of each tie that more than one telling has.

    They are of one tie if they join the same two by the same kind of tie, turned round where the
    kind holds both ways, unless the one is said to have ended before the other began.
    """
    held: dict[tuple[str, int, int], list[list[Tie]]] = {}
    for telling in tellings:
        accounts = held.setdefault(_ends_of(telling), [])
        account = next((one for one in accounts if _meet(one, telling)), None)
        if account is None:
            accounts.append([telling])
        else:
            account.append(telling)
    return _several([one.id for one in account] for found in held.values() for account in found)


def _ends_of(tie: Tie) -> tuple[str, int, int]:
    kind = relation_types().get(tie.type)
    if kind is not None and kind.symmetric and tie.subject > tie.object:
        return tie.type, tie.object, tie.subject
    return tie.type, tie.subject, tie.object


def _meet(account: Sequence[Tie], telling: Tie) -> bool:
    known = [_days(one.from_, one.until) for one in account[-_LOOKED_AT:]]
    start, end = _days(telling.from_, telling.until)
    return not any(
        (start is not None and until is not None and start > until)
        or (end is not None and since is not None and since > end)
        for since, until in known
    )
