"""The figures are right where they can be counted by hand."""

from __future__ import annotations

import msgspec
import pytest

from dateline.evaluation.article import Article, Attribution
from dateline.evaluation.gold import articles
from dateline.evaluation.scores import Scores, compare, score


def scored(article: Article, found: tuple[Attribution, ...]) -> Scores:
    """Return the figures of one article."""
    return score([compare(article, found)])


def test_the_gold_scores_full_marks_against_itself() -> None:
    """Held against itself the gold shows no miss, of any kind and in any judgement."""
    found = score([compare(article, article.statements) for article in articles()])
    rates = [found.statements, found.contents, *found.by_kind.values()]
    assert all(rate.f1 == 1 and rate.gold for rate in rates)
    assert all(
        one.accuracy == 1 and one.marked == one.marked_right for one in found.judgements.values()
    )


def test_nothing_found_scores_nothing(article: Article) -> None:
    """Without an answer every rate is 0, and nothing is divided by 0."""
    found = scored(article, ())
    assert (found.statements.f1, found.statements.gold, found.statements.found) == (0, 6, 0)
    assert found.judgements == {}


def test_what_is_missing_costs_recall(article: Article) -> None:
    """Four of six found, and nothing else, is a recall of two thirds at full precision."""
    rate = scored(article, article.statements[:4]).statements
    assert rate.precision == 1
    assert rate.recall == pytest.approx(2 / 3)
    assert rate.f1 == pytest.approx(0.8)


def test_what_is_spurious_costs_precision(article: Article) -> None:
    """Each statement found twice is right once."""
    rate = scored(article, article.statements * 2).statements
    assert (rate.precision, rate.recall) == (0.5, 1)


def test_a_wrong_source_is_a_found_content_and_no_found_statement(article: Article) -> None:
    """Without its source a statement counts as content only."""
    found = scored(
        article, tuple(msgspec.structs.replace(one, source=()) for one in article.statements)
    )
    assert found.contents.f1 == 1
    assert found.statements.right == 1  # the rumour, which is nobody's
    assert found.judgements["source"].confusion == {"none": {"none": 1}, "some": {"none": 5}}


@pytest.mark.parametrize(
    ("field", "value", "right", "marked"),
    [
        ("kind", "named", 2, 4),
        ("stance", "assert", 3, 3),
        ("certainty", "certain", 4, 2),
        ("manner", "indirect", 4, 2),
        ("addressee", (), 4, 2),
        ("within", None, 5, 1),
    ],
)
def test_a_judgement_left_at_its_default_is_right_where_the_gold_is(
    article: Article, field: str, value: object, right: int, marked: int
) -> None:
    """Telling the commonest of all is right that often, and never where the gold is marked."""
    found = tuple(msgspec.structs.replace(one, **{field: value}) for one in article.statements)
    judged = scored(article, found).judgements[field]
    assert (judged.right, judged.pairs) == (right, 6)
    assert (judged.marked, judged.marked_right) == (marked, 0)


def test_nesting_in_the_wrong_statement_is_wrong(article: Article) -> None:
    """It is not enough to be nested: the outer statement must answer the gold's outer one."""
    found = tuple(
        msgspec.structs.replace(one, within="1" if one.within else None)
        for one in article.statements
    )
    assert scored(article, found).judgements["within"].confusion["some"] == {"wrong": 1}


def test_every_statement_counts_alike(article: Article) -> None:
    """Figures of several articles are those of all their statements together."""
    found = score([compare(article, article.statements), compare(article, ())])
    assert found.articles == 2
    assert found.statements.recall == 0.5
