"""Which rows every view is asked for: times of telling, times of the facts, outlets, how many."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from dateline.ask.holding import period
from dateline.store import Selection


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What narrows any view; all times are half open and ISO 8601, as precise as one likes.

    Attributes:
        since, until: when the article was published.
        held_from, held_until: when the fact was; one without a date is left out.
        outlets: exact names.

    Raises:
        DatelineError: if a time is none, or ends before it begins.
    """

    since: str | None = None
    until: str | None = None
    held_from: str | None = None
    held_until: str | None = None
    outlets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        period(self.since, self.until)
        period(self.held_from, self.held_until)

    def selection(self, **more: Any) -> Selection:  # its fields, as `Selection` has them
        """Return the selection of rows within this scope that have `more` as well."""
        return Selection(
            told_since=self.since,
            told_until=self.until,
            held_from=self.held_from,
            held_until=self.held_until,
            outlets=self.outlets,
            **more,
        )

    def told(self) -> Scope:
        """Return the scope without the times of the facts, for articles and what has no date."""
        return msgspec.structs.replace(self, held_from=None, held_until=None)


ALL: Final = Scope()
