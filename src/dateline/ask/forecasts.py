"""What was promised, threatened or foretold, by when, and what was told later that bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from dateline.ask.answers import Said
from dateline.ask.bearing import Bearing, Bears, Contents, Later, Matter
from dateline.ask.claims import once, said, spared
from dateline.ask.naming import numbers
from dateline.ask.outcomes import FORETELLING
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table
from dateline.record import Stance
from dateline.store import View

MOST_LATER: Final = 5  # so many of what bears on a forecast are shown

Outcome = Literal["borne out", "contradicted", "open", "no word of it"]


class Forecast(Answer, frozen=True, kw_only=True):
    """A promise, a threat or a forecast, and what became of it.

    Attributes:
        from_, until: the time that it is said of, half open; both `None` if none is.
        horizon: that time's words.
        later: what was told later, in order of telling.
        outcome: `borne out` or `contradicted` only where something later says so; `open` while
            its time is not over for the archive; else `no word of it`.
        because: why the outcome is what it is, in words.
    """

    id: str
    said: Said
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    horizon: str | None = None
    later: tuple[Bearing, ...]
    outcome: Outcome
    because: str


def forecasts(  # noqa: PLR0913 - each narrows the answer
    view: View,
    *,
    by: str | None = None,
    about: str | None = None,
    stances: Sequence[Stance] = FORETELLING,
    scope: Scope = ALL,
    limit: int | None = 100,
) -> Table[Forecast]:
    """Return promises, threats and forecasts, each with what bears on it, in order of telling.

    Args:
        view: the archive.
        by: name or id of who foretells.
        about: name or id of somebody that the content names.
        stances: `promise`, `threaten`, `forecast`.
        scope: times of telling and outlets of the forecasts; its times of the facts hold for the
            time that is foretold.
        limit: at most so many; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    chosen = scope.told().selection(
        speakers=numbers(view, by), about=numbers(view, about), stances=stances, limit=spared(limit)
    )
    claims = list(view.claims(chosen))
    if not claims:
        return Table(Forecast)
    rows = once(said(view, claims))[:limit]
    by_id = {claim.id: claim for claim in claims}
    claims = [by_id[row.id] for row in rows]
    contents = Contents(view, claims)
    later, last = Later(view, claims, contents), view.period()[1]
    found = [
        _forecast(contents.of(claim), row, later.bearing(claim), last)
        for claim, row in zip(claims, rows, strict=True)
    ]
    kept = [one for one in found if _within(one, scope)]
    return Table(Forecast, sorted(kept, key=lambda one: (one.said.article.told or "~", one.id)))


def _forecast(matter: Matter, row: Said, bearing: Sequence[Bearing], last: str | None) -> Forecast:
    later = tuple(_distinct(bearing))[:MOST_LATER]
    outcome, because = _outcome(matter, later, last)
    moment = matter.moment
    return Forecast(
        id=row.id,
        said=row,
        from_=moment.from_ if moment else None,
        until=moment.until if moment else None,
        horizon=matter.horizon,
        later=later,
        outcome=outcome,
        because=because,
    )


def _distinct(found: Sequence[Bearing]) -> Iterator[Bearing]:
    """Yield one of those that stand in one sentence of one report, plain words first."""
    best: dict[tuple[str, str], Bearing] = {}
    for one in found:
        key = one.telling.article.origin, one.telling.quote
        if key not in best or (best[key].bears == "on" and one.bears != "on"):
            best[key] = one
    yield from best.values()


_OUTCOMES: Final[tuple[tuple[Bears, Outcome], ...]] = (
    ("against", "contradicted"),
    ("for", "borne out"),
)


def _outcome(matter: Matter, later: Sequence[Bearing], last: str | None) -> tuple[Outcome, str]:
    """Return what became of a forecast: what is against it outweighs what is for it."""
    for bears, outcome in _OUTCOMES:
        found = next((one for one in later if one.bears == bears), None)
        if found:
            return outcome, f"{found.telling.id}: {found.why}"
    until = matter.moment.until if matter.moment else None
    if until and last and until > last[: len(until)]:
        return "open", f"its time ends {until}, after the last article ({last[:10]})"
    return "no word of it", "nothing later tells"


def _within(forecast: Forecast, scope: Scope) -> bool:
    """Tell whether the time foretold lies in the scope's times of the facts."""
    if not (scope.held_from or scope.held_until):
        return True
    start, stop = forecast.from_ or forecast.until, forecast.until or forecast.from_
    if not (start and stop):
        return False
    return stop > (scope.held_from or "") and (not scope.held_until or start < scope.held_until)
