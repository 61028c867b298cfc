"""What is told in two ways of which only one can be so: both sides, quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from dateline.ask import contradictions, denials, holders, values
from dateline.ask.conflict import Dispute, Matter
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Table
from dateline.store import Selection, View

FINDERS: Final[tuple[Callable[[View, Selection], Iterable[Dispute]], ...]] = (
    denials.of_accounts,
    contradictions.contradictions,
    holders.holders,
    values.figures,
)
"""What finds disputes, in order: of two that find one, the first tells it."""


def disputes(
    view: View, about: str | None = None, *, scope: Scope = ALL, limit: int | None = 100
) -> Table[Dispute]:
    """Return what is asserted and denied, and values of which only one can hold.

    Args:
        view: the archive.
        about: name or id of somebody that the dispute has to do with.
        scope: times and outlets; a dispute is in it if one of its tellings is.
        limit: at most so many; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    chosen = scope.selection(actors=numbers(view, about))
    return Table(Dispute, islice(_distinct(_found(view, chosen)), limit))


def _found(view: View, chosen: Selection) -> Iterator[Dispute]:
    for finder in FINDERS:
        yield from finder(view, chosen)


def _distinct(found: Iterable[Dispute]) -> Iterator[Dispute]:
    """Yield each dispute once: two that share a telling on both sides are one."""
    seen: set[Matter] = set()
    for one in found:
        matters = set(one.matters())
        if not matters & seen:
            yield one
        seen |= matters
