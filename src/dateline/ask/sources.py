"""Who the coverage rests on, and what rests on one source or on unnamed ones only.

Copies of one report are one report, so that ten papers that print an agency are not ten sources. A
statement rests on its speaker whatever it says; what is asked of is therefore the events and ties
that statements and articles tell, and the statements of sources that nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from dateline.ask import accounts
from dateline.ask.accounts import UNNAMED
from dateline.ask.answers import Layer, Party, Telling
from dateline.ask.elsewhere import elsewhere
from dateline.ask.gathering import Gathered
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table, Whole
from dateline.record import SourceKind
from dateline.store import Claim, Happening, Selection, Tie, View

T = TypeVar("T", Happening, Tie)
SPARE: Final = 2  # so many times what is asked for is looked at, for what others may tell, too


class Share(Answer, frozen=True, kw_only=True):
    """How much rests on a source.

    Attributes:
        source: the speaker, `None` where the archive knows no actor behind the words.
        name: the speaker's name, else the words that name the source, else its kind.
        claims: how many statements, those of copies counted once.
        reports: in how many reports.
        share: of all statements, 0 to 1.
    """

    source: Party | None
    name: str
    kind: SourceKind
    claims: int
    reports: int
    share: float


class Lone(Answer, frozen=True, kw_only=True):
    """What rests on one source, or on unnamed ones only.

    Attributes:
        layer: what it is.
        matter: what is told, in words.
        source: whose word it is, in words.
        unnamed: nobody who vouches for it is named.
        articles: how many articles tell it, copies among them.
        reports: how many they are when copies collapse.
        elsewhere: sentences of other reports that may tell it as well, though they were not read
            so.
    """

    id: str
    layer: Layer
    matter: str
    source: str
    unnamed: bool
    articles: int
    reports: int
    tellings: tuple[Telling, ...]
    elsewhere: tuple[Telling, ...] = ()


class Sources(Whole, frozen=True, kw_only=True):
    """Who the coverage rests on.

    Attributes:
        articles: how many articles have the statements; `reports`: copies counted once.
        claims: how many statements, those of copies counted once.
        shares: the sources, those of most statements first.
        single: what rests on one named source or outlet.
        unnamed: what rests on unnamed sources only, one or several.
        perhaps: what would be in one of the two if no sentence elsewhere might tell it as well.
        cut: whether there is more of the last two than was asked for.
    """

    articles: int
    reports: int
    claims: int
    shares: Table[Share]
    single: Table[Lone]
    unnamed: Table[Lone]
    perhaps: Table[Lone]
    cut: bool

    @property
    def table(self) -> Table[Lone]:
        """What rests on one source, then what rests on unnamed ones only."""
        return Table(Lone, (*self.single, *self.unnamed))


def sources(
    view: View, about: str | None = None, *, scope: Scope = ALL, limit: int | None = 100
) -> Sources:
    """Return who the coverage rests on, of somebody or of everything.

    Args:
        view: the archive.
        about: name or id of somebody that the statements, events and ties have to do with.
        scope: times and outlets.
        limit: at most so many rows of each table; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    chosen = scope.selection(actors=numbers(view, about))
    claims = list(view.claims(chosen))
    weighed = _Weighed(Gathered(view, claims, quotes=False), claims)
    lone = _all_lone(view, chosen, weighed)
    most = None if limit is None else limit * SPARE
    parts = [[one for one in lone if all(one.sources.values()) is bare] for bare in (False, True)]
    looked = [one for part in parts for one in part[:most]]
    rows = _shown(view, looked)
    told = [row for row in rows if not row.elsewhere]
    single = [row for row in told if not row.unnamed]
    unnamed = [row for row in told if row.unnamed]
    return Sources(
        articles=weighed.articles,
        reports=weighed.reports,
        claims=len(weighed.counted),
        shares=Table(Share, islice(weighed.shares(), limit)),
        single=Table(Lone, single[:limit]),
        unnamed=Table(Lone, unnamed[:limit]),
        perhaps=Table(Lone, [row for row in rows if row.elsewhere][:limit]),
        cut=len(looked) < len(lone)
        or (limit is not None and max(map(len, (single, unnamed))) > limit),
    )


def _all_lone(view: View, chosen: Selection, weighed: _Weighed) -> list[_Lone]:
    """Return what rests on one source, or on unnamed ones only, as far as it was read."""
    happenings = accounts.retold(view, view.happenings(chosen))
    ties = accounts.retold_ties(view, view.ties(chosen))
    gathered = Gathered(view, [*happenings, *ties], quotes=False)
    lone = [*_lone(gathered, happenings), *_lone(gathered, ties)]
    inside = {one for row in happenings for one in row.said_in}
    inside |= {one for row in ties for one in row.said_in}
    lone += [
        _Lone([claim], {weighed.key(claim): True}, claim.told or "~")
        for claim in weighed.counted
        if claim.source_kind in UNNAMED and claim.within is None and claim.id not in inside
    ]
    return sorted(lone, key=lambda one: (one.told, one.rows[0].id))


class _Weighed:
    """Statements, each counted once for all copies of its report.

    Attributes:
        counted: those that count.
        articles: how many articles have them.
        reports: how many reports.
    """

    def __init__(self, gathered: Gathered, claims: Sequence[Claim]) -> None:
        self._gathered = gathered
        seen: dict[tuple[int, str, str], Claim] = {}
        for claim in claims:
            origin = gathered.origin(claim.article).number
            seen.setdefault((origin, self.key(claim), _folded(claim.content)), claim)
        self.counted = list(seen.values())
        self._origins = {claim.id: origin for (origin, _, _), claim in seen.items()}
        self.articles = len({claim.article for claim in claims})
        self.reports = len(set(self._origins.values()))

    def key(self, claim: Claim) -> str:
        """Return what two statements of one source have in common."""
        if claim.speaker is not None:
            return f"actor {claim.speaker}"
        if claim.source_kind in UNNAMED:
            return claim.source_kind
        return f"words {_folded(claim.source)}"

    def shares(self) -> list[Share]:
        """Return the share of each source, greatest first."""
        groups: dict[str, list[Claim]] = {}
        for claim in self.counted:
            groups.setdefault(self.key(claim), []).append(claim)
        found = [self._share(group) for group in groups.values()]
        return sorted(found, key=lambda share: (-share.claims, share.name))

    def _share(self, group: Sequence[Claim]) -> Share:
        first = group[0]
        source = self._gathered.party(first.speaker)
        words = first.source_kind if first.source_kind in UNNAMED else first.source
        return Share(
            source=source,
            name=source.name if source else words or first.source_kind,
            kind=first.source_kind,
            claims=len(group),
            reports=len({self._origins[claim.id] for claim in group}),
            share=len(group) / len(self.counted),
        )


class _Lone(NamedTuple):
    """An account, or a statement, and who vouches for it: key, and whether unnamed."""

    rows: Sequence[Claim | Happening | Tie]
    sources: Mapping[str, bool]
    told: str


def _lone(gathered: Gathered, rows: Sequence[T]) -> Iterator[_Lone]:
    """Yield the accounts that one source vouches for, or unnamed ones only."""
    for group in accounts.grouped(rows):
        vouch = accounts.sources(gathered, group)
        if vouch and (len(vouch) == 1 or all(vouch.values())):
            yield _Lone(group, vouch, min(row.told or "~" for row in group))


def _shown(view: View, lone: Sequence[_Lone]) -> list[Lone]:
    gathered = Gathered(view, [row for one in lone for row in one.rows])
    sought = [[row for row in one.rows if not isinstance(row, Claim)] for one in lone]
    told = elsewhere(view, gathered, [rows for rows in sought if rows])
    others = iter(told)
    return [
        _row(gathered, one, next(others) if rows else ())
        for one, rows in zip(lone, sought, strict=True)
    ]


def _row(gathered: Gathered, lone: _Lone, others: tuple[Telling, ...]) -> Lone:
    first = lone.rows[0]
    tellings = tuple(gathered.telling(row) for row in lone.rows)
    vouching = [one for one in tellings if one.reality != "denied"]
    own = [one for one in vouching if one.article.key == one.article.origin]
    return Lone(
        id=first.id,
        layer=_layer(first),
        matter=_matter(gathered, lone.rows),
        source=", ".join(sorted({_voice(one) for one in own or vouching})),
        unnamed=all(lone.sources.values()),
        articles=len({one.article.key for one in tellings}),
        reports=len({one.article.origin for one in tellings}),
        tellings=tellings,
        elsewhere=others,
    )


def _layer(row: Claim | Happening | Tie) -> Layer:
    if isinstance(row, Claim):
        return "statement"
    return "event" if isinstance(row, Happening) else "tie"


def _matter(gathered: Gathered, rows: Sequence[Claim | Happening | Tie]) -> str:
    """Return what is told, in words."""
    first = rows[0]
    if isinstance(first, Claim):
        return first.content
    if isinstance(first, Tie):
        return accounts.in_words(
            accounts.tie(gathered, [one for one in rows if isinstance(one, Tie)])
        )
    return accounts.in_words(
        accounts.event(gathered, [one for one in rows if isinstance(one, Happening)])
    )


def _voice(telling: Telling) -> str:
    if not telling.voices:
        return telling.article.outlet or telling.article.path
    voice = telling.voices[0]
    return voice.party.name if voice.party else voice.words or voice.kind


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
