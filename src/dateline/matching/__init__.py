"""What many articles have in common: the same actor, the same report, the same event or tie.

`entities` tells which entities are one actor, `copies` which articles are one report, `accounts`
which tellings are of one event or tie. All three are pure functions; `run` applies them to an
archive. What users said is the same or is not the same binds them.
"""

from __future__ import annotations

import gc
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from dateline.matching import accounts
from dateline.matching.copies import Text, copies, text
from dateline.matching.entities import match
from dateline.matching.groups import bodies, embodied
from dateline.matching.sketches import Sketch, sketches
from dateline.matching.weighing import BACKGROUND
from dateline.store import View, sqlite
from dateline.store.rows import Member, Pair

__all__ = ["Report", "run"]

MAYBE: Final = 0.05
"""From this probability on, that two actors are told apart does not tell events apart."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What matching found.

    Attributes:
        articles: how many it looked at.
        entities: named ones of them.
        actors: as whom these were recognised.
        pairs: that were weighed.
        reports: articles that are no copies.
        events, ties: tellings of them; `event_accounts`, `tie_accounts`: of how many.
    """

    articles: int
    entities: int
    actors: int
    pairs: int
    reports: int
    events: int
    event_accounts: int
    ties: int
    tie_accounts: int


def run(archive: Path) -> Report:
    """Match all that an archive holds anew, and write it there: the same archive, the same result.

    Raises:
        DatelineError: if it is no archive, or cannot be written to.
    """
    with _unswept(), closing(sqlite.writer(archive)) as writer:
        with sqlite.view(archive) as view:
            members: defaultdict[int, list[Member]] = defaultdict(list)
            for member in view.entities():
                members[member.article].append(member)
            keys = {article.number: article.key for article in view.articles()}
            found: list[Sketch] = []
            texts: list[Text] = []
            stand: dict[str, str] = {}
            for number, key in keys.items():
                record = view.record(number)
                found += sketches(members[number], record)
                texts.append(text(number, record))
                stand |= bodies(key, record)
            matched = match(found, view.corrections())
        writer.match(matched.groups, matched.pairs)
        groups = copies(texts)
        writer.copies(groups)
        origins = {number: group[0] for group in groups for number in group}
        with sqlite.view(archive) as view:
            told = _accounts(view, origins, stand, matched.pairs)
        writer.accounts([*told.events, *told.ties])
    merged = sum(len(group) - 1 for group in matched.groups)
    return Report(
        articles=len(keys),
        entities=len(found),
        actors=len(found) - merged,
        pairs=len(matched.pairs),
        reports=len(keys) - sum(len(group) - 1 for group in groups),
        events=told.happenings,
        event_accounts=told.happenings - sum(len(group) - 1 for group in told.events),
        ties=told.tellings,
        tie_accounts=told.tellings - sum(len(group) - 1 for group in told.ties),
    )


@contextmanager
def _unswept() -> Iterator[None]:
    """Keep Python from looking for garbage: all that is gathered stays until the end.

    That takes a sixth of the time, as the more there is the longer each search takes.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Told(msgspec.Struct, frozen=True):
    """Tellings of events and ties: how many, and which of them belong together."""

    happenings: int
    events: tuple[tuple[str, ...], ...]
    tellings: int
    ties: tuple[tuple[str, ...], ...]


def _accounts(
    view: View, origins: Mapping[int, int], stand: Mapping[str, str], pairs: Iterable[Pair]
) -> _Told:
    happenings, tellings = list(view.happenings()), list(view.ties())
    members = list(view.entities())
    actors = {member.id: member.actor for member in members}
    unnamed = {member.actor for member in members if member.kind == "group"}
    people: dict[int, int | None] = dict.fromkeys(unnamed)
    people |= {actors[one]: actors[body] for one, body in stand.items() if actors[one] in unnamed}
    known = accounts.Known(origins, _maybe(view, pairs, actors), _rarity(members))
    return _Told(
        len(happenings),
        accounts.events((embodied(one, people) for one in happenings), known),
        len(tellings),
        accounts.ties(tellings),
    )


def _maybe(
    view: View, pairs: Iterable[Pair], actors: Mapping[str, int]
) -> frozenset[tuple[int, int]]:
    """Return the pairs of actors that were not put together, and may yet be one."""
    differ = {frozenset((one.of, one.other)) for one in view.corrections() if one.kind == "differ"}
    likely = (
        (actors[pair.one], actors[pair.other])
        for pair in pairs
        if pair.probability >= MAYBE and frozenset((pair.one, pair.other)) not in differ
    )
    return frozenset((min(one), max(one)) for one in likely if one[0] != one[1])


def _rarity(members: Iterable[Member]) -> dict[int, float]:
    """Return for each actor how rarely articles name it, as the logarithm of one in so many."""
    named: defaultdict[int, set[int]] = defaultdict(set)
    for member in members:
        named[member.actor].add(member.article)
    size = len(set().union(*named.values())) + BACKGROUND
    return {actor: math.log(size / (len(articles) + 1)) for actor, articles in named.items()}
