"""Tellings of one event or tie gathered into one row, none of them lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypedDict, TypeVar, get_args

from dateline.ask.answers import EventAccount, Held, Party, TieAccount
from dateline.ask.gathering import Gathered
from dateline.interval import Interval, Moment
from dateline.record import Certainty, Reality, SourceKind, Status
from dateline.store import Happening, Selection, Tie, View
from dateline.vocabulary.relations import RelationType, relation_types

T = TypeVar("T", Happening, Tie)
UNNAMED: Final[tuple[SourceKind, ...]] = ("anonymous", "unstated")
MOST_NAMES: Final = 3  # in a line that tells what an account is of
CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)


def events(view: View, found: Iterable[Happening]) -> list[EventAccount]:
    """Return the events that some tellings tell, each with all its tellings, in order of time.

    Args:
        view: the archive; it is asked for the other tellings of the same events.
        found: the tellings by which the events were found.
    """
    rows = retold(view, found)
    gathered = Gathered(view, rows)
    return sorted((event(gathered, group) for group in grouped(rows)), key=when)


def ties(
    view: View,
    found: Iterable[Tie],
    held: Callable[[int], Held] | None = None,
    *,
    quotes: bool = True,
) -> list[TieAccount]:
    """Return the ties that some tellings tell, each with all its tellings, in order of time.

    Args:
        view: the archive; it is asked for the other tellings of the same ties.
        found: the tellings by which the ties were found.
        held: tells for the number of a tie how surely it held when it was asked about.
        quotes: with the sentence of each telling.
    """
    rows = retold_ties(view, found)
    gathered = Gathered(view, rows, quotes=quotes)
    return sorted((tie(gathered, group, held) for group in grouped(rows)), key=when)


def retold(view: View, found: Iterable[Happening]) -> list[Happening]:
    """Return all tellings of the events that some tellings tell."""
    rows = {row.id: row for row in found}
    numbers = sorted({row.account for row in rows.values()})
    if numbers:
        wanted = Selection(accounts=numbers, retold=True)
        rows |= {row.id: row for row in view.happenings(wanted)}
    return list(rows.values())


def retold_ties(view: View, found: Iterable[Tie]) -> list[Tie]:
    """Return all tellings of the ties that some tellings tell."""
    rows = {row.id: row for row in found}
    numbers = sorted({row.account for row in rows.values()})
    if numbers:
        rows |= {row.id: row for row in view.ties(Selection(accounts=numbers, retold=True))}
    return list(rows.values())


def grouped(rows: Iterable[T]) -> list[list[T]]:
    """Return the tellings of each account, earliest told first."""
    groups: dict[int, list[T]] = {}
    for row in rows:
        groups.setdefault(row.account, []).append(row)
    return [sorted(group, key=lambda row: (row.told or "~", row.id)) for group in groups.values()]


def when(account: EventAccount | TieAccount) -> tuple[bool, str, str, str]:
    """Return what puts accounts in order of time: dated ones first, then by telling and id."""
    start = account.from_ or account.earliest or account.until or account.latest
    return start is None, start or "", account.told_first or "~", account.id


def event(gathered: Gathered, rows: Sequence[Happening]) -> EventAccount:
    """Return an event from its tellings."""
    rows = gathered.in_order(rows)
    fullest = max(rows, key=lambda row: (len(row.who) + len(row.whom), len(row.where)))
    modes = Counter(row.mode for row in rows if row.mode)
    return EventAccount(
        **_common(gathered, rows),
        type=Counter(row.type for row in rows).most_common(1)[0][0],
        mode=modes.most_common(1)[0][0] if modes else None,
        who=gathered.parties(_each(rows, "who")),
        whom=gathered.parties(_each(rows, "whom")),
        where=gathered.parties(_each(rows, "where")),
        words=fullest.words,
        tellings=tuple(gathered.telling(row) for row in rows),
    )


def tie(
    gathered: Gathered, rows: Sequence[Tie], held: Callable[[int], Held] | None = None
) -> TieAccount:
    """Return a tie from its tellings; `held` as in `ties`.

    Raises:
        LookupError: if an end of it is no actor: then the archive is at fault.
    """
    rows = gathered.in_order(rows)
    first = rows[0]
    subject, object_ = gathered.party(first.subject), gathered.party(first.object)
    if subject is None or object_ is None:
        raise LookupError(first.id)
    roles = Counter(row.role for row in rows if row.role)
    kind = relation_types().get(first.type)
    return TieAccount(
        **_common(gathered, rows),
        type=first.type,
        subject=subject,
        label=kind.label if kind else first.type.replace("_", " "),
        object=object_,
        role=roles.most_common(1)[0][0] if roles else None,
        sign=kind.sign if kind else 0,
        status=_latest_status(rows),
        held=held(first.account) if held else None,
        tellings=tuple(gathered.telling(row) for row in rows),
    )


class _Common(TypedDict):
    id: str
    account: int
    from_: str | None
    until: str | None
    earliest: str | None
    latest: str | None
    agreed: bool
    realities: tuple[Reality, ...]
    certainty: Certainty
    sources: int
    reports: int
    told_first: str | None
    told_last: str | None


def _common(gathered: Gathered, rows: Sequence[Happening] | Sequence[Tie]) -> _Common:
    told = sorted(row.told for row in rows if row.told)
    narrow, wide = extent([(row.from_, row.until) for row in rows])
    realities = Counter(gathered.reality(row) for row in rows)
    return _Common(
        id=rows[0].id,
        account=rows[0].account,
        from_=narrow[0] if narrow else None,
        until=narrow[1] if narrow else None,
        earliest=wide[0],
        latest=wide[1],
        agreed=narrow is not None,
        realities=tuple(reality for reality, _ in realities.most_common()),
        certainty=min((row.certainty for row in rows), key=CERTAINTIES.index),
        sources=len(sources(gathered, rows)),
        reports=len({gathered.head(row.article).origin for row in rows}),
        told_first=told[0] if told else None,
        told_last=told[-1] if told else None,
    )


def sources(gathered: Gathered, rows: Sequence[Happening] | Sequence[Tie]) -> dict[str, bool]:
    """Return who, independently of each other, vouch for something, and whether each is unnamed.

    A speaker is one source however many articles quote it, an outlet in its own voice another; an
    article that is a copy counts as its origin. Who denies it does not vouch for it.
    """
    out: dict[str, bool] = {}
    for row in rows:
        if gathered.reality(row) == "denied":
            continue
        said = gathered.claims(row)
        origin = gathered.origin(row.article)
        if not said:
            out[f"outlet {origin.outlet or origin.key}"] = False
        elif said[0].speaker is not None:
            out[f"actor {said[0].speaker}"] = said[0].source_kind == "anonymous"
        elif said[0].source_kind in UNNAMED or not said[0].source:
            out[f"unnamed {origin.key} {said[0].source.casefold()}"] = True
        else:
            out[f"words {said[0].source.casefold()}"] = False
    return out


Ends = tuple[str | None, str | None]


def extent(ends: Iterable[Ends]) -> tuple[Ends | None, Ends]:
    """Return the narrowest interval that all allow, and the widest that any does.

    Args:
        ends: from and until of each telling, ISO 8601; those with neither tell nothing.

    Returns:
        The narrowest is `None` where two contradict each other. An end that one of several leaves
        open is open in the widest.
    """
    dated = [found for pair in set(ends) if any(pair) and (found := _interval(*pair))]
    if not dated:
        return (None, None), (None, None)
    starts = [one.from_ for one in dated if one.from_]
    stops = [one.until for one in dated if one.until]
    late = max(starts, key=_late, default=None)
    early = min(stops, key=_early, default=None)
    first = min(starts, key=_early) if len(starts) == len(dated) else None
    last = max(stops, key=_late) if len(stops) == len(dated) else None
    wide = (str(first) if first else None, str(last) if last else None)
    if late and early and late.instant >= early.instant:
        return None, wide
    return (str(late) if late else None, str(early) if early else None), wide


def _late(moment: Moment) -> tuple[tuple[int, ...], int]:
    return moment.instant, len(moment.fields)


def _early(moment: Moment) -> tuple[tuple[int, ...], int]:
    return moment.instant, -len(moment.fields)


@lru_cache(maxsize=1 << 12)
def _interval(from_: str | None, until: str | None) -> Interval | None:
    try:
        return Interval.of(from_, until)
    except ValueError:  # a user's own record may hold what ours do not
        return None


def _each(rows: Sequence[Happening], end: str) -> list[int]:
    """Return the actors at one end of an event, most often named first."""
    found = Counter(number for row in rows for number in getattr(row, end))
    return [number for number, _ in found.most_common()]


def _latest_status(rows: Sequence[Tie]) -> Status | None:
    return next((row.status for row in reversed(rows) if row.status), None)


def kind_of(type_: str) -> RelationType | None:
    """Return the kind of tie in the vocabulary; `None` for one that it does not have."""
    return relation_types().get(type_)


def in_words(account: EventAccount | TieAccount) -> str:
    """Return a line such as `A and B: assault (bombing), C` or `A leads C (emir)`."""
    if isinstance(account, TieAccount):
        role = f" ({account.role})" if account.role else ""
        return f"{account.subject.name} {account.label} {account.object.name}{role}"
    who = _names(account.who)
    what = f"{account.type} ({account.mode})" if account.mode else account.type
    others = _names(one for one in (*account.whom, *account.where) if one not in account.who)
    ends = [" and ".join(who), ", ".join(others)]
    return f"{ends[0] + ': ' if who else ''}{what}{', ' + ends[1] if others else ''}"


def _names(parties: Iterable[Party]) -> list[str]:
    """Return a few names, each once, those of unnamed people only where there are no others."""
    found = list(parties)
    named = [one.name for one in found if one.kind != "group"] or [one.name for one in found]
    return list(dict.fromkeys(named))[:MOST_NAMES]
