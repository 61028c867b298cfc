"""The gold is what its page says that it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dateline.evaluation import agreement
from dateline.evaluation.article import Article, Attribution
from dateline.evaluation.gold import articles, pages
from dateline.record import Certainty, Manner, SourceKind, Stance

GOLD = articles()
EVERY = [(article, one) for article in GOLD for one in article.statements]


def depth(article: Article, one: Attribution) -> int:
    """Return how many statements a statement stands within, itself included."""
    outer = next((other for other in article.statements if other.id == one.within), None)
    return 1 + (depth(article, outer) if outer else 0)


def test_it_is_large_enough() -> None:
    """There are 25 articles of 200 to 450 words at least, and 400 statements."""
    assert len(GOLD) >= 25
    assert all(200 <= len(article.text.split()) <= 450 for article in GOLD)
    assert len(EVERY) >= 400


def test_its_genres_differ() -> None:
    """No genre makes up more than two of the articles."""
    genres = [article.genre for article in GOLD]
    assert all(genres.count(genre) <= 2 for genre in genres)


@pytest.mark.parametrize(
    ("field", "vocabulary"),
    [("kind", SourceKind), ("manner", Manner), ("stance", Stance), ("certainty", Certainty)],
)
def test_every_judgement_occurs(field: str, vocabulary: object) -> None:
    """Each word of each vocabulary is told of nine statements at least."""
    told = [getattr(one, field) for _, one in EVERY]
    assert all(told.count(word) >= 9 for word in get_args(vocabulary))


def test_statements_nest_three_deep() -> None:
    """Some statements stand in a statement that stands in a statement."""
    assert {depth(article, one) for article, one in EVERY} == {1, 2, 3}


def test_no_content_holds_its_own_cue() -> None:
    """What is said is apart from the word that says so."""
    assert not [
        (article.id, one.id)
        for article, one in EVERY
        if any(cue.overlaps(part) for cue in one.cue for part in one.content)
    ]


def test_a_source_is_unstated_if_no_words_are_its() -> None:
    """A source has words, or is nobody's."""
    assert all((one.kind == "unstated") == (not one.source) for _, one in EVERY)


def test_both_annotations_are_of_articles_of_the_gold() -> None:
    """What was annotated twice is the very text that the gold has."""
    texts = {article.id: article.text for article in GOLD}
    first, second = articles("first"), articles("second")
    assert len(first) == len(second) >= 10
    assert all(texts[one.id] == one.text for one in (*first, *second))


def test_the_annotations_agree() -> None:
    """Two annotations agree well beyond chance in everything that is told."""
    found = agreement()
    assert found.statements.f1 > 0.9
    assert all(one.kappa > 0.8 for one in found.told.values())


def test_an_article_is_a_page_that_can_be_read() -> None:
    """A page of the gold holds the text alone, with its title and day beside it."""
    page = next(pages(GOLD))
    assert (page.text, page.given.title) == (GOLD[0].text, GOLD[0].title)


def test_the_page_on_annotation_tells_these_figures() -> None:
    """What the guidelines tell of size and agreement is what is counted here."""
    page = (Path(__file__).parents[2] / "docs/explanation/annotation.md").read_text("utf-8")
    words = sum(len(article.text.split()) for article in GOLD)
    assert f"{len(GOLD)} invented news articles, {words:,} words, in which" in page
    assert f"\n{len(EVERY)} statements are marked" in page
    found = agreement()
    assert f"that both have, of {found.first} and {found.second}." in page
    for name, one in found.told.items():
        assert f"| {name} | {one.percent:.1f} | {one.kappa:.2f} |" in page
    assert f"and source), F1 | {100 * found.statements.f1:.1f} |" in page
