"""How well articles are read: the gold that is shipped, and what a record is held against it by.

`gold` holds invented articles: their statements, in the form that `markup` reads, and their events
and ties, in the form that `deeds` reads. `matching` pairs statements with those that were found,
`events` and `ties` pair theirs, `cast` knows who is who; `scores` counts, `agreement` compares two
people, `report` prints.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.errors import DatelineError
from dateline.evaluation.agreement import Agreement, deed_agreement
from dateline.evaluation.agreement import agreement as _agreement
from dateline.evaluation.article import Article, Attribution
from dateline.evaluation.gold import articles, pages, retold
from dateline.evaluation.missed import misses
from dateline.evaluation.reduction import attributions, occurrences, ties
from dateline.evaluation.report import Layer, report, report_agreement
from dateline.evaluation.scores import Compared, Scores, compare, layered, score
from dateline.record import Record

__all__ = [
    "Agreement",
    "Article",
    "Attribution",
    "Compared",
    "Layer",
    "Scores",
    "agreement",
    "articles",
    "attributions",
    "evaluate",
    "layered",
    "misses",
    "pages",
    "report",
    "report_agreement",
    "score",
]


def evaluate(records: Iterable[Record], gold: Iterable[Article]) -> tuple[Compared, ...]:
    """Hold records against the gold, in the order of the gold.

    A record belongs to the article that has its text to the character, whatever its path.

    Raises:
        DatelineError: if an article has no record, or two; or if a record belongs to no article.
    """
    wanted = {article.text: article for article in gold}
    found: dict[str, Compared] = {}
    for record in records:
        article = wanted.get(record.document.text)
        if article is None:
            raise DatelineError(record.document.path, "not the text of an article of the gold")
        if article.id in found:
            raise DatelineError(record.document.path, f"a second record of {article.id!r}")
        found[article.id] = compare(
            article,
            attributions(record),
            occurrences(record, article.cast),
            ties(record, article.cast),
        )
    missing = [article.id for article in wanted.values() if article.id not in found]
    if missing:
        raise DatelineError(missing[0], "an article of the gold without a record", "read all of it")
    return tuple(found[article.id] for article in wanted.values())


def agreement() -> Agreement:
    """Return how far the two annotations that are shipped agree."""
    both = _agreement(articles("first"), articles("second"))
    deeds = deed_agreement(retold("first"), retold("second"))
    return msgspec.structs.replace(both, deeds=deeds)
