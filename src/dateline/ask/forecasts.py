"""What was promised, threatened or foretold, by when, and what was told later that bears on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple, TypeVar

import msgspec

from dateline.ask.answers import Said, Telling
from dateline.ask.claims import said
from dateline.ask.gathering import Gathered, Told
from dateline.ask.likeness import Likeness
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table
from dateline.languages import holding, lexicon
from dateline.record import Stance
from dateline.store import Claim, Happening, Moment, Selection, Tie, View

T = TypeVar("T", Moment, Happening)
FORETELLING: Final[tuple[Stance, ...]] = ("promise", "threaten", "forecast")
ALIKE: Final = 0.5
"""So much of the weight of its words must a later sentence share to bear on a forecast."""

MOST_LATER: Final = 5
LATER: Final = 2000
"""So many later rows are looked at for all forecasts of an answer."""

Outcome = Literal["borne out", "contradicted", "open", "no word of it"]
Bears = Literal["for", "against", "on"]


class Bearing(Answer, frozen=True, kw_only=True):
    """What was told later on the matter of a forecast: for it, against it, or neither; and why."""

    telling: Telling
    why: str
    bears: Bears

    def __str__(self) -> str:
        """Return the telling and why it bears on the forecast."""
        return f"{self.telling.id} ({self.bears}: {self.why})"


class Forecast(Answer, frozen=True, kw_only=True):
    """A promise, a threat or a forecast, and what became of it.

    Attributes:
        from_, until: the time that it is said of, half open; both `None` if none is.
        horizon: that time's words.
        later: what was told later, in order of telling.
        outcome: `borne out` or `contradicted` only where something later says so; `open` while
            its time is not over for the archive; else `no word of it`.
        because: why the outcome is what it is, in words.
    """

    id: str
    said: Said
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    horizon: str | None = None
    later: tuple[Bearing, ...]
    outcome: Outcome
    because: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language that tell what became of a forecast; `kept` are expressions."""

    kept: tuple[str, ...]
    broken: tuple[str, ...]


def forecasts(  # noqa: PLR0913 - each narrows the answer
    view: View,
    *,
    by: str | None = None,
    about: str | None = None,
    stances: Sequence[Stance] = FORETELLING,
    scope: Scope = ALL,
    limit: int | None = 100,
) -> Table[Forecast]:
    """Return promises, threats and forecasts, each with what bears on it, in order of telling.

    Args:
        view: the archive.
        by: name or id of who foretells.
        about: name or id of somebody that the content names.
        stances: `promise`, `threaten`, `forecast`.
        scope: times of telling and outlets of the forecasts; its times of the facts hold for the
            time that is foretold.
        limit: at most so many; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    chosen = scope.told().selection(
        speakers=numbers(view, by), about=numbers(view, about), stances=stances
    )
    claims = list(view.claims(msgspec.structs.replace(chosen, limit=limit)))
    if not claims:
        return Table(Forecast)
    claims, rows = _once(claims, said(view, claims))
    search = _Search(view, claims)
    found = [search.forecast(claim, row) for claim, row in zip(claims, rows, strict=True)]
    kept = [one for one in found if _within(one, scope)]
    return Table(Forecast, sorted(kept, key=lambda one: (one.said.article.told or "~", one.id)))


def _once(claims: Sequence[Claim], rows: Sequence[Said]) -> tuple[list[Claim], list[Said]]:
    """Return the forecasts without those that a copy of the same report repeats."""
    seen: dict[tuple[str, str, str], tuple[Claim, Said]] = {}
    for claim, row in zip(claims, rows, strict=True):
        key = row.article.origin, row.speaker.id if row.speaker else "", row.content
        if key not in seen or row.article.key == row.article.origin:
            seen[key] = claim, row
    kept = seen.values()
    return [claim for claim, _ in kept], [row for _, row in kept]


class _Content(NamedTuple):
    """What a forecast says: its time, the words without it, and the events in it."""

    moment: Moment | None
    horizon: str | None
    matter: str
    events: tuple[Happening, ...]
    actors: frozenset[int]


class _Search:
    """What the later articles tell, asked for once for all forecasts of an answer."""

    def __init__(self, view: View, claims: Sequence[Claim]) -> None:
        self._last = view.period()[1]
        articles = Selection(articles=sorted({claim.article for claim in claims}), current=False)
        self._moments = _by_article(view.moments(articles))
        self._events = _by_article(view.happenings(articles))
        self._contents = {claim.id: self._content(claim) for claim in claims}
        self._later = _later(view, claims, self._contents.values())
        self._gathered = Gathered(view, self._later)
        self._quotes = {row.id: self._gathered.quote(row) for row in self._later}
        texts = [content.matter for content in self._contents.values()]
        self._alike = Likeness([*texts, *self._quotes.values()])

    def _content(self, claim: Claim) -> _Content:
        moment = _horizon(claim, self._moments[claim.article])
        events = tuple(one for one in self._events[claim.article] if claim.id in one.said_in)
        taking_part = {actor for one in events for actor in (*one.who, *one.whom)}
        actors = {*taking_part, *claim.about} or ({claim.speaker} if claim.speaker else set())
        words = _words_of(claim, moment) if moment else None
        matter = claim.content.replace(words, " ") if words else claim.content
        return _Content(
            moment, words, matter, events, frozenset(actors | {claim.speaker or -1} - {-1})
        )

    def forecast(self, claim: Claim, row: Said) -> Forecast:
        """Return a forecast with what bears on it."""
        content = self._contents[claim.id]
        found = [one for later in self._later if (one := self._bearing(claim, content, later))]
        later = tuple(_distinct(found))[:MOST_LATER]
        outcome, because = self._outcome(content, later)
        moment = content.moment
        return Forecast(
            id=claim.id,
            said=row,
            from_=moment.from_ if moment else None,
            until=moment.until if moment else None,
            horizon=content.horizon,
            later=later,
            outcome=outcome,
            because=because,
        )

    def _bearing(self, claim: Claim, content: _Content, later: Told) -> Bearing | None:
        """Tell whether and why something later bears on a forecast."""
        if not (claim.told and later.told and later.told > claim.told):
            return None
        if not content.actors & _parts(later):
            return None
        quote = self._quotes[later.id]
        likeness = self._alike(content.matter, quote)
        same = isinstance(later, Happening) and any(_same(one, later) for one in content.events)
        if not same and likeness < ALIKE:
            return None
        bears, why = self._judged(content, later, quote, same)
        return Bearing(telling=self._gathered.telling(later), why=why, bears=bears)

    def _judged(self, content: _Content, later: Told, quote: str, same: bool) -> tuple[Bears, str]:
        """Tell how something that bears on a forecast bears on it."""
        matter = "the same event" if same else "the same words and actors"
        reality = self._gathered.reality(later)
        broken, kept = outcome_words(quote)
        if kept:
            return "for", f"{matter}: “{kept}”"
        if reality in {"denied", "failed"}:
            return "against", f"{matter}, {reality}"
        if broken and not same:
            return "against", f"{matter}: “{broken}”"
        if same and reality == "actual":
            if _too_late(content.moment, later):
                return "against", f"{matter}, later than foretold"
            return "for", matter
        return "on", matter

    def _outcome(self, content: _Content, later: Sequence[Bearing]) -> tuple[Outcome, str]:
        """Return what became of a forecast: `against` outweighs what is `for` it."""
        for bears, outcome in _OUTCOMES:
            found = next((one for one in later if one.bears == bears), None)
            if found:
                return outcome, f"{found.telling.id}: {found.why}"
        until = content.moment.until if content.moment else None
        if until and self._last and until > self._last[: len(until)]:
            return "open", f"its time ends {until}, after the last article ({self._last[:10]})"
        return "no word of it", "nothing later tells"


_OUTCOMES: Final[tuple[tuple[Bears, Outcome], ...]] = (
    ("against", "contradicted"),
    ("for", "borne out"),
)


def _same(one: Happening, later: Happening) -> bool:
    """Tell whether an event may be the one foretold: one account, or one type and the same ends."""
    if one.account == later.account:
        return True
    whom = not one.whom or not later.whom or set(one.whom) & set(later.whom)
    return one.type == later.type and bool(set(one.who) & set(later.who)) and bool(whom)


def _later(view: View, claims: Sequence[Claim], contents: Iterable[_Content]) -> list[Told]:
    """Return what was told after the first of the forecasts with one of their actors in it."""
    actors = sorted({actor for content in contents for actor in content.actors})
    since = min((claim.told for claim in claims if claim.told), default=None)
    if not actors or since is None:
        return []
    chosen = Selection(actors=actors, told_since=since, limit=LATER)
    own = {claim.id for claim in claims}
    rows: list[Told] = [*view.happenings(chosen)]
    rows += [row for row in view.claims(chosen) if row.id not in own]
    return sorted(rows, key=lambda row: (row.told or "~", row.id))


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


def _within(forecast: Forecast, scope: Scope) -> bool:
    """Tell whether the time foretold lies in the scope's times of the facts."""
    if not (scope.held_from or scope.held_until):
        return True
    start, stop = forecast.from_ or forecast.until, forecast.until or forecast.from_
    if not (start and stop):
        return False
    return stop > (scope.held_from or "") and (not scope.held_until or start < scope.held_until)


def _parts(row: Told) -> frozenset[int]:
    """Return the actors in a row."""
    if isinstance(row, Claim):
        return frozenset({*row.about, *([row.speaker] if row.speaker is not None else [])})
    if isinstance(row, Happening):
        return frozenset({*row.who, *row.whom})
    return frozenset({row.subject, row.object})


def _too_late(moment: Moment | None, later: Happening | Claim | Tie) -> bool:
    """Tell whether an event came after the time foretold."""
    until = moment.until if moment else None
    came = None if isinstance(later, Claim) else later.from_
    return bool(until and came and came > until)


def _distinct(found: Iterable[Bearing]) -> Iterator[Bearing]:
    """Yield one of those that stand in the same sentence of the same report, the plainest."""
    best: dict[tuple[str, str], Bearing] = {}
    for one in found:
        key = one.telling.article.origin, one.telling.quote
        if key not in best or (best[key].bears == "on" != one.bears):
            best[key] = one
    yield from best.values()


def outcome_words(quote: str) -> tuple[str | None, str | None]:
    """Return the words of a sentence that tell of a failure, and of a promise kept; each or none.

    The words of every language that has them are looked for: a sentence does not say which it is.
    """
    broken, kept = _patterns()
    return _first(broken, quote), _first(kept, quote)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [lexicon(language, "outcomes", Words) for language in holding("outcomes")]
    broken = "|".join(re.escape(one) for each in words for one in each.broken)
    kept = "|".join(one for each in words for one in each.kept)
    return (
        re.compile(rf"\b(?:{broken or '(?!)'})\b", re.IGNORECASE),
        re.compile(kept or "(?!)", re.IGNORECASE),
    )


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0] if found else None
