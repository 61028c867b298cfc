"""What one says and another says is not so, in other words than those of one event.

A statement contradicts another if it denies or negates what the other asserts of the same actors in
the same words; or if it denies what names nothing itself ("it", "the accusation") just after
somebody has said something of the one who denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.denials import MOST, about, denials
from dateline.ask.gathering import Gathered
from dateline.ask.likeness import Likeness
from dateline.ask.wording import is_negated, matter
from dateline.record import Stance
from dateline.store import Actor, Claim, Selection, View

ASSERTING: Final[tuple[Stance, ...]] = ("assert", "agree", "believe")
COVERED: Final = 0.5
"""So much of the weight of what is denied must be in what is asserted; names do not count."""

TOGETHER: Final = 2  # so many actors must both be about, or so many words of the matter be shared
JUST_BEFORE: Final = 600  # characters: a denial "of it" answers what was said so near before it
BARE: Final = 3  # words: a denial of so few names nothing itself


def contradictions(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield the denials of what others say of the same actors, or just before."""
    denying = [*denials(view, chosen), *_negated(view, chosen)]
    if not denying:
        return
    found = _answered(view, denying)
    pairs = [(denial, claims) for denial in denying if (claims := found.get(denial.id))]
    gathered = Gathered(view, [row for denial, claims in pairs for row in (denial, *claims)])
    for denial, claims in pairs:
        says = Side(says="asserted", tellings=tuple(map(gathered.telling, claims)))
        denied = msgspec.structs.replace(gathered.telling(denial), reality="denied")
        denies = Side(says="denied", tellings=(denied,))
        why = "just before" if _is_bare(denial) else "the same actors and words"
        ends = about(gathered, [*claims, denial])
        yield dispute("denied", claims[0].content, ends, (says, denies), why)


def _negated(view: View, chosen: Selection) -> list[Claim]:
    """Return the statements that assert that something of two actors or more is not so."""
    wanted = msgspec.structs.replace(chosen, stances=("assert",), limit=None)
    found = (claim for claim in view.claims(wanted) if len(_actors(claim)) >= TOGETHER)
    return [claim for claim in found if claim.about and is_negated(claim.content)]


def _answered(view: View, denying: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return for each denial the claims that it denies."""
    actors = {actor for denial in denying for actor in _actors(denial)}
    if not actors:
        return {}
    wanted = Selection(about=sorted(actors), stances=ASSERTING, limit=MOST)
    by_actor: defaultdict[int, list[Claim]] = defaultdict(list)
    everything = list(view.claims(wanted))
    for claim in everything:
        for actor in claim.about:
            by_actor[actor].append(claim)
    likeness = Likeness(claim.content for claim in (*everything, *denying))
    known = view.actors({actor for claim in (*everything, *denying) for actor in claim.about})
    names = {number: _names(actor) for number, actor in known.items()}
    out = {}
    for denial in denying:
        near = {c.id: c for actor in sorted(_actors(denial)) for c in by_actor[actor]}
        others = [claim for claim in near.values() if _is_another(denial, claim)]
        if _is_bare(denial):
            out[denial.id] = _before(denial, others)
        else:
            out[denial.id] = [c for c in others if _denies(denial, c, likeness, names, known)]
    return out


def _is_another(denial: Claim, claim: Claim) -> bool:
    """Tell whether somebody else says it, and does not say that it is not so."""
    same = claim.speaker == denial.speaker and claim.speaker is not None
    return not same and claim.id not in {denial.id, denial.within}


def _denies(
    denial: Claim,
    claim: Claim,
    likeness: Likeness,
    names: Mapping[int, frozenset[str]],
    known: Mapping[int, Actor],
) -> bool:
    """Tell whether a denial speaks of what a claim says: the same actors and the same deed."""
    if is_negated(claim.content) or not _one_place(denial, claim, known):
        return False
    named = frozenset().union(
        *(names.get(one, frozenset()) for one in {*denial.about, *claim.about})
    )
    denied, claimed = matter(denial.content) - named, matter(claim.content) - named
    together = len(_actors(denial) & set(claim.about)) >= TOGETHER
    shared = denied & claimed
    if not shared or (not together and (denial.stance != "deny" or len(shared) < TOGETHER)):
        return False
    return likeness(denied, claimed) >= COVERED


def _one_place(denial: Claim, claim: Claim, known: Mapping[int, Actor]) -> bool:
    """Tell whether the two may speak of one place: not if each names others."""
    one, other = (
        {actor for actor in row.about if actor in known and known[actor].kind == "place"}
        for row in (denial, claim)
    )
    return not one or not other or bool(one & other)


def _names(actor: Actor) -> frozenset[str]:
    """Return the words of an actor's names."""
    return frozenset().union(*(matter(name) for name in (actor.name, *actor.aliases)))


def _actors(claim: Claim) -> set[int]:
    return {*claim.about, *([claim.speaker] if claim.speaker is not None else [])}


def _is_bare(denial: Claim) -> bool:
    return denial.stance == "deny" and not denial.about and len(denial.content.split()) <= BARE


def _before(denial: Claim, claims: Iterable[Claim]) -> list[Claim]:
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
