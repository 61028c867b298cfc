"""The gold that is shipped: invented articles and their statements, and how they were annotated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from dateline.evaluation.article import Article
from dateline.evaluation.markup import parse
from dateline.layout import Given, Page

Annotation = Literal["gold", "first", "second"]
FOLDERS: Final[dict[Annotation, tuple[str, ...]]] = {
    "gold": ("gold",),
    "first": ("annotations", "first"),
    "second": ("annotations", "second"),
}


@cache
def articles(annotation: Annotation = "gold") -> tuple[Article, ...]:
    """Return the annotated articles, in the order of their names.

    Args:
        annotation: `gold` is what was settled on, of all articles; `first` and `second` are the two
            annotations, made apart, of those that were annotated twice.
    """
    folder = files("dateline.evaluation").joinpath(*FOLDERS[annotation])
    found = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(
        parse(entry.name.removesuffix(".txt"), entry.read_text("utf-8")) for entry in found
    )


def pages(found: Iterable[Article]) -> Iterator[Page]:
    """Yield each article as a page that can be read: its text alone, title and day beside it."""
    for article in found:
        yield Page(
            path=f"gold#{article.id}",
            kind="row",
            text=article.text,
            given=Given(title=article.title, published=article.published, language="en"),
        )
