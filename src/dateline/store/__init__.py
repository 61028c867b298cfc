"""The contract of an archive: a writer that takes records in, and views that answer from it.

`sqlite` is the store in one file. Reading and asking know this face alone, so another store can
stand in its place; every store passes the same tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Final, Literal, Protocol, Self

import msgspec

from dateline.record import Certainty, EntityKind, Reality, Record, SourceKind, Stance
from dateline.span import Span
from dateline.store.rows import (
    Actor,
    Article,
    Claim,
    Correction,
    CorrectionKind,
    Excerpt,
    Happening,
    Hit,
    Member,
    Moment,
    Pair,
    Row,
    Tie,
)

__all__ = [
    "EVERY",
    "Actor",
    "Article",
    "Claim",
    "Correction",
    "CorrectionKind",
    "Excerpt",
    "Happening",
    "Hit",
    "Member",
    "Moment",
    "Pair",
    "Row",
    "Selection",
    "Tie",
    "View",
    "Writer",
]


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are wanted; every condition that is given must hold.

    Attributes:
        actors: numbers; the row has one of them in any part (for claims: speaker, addressee or
            named in the content; events: who, whom, where; ties: subject, object; articles: named
            in it).
        speakers, about: numbers; for claims only.
        articles: numbers.
        outlets: exact names.
        types: types of event or tie.
        accounts: numbers; tellings of these events or ties.
        realities: of events and ties.
        retold: only events and ties whose account has more than one telling.
        text: words that the content has, as a user types them: each word must occur, "quoted
            words" in that order, a trailing * any ending; no other syntax. For claims, and hits.
        stances, certainties, sources: of claims.
        told_since, told_until: when the article was published, half open, ISO 8601.
        held_from, held_until: the fact's own interval has a moment in this half-open one; a fact
            with an end that is not known may have it, one without any date is left out.
        current: leave out versions of pages that a later one has replaced.
        copies: with the copies of an article that is found as well; for hits only.
        limit: at most so many rows; `None` for all.
    """

    actors: Sequence[int] = ()
    speakers: Sequence[int] = ()
    about: Sequence[int] = ()
    articles: Sequence[int] = ()
    outlets: Sequence[str] = ()
    types: Sequence[str] = ()
    accounts: Sequence[int] = ()
    realities: Sequence[Reality] = ()
    retold: bool = False
    text: str | None = None
    stances: Sequence[Stance] = ()
    certainties: Sequence[Certainty] = ()
    sources: Sequence[SourceKind] = ()
    told_since: str | None = None
    told_until: str | None = None
    held_from: str | None = None
    held_until: str | None = None
    current: bool = True
    copies: bool = True
    limit: int | None = None


EVERY: Final = Selection()


class View(Protocol):
    """What can be asked of an archive. Rows come in order of article, then of text.

    What a user marked `wrong` is left out of claims, happenings and ties, and renamed and re-kinded
    actors come as the user wants them.
    """

    def articles(self, selection: Selection = EVERY, *, oldest: bool = False) -> Iterator[Article]:
        """Yield articles; only `actors`, `articles`, `outlets`, `told_*` and `current` select.

        Args:
            selection: which.
            oldest: the oldest first, those without a date last.
        """

    def number(self, of: Literal["articles", "claims"], selection: Selection) -> int:
        """Return how many rows `articles` or `claims` would yield; not for a selection by text."""

    def hits(self, selection: Selection) -> Iterator[Hit]:
        """Yield the articles that have the words of `text`, each once, with their best passage.

        First those that have all of them in the title, then those that have them in the text, then
        those whose readers have them in their comments; of each the newest first. What selects is
        as for `articles`.
        """

    def outlets(self, selection: Selection = EVERY) -> dict[str | None, int]:
        """Return how many articles each outlet has of those that `articles` would yield."""

    def article(self, key: str) -> Article | None:
        """Return the article of a key, or of a beginning of one that no other key has."""

    def record(self, article: int) -> Record:
        """Return the record as it was added, equal to the byte."""

    def text(self, article: int) -> str:
        """Return an article's text."""

    def texts(self, articles: Sequence[int]) -> dict[int, str]:
        """Return the texts of some articles, by their numbers."""

    def excerpt(self, article: int, start: int, end: int) -> Excerpt:
        """Return the sentences around some characters: text[start:end] lies within."""

    def excerpts(self, places: Sequence[tuple[int, Span]]) -> list[Excerpt]:
        """Return the excerpt of each place, an article's number and a span, each text read once."""

    def actors(self, numbers: Iterable[int]) -> dict[int, Actor]:
        """Return the actors of some numbers."""

    def names(self, numbers: Iterable[int]) -> dict[int, Actor]:
        """Return the actors of some numbers without their aliases: many in one question."""

    def named(self, name: str, kinds: Sequence[EntityKind] = (), limit: int = 20) -> list[Actor]:
        """Return the actors that a name may mean, likeliest first: by equal, then partial name."""

    def leading(self, kinds: Sequence[EntityKind] = (), limit: int = 100) -> list[Actor]:
        """Return the actors of most articles."""

    def actor(self, entity: str) -> int | None:
        """Return the number of the actor that an entity (`KEY:e3`) was matched to."""

    def members(self, actor: int, *, told_since: str | None = None) -> Iterator[Member]:
        """Yield the entities that an actor was matched from.

        Args:
            actor: its number.
            told_since: only those of articles that were published then or later.
        """

    def called(self, actor: int) -> dict[str, int]:
        """Return the names that an actor goes by, and how many of its entities have each."""

    def entities(self) -> Iterator[Member]:
        """Yield every entity of every current article."""

    def claims(self, selection: Selection = EVERY) -> Iterator[Claim]:
        """Yield statements."""

    def happenings(self, selection: Selection = EVERY) -> Iterator[Happening]:
        """Yield tellings of events."""

    def ties(self, selection: Selection = EVERY, *, plain: bool = False) -> Iterator[Tie]:
        """Yield tellings of ties; `plain` ones come sooner, without reasons and evidence."""

    def moments(self, selection: Selection = EVERY) -> Iterator[Moment]:
        """Yield expressions of time; `held_*` select by the interval named."""

    def one(self, id: str) -> Row | None:  # noqa: A002
        """Return the row of an id, or `None`; the article's key may be shortened."""

    def these(self, ids: Iterable[str]) -> dict[str, Row]:
        """Return the rows of many whole ids, by id; ids that are not held are left out."""

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction in order of making, those taken back among them."""

    def pairs(self, least: float = 0.0, most: float = 1.0) -> Iterator[Pair]:
        """Yield the pairs of entities that matching weighed, most doubtful first."""

    def period(self) -> tuple[str | None, str | None]:
        """Return when the first and the last of the current articles were published."""

    def counts(self) -> dict[str, int]:
        """Return how many current articles, actors, claims, happenings, ties it holds."""

    def close(self) -> None:
        """Close the archive."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Writer(Protocol):
    """What takes records in; one at a time has an archive open for writing."""

    def has(self, where: str, digest: str) -> bool:
        """Tell whether the page from `where` was added with just this digest before."""

    def add(self, record: Record, where: str, digest: str) -> bool:
        """Add a record in one transaction; tell whether it was new.

        Args:
            record: what was read.
            where: the page's URL, else its path: two pages from one place are versions of one.
            digest: of all that was read and of what read it, so that a page is read again when
                either has changed.
        """

    def match(self, actors: Iterable[Sequence[str]], pairs: Iterable[Pair]) -> None:
        """Replace who is who: groups of entity ids, the first of each giving the actor its id."""

    def copies(self, origins: Iterable[Sequence[int]]) -> None:
        """Replace which articles are copies of one report: groups of numbers, the first first."""

    def accounts(self, groups: Iterable[Sequence[str]]) -> None:
        """Replace which tellings are of one event or tie: groups of ids of happenings or ties."""

    def correct(self, correction: Correction) -> Correction:
        """Add a correction, its number given by the archive; return it as added."""

    def undo(self, number: int, made: str) -> Correction:
        """Take a correction back; it stays in the archive with the time when it was undone."""

    def close(self) -> None:
        """Close the archive."""
