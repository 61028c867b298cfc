"""The gold is what its page says that it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dateline.evaluation import agreement
from dateline.evaluation.article import Article, Attribution, Occurrence, Tie
from dateline.evaluation.gold import articles, pages, retold
from dateline.record import Certainty, Manner, Reality, SourceKind, Stance, Status
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import relation_types

GOLD = articles()
EVERY = [(article, one) for article in GOLD for one in article.statements]
EVENTS = [(article, one) for article in GOLD for one in article.events]
TIES = [(article, one) for article in GOLD for one in article.ties]


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


def required(rows: list[tuple[Article, Occurrence]] | list[tuple[Article, Tie]]) -> int:
    """Return how many events or ties are not optional."""
    return sum(not one.optional for _, one in rows)


def test_it_has_events_and_ties_enough() -> None:
    """25 articles and more have events and ties: 200 and 150, and 75 ties have a date."""
    assert sum(bool(article.cast) for article in GOLD) >= 25
    assert required(EVENTS) >= 200
    assert required(TIES) >= 150
    assert sum(bool(one.from_ or one.until) for _, one in TIES if not one.optional) >= 75


def test_events_are_of_the_vocabulary() -> None:
    """Each type is a kind of event that is not abstract, and each mode is one of its modes."""
    known = event_types()
    for article, one in EVENTS:
        where = f"{article.id} {one.id}"
        assert all(kind in known and not known[kind].abstract for kind in one.types), where
        assert one.mode is None or any(one.mode in known[kind].modes for kind in one.types), where


def test_ties_are_of_the_vocabulary() -> None:
    """Each type is a kind of tie, and what does not last has no status."""
    known = relation_types()
    for article, one in TIES:
        kinds = [kind.removeprefix("~") for kind in one.types]
        assert all(kind in known for kind in kinds), f"{article.id} {one.id}"
        assert known[kinds[0]].lasts or one.status is None, f"{article.id} {one.id}"


def test_types_realities_and_statuses_vary() -> None:
    """Nine in ten of the kinds of event occur, four in five of the ties, and each reality."""
    events = {kind for _, one in EVENTS for kind in one.types}
    ties = {kind.removeprefix("~") for _, one in TIES for kind in one.types}
    kinds = [name for name, kind in event_types().items() if not kind.abstract]
    assert len(events) >= 0.9 * len(kinds)
    assert len(ties) >= 0.8 * len(relation_types())
    assert {one.reality for _, one in EVENTS} >= {*get_args(Reality)} - {"failed"}
    assert {one.status for _, one in TIES} >= {*get_args(Status)} - {"future"}


def test_ends_are_of_the_kinds_that_the_vocabulary_allows() -> None:
    """The ends of a tie that must be found have names, and are what one of its types may join."""
    for article, one in ((article, one) for article, one in TIES if not one.optional):
        kinds = {member.name: member.kind for member in article.cast}
        ends = [
            (kinds[one.subject[0]], kinds[one.object[0]]),
            (kinds[one.object[0]], kinds[one.subject[0]]),
        ]
        assert "group" not in ends[0], f"{article.id} {one.id}"
        assert any(
            relation_types()[kind.removeprefix("~")].holds_between(*ends[kind.startswith("~")])
            for kind in one.types
        ), f"{article.id}: {one.types[0]} {ends[0]}"


def test_both_annotations_of_events_are_of_articles_of_the_gold() -> None:
    """What was annotated twice are the same articles, six at least."""
    first, second = retold("first"), retold("second")
    assert [one.text for one in first] == [one.text for one in second]
    assert len(first) >= 6


def test_the_page_on_events_tells_these_figures() -> None:
    """What the page tells of size and agreement is what is counted here."""
    page = (Path(__file__).parents[2] / "docs/quality/events.md").read_text("utf-8")
    told = sum(bool(article.cast) for article in GOLD)
    assert f"against {told} of the invented articles" in page
    assert f"with Dateline: {required(EVENTS)} events and {required(TIES)} ties" in page
    found = agreement().deeds
    assert found is not None
    counts = f"{found.first[0]} and {found.second[0]} events and {found.first[1]} and"
    assert f"Over {counts} {found.second[1]} ties" in page
    assert f"| events (type and trigger), F1 | {100 * found.events.f1:.1f} |" in page
    assert f"| ties (type and both ends), F1 | {100 * found.ties.f1:.1f} |" in page
    for name, one in found.told.items():
        assert f"| {name} | {one.percent:.1f} | {one.kappa:.2f} |" in page
