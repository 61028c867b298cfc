"""Who said what: statements by their words, speaker, matter, stance and certainty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.ask.answers import Said
from dateline.ask.gathering import Gathered
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Table
from dateline.record import Certainty, SourceKind, Stance
from dateline.store import Claim, View

SPARE: Final = 4
"""So many times more rows are looked at than are asked for, for copies that will be left out."""


def claims(  # noqa: PLR0913 - each narrows the answer
    view: View,
    text: str | None = None,
    *,
    by: str | None = None,
    about: str | None = None,
    stances: Sequence[Stance] = (),
    certainties: Sequence[Certainty] = (),
    sources: Sequence[SourceKind] = (),
    copies: bool = False,
    scope: Scope = ALL,
    limit: int | None = 50,
) -> Table[Said]:
    """Return statements, in order of article and then of text.

    Args:
        view: the archive.
        text: words of the content: each must occur, "quoted words" in that order, a trailing *
            any ending; no other syntax.
        by: name or id of the speaker.
        about: name or id of somebody named in the content.
        stances: of these only; none for any.
        certainties: of these only.
        sources: of these kinds only; unnamed sources are `anonymous`.
        copies: with what copies of a report repeat.
        scope: times and outlets.
        limit: at most so many; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    found = view.claims(
        scope.selection(
            text=text,
            speakers=numbers(view, by),
            about=numbers(view, about),
            stances=stances,
            certainties=certainties,
            sources=sources,
            limit=limit if copies else spared(limit),
        )
    )
    rows = said(view, found)
    return (rows if copies else once(rows))[:limit]


def spared(limit: int | None) -> int | None:
    """Return how many rows to look at for so many."""
    return None if limit is None else limit * SPARE


def said(view: View, rows: Iterable[Claim]) -> Table[Said]:
    """Return statements as they are answered, in their order."""
    rows = list(rows)
    gathered = Gathered(view, rows, quotes=False)
    return Table(Said, map(gathered.said, rows))


def once(rows: Iterable[Said]) -> Table[Said]:
    """Return statements without those that a copy of a report repeats; the report's own stays."""
    seen: dict[tuple[str, ...], Said] = {}
    for row in rows:
        speaker = row.speaker.id if row.speaker else row.source
        key = row.article.origin, speaker, row.content.casefold()
        if key not in seen or row.article.key == row.article.origin != seen[key].article.key:
            seen[key] = row
    return Table(Said, seen.values())
