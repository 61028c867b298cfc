"""Figures are what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.evaluation.figures import judgement, rate, ratio, tally, told


def test_a_rate_is_precision_and_recall() -> None:
    """Three right of four found and of six is .75, .5 and the harmonic mean of both."""
    found = rate(3, 4, 6)
    assert (found.precision, found.recall) == (0.75, 0.5)
    assert found.f1 == pytest.approx(0.6)


def test_precision_may_count_otherwise() -> None:
    """Where found and gold are of a kind by different words, each side has its own count."""
    assert rate(3, 4, 6, 2).precision == 0.5


def test_nothing_to_divide_by_is_nothing() -> None:
    """No figure fails where nothing was found or is to be found."""
    assert ratio(0, 0) == rate(0, 0, 0).f1 == judgement(Counter(), "none").accuracy == 0


def test_what_is_told_is_none_some_or_wrong() -> None:
    """What is missing and what is added are told apart from what is wrong."""
    assert told(False, True, False) == ("none", "some")
    assert told(True, False, False) == ("some", "none")
    assert told(True, True, False) == ("some", "wrong")


def test_a_judgement_counts_what_departs_from_the_commonest() -> None:
    """Of three, two are right; one is marked, and that one is wrong."""
    found = judgement(tally([{"x": ("a", "a")}, {"x": ("a", "a")}, {"x": ("b", "a")}])["x"], "a")
    assert (found.right, found.pairs, found.marked, found.marked_right) == (2, 3, 1, 0)
    assert found.confusion == {"a": {"a": 2}, "b": {"a": 1}}
