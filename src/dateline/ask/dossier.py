"""All that the archive holds of an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import EventAccount, Head, Party, Said, TieAccount
from dateline.ask.claims import once, said, spared
from dateline.ask.gathering import heads, party
from dateline.ask.naming import meant
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table, Whole
from dateline.store import Actor, Selection, Tie, View
from dateline.vocabulary.relations import broader, relation_types

T = TypeVar("T")
OFFICES: Final = ("employed_by", "member_of", "represents")
"""The ties that are roles of their subject, with all that are kinds of them."""

TELLING: Final = 3  # so many words on each namesake tell it apart


class Spelling(Answer, frozen=True, kw_only=True):
    """A name that an actor goes by, and in how many articles."""

    name: str
    articles: int


class Namesake(Answer, frozen=True, kw_only=True):
    """Another actor that the name may mean, and what tells it apart, in words."""

    party: Party
    articles: int
    apart: tuple[str, ...]


class Coverage(Answer, frozen=True, kw_only=True):
    """An outlet, and how many of its articles name an actor."""

    outlet: str | None
    articles: int


class Fact(Answer, frozen=True, kw_only=True):
    """One row of a dossier, whatever its part.

    Attributes:
        part: `role`, `tie`, `event`, `said` or `about`.
        from_, until: when the fact was; `told`: when it was first told.
        what: in words; `who` says so, or several, in `outlet`.
    """

    part: str
    id: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    what: str
    who: tuple[str, ...]
    outlet: str | None
    told: str | None


class Dossier(Whole, frozen=True, kw_only=True):
    """All of an actor.

    Attributes:
        articles: how many name it.
        apart: what tells it apart from its namesakes, in words.
        alike: the others that the name may mean.
        roles: offices and memberships, in order of time; `ties`: all others.
        said, about: statements by the actor, and those that name it.
        reports: the articles that name it, earliest first.
        cut: the parts that have more rows than were asked for.
    """

    actor: Party
    articles: int
    apart: tuple[str, ...]
    alike: Table[Namesake]
    spellings: Table[Spelling]
    roles: Table[TieAccount]
    ties: Table[TieAccount]
    events: Table[EventAccount]
    said: Table[Said]
    about: Table[Said]
    outlets: Table[Coverage]
    reports: Table[Head]
    cut: tuple[str, ...]

    @property
    def table(self) -> Table[Fact]:
        """Everything in it, a row for each fact."""
        facts = [_fact("role", one) for one in self.roles]
        facts += [_fact("tie", one) for one in self.ties]
        facts += [_fact("event", one) for one in self.events]
        facts += [_spoken("said", one) for one in self.said]
        return Table(Fact, [*facts, *(_spoken("about", one) for one in self.about)])


def dossier(view: View, name: str, *, scope: Scope = ALL, limit: int | None = 100) -> Dossier:
    """Return the dossier of the actor that a name most likely means; `alike` has the others.

    Args:
        view: the archive.
        name: a name, or an id.
        scope: times and outlets.
        limit: at most so many rows in each part; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    actor, *others = meant(view, name)
    parts = _Parts(view, actor, scope, limit)
    ties = parts.ties()
    apart = _apart(view, [actor, *others])
    return Dossier(
        actor=party(actor),
        articles=actor.articles,
        apart=apart[actor.number],
        alike=Table(Namesake, (_namesake(other, apart) for other in others)),
        spellings=Table(Spelling, parts.spellings()),
        roles=Table(TieAccount, (tie for tie in ties if is_role(tie, actor))),
        ties=Table(TieAccount, (tie for tie in ties if not is_role(tie, actor))),
        events=Table(EventAccount, parts.events()),
        said=parts.said(),
        about=parts.about(),
        outlets=Table(Coverage, parts.outlets()),
        reports=Table(Head, parts.reports()),
        cut=tuple(parts.cut),
    )


def _fact(part: str, account: EventAccount | TieAccount) -> Fact:
    first = account.tellings[0]
    voices = (voice for telling in account.tellings for voice in telling.voices[:1])
    return Fact(
        part=part,
        id=account.id,
        from_=account.from_,
        until=account.until,
        what=accounts.in_words(account),
        who=tuple(dict.fromkeys(one.party.name if one.party else one.words for one in voices)),
        outlet=first.article.outlet,
        told=first.article.told,
    )


def _spoken(part: str, one: Said) -> Fact:
    return Fact(
        part=part,
        id=one.id,
        what=one.content,
        who=(one.speaker.name if one.speaker else one.source,),
        outlet=one.article.outlet,
        told=one.article.told,
    )


def is_role(tie: TieAccount, actor: Actor) -> bool:
    """Tell whether a tie is an office or a membership of an actor."""
    if tie.subject.id != actor.id or tie.type not in relation_types():
        return False
    return tie.type in OFFICES or any(above in OFFICES for above in broader(tie.type))


class _Parts:
    """The parts of a dossier, each asked for once; `cut` collects those that were cut."""

    def __init__(self, view: View, actor: Actor, scope: Scope, limit: int | None) -> None:
        self._view, self._actor, self._scope, self._limit = view, actor, scope, limit
        self._most = spared(limit)
        self.cut: list[str] = []

    def kept(self, part: str, rows: Iterable[T]) -> list[T]:
        """Return so many rows as were asked for, and note where there are more."""
        found = list(rows)
        if self._limit is not None and len(found) > self._limit:
            self.cut.append(part)
        return found[: self._limit]

    def _wanted(self) -> Selection:
        return self._scope.selection(actors=(self._actor.number,), limit=self._most)

    def spellings(self) -> list[Spelling]:
        """Count in how many articles each name stands."""
        found = _ranked(self._view.called(self._actor.number))
        return [Spelling(name=name, articles=count) for name, count in found]

    def ties(self) -> list[TieAccount]:
        return self.kept("ties", accounts.ties(self._view, self._view.ties(self._wanted())))

    def events(self) -> list[EventAccount]:
        rows = self._view.happenings(self._wanted())
        return self.kept("events", accounts.events(self._view, rows))

    def said(self) -> Table[Said]:
        chosen = self._scope.selection(speakers=(self._actor.number,), limit=self._most)
        return Table(Said, self.kept("said", once(said(self._view, self._view.claims(chosen)))))

    def about(self) -> Table[Said]:
        chosen = self._scope.selection(about=(self._actor.number,), limit=self._most)
        return Table(Said, self.kept("about", once(said(self._view, self._view.claims(chosen)))))

    def _naming(self, limit: int | None = None) -> Selection:
        """Return the selection of articles that name the actor, in the scope of telling."""
        return self._scope.told().selection(actors=(self._actor.number,), limit=limit)

    def outlets(self) -> list[Coverage]:
        """Count the articles that name the actor by outlet, the outlet of most first."""
        found = self._view.outlets(self._naming())
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0] or "~"))
        return [Coverage(outlet=outlet, articles=count) for outlet, count in ranked]

    def reports(self) -> list[Head]:
        """Return the articles that name the actor, earliest first, so many as were asked for."""
        most = None if self._limit is None else self._limit + 1
        found = self._view.articles(self._naming(most), oldest=True)
        shown = [one.number for one in self.kept("reports", found)]
        known = heads(self._view, shown)
        return [known[number] for number in shown]


def _ranked(found: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return iter(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _namesake(actor: Actor, apart: dict[int, tuple[str, ...]]) -> Namesake:
    return Namesake(party=party(actor), articles=actor.articles, apart=apart[actor.number])


def _apart(view: View, actors: Sequence[Actor]) -> dict[int, tuple[str, ...]]:
    """Return what tells some actors apart, in words: roles and ties first, else where from."""
    numbers = [actor.number for actor in actors]
    wanted = Selection(actors=numbers, realities=("actual",), limit=200)
    rows = list(view.ties(wanted))
    known = view.actors({end for row in rows for end in (row.subject, row.object)})
    words: dict[int, Counter[str]] = {number: Counter() for number in numbers}
    for row in rows:
        if row.subject in words and row.object in known:
            words[row.subject][_tied(row, known[row.object])] += 1
        if row.object in words and row.subject in known:
            words[row.object][_tied_back(row, known[row.subject])] += 1
    return {actor.number: _told(actor, words[actor.number]) for actor in actors}


def _tied(row: Tie, other: Actor) -> str:
    kind = relation_types().get(row.type)
    label = kind.label if kind else row.type.replace("_", " ")
    return f"{row.role}, {other.name}" if row.role else f"{label} {other.name}"


def _tied_back(row: Tie, other: Actor) -> str:
    kind = relation_types().get(row.type)
    label = kind.inverse if kind else row.type.replace("_", " ")
    return f"{label} {other.name}"


def _told(actor: Actor, words: Counter[str]) -> tuple[str, ...]:
    out = [text for text, _ in _ranked(words)][:TELLING]
    if actor.place and actor.place.country:
        out.append(actor.place.country)
    return (actor.kind, *out)
