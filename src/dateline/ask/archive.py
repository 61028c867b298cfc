"""An archive that is open for questions: every view as a method, for notebooks and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from dateline.ask.answers import Said
from dateline.ask.claims import claims
from dateline.ask.conflict import Dispute
from dateline.ask.disputes import disputes
from dateline.ask.dossier import Dossier, dossier
from dateline.ask.forecasts import Forecast, forecasts
from dateline.ask.network import Network, network
from dateline.ask.outcomes import FORETELLING
from dateline.ask.scope import ALL, Scope
from dateline.ask.search import Passage, search
from dateline.ask.showing import Shown, show
from dateline.ask.sources import Sources, sources
from dateline.ask.table import Table
from dateline.ask.timeline import Timeline, timeline
from dateline.record import Certainty, Record, SourceKind, Stance
from dateline.store import View


class Archive:
    """An open archive.

    Each view takes a `scope`, which narrows it: `Scope(since="2011", outlets=("El Faro",))`. What
    comes back are plain frozen objects with `to_dict`; a `Table` is a tuple of them and goes to
    CSV and, with the extras, to polars and pandas.

    Attributes:
        view: the archive as the store gives it, for what no method here asks.
    """

    def __init__(self, view: View) -> None:
        self.view = view

    def who(self, name: str, *, scope: Scope = ALL, limit: int | None = 100) -> Dossier:
        """Return the dossier of the actor that a name most likely means; see `dossier`."""
        return dossier(self.view, name, scope=scope, limit=limit)

    def search(
        self,
        text: str,
        *,
        naming: str | None = None,
        copies: bool = False,
        scope: Scope = ALL,
        limit: int | None = 20,
    ) -> Table[Passage]:
        """Return the articles that have some words, by their best passage; see `search.search`."""
        return search(self.view, text, naming=naming, copies=copies, scope=scope, limit=limit)

    def claims(  # noqa: PLR0913 - as the view
        self,
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
        """Return who said what; see `claims.claims`."""
        return claims(
            self.view,
            text,
            by=by,
            about=about,
            stances=stances,
            certainties=certainties,
            sources=sources,
            copies=copies,
            scope=scope,
            limit=limit,
        )

    def timeline(
        self,
        actor: str | None = None,
        *,
        place: str | None = None,
        types: Sequence[str] = (),
        scope: Scope = ALL,
        limit: int | None = 200,
    ) -> Timeline:
        """Return what happened, one row for each event; see `timeline.timeline`."""
        return timeline(self.view, actor, place=place, types=types, scope=scope, limit=limit)

    def network(  # noqa: PLR0913 - as the view
        self,
        *,
        on: str | None = None,
        from_: str | None = None,
        until: str | None = None,
        around: str | None = None,
        hops: int = 1,
        types: Sequence[str] = (),
        quotes: bool = False,
        scope: Scope = ALL,
        limit: int = 500,
    ) -> Network:
        """Return who was tied to whom at a time; see `network.network`."""
        return network(
            self.view,
            on=on,
            from_=from_,
            until=until,
            around=around,
            hops=hops,
            types=types,
            quotes=quotes,
            scope=scope,
            limit=limit,
        )

    def disputes(
        self, about: str | None = None, *, scope: Scope = ALL, limit: int | None = 100
    ) -> Table[Dispute]:
        """Return what is told in two ways; see `disputes.disputes`."""
        return disputes(self.view, about, scope=scope, limit=limit)

    def sources(
        self, about: str | None = None, *, scope: Scope = ALL, limit: int | None = 100
    ) -> Sources:
        """Return who the coverage rests on; see `sources.sources`."""
        return sources(self.view, about, scope=scope, limit=limit)

    def forecasts(
        self,
        *,
        by: str | None = None,
        about: str | None = None,
        stances: Sequence[Stance] = FORETELLING,
        scope: Scope = ALL,
        limit: int | None = 100,
    ) -> Table[Forecast]:
        """Return what was foretold and what became of it; see `forecasts.forecasts`."""
        return forecasts(self.view, by=by, about=about, stances=stances, scope=scope, limit=limit)

    def show(self, id_: str) -> Shown:
        """Return a thing in its sentence, by the id that its row has."""
        return show(self.view, id_)

    def record(self, key: str) -> Record | None:
        """Return the record of an article by its key, or `None`."""
        article = self.view.article(key)
        return self.view.record(article.number) if article else None

    def close(self) -> None:
        """Close the archive."""
        self.view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {name}" for name, number in self.view.counts().items())
        return f"<Archive of {counts}>"
