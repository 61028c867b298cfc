"""The whole way of one article, from page to record: the stages in their order."""

from __future__ import annotations

from hashlib import sha256

import dateline
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
        ),
        sections=found.sections,
        responses=answers.responses,
    )
