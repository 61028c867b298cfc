"""The events and ties that one asserts and another denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import Party
from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.gathering import Gathered, Told, is_denial
from dateline.store import Claim, Happening, Selection, Tie, View
from dateline.vocabulary.events import event_types

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
    found = view.claims(msgspec.structs.replace(chosen, stances=("deny",), limit=MOST))
    return [claim for claim in found if is_denial(claim)]


def _is_disputed(gathered: Gathered, rows: Sequence[Told]) -> bool:
    """Tell whether somebody asserts what somebody else denies."""
    denying = [row for row in rows if gathered.reality(row) == "denied"]
    asserting = [row for row in rows if gathered.reality(row) == "actual"]
    voices = {_voice(gathered, row) for row in denying}
    return any(
        _voice(gathered, told) not in voices and _is_against(gathered, denial, told)
        for denial in denying
        for told in asserting
    )


def _is_against(gathered: Gathered, denial: Told, told: Told) -> bool:
    """Tell whether what is not so in one telling is what another tells.

    Whoever has something denied speaks of what was said. What is merely told not to have been done
    may be another deed: it is the same only if it is told in somebody's words, is no attitude, and
    those whom it has to do with are the same, two of them or all.
    """
    said = gathered.claims(denial)
    if (said and is_denial(said[0])) or not isinstance(denial, Happening):
        return True
    if is_attitude(denial) or not (said or gathered.claims(told)):
        return False
    one, other = set(concerned(denial)), set(concerned(told))
    return len(one & other) > 1 or one == other


def is_attitude(telling: Happening) -> bool:
    """Tell whether an event is of a kind that may be so on one day and not on another."""
    known = event_types().get(telling.type)
    return known is not None and known.attitude


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
    return gathered.parties(dict.fromkeys(end for row in rows for end in concerned(row)))


def concerned(row: Told) -> tuple[int, ...]:
    """Return the actors that a row has to do with, its speaker apart."""
    if isinstance(row, Happening):
        return (*row.who, *row.whom, *row.where)
    return (row.subject, row.object) if isinstance(row, Tie) else row.about
