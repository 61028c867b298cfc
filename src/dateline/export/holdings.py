"""What an export takes from an archive: rows within a scope, and the names that they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.ask import accounts
from dateline.ask.answers import EventAccount, TieAccount
from dateline.ask.scope import ALL, Scope
from dateline.record import Record
from dateline.store import Actor, Article, Claim, Happening, Member, Moment, Selection, Tie, View


class Part(NamedTuple):
    """One file of an export: its name, empty for the only one, and its bytes in chunks."""

    name: str
    chunks: Iterable[bytes]


class Holdings:
    """What is exported.

    Attributes:
        view: the archive.
        left: what a form could not hold, by kind, and how much of it: it is reported to the user.
    """

    def __init__(self, view: View, scope: Scope = ALL) -> None:
        self.view = view
        self._scope = scope
        self.left: dict[str, int] = {}
        self._articles: dict[int, Article] | None = None
        self._actors: dict[int, Actor] | None = None

    def leave(self, kind: str) -> None:
        """Count something that the form cannot hold."""
        self.left[kind] = self.left.get(kind, 0) + 1

    def _selection(self) -> Selection:
        return self._scope.selection()

    @property
    def articles(self) -> dict[int, Article]:
        """The current articles within the scope, by number, in order."""
        if self._articles is None:
            chosen = self._scope.told().selection()
            self._articles = {one.number: one for one in self.view.articles(chosen)}
        return self._articles

    @property
    def members(self) -> Iterator[Member]:
        """The entities of the articles."""
        return (one for one in self.view.entities() if one.article in self.articles)

    @property
    def actors(self) -> dict[int, Actor]:
        """The actors that the articles name, by number, in order."""
        if self._actors is None:
            numbers = dict.fromkeys(member.actor for member in self.members)
            found = self.view.actors(numbers)
            self._actors = {number: found[number] for number in sorted(found)}
        return self._actors

    def claims(self) -> Iterator[Claim]:
        """Yield the statements."""
        return self.view.claims(self._selection())

    def happenings(self) -> Iterator[Happening]:
        """Yield the tellings of events."""
        return self.view.happenings(self._selection())

    def ties(self) -> Iterator[Tie]:
        """Yield the tellings of ties."""
        return self.view.ties(self._selection())

    def moments(self) -> Iterator[Moment]:
        """Yield the expressions of time."""
        return self.view.moments(self._selection())

    def events(self) -> list[EventAccount]:
        """Return the events, each with its tellings, in order of time."""
        return accounts.events(self.view, self.happenings())

    def relations(self) -> list[TieAccount]:
        """Return the ties, each with its tellings, in order of time."""
        return accounts.ties(self.view, self.ties())

    def records(self) -> Iterator[tuple[Article, Record]]:
        """Yield each article with its record."""
        for number, article in self.articles.items():
            yield article, self.view.record(number)
