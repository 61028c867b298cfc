"""A thing in its sentence: what else stands there, by which rules, and what users corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from dateline.ask.answers import Head, Layer, Said
from dateline.ask.claims import said
from dateline.ask.gathering import heads
from dateline.ask.table import Answer, Table, Whole
from dateline.errors import DatelineError
from dateline.record import Record
from dateline.span import Span, merged
from dateline.store import Article, Claim, Correction, Excerpt, Selection, View

_PLACE: Final = re.compile(r"([0-9a-f]{1,16})(?::(\d{1,9})-(\d{1,9}))?")
AROUND: Final = 400  # characters: a statement so near stands around another


class Mark(Answer, frozen=True, kw_only=True):
    """Something in a sentence: where it stands in the article's text, and what made it.

    Attributes:
        part: what of the thing stands there: a statement's `source`, `cue` or `content`, an
            event's `trigger`, and so on; `evidence` of a tie.
        rule: `None` for names, which are not made by one rule.
    """

    span: Span
    layer: Layer
    part: str
    id: str
    label: str
    rule: str | None


class Shown(Whole, frozen=True, kw_only=True):
    """A thing in its sentence.

    Attributes:
        label: what it is, in words.
        evidence: where it stands in the article's text.
        excerpt: the sentence or sentences, and where they stand.
        marks: everything in them, in the order of the text.
        around: the statements near by.
        corrections: what users said of it.
    """

    id: str
    layer: Layer
    label: str
    rule: str | None
    article: Head
    evidence: tuple[Span, ...]
    excerpt: Excerpt
    marks: tuple[Mark, ...]
    around: Table[Said]
    corrections: tuple[Correction, ...]

    @property
    def table(self) -> Table[Mark]:
        """All that stands in the sentence."""
        return Table(Mark, self.marks)


def show(view: View, id_: str) -> Shown:
    """Return a statement, event, tie, entity, time or place of a text in its sentence.

    Args:
        view: the archive.
        id_: of a row, such as `5e1f0c2ab3d49786:s4`; `5e1f0c2ab3d49786:812-870` for characters of
            the article's text, its key alone for how the article begins. The key may be shortened
            as long as no other begins so.

    Raises:
        DatelineError: if the archive holds nothing of that id.
    """
    place = _PLACE.fullmatch(id_.strip())
    article = view.article(place[1]) if place else None
    if place and article:
        span = Span(int(place[2]), int(place[3])) if place[2] else None
        return _place_of(view, article, span)
    row = view.one(id_.strip())
    if row is None:
        remedy = "ids stand at the end of each row that a view prints, such as 5e1f0c2ab3d49786:s4"
        raise DatelineError(id_, "the archive holds no such thing", remedy)
    key, _, local = row.id.partition(":")
    marks = list(_marks(view.record(row.article), key))
    own = [mark for mark in marks if mark.id == row.id]
    evidence = merged(mark.span for mark in own) or (Span(0, 0),)
    first = evidence[0] if row.id.partition(":")[2][:1] == "e" else _hull(evidence)
    excerpt = view.excerpt(row.article, first.start, first.end)
    return Shown(
        id=row.id,
        layer=_LAYERS[local[:1]],
        label=own[0].label if own else "",
        rule=own[0].rule if own else None,
        article=heads(view, [row.article])[row.article],
        evidence=evidence,
        excerpt=excerpt,
        marks=tuple(mark for mark in marks if excerpt.span.contains(mark.span)),
        around=_around(view, row.article, excerpt, row.id),
        corrections=tuple(one for one in view.corrections() if row.id in {one.of, one.other}),
    )


def _place_of(view: View, article: Article, place: Span | None) -> Shown:
    """Return some characters of an article's text in their sentence, or its first sentence.

    Raises:
        DatelineError: if the text has no such characters.
    """
    span = place or _opening(view.record(article.number))
    id_ = f"{article.key}:{span.start}-{span.end}" if place else article.key
    if not 0 <= span.start < span.end <= len(view.text(article.number)):
        raise DatelineError(id_, "the article's text has no such place", "offsets count from 0")
    excerpt = view.excerpt(article.number, span.start, span.end)
    marks = _marks(view.record(article.number), article.key)
    return Shown(
        id=id_,
        layer="text",
        label="",
        rule=None,
        article=heads(view, [article.number])[article.number],
        evidence=(span,) if place else (),
        excerpt=excerpt,
        marks=tuple(mark for mark in marks if excerpt.span.contains(mark.span)),
        around=_around(view, article.number, excerpt, id_),
        corrections=(),
    )


def _opening(record: Record) -> Span:
    """Return the first character of the story, of the text where there is no story."""
    text = record.document.text
    story = next((one.span.trimmed(text) for one in record.sections if one.kind == "body"), None)
    start = story.start if story else 0
    return Span(start, start + 1)


def _hull(spans: Iterable[Span]) -> Span:
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def _around(view: View, article: int, excerpt: Excerpt, but: str) -> Table[Said]:
    """Return the other statements that stand in the sentence or near it."""
    near = Span(max(0, excerpt.span.start - AROUND), excerpt.span.end + AROUND)
    found = [
        claim
        for claim in view.claims(Selection(articles=(article,), current=False))
        if claim.id != but and any(span.overlaps(near) for span in claim.spans)
    ]
    return said(view, sorted(found, key=_place))


def _place(claim: Claim) -> tuple[Span, str]:
    return claim.spans[0], claim.id


_LAYERS: Final[dict[str, Layer]] = {
    "s": "statement",
    "v": "event",
    "r": "tie",
    "e": "entity",
    "t": "time",
}
_Part = Literal["source", "cue", "content", "stance", "certainty"]


def _marks(record: Record, key: str) -> Iterator[Mark]:
    """Yield everything in an article with the place where it stands, in the order of the text."""
    found = [mark for reader in _READERS for mark in reader(record, key)]
    yield from sorted(found, key=lambda mark: (mark.span, mark.layer, mark.id, mark.part))


def _entities(record: Record, key: str) -> Iterator[Mark]:
    for one in record.entities:
        label = f"{one.kind} {one.name}"
        for mention in one.mentions:
            yield _mark(mention.span, "entity", mention.form, f"{key}:{one.id}", label, None)


def _times(record: Record, key: str) -> Iterator[Mark]:
    for one in record.times:
        ends = f": {one.from_ or '…'} until {one.until or '…'}" if one.from_ or one.until else ""
        yield _mark(one.span, "time", one.type, f"{key}:{one.id}", f"{one.value}{ends}", one.rule)


def _statements(record: Record, key: str) -> Iterator[Mark]:
    for one in record.statements:
        doubt = "" if one.certainty == "certain" else f", {one.certainty}"
        label = f"{one.stance}{doubt}, {one.manner}, {one.source.kind} source"
        parts: tuple[tuple[_Part, tuple[Span, ...]], ...] = (
            ("source", one.source.spans),
            ("cue", one.cue.spans),
            ("content", one.content.spans),
            ("stance", one.stance_words),
            ("certainty", one.certainty_words),
        )
        for part, spans in parts:
            for span in spans:
                yield _mark(span, "statement", part, f"{key}:{one.id}", label, one.rule)


def _events(record: Record, key: str) -> Iterator[Mark]:
    names = {one.id: one.name for one in record.entities}
    for one in record.events:
        who = " and ".join(names.get(end, end) for end in one.who)
        whom = ", ".join(names.get(end, end) for end in (*one.whom, *one.where))
        kind = f"{one.type} ({one.mode})" if one.mode else one.type
        label = f"{who + ': ' if who else ''}{kind}{', ' + whom if whom else ''}, {one.reality}"
        for span in one.evidence or (one.trigger,):
            yield _mark(span, "event", "trigger", f"{key}:{one.id}", label, one.rule)
        for span in one.instrument:
            yield _mark(span, "event", "instrument", f"{key}:{one.id}", label, one.rule)
        for count in one.victims:
            yield _mark(count.span, "event", count.what, f"{key}:{one.id}", label, one.rule)


def _ties(record: Record, key: str) -> Iterator[Mark]:
    names = {one.id: one.name for one in record.entities}
    for one in record.relations:
        ends = names.get(one.subject, one.subject), names.get(one.object, one.object)
        role = f" ({one.role})" if one.role else ""
        label = f"{ends[0]} {one.type} {ends[1]}{role}, {one.reality}"
        for span in one.evidence:
            yield _mark(span, "tie", "evidence", f"{key}:{one.id}", label, one.rule)


def _mark(span: Span, layer: Layer, part: str, id_: str, label: str, rule: str | None) -> Mark:  # noqa: PLR0913, PLR0917
    return Mark(span=span, layer=layer, part=part, id=id_, label=label, rule=rule)


_READERS: Final[tuple[Callable[[Record, str], Iterator[Mark]], ...]] = (
    _statements,
    _events,
    _ties,
    _entities,
    _times,
)
