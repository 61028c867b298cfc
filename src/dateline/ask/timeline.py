"""What happened, in order of time: one row for each event, whoever tells it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ask import accounts
from dateline.ask.answers import EventAccount
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Table, Whole
from dateline.store import View


class Timeline(Whole, frozen=True, kw_only=True):
    """Events in order of time; those of no known date apart, in order of telling.

    Attributes:
        cut: whether there are more than were asked for.
    """

    dated: Table[EventAccount]
    undated: Table[EventAccount]
    cut: bool

    @property
    def table(self) -> Table[EventAccount]:
        """The events in order of time, then those of no known date."""
        return Table(EventAccount, (*self.dated, *self.undated))


def timeline(  # noqa: PLR0913 - each narrows the answer
    view: View,
    actor: str | None = None,
    *,
    place: str | None = None,
    types: Sequence[str] = (),
    scope: Scope = ALL,
    limit: int | None = 200,
) -> Timeline:
    """Return events, each with all its tellings.

    Args:
        view: the archive.
        actor: name or id of somebody who takes part.
        place: name or id of where it happened.
        types: of these types only; none for any.
        scope: times and outlets; an event is in it if one of its tellings is.
        limit: at most so many tellings are looked at; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    who, where = numbers(view, actor), set(numbers(view, place))
    wanted = who or tuple(where)
    most = None if limit is None else limit + 1
    rows = list(view.happenings(scope.selection(actors=wanted, types=types, limit=most)))
    cut = limit is not None and len(rows) > limit
    if where:
        rows = [row for row in rows if where & set(row.where)]
    found = accounts.events(view, rows[:limit])
    return Timeline(
        dated=Table(EventAccount, (one for one in found if is_dated(one))),
        undated=Table(EventAccount, (one for one in found if not is_dated(one))),
        cut=cut,
    )


def is_dated(event: EventAccount) -> bool:
    """Tell whether any telling says when it was."""
    return any(telling.from_ or telling.until for telling in event.tellings)
