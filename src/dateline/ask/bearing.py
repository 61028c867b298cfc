"""What later articles tell that bears on something foretold: for it, against it, or on its matter.

Three kinds of evidence: a sentence that recalls it ("as she had promised"); an event that is told
as the one foretold, or is of its type and actors; a later statement or event of the same actors in
the same words. What only repeats it is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeVar

from dateline.ask.answers import Telling
from dateline.ask.gathering import Gathered, Told
from dateline.ask.likeness import Likeness
from dateline.ask.outcomes import FORETELLING, broken, kept
from dateline.ask.recalls import Recall, recalls
from dateline.ask.table import Answer
from dateline.ask.wording import is_negated, matter
from dateline.record import Stance
from dateline.store import Claim, Happening, Moment, Selection, Tie, View

T = TypeVar("T", Moment, Happening)
Bears = Literal["for", "against", "on"]

ALIKE: Final = 0.5
"""So much of the weight of its words must a later sentence have to bear on a forecast."""

RECALLED: Final = 0.25  # the same where the sentence recalls that it was foretold
TURNED: Final = 0.8  # the same where only a word such as "although" speaks against it
TOGETHER: Final = 2  # so many of its words, at least
MOST: Final = 1000  # later rows that are looked at for all forecasts of an answer
# What one will do is a promise to some and a threat to others: one is recalled as the other.
_OWN: Final[dict[Stance, frozenset[Stance]]] = {
    "promise": frozenset({"threaten"}),
    "threaten": frozenset({"promise"}),
}
EVERYWHERE: Final = 500  # articles: who is named in more tells little of what is told


class Bearing(Answer, frozen=True, kw_only=True):
    """What was told later on the matter of a forecast: for it, against it, or neither; and why."""

    telling: Telling
    why: str
    bears: Bears

    def __str__(self) -> str:
        """Return the telling and why it bears on the forecast."""
        return f"{self.telling.id} ({self.bears}: {self.why})"


class Matter(NamedTuple):
    """What a forecast says: its time, its words but for that, its events, who is in it."""

    moment: Moment | None
    horizon: str | None
    text: str
    words: frozenset[str]
    events: tuple[Happening, ...]
    actors: frozenset[int]


class Contents:
    """The matter of some forecasts, fetched together."""

    def __init__(self, view: View, claims: Sequence[Claim]) -> None:
        articles = Selection(articles=sorted({claim.article for claim in claims}), current=False)
        moments, events = (
            _by_article(view.moments(articles)),
            _by_article(view.happenings(articles)),
        )
        self._known = {
            claim.id: _matter(claim, moments[claim.article], events[claim.article])
            for claim in claims
        }

    def of(self, claim: Claim) -> Matter:
        """Return what a forecast says."""
        return self._known[claim.id]

    def __iter__(self) -> Iterator[Matter]:
        return iter(self._known.values())


def _matter(claim: Claim, moments: Sequence[Moment], events: Sequence[Happening]) -> Matter:
    moment = _horizon(claim, moments)
    inside = tuple(one for one in events if claim.id in one.said_in)
    horizon = _words_of(claim, moment) if moment else None
    text = claim.content.replace(horizon, " ") if horizon else claim.content
    actors = {actor for one in inside for actor in (*one.who, *one.whom)} | set(claim.about)
    speaker = {claim.speaker} if claim.speaker is not None else set()
    return Matter(moment, horizon, text, matter(text), inside, frozenset(actors | speaker))


class Later:
    """What later articles tell, asked for once for all forecasts of an answer."""

    def __init__(self, view: View, claims: Sequence[Claim], contents: Contents) -> None:
        self._contents = contents
        self._recalls = recalls(view, claims)
        self._rows = _later(view, claims, contents)
        self._gathered = Gathered(view, self._rows)
        quotes = [self._gathered.quote(row) for row in self._rows]
        self._quotes = dict(zip((row.id for row in self._rows), quotes, strict=True))
        everybody = {actor for one in contents for actor in one.actors}
        self._called = {
            number: matter(" ".join((one.name, *one.aliases)))
            for number, one in view.names(everybody).items()
        }
        told = [one.telling.quote for each in self._recalls.values() for one in each]
        self._alike = Likeness([*(one.text for one in contents), *quotes, *told])

    def bearing(self, claim: Claim) -> list[Bearing]:
        """Return what bears on a forecast, in order of telling."""
        found = [*self._of_recalls(claim), *self._of_rows(claim)]
        return sorted(found, key=lambda one: (one.telling.article.told or "~", one.telling.id))

    def _of_recalls(self, claim: Claim) -> Iterator[Bearing]:
        """Yield the sentences that recall that it was foretold."""
        foretold = self._contents.of(claim)
        for one in self._recalls.get(claim.speaker, ()) if claim.speaker is not None else ():
            told = one.telling.article.told
            if not (told and claim.told and told > claim.told):
                continue
            if one.stances.isdisjoint({claim.stance} | _OWN.get(claim.stance, frozenset())):
                continue
            deed, words = foretold.words - one.names, matter(one.telling.quote)
            plainly = kept(one.telling.quote) is not None and not deed.isdisjoint(words)
            if plainly or self._covers(deed, words):
                yield _recalled(foretold, one)

    def _of_rows(self, claim: Claim) -> Iterator[Bearing]:
        """Yield the events and statements that are of the same matter."""
        foretold = self._contents.of(claim)
        for row in self._rows:
            if not (claim.told and row.told and row.told > claim.told):
                continue
            if not foretold.actors & _parts(row) or _repeats(row):
                continue
            quote = self._quotes[row.id]
            ahead = (one for one in foretold.events if one.reality != "actual")
            same = isinstance(row, Happening) and any(_same(one, row) for one in ahead)
            same = same and self._covers(self._deed(foretold), matter(quote))
            if same or self._is_alike(foretold, quote):
                yield self._bears(foretold, row, same)

    def _deed(self, foretold: Matter) -> frozenset[str]:
        """Return the words foretold but for the names of those who are in it."""
        names = (self._called.get(actor, frozenset()) for actor in foretold.actors)
        return foretold.words.difference(*names)

    def _covers(self, foretold: frozenset[str], quote: frozenset[str]) -> bool:
        """Tell whether a sentence has enough of the weight of the words foretold."""
        enough = len(foretold & quote) >= min(TOGETHER, len(foretold))
        return enough and self._alike(foretold, quote) >= RECALLED

    def _is_alike(self, foretold: Matter, quote: str) -> bool:
        words, deed = matter(quote), self._deed(foretold)
        shared = len(deed & words)
        return shared >= TOGETHER and self._alike(deed, words) >= ALIKE

    def _bears(self, foretold: Matter, row: Told, same: bool) -> Bearing:
        """Tell how something on the same matter bears on what was foretold."""
        why = "the same event" if same else "the same words and actors"
        reality, quote = self._gathered.reality(row), self._quotes[row.id]
        # A sentence may say "not" of something else: of a statement, its content counts alone.
        turned = broken(row.content if isinstance(row, Claim) else quote, foretold.text)
        bears: Bears = "on"
        if came := kept(quote):
            bears, why = "for", f"{why}: “{came}”"
        elif reality in {"denied", "failed"}:
            bears, why = "against", f"{why}, {reality}"
        elif turned and not same and self._alike(self._deed(foretold), matter(quote)) >= TURNED:
            bears, why = "against", f"{why}: “{turned}”"
        elif same and reality == "actual":
            late = _is_too_late(foretold.moment, row)
            bears, why = ("against", f"{why}, later than foretold") if late else ("for", why)
        return Bearing(telling=self._gathered.telling(row), why=why, bears=bears)


def _recalled(foretold: Matter, one: Recall) -> Bearing:
    """Tell how a sentence that recalls it bears on what was foretold."""
    quote = one.telling.quote
    came, turned = kept(quote), broken(quote, foretold.text)
    if came and not turned:
        return Bearing(telling=one.telling, why=f"recalls it: “{came}”", bears="for")
    if turned:
        return Bearing(telling=one.telling, why=f"recalls it: “{turned}”", bears="against")
    if is_negated(foretold.text):
        why = "recalls that it would not be, and tells of it"
        return Bearing(telling=one.telling, why=why, bears="against")
    return Bearing(telling=one.telling, why="recalls it, and tells of it", bears="for")


def _repeats(row: Told) -> bool:
    """Tell whether a row is of somebody who foretells it again."""
    if isinstance(row, Claim):
        return row.stance in FORETELLING
    return isinstance(row, Happening) and row.reality in {"planned", "threatened", "hypothetical"}


def _same(one: Happening, later: Happening) -> bool:
    """Tell whether an event may be the one foretold: one account, or one type and the same ends."""
    if one.account == later.account:
        return True
    whom = not one.whom or not later.whom or set(one.whom) & set(later.whom)
    return one.type == later.type and bool(set(one.who) & set(later.who)) and bool(whom)


def _rare(view: View, contents: Contents) -> list[int]:
    """Return the actors of some forecasts but for those named everywhere; of each one at least."""
    every = {actor for content in contents for actor in content.actors}
    size = {number: one.articles for number, one in view.names(every).items()}
    out: set[int] = set()
    for content in contents:
        ranked = sorted(content.actors, key=lambda one: (size.get(one, 0), one))
        out |= {one for one in ranked if size.get(one, 0) <= EVERYWHERE} or set(ranked[:1])
    return sorted(out)


def _later(view: View, claims: Sequence[Claim], contents: Contents) -> list[Told]:
    """Return what was told after the first of the forecasts with one of their actors in it."""
    actors = _rare(view, contents)
    since = min((claim.told for claim in claims if claim.told), default=None)
    if not actors or since is None:
        return []
    chosen = Selection(actors=actors, told_since=since, limit=MOST)
    own = {claim.id for claim in claims}
    rows: list[Told] = [*view.happenings(chosen)]
    rows += [row for row in view.claims(chosen) if row.id not in own]
    return rows


def _by_article(rows: Iterable[T]) -> defaultdict[int, list[T]]:
    out: defaultdict[int, list[T]] = defaultdict(list)
    for row in rows:
        out[row.article].append(row)
    return out


def _horizon(claim: Claim, moments: Iterable[Moment]) -> Moment | None:
    """Return the time in a forecast that it is said of: the last that is named, if any."""
    inside = [
        one for one in moments if one.until and any(span.contains(one.span) for span in claim.spans)
    ]
    ahead = [one for one in inside if not claim.told or (one.until or "") > claim.told[:10]]
    return max(ahead or inside, key=lambda one: (one.until or "", one.id), default=None)


def _words_of(claim: Claim, moment: Moment) -> str:
    """Return the words of a time in a statement, or its value where they are out of reach."""
    first = claim.spans[0]
    at = moment.span.start - first.start
    words = claim.content[at : at + len(moment.span)] if first.contains(moment.span) else ""
    return words or moment.value


def _parts(row: Told) -> frozenset[int]:
    """Return the actors in a row."""
    if isinstance(row, Claim):
        return frozenset({*row.about, *([row.speaker] if row.speaker is not None else [])})
    if isinstance(row, Happening):
        return frozenset({*row.who, *row.whom})
    return frozenset({row.subject, row.object})


def _is_too_late(moment: Moment | None, later: Claim | Happening | Tie) -> bool:
    """Tell whether an event came after the time foretold."""
    until = moment.until if moment else None
    came = None if isinstance(later, Claim) else later.from_
    return bool(until and came and came > until)
