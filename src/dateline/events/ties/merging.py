"""One relation of all the tellings of one tie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from dateline.events.ties.intervals import Dated
from dateline.events.ties.telling import Telling
from dateline.record import Certainty, Reality, Reason, Status
from dateline.span import Span
from dateline.vocabulary.relations import broader, relation_types


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A telling with its interval, and how it stands to what is so."""

    telling: Telling
    dated: Dated
    reality: Reality
    status: Status | None
    said_in: tuple[str, ...]
    certainty: Certainty = "certain"
    certainty_words: tuple[Span, ...] = ()


class Merged(msgspec.Struct, kw_only=True):
    """A tie with all its tellings, in order."""

    first: Judged
    subject: str
    type: str
    object: str
    role: str | None
    from_: str | None
    until: str | None
    status: Status | None
    evidence: list[Span]
    reasons: list[Reason]


def merge(tellings: Iterable[Judged]) -> list[Merged]:
    """Return the ties in the order of their first words; tellings that clash stay apart."""
    ties: dict[tuple[str, str, str, Reality], list[Merged]] = {}
    for one in _at_work(sorted(tellings, key=_place)):
        own = ties.setdefault(_key(one), [])
        same = next((tie for tie in own if _agree(tie, one)), None)
        if same is None:
            own.append(_new(one))
        else:
            _add(same, one)
    found = [tie for own in ties.values() for tie in own]
    found = list(_without_broader(found))
    return sorted(found, key=lambda tie: (tie.evidence[0], tie.type, tie.subject, tie.object))


def _at_work(tellings: Sequence[Judged]) -> Iterator[Judged]:
    """Yield the tellings; who joins or leaves where they are told to work, worked there."""
    work = {
        (one.telling.subject, one.telling.object)
        for one in tellings
        if one.telling.type == _WORK and not one.telling.edge
    }
    for one in tellings:
        told = one.telling
        joins = told.type == _MEMBERSHIP and told.edge and told.role is None
        if joins and (told.subject, told.object) in work:
            told = msgspec.structs.replace(told, type=_WORK)
        yield msgspec.structs.replace(one, telling=told)


_WORK: Final = "employed_by"
_MEMBERSHIP: Final = "member_of"


def _place(one: Judged) -> tuple[Span, str]:
    return one.telling.evidence, one.telling.type


def _key(one: Judged) -> tuple[str, str, str, Reality]:
    telling = one.telling
    ends = telling.subject, telling.object
    if relation_types()[telling.type].symmetric:
        ends = (min(ends), max(ends))
    return telling.type, *ends, one.reality


def _new(one: Judged) -> Merged:
    telling = one.telling
    return Merged(
        first=one,
        subject=telling.subject,
        type=telling.type,
        object=telling.object,
        role=telling.role,
        from_=one.dated.from_,
        until=one.dated.until,
        status=one.status,
        evidence=[telling.evidence],
        reasons=list(one.dated.reasons),
    )


def _agree(tie: Merged, one: Judged) -> bool:
    """Tell whether a telling may be of the same tie: its ends do not clash."""
    from_, until = one.dated.from_, one.dated.until
    if not (_compatible(tie.from_, from_) and _compatible(tie.until, until)):
        return False
    begins, stops = _finer(tie.from_, from_), _finer(tie.until, until)
    return begins is None or stops is None or begins[: len(stops)] <= stops[: len(begins)]


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _finer(one: str | None, other: str | None) -> str | None:
    return max((one, other), key=lambda value: len(value or ""))


def _add(tie: Merged, one: Judged) -> None:
    tie.from_ = _finer(tie.from_, one.dated.from_)
    tie.until = _finer(tie.until, one.dated.until)
    tie.role = tie.role or one.telling.role
    tie.status = _status(tie.status, one.status)
    if one.telling.evidence not in tie.evidence:
        tie.evidence.append(one.telling.evidence)
    tie.reasons += [reason for reason in one.dated.reasons if reason not in tie.reasons]


def _status(one: Status | None, other: Status | None) -> Status | None:
    """Return the status of two tellings: what is over once is over."""
    return max((one, other), key=_RANK.index)


_RANK: Final[tuple[Status | None, ...]] = (None, "future", "current", "former")


def _without_broader(ties: Sequence[Merged]) -> Iterator[Merged]:
    """Yield the ties without those that a narrower one with the same ends says more fully."""
    narrow: dict[tuple[str, str, str, Reality], Merged] = {}
    for tie in ties:
        for above in broader(tie.type):
            narrow.setdefault((above, tie.subject, tie.object, tie.first.reality), tie)
    for tie in ties:
        fuller = narrow.get((tie.type, tie.subject, tie.object, tie.first.reality))
        if fuller is not None and _agree(fuller, _judged(tie)):
            _end_with(fuller, tie)
            continue
        yield tie


def _end_with(narrow: Merged, broad: Merged) -> None:
    """End a tie with the broader one that it is of: who is fired from Acme leads it no more."""
    ends = broad.first.telling.edge == "until" and narrow.until is None
    if ends and narrow.from_ != broad.until:
        narrow.until = broad.until
        narrow.status = "former"
        narrow.reasons += [one for one in broad.reasons if one.end == "until"]


def _judged(tie: Merged) -> Judged:
    dated = Dated(from_=tie.from_, until=tie.until)
    return msgspec.structs.replace(tie.first, dated=dated)
