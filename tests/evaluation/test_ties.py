"""Ties are held against the gold, and the figures are right where they can be counted by hand."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dateline.evaluation.article import Article, Tie
from dateline.evaluation.gold import articles
from dateline.evaluation.ties import TieScores, compare_ties, score_ties

SAME = {"1": "1"}


def scored(article: Article, *found: Tie) -> TieScores:
    """Return the figures of one article."""
    return score_ties([compare_ties(article.ties, found, SAME)])


def changed(article: Article, fields: dict[str, Any], place: int = 0) -> TieScores:
    """Return the figures of an article's ties with one of them changed."""
    found = list(article.ties)
    found[place] = msgspec.structs.replace(found[place], **fields)
    return scored(article, *found)


def test_the_gold_scores_full_marks_against_itself() -> None:
    """Held against itself the gold shows no miss, of any type and in any judgement."""
    same = {one.id: one.id for article in articles() for one in article.statements}
    found = score_ties([compare_ties(one.ties, one.ties, same) for one in articles() if one.cast])
    rates = (found.ties, found.ends, found.dated, *found.by_type.values())
    assert all(rate.f1 == 1 for rate in rates)
    assert all(one.accuracy == 1 for one in found.judgements.values())


def test_what_is_optional_or_said_again_counts_neither_way(harbour: Article) -> None:
    """An optional tie, and one that says what another did, are neither right nor wrong."""
    again = msgspec.structs.replace(harbour.ties[0], id="9", types=("holds_position",))
    assert scored(harbour, *harbour.ties, again).ties == scored(harbour, *harbour.ties[:2]).ties


def test_a_wrong_type_has_the_right_ends_only(harbour: Article) -> None:
    """The ends count, the tie does not."""
    found = changed(harbour, {"types": ("owns",)})
    assert (found.ends.f1, found.ties.f1) == (1, 0.5)
    assert found.by_type["owns"].precision == 0


def test_direction_matters_unless_the_tie_is_symmetric(harbour: Article) -> None:
    """A body does not lead its chief; a sister's brother has a sister."""
    leads, kin, _ = harbour.ties
    swap = {"subject": leads.object, "object": leads.subject}
    assert changed(harbour, swap).ties.right == 1
    assert changed(harbour, {"subject": kin.object, "object": kin.subject}, 1).ties.right == 2


def test_a_type_with_swapped_ends_says_the_same(harbour: Article) -> None:
    """What owns the pier has the pier as its part, where the gold says that either will do."""
    required = msgspec.structs.replace(harbour.ties[2], optional=False)
    other = msgspec.structs.replace(
        required, types=("part_of",), subject=required.object, object=required.subject
    )
    assert score_ties([compare_ties([required], [other], SAME)]).ties.f1 == 1


def test_an_end_outside_the_cast_is_counted_apart(harbour: Article) -> None:
    """A tie of somebody the gold does not know is neither right nor wrong."""
    found = changed(harbour, {"object": ()})
    assert (found.outside, found.ties.found, found.ties.right) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "value", "confusion", "dated"),
    [
        ("from", None, {"none": {"none": 2}}, 2),
        ("from", "2004", {"none": {"none": 1, "some": 1}}, 1),
        ("until", None, {"none": {"none": 1}, "some": {"none": 1}}, 1),
        ("until", "2014-05", {"none": {"none": 1}, "some": {"wrong": 1}}, 1),
        ("status", "current", {"former": {"current": 1}}, 2),
        ("role", "the harbour chief", {"some": {"some": 2}}, 2),
        ("role", "clerk", {"some": {"some": 1, "wrong": 1}}, 2),
        ("reality", "denied", {"actual": {"actual": 1, "denied": 1}}, 2),
        ("said_in", "1", {"none": {"none": 1, "some": 1}}, 2),
        ("said_in", "8", {"none": {"none": 1, "some": 1}}, 2),
    ],
)
def test_each_thing_told_is_judged(
    harbour: Article, name: str, value: object, confusion: dict[str, dict[str, int]], dated: int
) -> None:
    """Dates begin as the gold's, or are rightly missing; roles share their head."""
    field = "from_" if name == "from" else name
    found = changed(harbour, {field: value})
    assert found.judgements[name.replace("_", " ")].confusion == confusion
    assert found.dated.right == dated
