"""What one asserts and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import msgspec

from dateline.ask import accounts
from dateline.ask.answers import Party
from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.gathering import Gathered, Told
from dateline.ask.likeness import Likeness
from dateline.record import Stance
from dateline.store import Claim, Happening, Selection, Tie, View

T = TypeVar("T", Happening, Tie)
ASSERTING: Final[tuple[Stance, ...]] = ("assert", "agree", "believe")
ALIKE: Final = 0.6
"""So much of the weight of its words must a claim share with what is denied."""

JUST_BEFORE: Final = 600  # characters: a denial "of it" answers what was said so near before it
BARE: Final = 3  # words: a denial of so few names nothing itself: "it", "the accusation"
MOST: Final = 5000


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
    denials = _denials(view, chosen)
    articles = sorted({claim.article for claim in denials})
    if not articles:
        return found
    ids = {claim.id for claim in denials}
    inside = view.happenings(Selection(articles=articles))
    known = {row.id for row in found}
    found += [row for row in inside if ids & set(row.said_in) and row.id not in known]
    return found


def _denials(view: View, chosen: Selection) -> list[Claim]:
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
    about = _about(gathered, rows)
    asserted = tuple(one for one in tellings if one.reality == "actual")
    denied = tuple(one for one in tellings if one.reality == "denied")
    sides = (Side(says="asserted", tellings=asserted), Side(says="denied", tellings=denied))
    why = "the same tie" if isinstance(rows[0], Tie) else "the same event"
    return dispute("denied", account, about, sides, why)


def _account(gathered: Gathered, rows: Sequence[Happening] | Sequence[Tie]) -> str:
    ties = [row for row in rows if isinstance(row, Tie)]
    if ties:
        return accounts.in_words(accounts.tie(gathered, ties))
    events = [row for row in rows if isinstance(row, Happening)]
    return accounts.in_words(accounts.event(gathered, events))


def _about(gathered: Gathered, rows: Sequence[Told]) -> tuple[Party, ...]:
    ends: list[int] = []
    for row in rows:
        if isinstance(row, Happening):
            ends += [*row.who, *row.whom, *row.where]
        elif isinstance(row, Tie):
            ends += [row.subject, row.object]
        else:
            ends += row.about
    return gathered.parties(dict.fromkeys(ends))


def of_words(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield the denials of what others say in like words of the same actors, or just before."""
    denials = _denials(view, chosen)
    if not denials:
        return
    found = _answered(view, denials)
    pairs = [(denial, claims) for denial in denials if (claims := found.get(denial.id))]
    gathered = Gathered(view, [row for denial, claims in pairs for row in (denial, *claims)])
    for denial, claims in pairs:
        says = Side(says="asserted", tellings=tuple(map(gathered.telling, claims)))
        denies = Side(says="denied", tellings=(gathered.telling(denial),))
        about = _about(gathered, [*claims, denial])
        bare = _is_bare(denial)
        why = "answers what was said just before" if bare else "like words of the same actors"
        yield dispute("denied", claims[0].content, about, (says, denies), why)


def _answered(view: View, denials: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return for each denial the claims that it denies."""
    actors = {actor for denial in denials for actor in _concerned(denial)}
    if not actors:
        return {}
    wanted = Selection(about=sorted(actors), stances=ASSERTING, limit=MOST)
    by_actor: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in view.claims(wanted):
        for actor in claim.about:
            by_actor[actor].append(claim)
    alike = Likeness(
        [c.content for c in {c.id: c for cs in by_actor.values() for c in cs}.values()]
    )
    out = {}
    for denial in denials:
        near = {c.id: c for actor in sorted(_concerned(denial)) for c in by_actor[actor]}
        others = [c for c in near.values() if c.speaker != denial.speaker or c.speaker is None]
        out[denial.id] = (
            _before(denial, others)
            if _is_bare(denial)
            else [claim for claim in others if alike(denial.content, claim.content) >= ALIKE]
        )
    return out


def _concerned(denial: Claim) -> set[int]:
    return {*denial.about, *([denial.speaker] if denial.speaker is not None else [])}


def _is_bare(denial: Claim) -> bool:
    return not denial.about and len(denial.content.split()) <= BARE


def _before(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the last claim on the denier that stands just before a denial."""
    start = denial.spans[0].start if denial.spans else 0
    near = [
        claim
        for claim in claims
        if claim.article == denial.article
        and denial.speaker in claim.about
        and claim.spans
        and 0 < start - claim.spans[-1].end <= JUST_BEFORE
    ]
    return sorted(near, key=lambda claim: claim.spans[-1].end)[-1:]
