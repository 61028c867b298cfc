"""The whole way of one article, from page to record: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Literal, NamedTuple

from dateline import events, names, statements, times
from dateline.errors import DatelineError, Unreadable
from dateline.languages import holding
from dateline.layout import Page
from dateline.record import (
    Document,
    Entity,
    Event,
    Reader,
    Record,
    Relation,
    SectionKind,
    Statement,
    Time,
)
from dateline.span import Span
from dateline.syntax import Proposal, Syntax
from dateline.text import article, encoder, grammar, thread
from dateline.text.article import Article
from dateline.text.thread import spam
from dateline.version import VERSION

Profile = Literal["page", "fast", "full"]
"""How much is read, and by what.

`page`: the page, its thread and its times, by rules alone. `fast`: names and statements as well, by
a parser and rules. `full`: the same, by the parser, the encoder and rules.
"""

STORY: tuple[SectionKind, ...] = ("body", "subhead")
BESIDE: tuple[SectionKind, ...] = ("headline", "dateline", "caption")
UNTOLD = "en"  # the language that a text is taken for which is too short to tell


def read(
    page: Page,
    profile: Profile = "full",
    memory: spam.Memory | None = None,
    trace: events.Trace | None = None,
) -> Record:
    """Return the record of one page: a pure function of the page, as long as there is no memory.

    Args:
        page: the page.
        profile: how much is read.
        memory: the comments of pages read before, to which those of this page are added: what was
            posted under many articles is more likely spam. Only the spam flags hang on it.
        trace: takes notes of what the rules for events tried on the sentences that it asks about.

    Raises:
        DatelineError: if what the profile needs is not installed.
    """
    aside = thread.read(page)
    found = article.read(page, aside.area)
    body = " ".join([found.title or "", *(span.of(page.text) for span in _spans(found, STORY))])
    seen = _seen(page, found, profile)
    entities = _names(page, found, seen)
    told = _times(page, found, seen)
    said = _statements(page, found, seen, entities)
    happened, ties = _events(page, found, seen, Told(entities, told, said), trace)
    return Record(
        dateline=VERSION,
        reader=Reader(
            profile=profile,
            parser=grammar.NAME if seen else None,
            encoder=encoder.name(_language(found)) if seen and seen.encoding else None,
        ),
        document=_document(page, found),
        sections=found.sections,
        responses=spam.judge(aside.responses, page.text, found.published, body, memory),
        entities=entities,
        times=told,
        statements=said,
        events=happened,
        relations=ties,
    )


def _document(page: Page, found: Article) -> Document:
    return Document(
        id=sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest(),
        path=page.path,
        url=found.url,
        outlet=found.outlet,
        title=found.title,
        byline=found.byline,
        published=found.published,
        language=found.language,
        text=page.text,
        dateline=found.dateline,
    )


class Seen(NamedTuple):
    """What the readers of words see in an article: the parser, and the encoder where it reads.

    Attributes:
        proposals: what is taken for names by the encoder, or by the parser's own tagger.
    """

    syntax: Syntax
    proposals: tuple[Proposal, ...]
    encoding: encoder.Encoding | None


def _seen(page: Page, found: Article, profile: Profile) -> Seen | None:
    """Let the readers of words read; none reads a language without a lexicon of names."""
    if profile == "page" or not _is_read(found, "titles"):
        return None
    parts = _spans(found, tuple(names.ARTICLE))
    if profile == "fast":
        return Seen(*grammar.read(page.text, parts), None)
    syntax = grammar.parse(page.text, parts)
    encoding = encoder.encode(_alone(page.text, parts), _language(found))
    return Seen(syntax, encoding.names, encoding)


def _alone(text: str, parts: tuple[Span, ...]) -> str:
    """Return the text with blanks in place of what lies outside the parts; offsets stay."""
    alone, at = [], 0
    for part in parts:
        alone += [" " * (part.start - at), part.of(text)]
        at = part.end
    return "".join(alone)


def _names(page: Page, found: Article, seen: Seen | None) -> tuple[Entity, ...]:
    if seen is None:
        return ()
    return names.read(
        page.text,
        seen.syntax,
        seen.proposals,
        found.sections,
        beliefs=seen.encoding.named if seen.encoding else None,
        byline=found.byline,
        language=_language(found),
    )


def _times(page: Page, found: Article, seen: Seen | None) -> tuple[Time, ...]:
    """Find the times in the story and beside it; none in a language that has no grammar of time."""
    if not _is_read(found, "times"):
        return ()
    return times.find(
        page.text,
        found.published,
        within=_spans(found, STORY),
        apart=_spans(found, BESIDE),
        dateline=found.dateline.date if found.dateline else None,
        syntax=seen.syntax if seen else None,
        language=_language(found),
    )


def _statements(
    page: Page, found: Article, seen: Seen | None, entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    if seen is None or not _is_read(found, "cues"):
        return ()
    return statements.read(
        page.text,
        seen.syntax,
        entities,
        parts=seen.encoding.parts if seen.encoding else (),
        links=seen.encoding.links if seen.encoding else (),
        beliefs=seen.encoding.said.of if seen.encoding else None,
        outlet=found.outlet,
        language=_language(found),
    )


class Told(NamedTuple):
    """What an article names, when, and who says so."""

    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]


def _events(
    page: Page, found: Article, seen: Seen | None, told: Told, trace: events.Trace | None
) -> tuple[tuple[Event, ...], tuple[Relation, ...]]:
    if seen is None or not _is_read(found, "actions"):
        return (), ()
    return events.read(
        page.text,
        seen.syntax,
        *told,
        published=found.published,
        language=_language(found),
        trace=trace,
    )


def _language(found: Article) -> str:
    return found.language or UNTOLD


def _is_read(found: Article, lexicon: str) -> bool:
    """Tell whether the article's language has that lexicon."""
    return _language(found) in holding(lexicon)


def _spans(found: Article, kinds: tuple[SectionKind, ...]) -> tuple[Span, ...]:
    return tuple(section.span for section in found.sections if section.kind in kinds)


def read_all(
    found: Iterable[Page | Unreadable], profile: Profile = "full"
) -> Iterator[Record | Unreadable]:
    """Yield a record for each page, in order; what could not be read is passed on in its place.

    Comments are judged in the light of those on the pages before, so the order of the pages counts.
    A page that a stage fails on is a fault of Dateline's: it is passed on as unreadable, with what
    failed, so that one page in a million does not end the reading of the others.

    Raises:
        DatelineError: if what the profile needs is not installed: no page could be read then.
    """
    memory = spam.Memory()
    for item in found:
        if isinstance(item, Unreadable):
            yield item
            continue
        try:
            yield read(item, profile, memory)
        except Unreadable as fault:
            yield fault
        except DatelineError:
            raise
        except Exception as fault:  # noqa: BLE001 - the outermost loop
            reason = f"Dateline failed on it: {type(fault).__name__}: {fault}"
            yield Unreadable(item.path, reason, "please report this with the page")
