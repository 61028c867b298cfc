"""The events and ties that one asserts and another denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import Party
from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.gathering import Gathered, Told
from dateline.store import Claim, Happening, Selection, Tie, View

MOST: Final = 2000


def of_accounts(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield the events and ties that some tell as so and others deny."""
    happenings = _denied_events(view, chosen)
    ties = list(view.ties(msgspec.structs.replace(chosen, realities=("denied",))))
    events, links = accounts.retold(view, happenings), accounts.retold_ties(view, ties)
    light = Gathered(view, [*events, *links], quotes=False)
    groups: list[Sequence[Happening] | Sequence[Tie]] = []
    groups += [one for one in accounts.grouped(events) if _is_disputed(light, one)]
    groups += [one for one in accounts.grouped(links) if _is_disputed(light, one)]
    gathered = Gathered(view, [row for group in groups for row in group])
    for group in groups:
        yield _of_account(gathered, group)


def _denied_events(view: View, chosen: Selection) -> list[Happening]:
    """Return the events that are told as denied, and those that a denial speaks of."""
    found = list(view.happenings(msgspec.structs.replace(chosen, realities=("denied",))))
    spoken = denials(view, chosen)
    articles = sorted({claim.article for claim in spoken})
    if not articles:
        return found
    ids = {claim.id for claim in spoken}
    inside = view.happenings(Selection(articles=articles))
    known = {row.id for row in found}
    found += [row for row in inside if ids & set(row.said_in) and row.id not in known]
    return found


def denials(view: View, chosen: Selection) -> list[Claim]:
    """Return the statements that deny something."""
    return list(view.claims(msgspec.structs.replace(chosen, stances=("deny",), limit=MOST)))


def _is_disputed(gathered: Gathered, rows: Sequence[Told]) -> bool:
    """Tell whether somebody asserts what somebody else denies."""
    denying = {_voice(gathered, row) for row in rows if gathered.reality(row) == "denied"}
    asserting = {_voice(gathered, row) for row in rows if gathered.reality(row) == "actual"}
    return bool(denying and asserting - denying)


def _voice(gathered: Gathered, row: Told) -> str:
    """Return what tells one voice from another: the innermost speaker, or the outlet."""
    said = gathered.claims(row)
    if not said:
        origin = gathered.origin(row.article)
        return f"outlet {origin.outlet or origin.key}"
    return f"actor {said[0].speaker}" if said[0].speaker is not None else f"claim {said[0].id}"


def _of_account(gathered: Gathered, rows: Sequence[Happening] | Sequence[Tie]) -> Dispute:
    tellings = [gathered.telling(row) for row in rows]
    account = _account(gathered, rows)
    ends = about(gathered, rows)
    asserted = tuple(one for one in tellings if one.reality == "actual")
    denied = tuple(one for one in tellings if one.reality == "denied")
    sides = (Side(says="asserted", tellings=asserted), Side(says="denied", tellings=denied))
    why = "the same tie" if isinstance(rows[0], Tie) else "the same event"
    return dispute("denied", account, ends, sides, why)


def _account(gathered: Gathered, rows: Sequence[Happening] | Sequence[Tie]) -> str:
    ties = [row for row in rows if isinstance(row, Tie)]
    if ties:
        return accounts.in_words(accounts.tie(gathered, ties))
    events = [row for row in rows if isinstance(row, Happening)]
    return accounts.in_words(accounts.event(gathered, events))


def about(gathered: Gathered, rows: Sequence[Told]) -> tuple[Party, ...]:
    """Return the actors that some rows have to do with, each once."""
    ends: list[int] = []
    for row in rows:
        if isinstance(row, Happening):
            ends += [*row.who, *row.whom, *row.where]
        elif isinstance(row, Tie):
            ends += [row.subject, row.object]
        else:
            ends += row.about
    return gathered.parties(dict.fromkeys(ends))
