"""Sentences of other reports that may tell what only one source was read to tell.

That nobody else tells a thing cannot be read from what was read: another paper may have it in words
that no rule took for an event. Before something is said to rest on one source, the other reports of
those days that name the same actors are therefore looked through for a sentence that names them all
and has a word of what was told of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, TypedDict

from dateline.ask.accounts import UNNAMED
from dateline.ask.answers import Head, Telling
from dateline.ask.deeds import words_for
from dateline.ask.gathering import Gathered, heads
from dateline.ask.wording import is_negated, matter
from dateline.interval import Moment, day_number
from dateline.matching.groups import bodies
from dateline.span import Span
from dateline.store import Actor, Claim, Happening, Selection, Tie, View
from dateline.store.excerpts import excerpt

Told = Happening | Tie
DAYS: Final = 45  # so near to a telling must another be to be looked at
MOST: Final = 400  # articles that are looked through for an answer
LIKE: Final = 20  # articles that have the words of a name, though it was not read there
RAREST: Final = 2  # actors of those told of by whom articles are found: one may be cut short
_EPOCH: Final = date(1970, 1, 1)
TOGETHER: Final = 2  # actors, or words where only one actor is named


class Sought(NamedTuple):
    """What is looked for: who must be named, with which words, and who has told it already.

    Attributes:
        actors: those who must all be named.
        words: of which one must be there, or more.
        core: of these, the ones that say what was done.
        akin: other words for it, which tell it where two actors are named.
        known: outlets and origins that have told it.
        speakers: whose word it is already.
        day: when it was told.
        place: where it was, in one name, or empty.
    """

    actors: frozenset[int]
    words: frozenset[str]
    core: frozenset[str]
    akin: frozenset[str]
    known: frozenset[str]
    speakers: frozenset[int]
    day: int | None
    place: str


def elsewhere(
    view: View, gathered: Gathered, groups: Sequence[Sequence[Told]]
) -> list[tuple[Telling, ...]]:
    """Return for each of some events and ties the sentences that may tell it as well.

    Args:
        view: the archive.
        gathered: what the tellings refer to, with their sentences.
        groups: the tellings of each.
    """
    search = _Search(view, gathered, groups)
    return [tuple(search.of(at)) for at in range(len(groups))]


class _Search:
    """The articles that may tell it, and what stands in them."""

    def __init__(self, view: View, gathered: Gathered, groups: Sequence[Sequence[Told]]) -> None:
        self._stand = _bodies(view, gathered, groups)
        numbers = {number for group in groups for row in group for number in _ends(row)}
        numbers |= set(self._stand.values())
        speakers = {c.speaker for group in groups for row in group for c in gathered.claims(row)}
        known = view.actors({*numbers, *(one for one in speakers if one is not None)})
        self._names = {number: _names(actor) for number, actor in known.items()}
        self._people = {number for number, actor in known.items() if actor.kind == "person"}
        named = {number for number, actor in known.items() if actor.kind != "group"}
        self.sought = [self._sought(gathered, group, named) for group in groups]
        size = {number: actor.articles for number, actor in known.items()}
        ranked = (sorted(one.actors, key=lambda n: (size[n], n)) for one in self.sought)
        self._rarest = [tuple(n for n in found[:RAREST] if size[n] <= MOST) for found in ranked]
        few = {number for found in self._rarest for number in found}
        self._articles = {
            number: {member.article for member in view.members(number)} for number in sorted(few)
        }
        self._others = [
            _having(view, one, [known[number].name for number in rarest])
            for one, rarest in zip(self.sought, self._rarest, strict=True)
        ]
        every = [*self._articles.values(), *self._others]
        self._heads = heads(view, {one for found in every for one in found})
        places = range(len(self.sought))
        self._near = [self._candidates(at) for at in places]
        wanted = {article for near in self._near for article in near}
        self._texts = view.texts(sorted(wanted)[:MOST])
        self._spoken = _spoken(view, sorted(self._texts))

    def _sought(self, gathered: Gathered, group: Sequence[Told], named: set[int]) -> Sought:
        core = (self._stand.get(number, number) for number in _core(group))
        actors = frozenset(number for number in core if number in named)
        names = frozenset(
            word for number in actors for one in self._names[number] for word in one.words
        )
        quotes = matter(" ".join(gathered.quote(row) for row in group))
        deed = matter(" ".join(_words(row) for row in group)) - names
        origins = [gathered.origin(row.article) for row in group]
        told = [row.told for row in group if row.told]
        return Sought(
            actors,
            quotes - names,
            deed,
            _akin(group) if len(actors) >= TOGETHER else frozenset(),
            frozenset(one.outlet or one.key for one in origins) | {one.key for one in origins},
            frozenset(
                claim.speaker
                for row in group
                for claim in gathered.claims(row)[:1]
                if claim.speaker is not None
            ),
            _day(min(told)) if told else None,
            _place(gathered, group),
        )

    def _candidates(self, at: int) -> list[int]:
        """Return the reports of those days that name one of the actors of fewest articles.

        The others may be named in them by parts of names that were not known for theirs.
        """
        sought = self.sought[at]
        shared = {article for actor in self._rarest[at] for article in self._articles[actor]}
        shared |= self._others[at]
        return sorted(one for one in shared if self._is_of_those_days(self._heads[one], sought))

    @staticmethod
    def _is_own(head: Head, sought: Sought) -> bool:
        """Tell whether an article is of an outlet or a report that has told it."""
        return head.outlet in sought.known or head.origin in sought.known

    @staticmethod
    def _is_of_those_days(head: Head, sought: Sought) -> bool:
        day = _day(head.told)
        return day is None or sought.day is None or abs(day - sought.day) <= DAYS

    def of(self, at: int) -> Iterator[Telling]:
        """Yield the sentences that may tell what is sought at a place, one for each report."""
        sought, origins = self.sought[at], set[str]()
        for article in self._near[at]:
            head = self._heads[article]
            if article not in self._texts or head.origin in origins:
                continue
            found = next(self._sentences(sought, article), None)
            if found:
                origins.add(head.origin)
                yield _telling(head, found)

    def _sentences(self, sought: Sought, article: int) -> Iterator[tuple[Span, str]]:
        own = self._is_own(self._heads[article], sought)
        text = self._texts[article]
        for span in _sentences(text):
            if not self._tells(sought, article, matter(span.of(text))):
                continue
            if own and not self._has_voice(sought, article, span):
                continue
            if not self._is_no_witness(sought, article, span, matter(span.of(text))):
                yield span, span.of(text)

    def _tells(self, sought: Sought, article: int, words: frozenset[str]) -> bool:
        """Tell whether words name all who are sought, and what is told of them."""
        if not all(self._is_there(one, article, words) for one in sought.actors):
            return False
        shared = len(sought.words & words)
        return shared >= TOGETHER or not words.isdisjoint(sought.core | sought.akin)

    def _has_voice(self, sought: Sought, article: int, span: Span) -> bool:
        """Tell whether somebody is quoted to say it in a sentence, not only the outlet."""
        return any(
            claim.stance == "assert"
            and claim.source_kind not in UNNAMED
            and (claim.speaker is not None or bool(claim.source))
            and any(one.overlaps(span) for one in claim.spans)
            and self._tells(sought, article, matter(claim.content))
            for claim in self._spoken[article]
        )

    def _is_there(self, actor: int, article: int, words: frozenset[str]) -> bool:
        """Tell whether an actor is named: in full, in an article that was not read to name it.

        One of its surname may be meant there.
        """
        if article in self._articles.get(actor, {article}):
            return self._is_named(actor, words)
        if actor in self._people:
            return any(len(name.words) > 1 and name.words <= words for name in self._names[actor])
        return self._is_named(actor, words)

    def _is_named(self, actor: int, words: frozenset[str]) -> bool:
        """Tell whether half of the words of some name stand there, one of its heads among them."""
        return any(
            len(name.words & words) * 2 >= len(name.words) and not name.heads.isdisjoint(words)
            for name in self._names[actor]
        )

    def _is_no_witness(
        self, sought: Sought, article: int, span: Span, words: frozenset[str]
    ) -> bool:
        """Tell whether a sentence denies it, or is the word of the source that is known."""
        if any(self._is_named(one, words) for one in sought.speakers - sought.actors):
            return True
        if is_negated(span.of(self._texts[article])):
            return True
        return any(
            claim.stance == "deny"
            or claim.source_kind in UNNAMED
            or claim.speaker in sought.speakers
            for claim in self._spoken[article]
            if any(one.overlaps(span) for one in claim.spans)
        )


def _having(view: View, sought: Sought, names: Sequence[str]) -> set[int]:
    """Return articles of those days that have all words of a name, whoever is named there.

    One word alone is looked for beside the place.
    """
    out: set[int] = set()
    for name in names:
        words = f"{name} {sought.place}" if len(matter(name)) < TOGETHER else name
        if len(matter(words)) >= TOGETHER:
            chosen = Selection(text=words, **_days_around(sought.day), limit=LIKE)
            out |= {hit.article for hit in view.hits(chosen)}
    return out


class _Days(TypedDict, total=False):
    told_since: str
    told_until: str


def _days_around(day: int | None) -> _Days:
    if day is None:
        return {}
    told = _EPOCH + timedelta(days=day)
    since, until = told - timedelta(days=DAYS), told + timedelta(days=DAYS + 1)
    return {"told_since": since.isoformat(), "told_until": until.isoformat()}


def _bodies(view: View, gathered: Gathered, groups: Sequence[Sequence[Told]]) -> dict[int, int]:
    """Return for unnamed people ("members of the union") the body that their words name."""
    out: dict[int, int] = {}
    for row in (one for group in groups for one in group):
        people = [number for number in _ends(row) if _is_unnamed(gathered, number)]
        if people and not out.keys() >= set(people):
            key = row.id.partition(":")[0]
            found = bodies(key, view.record(row.article)).items()
            pairs = [(view.actor(one), view.actor(body)) for one, body in found]
            out |= {one: body for one, body in pairs if one is not None and body is not None}
    return out


def _is_unnamed(gathered: Gathered, number: int) -> bool:
    party = gathered.party(number)
    return party is not None and party.kind == "group"


def _spoken(view: View, articles: Sequence[int]) -> defaultdict[int, list[Claim]]:
    out: defaultdict[int, list[Claim]] = defaultdict(list)
    if articles:
        for claim in view.claims(Selection(articles=articles)):
            out[claim.article].append(claim)
    return out


def _sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, as excerpts are cut."""
    at = 0
    while at < len(text):
        found = excerpt(text, at, min(at + 1, len(text))).span
        if found.end > found.start:
            yield found
        at = max(found.end, at) + 1


def _ends(row: Told) -> tuple[int, ...]:
    if isinstance(row, Tie):
        return row.subject, row.object
    return *row.who, *row.whom


def _core(group: Sequence[Told]) -> tuple[int, ...]:
    """Return who takes part by the fullest of the tellings."""
    return max((_ends(row) for row in group), key=len)


def _words(row: Told) -> str:
    return row.role or row.type.replace("_", " ") if isinstance(row, Tie) else row.words


def _place(gathered: Gathered, group: Sequence[Told]) -> str:
    places = (number for row in group if isinstance(row, Happening) for number in row.where)
    return next((one.name for one in gathered.parties(places)), "")


def _akin(group: Sequence[Told]) -> frozenset[str]:
    types = {row.type for row in group if isinstance(row, Happening)}
    return frozenset().union(*map(words_for, sorted(types)))


class _Name(NamedTuple):
    """The words of a name, and those of which one must stand where it is shortened."""

    words: frozenset[str]
    heads: frozenset[str]


def _names(actor: Actor) -> list[_Name]:
    """Return its names; people are called by the longest word, others also by the first."""
    found = []
    for name in (actor.name, *actor.aliases):
        words = matter(name)
        heads = {max(sorted(words), key=len)} if words else set()
        first = next((one for one in map(matter, name.split()) if one), frozenset())
        found.append(_Name(words, frozenset(heads if actor.kind == "person" else heads | first)))
    return found


def _telling(head: Head, found: tuple[Span, str]) -> Telling:
    span, quote = found
    return Telling(
        id=f"{head.key}:{span.start}-{span.end}",
        article=head,
        voices=(),
        reality="actual",
        certainty="possible",
        words=quote,
        quote=quote,
        span=span,
        rule="names_and_words",
    )


def _day(told: str | None) -> int | None:
    try:
        return day_number(*Moment.parse(told[:10]).instant[:3]) if told else None
    except ValueError:
        return None
