"""What a page over the whole archive looks at: all of it, or the newest part of a large one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from dateline.ask.scope import Scope
from dateline.store import View

MOST: Final = 300  # articles: what is asked of so many is answered while one waits
STATEMENTS: Final = 1000  # of one actor, likewise


def newest(view: View, scope: Scope, actors: Sequence[int] = ()) -> Scope | None:
    """Return the latest part of a scope of telling that is not too much to look at.

    It begins with a day: all that was told on that day is in it, what has no date is not.

    Args:
        view: the archive.
        scope: what is asked about.
        actors: numbers of those whom it is asked about; none for everybody.

    Returns:
        `None` if the scope is not too much as it is, or nothing in it has a date.
    """
    first, last = (_day(one) for one in view.period())
    if first is None or last is None or not _too_much(view, scope, actors):
        return None
    while first < last:
        middle = first + (last - first + timedelta(1)) // 2
        if _too_much(view, _since(scope, middle), actors):
            first = middle
        else:
            last = middle - timedelta(1)
    return _since(scope, first)


def _since(scope: Scope, day: date) -> Scope | None:
    """Return a scope from a day on, or from where it begins if that is later; `None` if empty."""
    begins = max(scope.since or "", day.isoformat())
    if scope.until is not None and begins >= scope.until:
        return None
    return msgspec.structs.replace(scope, since=begins)


def _too_much(view: View, scope: Scope | None, actors: Sequence[int]) -> bool:
    if scope is None:
        return False
    told = scope.told()
    if actors:
        wanted = told.selection(actors=actors, limit=STATEMENTS + 1)
        return view.number("claims", wanted) > STATEMENTS
    return view.number("articles", told.selection(limit=MOST + 1)) > MOST


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None
