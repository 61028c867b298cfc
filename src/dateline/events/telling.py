"""The same event told more than once is one event, with the words of each telling as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from dateline.record import Count, Event
from dateline.span import merged

_BACK: Final = 6
"""How many events of a type are compared with the next one."""

_NEAR: Final = 3
"""How many sentences apart a thing that is told again in the same place stands."""


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of an event, before it is known whether it was told before.

    Attributes:
        event: what is told, its id yet empty.
        again: whether its words point back: "the attack".
        apart: whether its words set it apart from what was told: "another attack", "attacks".
        verb: lemma of its verb, empty for a noun.
        cause: index of the token of the event that it is the outcome of ("the blast killed"), or
            that it happened in ("killed in an attack"); `None` if it is told by itself.
        at: index of the trigger's token.
        sentence: number of the sentence.
        date: the value of the time, to compare; `None` if not told.
        unnamed: whether somebody certain does it who is no entity: "the army".
    """

    event: Event
    again: bool
    apart: bool
    verb: str
    cause: int | None
    at: int
    sentence: int
    date: str | None
    unnamed: bool = False


def joined(
    tellings: Sequence[Telling], broader: Callable[[str, str | None], str | None]
) -> list[Event]:
    """Return the events, each with all its tellings, in order of their first words.

    Args:
        tellings: in order.
        broader: the mode above a mode of a type, or `None`.
    """
    known: dict[str, list[_Case]] = defaultdict(list)
    at: dict[int, _Case] = {}
    cases: list[_Case] = []
    waiting: list[Telling] = []
    for telling in tellings:
        case = at.get(telling.cause) if telling.cause is not None else None
        outcome = case is not None and case.event.type == telling.event.type
        if not outcome:
            case = _told_before(known[telling.event.type], telling, broader)
        if case is None:
            case = _Case(telling)
            cases.append(case)
            known[telling.event.type].append(case)
        else:
            case.add(telling, outcome=outcome)
        at[telling.at] = case
        if telling.cause is not None and telling.cause not in at:
            waiting.append(telling)
    _late(waiting, at)
    return [case.event for case in cases if not case.gone]


class _Case:
    """An event with what was told of it so far."""

    def __init__(self, telling: Telling) -> None:
        self.event, self.last, self.gone = telling.event, telling, False
        self.verbs = {telling.verb} - {""}
        self.unnamed = telling.unnamed

    def add(self, telling: Telling, *, outcome: bool) -> None:
        """Take in another telling; whom an outcome befell is added to whom it was aimed at."""
        self.event = _both(self.event, telling.event, outcome=outcome)
        self.last = telling
        self.verbs |= {telling.verb} - {""}


def _late(waiting: Sequence[Telling], at: dict[int, _Case]) -> None:
    """Join outcomes to causes that are told after them: "killed in an attack"."""
    for telling in waiting:
        case, cause = at[telling.at], at.get(telling.cause if telling.cause is not None else -1)
        if cause is None or cause is case or cause.event.type != case.event.type:
            continue
        if case.gone or cause.gone:
            continue
        case.event = _both(case.event, cause.event, outcome=True)
        cause.gone = True


def _told_before(
    cases: Sequence[_Case], telling: Telling, broader: Callable[[str, str | None], str | None]
) -> _Case | None:
    """Return the event that a telling tells again, the latest first, or `None`."""
    for case in reversed(cases[-_BACK:]):
        if case.gone or not _may_be_one(case, telling, broader):
            continue
        if _is_same(case, telling):
            return case
    return None


def _may_be_one(
    case: _Case, telling: Telling, broader: Callable[[str, str | None], str | None]
) -> bool:
    """Tell whether nothing told of the two is at odds."""
    old, new = case.event, telling.event
    if old.reality != new.reality:
        return False
    if (case.unnamed and new.who) or (telling.unnamed and old.who):
        return False
    if not _modes_agree(old, new, broader):
        return False
    if case.last.date and telling.date:
        short, long = sorted((case.last.date, telling.date), key=len)
        if not long.startswith(short):
            return False
    pairs = ((old.who, new.who), (old.whom, new.whom), (old.where, new.where))
    return all(not a or not b or {*a} & {*b} for a, b in pairs)


def _modes_agree(old: Event, new: Event, broader: Callable[[str, str | None], str | None]) -> bool:
    if old.mode is None or new.mode is None or old.mode == new.mode:
        return True
    return old.mode == broader(new.type, new.mode) or new.mode == broader(old.type, old.mode)


def _is_same(case: _Case, telling: Telling) -> bool:
    """Tell whether two tellings that may be one are: they share an end, or the words point back."""
    old, new = case.event, telling.event
    shared = sum(bool({*a} & {*b}) for a, b in ((old.who, new.who), (old.whom, new.whom)))
    elsewhere = bool(new.where) and not old.where and not shared  # "the Lima attack": a known one
    near = telling.sentence - case.last.sentence <= 5 and not elsewhere
    if telling.again and (near or shared):
        return not telling.verb
    same_word = not telling.verb or not case.verbs or telling.verb in case.verbs
    same_word = same_word or (old.mode is not None and new.mode is not None)
    if shared == 2:
        return same_word
    if _is_same_place(case, telling):
        return same_word
    both_one_end = shared == 1 and not (old.who and new.who and not {*old.who} & {*new.who})
    if not both_one_end or not same_word:
        return False
    return bool(old.whom and new.whom) or (old.when is not None and old.when == new.when)


def _is_same_place(case: _Case, telling: Telling) -> bool:
    """Tell whether a noun close by tells again what took place there: "blast in X", "a blast in X".

    So a headline's is that of the lead. Of a verb's, much may be done in one place.
    """
    near = telling.sentence - case.last.sentence <= _NEAR and not telling.apart
    nouns = not telling.verb or not case.verbs
    return near and nouns and {*case.event.where} == {*telling.event.where} != set()


def _both(old: Event, new: Event, *, outcome: bool) -> Event:
    """Return one event out of two tellings; the trigger is that of the fuller one."""
    first, second = (old, new) if _fullness(old) >= _fullness(new) else (new, old)
    doubtful = old.certainty != "certain" and new.certainty != "certain"
    sure = first if first.certainty == "certain" or doubtful else second
    return msgspec.structs.replace(
        first,
        who=first.who or second.who,
        whom=_all(old.whom, new.whom) if outcome else first.whom or second.whom,
        where=_all(first.where, second.where),
        when=first.when or second.when,
        mode=first.mode or second.mode,
        instrument=merged((*first.instrument, *second.instrument)),
        victims=_counts((*old.victims, *new.victims)),
        evidence=tuple(sorted({*old.evidence, *new.evidence})),
        certainty=sure.certainty,
        certainty_words=sure.certainty_words,
    )


def _all(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _counts(counts: Sequence[Count]) -> tuple[Count, ...]:
    return tuple({one.span: one for one in counts}.values())


def _fullness(event: Event) -> int:
    told: tuple[Sequence[object], ...] = (event.who, event.whom, event.where)
    return 2 * sum(map(bool, told)) + (event.when is not None) + len(event.victims)
