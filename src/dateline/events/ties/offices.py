"""What follows from who took whose place, and what "the post" is that someone held.

Who succeeds another has what the other had: of "Roe, the head of Acme, was replaced by Marn" Marn
leads Acme, from then on, and Roe did until then. "She held the post until May" dates the office
that was told of her, or of whom she succeeded, last before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.events import clauses
from dateline.events.ties import intervals, succession
from dateline.events.ties.cast import Cast
from dateline.events.ties.intervals import Dated, in_order
from dateline.events.ties.merging import Judged, Merged
from dateline.events.ties.succession import Deeds
from dateline.events.ties.telling import Telling
from dateline.record import Reason
from dateline.span import Span
from dateline.syntax import Token
from dateline.vocabulary.relations import broader

_OFFICE: Final = "holds_position"
_SUCCESSION: Final = "succeeds"
_FAR: Final = 2500
"""Characters between what is told of an office and what dates it or hands it on, at most."""


def settle(cast: Cast, ties: list[Merged], deeds: Deeds) -> None:
    """Hand on, open and close offices in place, with the reasons; what follows is added.

    Args:
        cast: the named entities of the text.
        ties: all that are told, as far as events have closed them.
        deeds: what happened: an office that only follows from a succession may be ended by it.
    """
    people = [
        tie
        for tie in ties
        if tie.type == _SUCCESSION
        and tie.first.reality == "actual"
        and cast.kind(tie.subject) == "person"
    ]
    for tie in people:
        _hand_on(cast, ties, tie, deeds)
    for telling, at in _posts(cast):
        _date(ties, telling, intervals.dated(cast, telling), at)


def _hand_on(cast: Cast, ties: list[Merged], taking: Merged, deeds: Deeds) -> None:
    """Give what one had to who took the place, or the other way about, and date both."""
    place, role = taking.evidence[0], _as(cast, taking)
    before = _office(ties, taking.object, place, ended=True)
    after = _office(ties, taking.subject, place)
    if role is not None and not (_is_the(before, role) or _is_the(after, role)):
        return
    where = _where(cast, taking)
    if where and where.isdisjoint(tie.object for tie in (before, after) if tie is not None):
        return
    if before is not None and (after is None or after.object != before.object):
        after = _like(before, taking.subject, taking)
        ties.append(after)
    elif after is not None and before is None and _is_new(after):
        before = _like(after, taking.object, taking)
        before.status = "former"
        succession.close(deeds, [before])
        ties.append(before)
    if before is None or after is None:
        return
    moment = taking.from_ or after.from_ or before.until
    starts = Reason(end="from", bound="at", rule=_SUCCESSION)
    for tie, reason in (
        (after, starts),
        (taking, starts),
        (before, Reason(end="until", bound="at", rule=_SUCCESSION)),
    ):
        _set(tie, reason, moment)
    before.status = "former"


def _as(cast: Cast, taking: Merged) -> str | None:
    """Return the noun of the office that a succession names: "succeeded her as chairman"."""
    verb = cast.tokens[taking.first.telling.anchor]
    for child in cast.syntax.children(verb, "prep"):
        if child.text.lower() in cast.words.role.as_:
            for noun in cast.syntax.children(child, "pobj"):
                return noun.lemma.lower()
    return None


def _where(cast: Cast, taking: Merged) -> frozenset[str]:
    """Return the bodies in which someone succeeds another: "replaced her in the Senate"."""
    verb = cast.tokens[taking.first.telling.anchor]
    return frozenset(
        entity
        for child in cast.syntax.children(verb, "prep")
        if child.text.lower() in cast.words.role.bodies
        for noun in cast.syntax.children(child, "pobj")
        for entity in cast.one(noun)
        if cast.kind(entity) == "organisation"
    )


def _is_the(tie: Merged | None, role: str) -> bool:
    """Tell whether a tie is an office by that noun, or one that is told without any."""
    return tie is not None and (tie.role is None or role in tie.role.lower().split())


def _is_new(tie: Merged) -> bool:
    return tie.from_ is not None or tie.first.telling.edge == "from"


def _office(
    ties: Sequence[Merged], person: str, place: Span, *, ended: bool = False
) -> Merged | None:
    """Return the office of a person that is told nearest to a place.

    One that lasts is put before one that has ended, or behind it where `ended` is wanted.
    """
    own = [
        ((tie.until is not None or tie.status == "former") != ended, gap, number)
        for number, tie in enumerate(ties)
        if tie.subject == person and tie.first.reality == "actual" and _is_office(tie.type)
        for gap in [min(_gap(span, place) for span in tie.evidence)]
        if gap <= _FAR
    ]
    return ties[min(own)[2]] if own else None


def _is_office(name: str) -> bool:
    return name == _OFFICE or _OFFICE in broader(name)


def _gap(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)


def _like(tie: Merged, person: str, taking: Merged) -> Merged:
    """Return the same office of another, told by the words of the succession."""
    telling = msgspec.structs.replace(
        tie.first.telling,
        subject=person,
        evidence=taking.evidence[0],
        edge="",
        rule=_SUCCESSION,
    )
    first = Judged(
        telling=telling,
        dated=Dated(),
        reality="actual",
        status=None,
        said_in=taking.first.said_in,
    )
    return Merged(
        first=first,
        subject=person,
        type=tie.type,
        object=tie.object,
        role=tie.role,
        from_=None,
        until=None,
        status=None,
        evidence=[taking.evidence[0]],
        reasons=[],
    )


def _set(tie: Merged, reason: Reason, moment: str | None) -> None:
    """Set an end that is not known, unless the tie would end before it begins."""
    end = reason.end
    if moment is None or (tie.from_ if end == "from" else tie.until) is not None:
        return
    from_, until = (moment, tie.until) if end == "from" else (tie.from_, moment)
    if from_ is not None and until is not None and not in_order(from_, until):
        return
    tie.from_, tie.until = from_, until
    tie.reasons = [*(one for one in tie.reasons if one.end != end), reason]


def _posts(cast: Cast) -> Iterator[tuple[Telling, Span]]:
    """Yield who held "the post", as a telling whose office is not known, and where it is told."""
    role = cast.words.role
    for verb in cast.tokens:
        if verb.pos != "VERB" or verb.lemma.lower() not in role.keeping:
            continue
        if not any(_is_the_post(cast, one) for one in clauses.objects(cast.context, verb)):
            continue
        for subject in clauses.doers(cast.context, verb):
            for person in cast.one(subject):
                if cast.kind(person) == "person":
                    span = cast.text(verb.index, verb.index)
                    yield _unknown(cast, person, verb, span), span


def _is_the_post(cast: Cast, noun: Token) -> bool:
    """Tell whether a noun is "the post" with no more said of what it is a post of."""
    if noun.lemma.lower() not in cast.words.role.posts:
        return False
    after = clauses.after(cast.context, noun)
    return not after.get("of") and not cast.syntax.children(noun, "poss", "compound")


def _unknown(cast: Cast, person: str, verb: Token, span: Span) -> Telling:
    lemma, role = verb.lemma.lower(), cast.words.role
    return Telling(
        subject=person,
        type=_OFFICE,
        object=person,
        anchor=verb.index,
        evidence=span,
        edge="from" if lemma in role.opening else "until" if lemma in role.closing else "",
        rule="the_post",
    )


def _date(ties: Sequence[Merged], telling: Telling, dated: Dated, at: Span) -> None:
    told = [tie for tie in ties if tie.evidence[0].start <= at.start]
    tie = _office(told, telling.subject, at)
    if tie is None:
        return
    for reason in dated.reasons:
        moment = dated.from_ if reason.end == "from" else dated.until
        _set(tie, reason, moment)
    if dated.until is not None:
        tie.status = "former"
