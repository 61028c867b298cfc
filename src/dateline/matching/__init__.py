"""What many articles have in common: the same actor, the same report, the same event or tie.

`entities` tells which entities are one actor, `copies` which articles are one report, `accounts`
which tellings are of one event or tie. All three are pure functions; `run` applies them to an
archive. What users said is the same or is not the same binds them.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from pathlib import Path

import msgspec

from dateline.matching import accounts
from dateline.matching.copies import Text, copies, text
from dateline.matching.entities import match
from dateline.matching.sketches import Sketch, sketches
from dateline.store import View, sqlite
from dateline.store.rows import Happening, Member

__all__ = ["Report", "run"]


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
    with closing(sqlite.writer(archive)) as writer:
        with sqlite.view(archive) as view:
            members: defaultdict[int, list[Member]] = defaultdict(list)
            for member in view.entities():
                members[member.article].append(member)
            numbers = [article.number for article in view.articles()]
            found: list[Sketch] = []
            texts: list[Text] = []
            for number in numbers:
                record = view.record(number)
                found += sketches(members[number], record)
                texts.append(text(number, record))
            matched = match(found, view.corrections())
        writer.match(matched.groups, matched.pairs)
        groups = copies(texts)
        writer.copies(groups)
        origins = {number: group[0] for group in groups for number in group}
        with sqlite.view(archive) as view:
            told = _accounts(view, origins)
        writer.accounts([*told.events, *told.ties])
    merged = sum(len(group) - 1 for group in matched.groups)
    return Report(
        articles=len(numbers),
        entities=len(found),
        actors=len(found) - merged,
        pairs=len(matched.pairs),
        reports=len(numbers) - sum(len(group) - 1 for group in groups),
        events=told.happenings,
        event_accounts=told.happenings - sum(len(group) - 1 for group in told.events),
        ties=told.tellings,
        tie_accounts=told.tellings - sum(len(group) - 1 for group in told.ties),
    )


class _Told(msgspec.Struct, frozen=True):
    """Tellings of events and ties: how many, and which of them belong together."""

    happenings: int
    events: tuple[tuple[str, ...], ...]
    tellings: int
    ties: tuple[tuple[str, ...], ...]


def _accounts(view: View, origins: dict[int, int]) -> _Told:
    happenings, tellings = list(view.happenings()), list(view.ties())
    numbers = {actor for one in happenings for actor in (*one.who, *one.whom, *one.where)}
    unnamed = {number for number, one in view.actors(numbers).items() if one.kind == "group"}
    happenings = [_named(one, unnamed) for one in happenings]
    return _Told(
        len(happenings),
        accounts.events(happenings, origins),
        len(tellings),
        accounts.ties(tellings),
    )


def _named(telling: Happening, unnamed: set[int]) -> Happening:
    """Return a telling without unnamed people: "gunmen" are others in every article."""
    if unnamed.isdisjoint((*telling.who, *telling.whom)):
        return telling
    who, whom = (
        tuple(one for one in end if one not in unnamed) for end in (telling.who, telling.whom)
    )
    return msgspec.structs.replace(telling, who=who, whom=whom)
