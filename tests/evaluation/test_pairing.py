"""Pairs are one to one, the most alike first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.article import Occurrence
from dateline.evaluation.pairing import ANOTHER, Likeness, best, told_in
from dateline.span import Span


def near(one: int, other: int) -> Likeness:
    """Return how near two numbers are, and nothing if they are more than two apart."""
    return (-abs(one - other),) if abs(one - other) <= 2 else ()


def test_the_most_alike_are_paired_first() -> None:
    """A better answer further on is preferred, and what is left over goes to the next."""
    assert best([5, 7], [6, 5], near) == [(0, 1), (1, 0)]


def test_what_is_not_alike_is_not_paired() -> None:
    """Where nothing is near enough, nothing answers."""
    assert best([1], [9], near) == []


def test_of_equals_the_first_are_paired() -> None:
    """Where likeness does not decide, the order does."""
    assert best([3, 3], [3, 3], near) == [(0, 0), (1, 1)]


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_each_is_paired_at_most_once(gold: list[int], found: list[int]) -> None:
    """Nothing answers twice, and nothing is answered twice."""
    pairs = best(gold, found, near)
    assert len({one for one, _ in pairs}) == len(pairs) == len({other for _, other in pairs})
    assert all(near(gold[one], found[other]) for one, other in pairs)


def test_what_is_told_in_a_statement_moves_to_the_gold_s() -> None:
    """A deed is told in what its statement answers, in another if that answers none, or in none."""
    deed = Occurrence(id="e1", types=("agree",), triggers=(Span(0, 1),), said_in="s1")
    assert told_in(deed, {"s1": "c4"}).said_in == "c4"
    assert told_in(deed, {}).said_in == ANOTHER
    alone = Occurrence(id="e2", types=("agree",), triggers=(Span(0, 1),))
    assert told_in(alone, {"s1": "c4"}) == alone
