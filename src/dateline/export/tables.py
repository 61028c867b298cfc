"""The tables of an archive, one row for each article, actor, entity, statement, telling and time.

A row points at its article by `article` and at the characters by `start` and `end`. Dates of facts
are `from` and `until`, half open; `told` is when the article was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from dateline.ask.table import Answer
from dateline.export.holdings import Holdings
from dateline.record import Count, Reason
from dateline.span import Span
from dateline.store import Claim, Happening, Member, Moment, Tie

R = TypeVar("R")


class ArticleRow(Answer, frozen=True, kw_only=True):
    """An article; `copy_of` is the key of the report that it copies, its own if it is none."""

    article: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    language: str | None
    url: str | None
    path: str
    version: int
    added: str
    copy_of: str


class ActorRow(Answer, frozen=True, kw_only=True):
    """An actor; `id` is the id of its first entity."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    articles: int
    lat: float | None
    lon: float | None
    country: str | None
    gazetteer_id: int | None


class EntityRow(Answer, frozen=True, kw_only=True):
    """An entity of one article, and the actor that it was matched to."""

    id: str
    article: str
    actor: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    mentions: int


class StatementRow(Answer, frozen=True, kw_only=True):
    """A statement in one article; the actors by id."""

    id: str
    article: str
    told: str | None
    speaker: str | None
    speaker_name: str | None
    source: str
    source_kind: str
    cue: str
    content: str
    stance: str
    certainty: str
    manner: str
    addressee: str | None
    about: tuple[str, ...]
    within: str | None
    start: int
    end: int
    rule: str


class EventRow(Answer, frozen=True, kw_only=True):
    """One telling of an event; tellings of one event share `account`, the id of the first."""

    id: str
    account: str
    article: str
    told: str | None
    type: str
    mode: str | None
    who: tuple[str, ...]
    who_names: tuple[str, ...]
    whom: tuple[str, ...]
    whom_names: tuple[str, ...]
    where: tuple[str, ...]
    where_names: tuple[str, ...]
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    reality: str
    certainty: str
    said_in: tuple[str, ...]
    victims: tuple[str, ...]
    words: str
    start: int
    end: int
    rule: str


class TieRow(Answer, frozen=True, kw_only=True):
    """One telling of a tie; tellings of one tie share `account`, the id of the first.

    `reasons` tell why it begins and ends when it does: `from: by KEY:t7 (found)`.
    """

    id: str
    account: str
    article: str
    told: str | None
    subject: str
    subject_name: str
    type: str
    object: str
    object_name: str
    role: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    status: str | None
    reality: str
    certainty: str
    said_in: tuple[str, ...]
    reasons: tuple[str, ...]
    start: int
    end: int
    rule: str


class TimeRow(Answer, frozen=True, kw_only=True):
    """An expression of time, as TIMEX3, and the interval that it names."""

    id: str
    article: str
    type: str
    value: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    start: int
    end: int


TABLES: Final[dict[str, type[Answer]]] = {
    "articles": ArticleRow,
    "actors": ActorRow,
    "entities": EntityRow,
    "statements": StatementRow,
    "events": EventRow,
    "ties": TieRow,
    "times": TimeRow,
}


def rows(held: Holdings, table: str) -> Iterator[Answer]:
    """Yield the rows of one of `TABLES`."""
    made: dict[str, Iterator[Answer]] = {
        "articles": _articles(held),
        "actors": _actors(held),
        "entities": (_entity(held, one) for one in held.members),
        "statements": (_statement(held, one) for one in held.claims()),
        "events": _events(held, held.happenings()),
        "ties": _ties(held, held.ties()),
        "times": (_time(held, one) for one in held.moments()),
    }
    yield from made[table]


def _articles(held: Holdings) -> Iterator[ArticleRow]:
    for one in held.articles.values():
        origin = held.articles.get(one.origin, one)
        yield ArticleRow(
            article=one.key,
            outlet=one.outlet,
            title=one.title,
            byline=one.byline,
            published=one.published,
            language=one.language,
            url=one.url,
            path=one.path,
            version=one.version,
            added=one.added,
            copy_of=origin.key,
        )


def _actors(held: Holdings) -> Iterator[ActorRow]:
    for one in held.actors.values():
        yield ActorRow(
            id=one.id,
            kind=one.kind,
            name=one.name,
            aliases=one.aliases,
            articles=one.articles,
            lat=one.place.lat if one.place else None,
            lon=one.place.lon if one.place else None,
            country=one.place.country if one.place else None,
            gazetteer_id=one.place.id if one.place else None,
        )


def _entity(held: Holdings, one: Member) -> EntityRow:
    return EntityRow(
        id=one.id,
        article=_key(one.id),
        actor=held.actors[one.actor].id,
        kind=one.kind,
        name=one.name,
        aliases=one.aliases,
        mentions=one.mentions,
    )


def _statement(held: Holdings, one: Claim) -> StatementRow:
    speaker = held.actors.get(one.speaker) if one.speaker is not None else None
    addressee = held.actors.get(one.addressee) if one.addressee is not None else None
    start, end = _extent(one.spans)
    return StatementRow(
        id=one.id,
        article=_key(one.id),
        told=one.told,
        speaker=speaker.id if speaker else None,
        speaker_name=speaker.name if speaker else None,
        source=one.source,
        source_kind=one.source_kind,
        cue=one.cue,
        content=one.content,
        stance=one.stance,
        certainty=one.certainty,
        manner=one.manner,
        addressee=addressee.id if addressee else None,
        about=_ids(held, one.about),
        within=one.within,
        start=start,
        end=end,
        rule=one.rule,
    )


def _events(held: Holdings, found: Iterable[Happening]) -> Iterator[EventRow]:
    first: dict[int, str] = {}
    for one in found:
        yield EventRow(
            id=one.id,
            account=first.setdefault(one.account, one.id),
            article=_key(one.id),
            told=one.told,
            type=one.type,
            mode=one.mode,
            who=_ids(held, one.who),
            who_names=_names(held, one.who),
            whom=_ids(held, one.whom),
            whom_names=_names(held, one.whom),
            where=_ids(held, one.where),
            where_names=_names(held, one.where),
            from_=one.from_,
            until=one.until,
            reality=one.reality,
            certainty=one.certainty,
            said_in=one.said_in,
            victims=tuple(map(counted, one.victims)),
            words=one.words,
            start=one.span.start,
            end=one.span.end,
            rule=one.rule,
        )


def _ties(held: Holdings, found: Iterable[Tie]) -> Iterator[TieRow]:
    first: dict[int, str] = {}
    for one in found:
        start, end = _extent(one.evidence)
        yield TieRow(
            id=one.id,
            account=first.setdefault(one.account, one.id),
            article=_key(one.id),
            told=one.told,
            subject=held.actors[one.subject].id,
            subject_name=held.actors[one.subject].name,
            type=one.type,
            object=held.actors[one.object].id,
            object_name=held.actors[one.object].name,
            role=one.role,
            from_=one.from_,
            until=one.until,
            status=one.status,
            reality=one.reality,
            certainty=one.certainty,
            said_in=one.said_in,
            reasons=tuple(_reason(_key(one.id), reason) for reason in one.reasons),
            start=start,
            end=end,
            rule=one.rule,
        )


def _reason(key: str, one: Reason) -> str:
    local = one.event or one.time
    return f"{one.end}: {one.bound}{f' {key}:{local}' if local else ''} ({one.rule})"


def _time(held: Holdings, one: Moment) -> TimeRow:  # noqa: ARG001 - as the others
    return TimeRow(
        id=one.id,
        article=_key(one.id),
        type=one.type,
        value=one.value,
        from_=one.from_,
        until=one.until,
        start=one.span.start,
        end=one.span.end,
    )


def counted(count: Count) -> str:
    """Return a count of victims as `killed 17..` (at least 17), `wounded 3`, `missing 2..5`."""
    if count.least == count.most:
        return f"{count.what} {count.least}" if count.least is not None else count.what
    least, most = ("" if one is None else one for one in (count.least, count.most))
    return f"{count.what} {least}..{most}"


def _key(ident: str) -> str:
    return ident.partition(":")[0]


def _extent(spans: Iterable[Span]) -> tuple[int, int]:
    held = tuple(spans)
    return min(span.start for span in held), max(span.end for span in held)


def _ids(held: Holdings, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(held.actors[number].id for number in numbers)


def _names(held: Holdings, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(held.actors[number].name for number in numbers)
