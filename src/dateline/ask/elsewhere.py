"""Sentences of other reports that may tell what only one source was read to tell.

That nobody else tells a thing cannot be read from what was read: another paper may have it in words
that no rule took for an event. Before something is said to rest on one source, the other reports of
those days that name the same actors are therefore looked through for a sentence that names them all
and has a word of what was told of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.ask.answers import Head, Telling
from dateline.ask.gathering import Gathered, heads
from dateline.ask.wording import is_negated, matter
from dateline.interval import Moment, day_number
from dateline.span import Span
from dateline.store import Actor, Claim, Happening, Selection, Tie, View
from dateline.store.excerpts import excerpt

Told = Happening | Tie
DAYS: Final = 45  # so near to a telling must another be to be looked at
MOST: Final = 400  # articles that are looked through for an answer
TOGETHER: Final = 2  # actors, or words where only one actor is named


class Sought(NamedTuple):
    """What is looked for: who must be named, with which words, and who has told it already.

    Attributes:
        actors: those who must all be named.
        words: of which one must be there, or more.
        core: of these, the ones that say what was done.
        known: outlets and origins that have told it.
        speakers: whose word it is already.
        day: when it was told.
    """

    actors: frozenset[int]
    words: frozenset[str]
    core: frozenset[str]
    known: frozenset[str]
    speakers: frozenset[int]
    day: int | None


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
        numbers = {number for group in groups for row in group for number in _ends(row)}
        speakers = {c.speaker for group in groups for row in group for c in gathered.claims(row)}
        known = view.actors({*numbers, *(one for one in speakers if one is not None)})
        self._names = {number: _names(actor) for number, actor in known.items()}
        named = {number for number, actor in known.items() if actor.kind != "group"}
        self.sought = [self._sought(gathered, group, named) for group in groups]
        size = {number: actor.articles for number, actor in known.items()}
        self._rarest = [
            min(sought.actors, key=lambda one: (size[one], one), default=None)
            for sought in self.sought
        ]
        few = {one for one in self._rarest if one is not None and size[one] <= MOST}
        self._articles = {
            number: {member.article for member in view.members(number)} for number in sorted(few)
        }
        self._heads = heads(view, {one for found in self._articles.values() for one in found})
        places = range(len(self.sought))
        self._near = [self._candidates(self.sought[at], self._rarest[at]) for at in places]
        wanted = {article for near in self._near for article in near}
        self._texts = view.texts(sorted(wanted)[:MOST])
        self._spoken = _spoken(view, sorted(self._texts))

    def _sought(self, gathered: Gathered, group: Sequence[Told], named: set[int]) -> Sought:
        actors = frozenset(number for number in _core(group) if number in named)
        names = frozenset(word for number in actors for one in self._names[number] for word in one)
        quotes = matter(" ".join(gathered.quote(row) for row in group))
        core = matter(" ".join(_words(row) for row in group)) - names
        origins = [gathered.origin(row.article) for row in group]
        told = [row.told for row in group if row.told]
        return Sought(
            actors,
            quotes - names,
            core,
            frozenset(one.outlet or one.key for one in origins) | {one.key for one in origins},
            frozenset(
                claim.speaker
                for row in group
                for claim in gathered.claims(row)[:1]
                if claim.speaker is not None
            ),
            _day(min(told)) if told else None,
        )

    def _candidates(self, sought: Sought, rarest: int | None) -> list[int]:
        """Return the other reports of those days that name the actor of fewest articles.

        The others may be named in them by parts of names that were not known for theirs.
        """
        shared = self._articles.get(rarest, set()) if rarest is not None else set()
        return sorted(one for one in shared if self._is_other(self._heads[one], sought))

    @staticmethod
    def _is_other(head: Head, sought: Sought) -> bool:
        if head.outlet in sought.known or head.origin in sought.known:
            return False
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
        text = self._texts[article]
        for span in _sentences(text):
            words = matter(span.of(text))
            if not all(self._is_named(one, words) for one in sought.actors):
                continue
            shared, core = sought.words & words, sought.core & words
            enough = core or len(shared) >= TOGETHER
            if enough and not self._is_no_witness(sought, article, span, words):
                yield span, span.of(text)

    def _is_named(self, actor: int, words: frozenset[str]) -> bool:
        """Tell whether half of the words of some name stand there, its longest among them."""
        return any(
            name and len(name & words) * 2 >= len(name) and max(sorted(name), key=len) in words
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
            or claim.source_kind == "anonymous"
            or claim.speaker in sought.speakers
            for claim in self._spoken[article]
            if any(one.overlaps(span) for one in claim.spans)
        )


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


def _names(actor: Actor) -> list[frozenset[str]]:
    return [matter(name) for name in (actor.name, *actor.aliases)]


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
