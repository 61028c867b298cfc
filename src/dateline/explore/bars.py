"""Facts as bars on a line of time: a bar is what all tellings agree on, a whisker what any allows.

An end that nobody tells is drawn as a broken line to the edge; what is not held for certain is
drawn hollow; a diamond says when it was first told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from dateline.ask.answers import Account, EventAccount, Party, TieAccount
from dateline.explore.scale import Scale, Tick, days
from dateline.interval import spoken

WIDTH: Final = 1100
LEFT: Final = 330
ROW: Final = 22
TOP: Final = 42

Stretch = tuple[float, float]


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the picture.

    Attributes:
        y: its height.
        bar: where the bar begins and how long it is; `None` if no telling has a date.
        whisker: from the earliest to the latest that any telling allows; `None` if just the bar.
        open: stretches that are open at an end.
        told: where the first telling stands, if that is to be shown.
        lag: from the bar to there.
        first, last: days from 1970 of the bar's ends, for zooming.
    """

    y: float
    label: str
    note: str
    href: str
    bar: Stretch | None
    whisker: Stretch | None
    open: tuple[Stretch, ...]
    told: float | None
    lag: Stretch | None
    doubtful: bool
    first: float | None
    last: float | None


class Bars(msgspec.Struct, frozen=True, kw_only=True):
    """A picture: its rows, its ticks and the days that it goes from and to."""

    rows: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    first: float
    last: float
    width: int = WIDTH
    left: int = LEFT
    height: int = TOP


def draw(accounts: Sequence[Account], *, telling: bool = False) -> Bars:
    """Return the picture of some events or ties, in their order; those without a date are left out.

    Args:
        accounts: what is drawn.
        telling: whether the day of the first telling is shown, too.
    """
    dated = [one for one in accounts if any(_ends(one))]
    moments = [moment for one in dated for moment in _ends(one)]
    moments += [one.told_first for one in dated if telling]
    scale = Scale.over(moments, LEFT, WIDTH - 12)
    rows = [_bar(one, scale, TOP + ROW * place, telling) for place, one in enumerate(dated)]
    height = TOP + ROW * len(rows)
    return Bars(
        rows=tuple(rows),
        ticks=scale.ticks(),
        first=scale.first,
        last=scale.last,
        height=height,
    )


def _ends(account: Account) -> tuple[str | None, ...]:
    return account.from_, account.until, account.earliest, account.latest


def _bar(account: Account, scale: Scale, y: float, telling: bool) -> Bar:
    first = account.from_ or account.earliest or account.until or account.latest or ""
    last = account.until or account.latest or first
    begin, end = sorted((scale.x(first), scale.x(last)))
    low = scale.x(account.earliest) if account.earliest else begin
    high = scale.x(account.latest) if account.latest else end
    told = account.told_first if telling else None
    place = scale.x(told) if told else None
    return Bar(
        y=y,
        label=_short(label(account), 46),
        note=f"{label(account)}: {_when(account)}",
        href=f"#{account.id}",
        bar=(begin, max(round(end - begin, 1), 3.0)),
        whisker=(low, high) if low < begin or high > end else None,
        open=tuple(_open(account, scale, begin, end)),
        told=place,
        lag=_lag(begin, end, place),
        doubtful=account.certainty != "certain" or "actual" not in account.realities[:1],
        first=days(first),
        last=days(last),
    )


def _when(account: Account) -> str:
    """Return when it was in words, and when it was first told."""
    if account.agreed:
        when = spoken(account.from_, account.until)
    else:
        when = f"{spoken(account.earliest, account.latest)}, told with different dates"
    return f"{when}; first told {account.told_first[:10]}" if account.told_first else when


def _lag(begin: float, end: float, told: float | None) -> Stretch | None:
    """Return the stretch between a fact and its first telling; `None` where they meet."""
    if told is None or begin - 4 <= told <= max(end, begin + 3) + 4:
        return None
    return (end, told - 4) if told > end else (told + 4, begin)


def _open(account: Account, scale: Scale, begin: float, end: float) -> Iterable[Stretch]:
    if account.from_ is None and account.earliest is None:
        yield max(scale.left, begin - 60), begin
    if account.until is None and account.latest is None:
        yield end, min(scale.right, end + 60)


def label(account: Account) -> str:
    """Return an event or a tie in one line of words."""
    if isinstance(account, TieAccount):
        role = f" ({account.role})" if account.role else ""
        return f"{account.subject.name} {account.label} {account.object.name}{role}"
    if isinstance(account, EventAccount):
        who, whom = (_names(many) for many in (account.who, account.whom))
        kind = (account.mode or account.type).replace("_", " ")
        return " · ".join(part for part in (who, kind, whom) if part)
    return account.type


def _names(many: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in many))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
