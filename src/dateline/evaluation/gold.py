"""The gold that is shipped: invented articles, what they tell, and how they were annotated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from dateline.evaluation import deeds
from dateline.evaluation.article import Article
from dateline.evaluation.markup import parse
from dateline.layout import Given, Page

Annotation = Literal["gold", "first", "second"]
FOLDERS: Final[dict[Annotation, tuple[str, ...]]] = {
    "gold": ("gold",),
    "first": ("annotations", "first"),
    "second": ("annotations", "second"),
}
ARTICLE: Final = ".txt"
DEEDS: Final = ".events"


@cache
def articles(annotation: Annotation = "gold") -> tuple[Article, ...]:
    """Return the annotated articles, in the order of their names.

    Args:
        annotation: `gold` is what was settled on, of all articles; `first` and `second` are the two
            annotations of statements, made apart, of those that were annotated twice.
    """
    return tuple(_with_deeds(article, annotation) for article in _texts(annotation))


def retold(annotation: Annotation) -> tuple[Article, ...]:
    """Return the gold's articles of which an annotation has events and ties, with these alone."""
    told = (_with_deeds(article, annotation) for article in _texts("gold"))
    return tuple(article for article in told if article.cast)


def _texts(annotation: Annotation) -> Iterator[Article]:
    folder = files("dateline.evaluation").joinpath(*FOLDERS[annotation])
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(ARTICLE):
            yield parse(entry.name.removesuffix(ARTICLE), entry.read_text("utf-8"))


def _with_deeds(article: Article, annotation: Annotation) -> Article:
    """Return the article with the events and ties that stand in the file beside it, if one does."""
    name = f"{article.id}{DEEDS}"
    entry = files("dateline.evaluation").joinpath(*FOLDERS[annotation], name)
    return deeds.parse(article, name, entry.read_text("utf-8")) if entry.is_file() else article


def pages(found: Iterable[Article]) -> Iterator[Page]:
    """Yield each article as a page that can be read: its text alone, title and day beside it."""
    for article in found:
        yield Page(
            path=f"gold#{article.id}",
            kind="row",
            text=article.text,
            given=Given(title=article.title, published=article.published, language="en"),
        )
