"""The truth of many affairs: facts told, on whose word, what is disputed, what was foretold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from examples.corpus.growing import Affair, Piece, Said
from examples.corpus.stories import FactForm
from examples.corpus.truth import (
    ANONYMOUS,
    Actor,
    Article,
    Dispute,
    Fact,
    Forecast,
    Telling,
    Truth,
)
from examples.corpus.world import Character, names

_FORETELLS: Final[dict[str, Literal["promise", "threaten", "forecast"]]] = {
    "promise": "promise",
    "threaten": "threaten",
    "forecast": "forecast",
}


class _Part(NamedTuple):
    """An affair, and those of its articles that are kept."""

    affair: Affair
    pieces: tuple[Piece, ...]


def gather(seed: int, found: Iterable[Affair], pages: int) -> tuple[tuple[Piece, ...], Truth]:
    """Return the first articles of some affairs, in order of publication, and their truth."""
    parts = tuple(_kept(found, pages))
    pieces = sorted(
        (piece for part in parts for piece in part.pieces), key=lambda one: one.row.published
    )
    tellings = tuple(telling for part in parts for telling in _tellings(part))
    facts = tuple(_facts(parts, tellings))
    truth = Truth(
        seed=seed,
        actors=(_agency(), *(who.actor for who in _characters(parts))),
        articles=tuple(_article(piece) for piece in pieces),
        facts=facts,
        tellings=tellings,
        disputes=tuple(_disputes(parts, tellings)),
        forecasts=tuple(one for part in parts for one in _forecasts(part)),
    )
    return tuple(pieces), truth


def _kept(found: Iterable[Affair], pages: int) -> Iterator[_Part]:
    left = pages
    for affair in found:
        pieces = affair.pieces[:left]
        yield _Part(affair, pieces)
        left -= len(pieces)
        if not left:
            return


def _agency() -> Actor:
    name = names().agency
    return Actor(id="agency", kind="organisation", name=name, names=(name,))


def _characters(parts: Sequence[_Part]) -> list[Character]:
    named = {name.actor for part in parts for piece in part.pieces for name in piece.names}
    every = {who.id: who for part in parts for who in part.affair.cast.values()}
    return [who for who in every.values() if who.id in named]


def _article(piece: Piece) -> Article:
    row = piece.row
    return Article(
        id=row.id,
        outlet=row.outlet,
        published=row.published,
        origin=piece.origin,
        names=piece.names,
    )


def _key(affair: Affair, name: str) -> str:
    """Return a fact's id: a tie is one fact, whichever affair tells of it."""
    form = affair.story.facts[name]
    if not form.tie:
        return f"{affair.name}-{name}"
    return _tie(affair, form.types[0], form.who[0], form.whom[0])


def _tie(affair: Affair, kind: str, subject: str, other: str) -> str:
    return f"{affair.cast[subject].id}-{kind}-{affair.cast[other].id}"


def _tellings(part: _Part) -> Iterator[Telling]:
    for piece in part.pieces:
        for said in piece.said:
            if said.line.fact is not None:
                stance = "deny" if said.line.stance == "deny" else "assert"
                fact = _key(part.affair, said.line.fact)
                yield _telling(piece, said, fact, _source(part.affair, piece, said), stance)
            for told in said.told:
                fact = _tie(part.affair, told.type, told.subject, told.object)
                yield _telling(piece, said, fact, f"outlet:{piece.row.outlet}", "assert")


def _telling(piece: Piece, said: Said, fact: str, source: str, stance: str) -> Telling:
    return Telling(
        fact=fact,
        article=piece.row.id,
        start=said.start,
        end=said.end,
        source=source,
        stance="deny" if stance == "deny" else "assert",
    )


def _source(affair: Affair, piece: Piece, said: Said) -> str:
    by = said.line.by
    if by is None:
        return f"outlet:{piece.row.outlet}"
    return by if by == ANONYMOUS else affair.cast[by].id


def _facts(parts: Sequence[_Part], tellings: Sequence[Telling]) -> Iterator[Fact]:
    origins = {piece.row.id: piece.origin for part in parts for piece in part.pieces}
    sources: dict[str, dict[str, None]] = {}
    for telling in tellings:
        sources.setdefault(telling.fact, {})
        if telling.stance == "assert" and origins[telling.article] == telling.article:
            sources[telling.fact][telling.source] = None
    done = set[str]()
    for part in parts:
        for name, form in part.affair.story.facts.items():
            key = _key(part.affair, name)
            if key in sources and key not in done:
                done.add(key)
                yield _fact(part.affair, key, name, form, tuple(sources[key]))
        for subject, told in _introduced(part):
            key = _tie(part.affair, told, subject, part.affair.cast[subject].tied or "")
            if key in sources and key not in done:
                done.add(key)
                yield _introduction(part.affair, key, subject, tuple(sources[key]))


def _introduced(part: _Part) -> Iterator[tuple[str, str]]:
    for slot, who in part.affair.cast.items():
        if who.tie:
            yield slot, who.tie


def _fact(affair: Affair, key: str, name: str, form: FactForm, sources: tuple[str, ...]) -> Fact:
    ends = {end: tuple(affair.cast[slot].id for slot in slots) for end, slots in
            (("who", form.who), ("whom", form.whom), ("where", form.where))}  # fmt: skip
    return Fact(
        id=key,
        kind="tie" if form.tie else "event",
        types=form.types,
        **ends,
        day=None if form.day is None else affair.days[name].isoformat(),
        sources=sources,
        single=_single(sources),
        planted=True,
        gist=form.gist,
    )


def _introduction(affair: Affair, key: str, subject: str, sources: tuple[str, ...]) -> Fact:
    who = affair.cast[subject]
    return Fact(
        id=key,
        kind="tie",
        types=(who.tie or "", "leads", "holds_position"),
        who=(who.id,),
        whom=(affair.cast[who.tied or ""].id,),
        sources=sources,
        single=_single(sources),
        planted=False,
        gist=f"{who.full[0]}: {who.role}",
    )


def _single(sources: tuple[str, ...]) -> bool:
    return len(sources) == 1


def _disputes(parts: Sequence[_Part], tellings: Sequence[Telling]) -> Iterator[Dispute]:
    stances: dict[str, set[str]] = {}
    for telling in tellings:
        stances.setdefault(telling.fact, set()).add(telling.stance)
    for part in parts:
        for name, form in part.affair.story.disputes.items():
            keys = tuple(_key(part.affair, fact) for fact in form.facts)
            needed = {"assert", "deny"} if form.kind == "denied" else {"assert"}
            if all(needed <= stances.get(key, set()) for key in keys):
                yield Dispute(id=f"{part.affair.name}-{name}", kind=form.kind, facts=keys)


def _forecasts(part: _Part) -> Iterator[Forecast]:
    said = [(piece, one) for piece in part.pieces for one in piece.said]
    for piece, one in said:
        name, stance = one.line.forecast, _FORETELLS.get(one.line.stance)
        if name is None or stance is None:
            continue
        outcome = tuple(
            (later.row.id, end.start, end.end) for later, end in said if end.line.outcome == name
        )
        yield Forecast(
            id=f"{piece.row.id}-{name}",
            article=piece.row.id,
            start=one.start,
            end=one.end,
            source=_source(part.affair, piece, one),
            stance=stance,
            outcome=outcome,
            came=part.affair.story.forecasts[name].came if outcome else None,
        )
