"""What one says and another says is not so, in other words than those of one event.

A statement contradicts another, or an event, if it denies or negates what the other has of the same
actors in the same words; or if it denies what names nothing itself ("it", "the accusation") just
after somebody has said something of the one who denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from dateline.ask.conflict import Dispute, Side, dispute
from dateline.ask.denials import MOST, about, concerned, denials, is_attitude
from dateline.ask.gathering import Gathered, is_denial
from dateline.ask.likeness import Likeness
from dateline.ask.wording import is_negated, matter, negators
from dateline.interval import Moment, day_number
from dateline.record import Stance
from dateline.store import Claim, Happening, Selection, View

ASSERTING: Final[tuple[Stance, ...]] = ("assert", "agree", "believe")
COVERED: Final = 0.5
"""So much of the weight of what is denied must be in what is asserted; names do not count."""

NEGATED: Final = 0.75  # the same of what is merely told not to be so: that may be another matter

TOGETHER: Final = 2  # so many actors must both be about, or so many words of the matter be shared
JUST_BEFORE: Final = 600  # characters: a denial "of it" answers what was said so near before it
BARE: Final = 3  # words: a denial of so few names nothing itself
NEAR: Final = 7  # days: what was told so near to a denial is what it answers, and not older things

Told = Claim | Happening


def contradictions(view: View, chosen: Selection) -> Iterator[Dispute]:
    """Yield the denials of what others say of the same actors, or just before."""
    denying = [*denials(view, chosen), *_negated(view, chosen)]
    if not denying:
        return
    search = _Search(view, denying)
    pairs = [(denial, told) for denial in denying if (told := search.denied_by(denial))]
    gathered = Gathered(view, [row for denial, told in pairs for row in (denial, *told)])
    for denial, told in pairs:
        says = Side(says="asserted", tellings=tuple(map(gathered.telling, told)))
        denied = msgspec.structs.replace(gathered.telling(denial), reality="denied")
        denies = Side(says="denied", tellings=(denied,))
        why = "just before" if _is_bare(denial) else "the same actors and words"
        ends = about(gathered, [*told, denial])
        claims = [one.content for one in told if isinstance(one, Claim)]
        yield dispute("denied", (claims or [denial.content])[0], ends, (says, denies), why)


def _negated(view: View, chosen: Selection) -> list[Claim]:
    """Return the statements that assert that something of two actors or more is not so."""
    wanted = msgspec.structs.replace(chosen, stances=("assert",))
    if chosen.actors:
        found = list(view.claims(wanted))
    else:  # of everybody: by the words, so that not every statement need be read
        queries = [
            msgspec.structs.replace(wanted, text=f'"{one}"', limit=MOST) for one in negators()
        ]
        rows = {row.id: row for query in queries for row in view.claims(query)}
        found = sorted(rows.values(), key=lambda row: (row.article, row.spans, row.id))
    several = (claim for claim in found if len(_actors(claim)) >= TOGETHER)
    return [claim for claim in several if claim.about and is_negated(claim.content)]


class _Known(NamedTuple):
    """What is asked of a row again and again.

    Attributes:
        actors: everybody in it, the speaker too; `about` without the speaker.
        places: those of the actors that are places.
        named: the words of the actors' names.
        matter: the words that say what it is of.
        negated: whether it says that something is not so.
    """

    actors: frozenset[int]
    about: frozenset[int]
    places: frozenset[int]
    named: frozenset[str]
    matter: frozenset[str]
    negated: bool


class _Search:
    """What is told of the actors of some denials, asked for once for all of them."""

    def __init__(self, view: View, denying: Sequence[Claim]) -> None:
        self._of = _told(view, _rarer(view, denying), denying)
        every = [*denying, *(row for rows in self._of.values() for row in rows)]
        known = view.actors({actor for row in every for actor in _actors(row)})
        self._names = {
            number: frozenset().union(*(matter(name) for name in (one.name, *one.aliases)))
            for number, one in known.items()
        }
        self._places = {number for number, one in known.items() if one.kind == "place"}
        self._alike = Likeness(_words(row) for row in every)
        self._rows: dict[str, _Known] = {}

    def denied_by(self, denial: Claim) -> list[Told]:
        """Return what a statement denies, and somebody else tells."""
        near = {row.id: row for one in (*_actors(denial), -denial.article) for row in self._of[one]}
        others = [row for _, row in sorted(near.items()) if _is_another(denial, row)]
        if _is_bare(denial):
            return _before(denial, others)
        found = [row for row in others if self._denies(denial, row)]
        near_by = [row for row in found if _days_apart(denial, row) <= NEAR]
        if is_denial(denial):
            return near_by or found
        return [
            row for row in near_by if row.article == denial.article or (row.told and denial.told)
        ]

    def _denies(self, denial: Claim, told: Told) -> bool:
        """Tell whether a denial speaks of what is told: the same actors and the same deed."""
        one, other = self._known(denial), self._known(told)
        if other.negated or not one.matter & other.matter:
            return False
        if one.places and other.places and not one.places & other.places:
            return False  # each names other places
        named = one.named | other.named
        denied, claimed = one.matter - named, other.matter - named
        shared = denied & claimed
        outright = is_denial(denial)
        if not outright and isinstance(told, Happening) and is_attitude(told):
            return False
        covered = COVERED if outright else NEGATED
        if not shared or self._alike(denied, claimed) < covered:
            return False
        if self._in_common(denial, told) >= TOGETHER:
            return True
        return outright and isinstance(told, Claim) and len(shared) >= TOGETHER

    def _known(self, row: Told) -> _Known:
        """Return what is known of a row, worked out once."""
        found = self._rows.get(row.id)
        if found is None:
            actors, words = frozenset(_actors(row)), _words(row)
            names = (self._names[one] for one in actors if one in self._names)
            found = self._rows[row.id] = _Known(
                actors=actors,
                about=frozenset(concerned(row)),
                places=actors & self._places,
                named=frozenset().union(*names),
                matter=matter(words),
                negated=is_negated(words),
            )
        return found

    def _in_common(self, denial: Claim, told: Told) -> int:
        """Return how many actors a denial has in common with what is told.

        In one article, one whose name is a part of another's may be the same.
        """
        one, other = self._known(denial).actors, self._known(told).about
        if denial.article != told.article:
            return len(one & other)
        names = [self._names.get(number, frozenset()) for number in other]
        return sum(
            number in other or any(self._names.get(number, {""}) <= each for each in names)
            for number in one
        )


def _rarer(view: View, denying: Sequence[Claim]) -> list[int]:
    """Return the actors of some denials, of each all but the one of most articles.

    Who has two of them in common with a denial has one of these, and a president or a capital that
    is named everywhere need not be looked up.
    """
    every = {actor for denial in denying for actor in _actors(denial)}
    size = {number: one.articles for number, one in view.names(every).items()}
    out: set[int] = set()
    for denial in denying:
        ranked = sorted(_actors(denial), key=lambda one: (size.get(one, 0), one))
        out |= set(ranked[:-1] or ranked)
    return sorted(out)


def _told(
    view: View, actors: Sequence[int], denying: Sequence[Claim]
) -> defaultdict[int, list[Told]]:
    """Return what is told by actor, and by article under its number with a minus."""
    out: defaultdict[int, list[Told]] = defaultdict(list)
    articles = sorted({denial.article for denial in denying if is_denial(denial)})
    rows: list[Told] = []
    if actors:
        rows += view.claims(Selection(about=actors, stances=ASSERTING, limit=MOST))
        rows += view.happenings(Selection(actors=actors, realities=("actual",), limit=MOST))
    for row in rows:
        for actor in set(concerned(row)):
            out[actor].append(row)
    if articles:
        for row in view.claims(Selection(articles=articles, stances=ASSERTING)):
            out[-row.article].append(row)
    return out


def _is_another(denial: Claim, told: Told) -> bool:
    """Tell whether somebody else tells it, and not as what the denial itself says."""
    if isinstance(told, Happening):
        return denial.id not in told.said_in
    same = told.speaker == denial.speaker and told.speaker is not None
    return not same and told.id not in {denial.id, denial.within}


def _words(row: Told) -> str:
    return row.content if isinstance(row, Claim) else row.words


def _actors(row: Told) -> set[int]:
    speaker = row.speaker if isinstance(row, Claim) else None
    return set(concerned(row)) | ({speaker} if speaker is not None else set())


def _is_bare(denial: Claim) -> bool:
    return is_denial(denial) and not denial.about and len(denial.content.split()) <= BARE


def _before(denial: Claim, told: Iterable[Told]) -> list[Told]:
    """Return the last claim on the denier that stands just before a denial."""
    start = denial.spans[0].start if denial.spans else 0
    near = [
        claim
        for claim in told
        if isinstance(claim, Claim)
        and claim.article == denial.article
        and denial.speaker in claim.about
        and claim.spans
        and 0 < start - claim.spans[-1].end <= JUST_BEFORE
    ]
    return [*sorted(near, key=lambda claim: claim.spans[-1].end)[-1:]]


def _days_apart(one: Told, other: Told) -> int:
    """Return how many days lie between two tellings; 0 where that is not known."""
    days = [_day(row.told) for row in (one, other)]
    return abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else 0


def _day(told: str | None) -> int | None:
    try:
        instant = Moment.parse(told[:10]).instant if told else ()
    except ValueError:
        return None
    return day_number(*instant[:3]) if instant else None
