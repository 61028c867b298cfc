"""Events are held against the gold, and the figures are right where they can be counted by hand."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dateline.evaluation.article import Article, Occurrence
from dateline.evaluation.events import EventScores, compare_events, score_events
from dateline.evaluation.gold import articles
from dateline.span import Span

SAME = {"1": "1"}


def scored(article: Article, *found: Occurrence) -> EventScores:
    """Return the figures of one article."""
    return score_events([compare_events(article.events, found, SAME)])


def changed(article: Article, **fields: Any) -> EventScores:
    """Return the figures of an article's events with the first of them changed."""
    first, *rest = article.events
    return scored(article, msgspec.structs.replace(first, **fields), *rest)


def test_the_gold_scores_full_marks_against_itself() -> None:
    """Held against itself the gold shows no miss, of any type and in any judgement."""
    same = {one.id: one.id for article in articles() for one in article.statements}
    found = score_events(
        [compare_events(one.events, one.events, same) for one in articles() if one.cast]
    )
    rates = (found.events, found.triggers, found.right, *found.by_type.values())
    assert all(rate.f1 == 1 for rate in rates)
    assert all(one.accuracy == 1 for one in found.judgements.values())


def test_what_is_optional_counts_neither_way(harbour: Article) -> None:
    """An optional event is not missed where it is not found, nor wrong where it is."""
    with_it, without = scored(harbour, *harbour.events), scored(harbour, *harbour.events[:2])
    assert with_it.events == without.events
    assert (with_it.events.found, with_it.events.gold) == (2, 2)


def test_nothing_found_scores_nothing(harbour: Article) -> None:
    """Without an answer every rate is 0, and nothing is divided by 0."""
    found = scored(harbour)
    assert (found.events.f1, found.events.gold, found.judgements) == (0, 2, {})


def test_a_wrong_type_is_a_found_trigger_only(harbour: Article) -> None:
    """The trigger counts, the event does not, and each type has its share."""
    found = changed(harbour, types=("travel",))
    assert (found.triggers.f1, found.events.f1, found.right.f1) == (1, 0.5, 0.5)
    assert found.by_type["travel"].precision == 0
    assert found.by_type["dismiss"].recall == 0


def test_an_event_told_apart_from_its_trigger_is_found_by_who_took_part(harbour: Article) -> None:
    """A word near the trigger will do if type and participants say that it is the same event."""
    start = harbour.events[0].triggers[0].end
    beside = (Span(start + 2, start + 5),)
    assert changed(harbour, triggers=beside).events.f1 == 1
    assert changed(harbour, triggers=beside, who=(), whom=()).events.right == 1
    far = (Span(start + 80, start + 81),)
    assert changed(harbour, triggers=far).events.right == 1


@pytest.mark.parametrize(
    ("name", "value", "confusion"),
    [
        ("who", (), {"some": {"none": 1, "some": 1}}),
        ("who", (("Jan Orme",),), {"some": {"some": 1, "wrong": 1}}),
        ("who", (("Harbour Board",), ("Jan Orme",)), {"some": {"some": 1, "wrong": 1}}),
        ("who", (("Harbour Board",), ()), {"some": {"some": 2}}),
        ("where", (("Pier Two",),), {"none": {"none": 1, "some": 1}}),
        ("when", ("2014-05",), {"some": {"some": 1, "wrong": 1}}),
        ("when", ("2014-05-09T10:00",), {"some": {"some": 2}}),
        ("reality", "planned", {"actual": {"actual": 1, "planned": 1}}),
        ("said_in", "1", {"none": {"some": 1}, "some": {"some": 1}}),
    ],
)
def test_each_thing_told_is_judged(
    harbour: Article, name: str, value: object, confusion: dict[str, dict[str, int]]
) -> None:
    """Those who took part are all there and nobody else of the cast; dates begin as the gold's."""
    found = changed(harbour, **{name: value}).judgements[name.replace("_", " ")]
    assert found.confusion == confusion


def test_right_in_all_asks_for_what_the_gold_has(harbour: Article) -> None:
    """A place that the gold does not tell costs nothing there; a wrong date does."""
    assert changed(harbour, where=(("Pier Two",),)).right.f1 == 1
    assert changed(harbour, when=("2014-06",)).right.f1 == 0.5
