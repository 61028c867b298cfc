"""What an export takes from an archive: rows within a scope, and the names that they refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple, TypeVar

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import EventAccount, TieAccount
from dateline.ask.gathering import Gathered
from dateline.ask.scope import ALL, Scope
from dateline.record import Record
from dateline.store import Actor, Article, Claim, Happening, Member, Moment, Selection, Tie, View

CHUNK: Final = 2_000  # events or ties that are gathered at a time
R = TypeVar("R", Happening, Tie)
A = TypeVar("A", EventAccount, TieAccount)


class Part(NamedTuple):
    """One file of an export: its name, empty for the only one, and its bytes in chunks."""

    name: str
    chunks: Iterable[bytes]


class Reading(NamedTuple):
    """An article and its record as the user corrected it; the actors of its entities, by id."""

    article: Article
    record: Record
    actors: dict[str, Actor]


class Holdings:
    """What is exported: all that is told in the current articles within a scope, and nothing else.

    What a user marked `wrong` is left out everywhere, and names and kinds are the user's.

    Attributes:
        view: the archive.
        left: what a form could not hold, by kind, and how much of it: it is reported to the user.
    """

    def __init__(self, view: View, scope: Scope = ALL) -> None:
        self.view = view
        self._scope = scope
        self.left: dict[str, int] = {}

    def leave(self, kind: str) -> None:
        """Count something that the form cannot hold."""
        self.left[kind] = self.left.get(kind, 0) + 1

    def _selection(self) -> Selection:
        return self._scope.selection()

    @cached_property
    def articles(self) -> dict[int, Article]:
        """The current articles within the scope, by number, in order."""
        chosen = self._scope.told().selection()
        return {one.number: one for one in self.view.articles(chosen)}

    @property
    def members(self) -> Iterator[Member]:
        """The entities of the articles, in order."""
        return (one for one in self.view.entities() if one.article in self.articles)

    @cached_property
    def actors(self) -> dict[int, Actor]:
        """The actors that the articles name, by number, in order."""
        numbers = {member.actor for member in self.members}
        found = self.view.actors(numbers)
        return {number: found[number] for number in sorted(found)}

    @cached_property
    def wrong(self) -> frozenset[str]:
        """The ids of what a user marked as wrong."""
        every = self.view.corrections()
        return frozenset(one.of for one in every if one.kind == "wrong" and not one.undone)

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

    def events(self) -> Iterator[EventAccount]:
        """Yield the events in the order in which the archive holds their first tellings.

        An event has all its tellings in the articles of the scope, those too that give it no date.
        """
        return self._accounts(self.happenings(), accounts.retold, accounts.event)

    def relations(self) -> Iterator[TieAccount]:
        """Yield the ties, as `events` are."""
        return self._accounts(self.ties(), accounts.retold_ties, accounts.tie)

    def _accounts(
        self,
        found: Iterable[R],
        every: Callable[[View, Iterable[R]], list[R]],
        made: Callable[[Gathered, list[R]], A],
    ) -> Iterator[A]:
        """Yield what rows tell of, some thousands at a time, so that no memory holds all of it."""
        done: set[int] = set()  # that have tellings beyond those that were found together
        for chunk in _chunks(found, done):
            rows = [row for row in every(self.view, chunk) if row.article in self.articles]
            gathered = Gathered(self.view, rows)
            for group in accounts.grouped(rows):
                if len(group) > 1:
                    done.add(group[0].account)
                yield made(gathered, group)

    def records(self) -> Iterator[Reading]:
        """Yield each article with its record and its actors."""
        entities = groupby(self.members, key=attrgetter("article"))
        ahead = next(entities, None)
        kept = self._kept()
        for number, article in self.articles.items():
            members: list[Member] = []
            if ahead is not None and ahead[0] == number:
                members, ahead = list(ahead[1]), next(entities, None)
            actors = {one.id.partition(":")[2]: self.actors[one.actor] for one in members}
            record = self.view.record(number)
            yield Reading(article, self._corrected(article.key, record, actors, kept), actors)

    def _kept(self) -> frozenset[str] | None:
        """Return the ids of events and ties in the scope; `None` if it leaves none of them out."""
        if self._scope == self._scope.told():
            return None
        return frozenset(row.id for rows in (self.happenings(), self.ties()) for row in rows)

    def _corrected(
        self, key: str, record: Record, actors: dict[str, Actor], kept: frozenset[str] | None
    ) -> Record:
        """Return a record without what is wrong or out of the scope, its entities as corrected."""

        def chosen(local: str, *, dated: bool = True) -> bool:
            whole = f"{key}:{local}"
            return whole not in self.wrong and (not dated or kept is None or whole in kept)

        renamed = [
            msgspec.structs.replace(one, name=actors[one.id].name, kind=actors[one.id].kind)
            if one.id in actors and actors[one.id].number in self._renamed
            else one
            for one in record.entities
        ]
        return msgspec.structs.replace(
            record,
            entities=tuple(renamed),
            statements=tuple(one for one in record.statements if chosen(one.id, dated=False)),
            events=tuple(one for one in record.events if chosen(one.id)),
            relations=tuple(one for one in record.relations if chosen(one.id)),
        )

    @cached_property
    def _renamed(self) -> frozenset[int]:
        """The numbers of the actors that a user gave a name or a kind."""
        every = self.view.corrections()
        found = [one.of for one in every if one.kind in {"rename", "kind"} and not one.undone]
        return frozenset(number for one in found if (number := self.view.actor(one)) is not None)


def _chunks(rows: Iterable[R], done: set[int]) -> Iterator[list[R]]:
    """Yield rows of so many accounts at a time, without those of accounts that are done."""
    chunk: list[R] = []
    held: set[int] = set()
    for row in rows:
        if row.account in done:
            continue
        if row.account not in held and len(held) == CHUNK:
            yield chunk
            chunk, held = [], set()
            if row.account in done:
                continue
        chunk.append(row)
        held.add(row.account)
    if chunk:
        yield chunk
