"""Articles by the words of their titles and texts, each with the passage that has most of them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.ask.answers import Head
from dateline.ask.gathering import heads
from dateline.ask.naming import numbers
from dateline.ask.scope import ALL, Scope
from dateline.ask.table import Answer, Table
from dateline.span import Span
from dateline.store import Hit, View
from dateline.store.rows import HitPart


class Passage(Answer, frozen=True, kw_only=True):
    """An article that was found, by its best passage.

    Attributes:
        id: of the passage, which `show` opens: `KEY:812-870`.
        part: what has all of the words: `title`, `text`, or the readers' `comments`, which are no
            part of the article.
        quote: the passage.
        span: where it stands in the article's text.
        marks: where the words stand in it, in the article's text; none where only the title that
            the page gives itself has them.
    """

    id: str
    part: HitPart
    article: Head
    quote: str
    span: Span
    marks: tuple[Span, ...]

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Yield the passage in pieces, and whether each is of the words."""
        at = self.span.start
        for mark in self.marks:
            yield self.quote[at - self.span.start : mark.start - self.span.start], False
            yield self.quote[mark.start - self.span.start : mark.end - self.span.start], True
            at = mark.end
        yield self.quote[at - self.span.start :], False


def search(  # noqa: PLR0913 - each narrows the answer
    view: View,
    text: str,
    *,
    naming: str | None = None,
    copies: bool = False,
    scope: Scope = ALL,
    limit: int | None = 20,
) -> Table[Passage]:
    """Return the articles that have some words: by the title, by the text, by a reader's comment.

    Those whose title has all of the words come first, then those whose text has, then those where
    a reader has them; of each the newest first. Only the present versions of pages are found.

    Args:
        view: the archive.
        text: the words: each must occur, "quoted words" in that order, a trailing * any ending; no
            other syntax.
        naming: name or id of somebody whom the article names.
        copies: with the copies of a report that is found as well.
        scope: times of telling and outlets.
        limit: at most so many; `None` for all.

    Raises:
        DatelineError: if nobody in the archive has the name.
    """
    chosen = scope.told().selection(
        text=text, actors=numbers(view, naming), copies=copies, limit=limit
    )
    found = list(view.hits(chosen))
    known = heads(view, (hit.article for hit in found))
    return Table(Passage, (_passage(known[hit.article], hit) for hit in found))


def _passage(article: Head, hit: Hit) -> Passage:
    return Passage(
        id=f"{article.key}:{hit.span.start}-{hit.span.end}",
        part=hit.part,
        article=article,
        quote=hit.text,
        span=hit.span,
        marks=hit.marks,
    )
