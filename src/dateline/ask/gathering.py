"""What the rows of an answer refer to, fetched in a few questions for all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.ask.answers import Head, Party, Said, Telling, Voice, Why
from dateline.ask.wording import is_refusal
from dateline.record import Reality
from dateline.span import Span
from dateline.store import (
    Actor,
    Article,
    Claim,
    Happening,
    Moment,
    Row,
    Selection,
    Tie,
    View,
)

Told = Claim | Happening | Tie
R = TypeVar("R", Claim, Happening, Tie)
"""A row that somebody tells."""


def party(actor: Actor) -> Party:
    """Return an actor as a row names it."""
    return Party(id=actor.id, name=actor.name, kind=actor.kind, place=actor.place)


class Gathered:
    """The actors, articles, statements and sentences that some rows refer to.

    However many rows there are, the view is asked about six times.
    """

    def __init__(self, view: View, rows: Sequence[Told], *, quotes: bool = True) -> None:
        """Fetch what the rows refer to.

        Args:
            view: the archive.
            rows: the rows that will be asked for; any others are not known here.
            quotes: fetch the sentences, too; without them every quote is empty.
        """
        self._rows = view.these(_referred(rows))
        self._fetch_enclosing(view)
        statements = [row for row in self._rows.values() if isinstance(row, Claim)]
        self._articles = _articles(view, {row.article for row in (*rows, *statements)})
        self._actors = view.names(_actors((*rows, *statements)))
        places = [(row.article, evidence(row)) for row in rows] if quotes else []
        found = view.excerpts(places) if places else []
        self._quotes = {row.id: one.text for row, one in zip(rows, found, strict=False)}

    def _fetch_enclosing(self, view: View) -> None:
        """Fetch the statements around statements, however deep."""
        asked = set(self._rows)
        while (
            missing := {
                row.within for row in self._rows.values() if isinstance(row, Claim) and row.within
            }
            - asked
        ):
            asked |= missing
            self._rows |= view.these(sorted(missing))

    def party(self, number: int | None) -> Party | None:
        """Return an actor as rows name it; `None` where there is none."""
        actor = self._actors.get(number) if number is not None else None
        return party(actor) if actor else None

    def parties(self, numbers: Iterable[int]) -> tuple[Party, ...]:
        """Return some actors, as rows name them."""
        return tuple(found for number in numbers if (found := self.party(number)))

    def head(self, article: int) -> Head:
        """Return which article a number means."""
        return head(self._articles[article], self.origin(article))

    def in_order(self, rows: Iterable[R]) -> list[R]:
        """Return rows in order of telling, a report before its copies."""
        return sorted(rows, key=lambda row: (row.told or "~", self._is_copy(row), row.id))

    def _is_copy(self, row: Told) -> bool:
        return self._articles[row.article].origin != row.article

    def origin(self, article: int) -> Article:
        """Return the article that an article is a copy of; itself if it is none."""
        one = self._articles[article]
        return self._articles.get(one.origin, one)

    def quote(self, row: Told) -> str:
        """Return the sentence that a row is read from; empty if it was not asked for."""
        return self._quotes.get(row.id, "")

    def said(self, row: Claim) -> Said:
        """Return a statement as it is answered."""
        return Said(
            id=row.id,
            speaker=self.party(row.speaker),
            source=row.source,
            source_kind=row.source_kind,
            cue=row.cue,
            content=row.content,
            stance=row.stance,
            certainty=row.certainty,
            manner=row.manner,
            addressee=self.party(row.addressee),
            about=self.parties(row.about),
            within=row.within,
            article=self.head(row.article),
            span=evidence(row),
            rule=row.rule,
        )

    def telling(self, row: Told) -> Telling:
        """Return one article's account of something."""
        return Telling(
            id=row.id,
            article=self.head(row.article),
            voices=self.voices(row),
            reality=self.reality(row),
            certainty=row.certainty,
            from_=None if isinstance(row, Claim) else row.from_,
            until=None if isinstance(row, Claim) else row.until,
            status=row.status if isinstance(row, Tie) else None,
            words=_words(row),
            quote=self.quote(row),
            span=evidence(row),
            why=self._why(row) if isinstance(row, Tie) else (),
            rule=row.rule,
        )

    def voices(self, row: Told) -> tuple[Voice, ...]:
        """Return whose word a row is, innermost first; empty in the article's own voice."""
        return tuple(self._voice(claim) for claim in self.claims(row))

    def claims(self, row: Told) -> list[Claim]:
        """Return the statements that a row is told in, innermost first; a statement's own first."""
        if not isinstance(row, Claim):
            found = (self._rows.get(one) for one in row.said_in)
            return [one for one in found if isinstance(one, Claim)]
        chain = [row]
        while chain[-1].within and len(chain) <= len(self._rows):
            above = self._rows.get(chain[-1].within)
            if not isinstance(above, Claim):
                break
            chain.append(above)
        return chain

    def reality(self, row: Told) -> Reality:
        """Return a row's reality, `denied` too where its innermost statement is a denial."""
        said = self.claims(row)[:1]
        if said and is_denial(said[0]):
            return "denied"
        return "actual" if isinstance(row, Claim) else row.reality

    def _voice(self, claim: Claim) -> Voice:
        return Voice(
            id=claim.id,
            party=self.party(claim.speaker),
            words=claim.source,
            kind=claim.source_kind,
            stance=claim.stance,
            certainty=claim.certainty,
        )

    def _why(self, tie: Tie) -> tuple[Why, ...]:
        key = tie.id.partition(":")[0]
        out = []
        for reason in tie.reasons:
            local = reason.event or reason.time
            whole = f"{key}:{local}" if local else None
            words = _short(self._rows.get(whole)) if whole else ""
            why = Why(end=reason.end, bound=reason.bound, id=whole, words=words, rule=reason.rule)
            out.append(why)
        return tuple(out)


def head(article: Article, origin: Article) -> Head:
    """Return which article it is."""
    return Head(
        key=article.key,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        path=article.path,
        told=article.published,
        origin=origin.key,
    )


def heads(view: View, numbers: Iterable[int]) -> dict[int, Head]:
    """Return which articles some numbers mean."""
    found = _articles(view, set(numbers))
    return {one.number: head(one, found.get(one.origin, one)) for one in found.values()}


def is_denial(claim: Claim) -> bool:
    """Tell whether a statement has it that something is not so; who refuses denies nothing."""
    return claim.stance == "deny" and not is_refusal(claim.cue)


def evidence(row: Told) -> Span:
    """Return where the evidence of a row stands, from its first to its last character."""
    if isinstance(row, Happening):
        return row.span
    spans = row.spans if isinstance(row, Claim) else row.evidence[:1]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)


def _articles(view: View, numbers: set[int]) -> dict[int, Article]:
    """Return some articles, and those that they are copies of."""
    if not numbers:
        return {}
    found = _numbered(view, numbers)
    origins = {one.origin for one in found.values()} - set(found)
    return found | _numbered(view, origins) if origins else found


def _numbered(view: View, numbers: set[int]) -> dict[int, Article]:
    wanted = Selection(articles=sorted(numbers), current=False)
    return {one.number: one for one in view.articles(wanted)}


def _actors(rows: Iterable[Told]) -> set[int]:
    """Return the numbers of all actors in some rows."""
    out: set[int | None] = set()
    for row in rows:
        if isinstance(row, Claim):
            out |= {row.speaker, row.addressee, *row.about}
        elif isinstance(row, Happening):
            out |= {*row.who, *row.whom, *row.where}
        else:
            out |= {row.subject, row.object}
    return {number for number in out if number is not None}


def _referred(rows: Iterable[Told]) -> list[str]:
    """Return the ids of the statements, times and events that some rows refer to."""
    out: set[str] = set()
    for row in rows:
        if isinstance(row, Claim):
            out |= {row.within} if row.within else set()
            continue
        out |= set(row.said_in)
        key = row.id.partition(":")[0]
        for reason in row.reasons if isinstance(row, Tie) else ():
            local = reason.event or reason.time
            out |= {f"{key}:{local}"} if local else set()
    return sorted(out)


def _words(row: Told) -> str:
    if isinstance(row, Claim):
        return row.content
    return row.words if isinstance(row, Happening) else row.role or ""


def _short(row: Row | None) -> str:
    if isinstance(row, Moment):
        return row.value
    return row.words if isinstance(row, Happening) else ""
