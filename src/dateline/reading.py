"""The whole way of one article, from page to record: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import dateline
from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.record import Document, Reader, Record
from dateline.text import article, thread


def read(page: Page) -> Record:
    """Return the record of one page: a pure function of the page."""
    answers = thread.read(page)
    found = article.read(page, answers.area)
    return Record(
        dateline=dateline.__version__,
        reader=Reader(profile="page"),
        document=Document(
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
        ),
        sections=found.sections,
        responses=answers.responses,
    )


def read_all(found: Iterable[Page | Unreadable]) -> Iterator[Record | Unreadable]:
    """Yield a record for each page, in order; what could not be read is passed on in its place.

    A page that a stage fails on is a fault of Dateline's: it is passed on as unreadable, with what
    failed, so that one page in a million does not end the reading of the others.
    """
    for item in found:
        if isinstance(item, Unreadable):
            yield item
            continue
        try:
            yield read(item)
        except Exception as fault:  # noqa: BLE001 - the outermost loop
            reason = f"Dateline failed on it: {type(fault).__name__}: {fault}"
            yield Unreadable(item.path, reason, "please report this with the page")
