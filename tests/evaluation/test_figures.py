"""Figures are what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.evaluation.article import Occurrence
from dateline.evaluation.events import EventPair
from dateline.evaluation.figures import (
    by_type,
    judgement,
    judgements,
    rate,
    ratio,
    same_date,
    tally,
    told,
)
from dateline.span import Span


def occurrence(*types: str) -> Occurrence:
    """Return an event of these types."""
    return Occurrence(id="e1", types=types, triggers=(Span(0, 1),))


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


def test_each_thing_told_has_its_own_commonest_value() -> None:
    """What departs from a thing's commonest value is marked; from `none`, where none is said."""
    rows = [{"stance": ("assert", "assert"), "role": ("some", "none")}]
    found = judgements(rows, {"stance": "assert"})
    assert {name: one.marked for name, one in found.items()} == {"stance": 0, "role": 1}


def test_a_type_is_counted_by_each_side_s_first_word() -> None:
    """A gold event that may be of two types is of its first; what answers is of its own."""
    gold, found = occurrence("agree", "consult"), occurrence("consult")
    pair = EventPair(gold=gold, found=found)
    rates = by_type([pair], [found], [gold, gold])
    assert list(rates) == ["agree", "consult"]
    assert (rates["agree"].recall, rates["agree"].precision) == (0.5, 0)
    assert (rates["consult"].recall, rates["consult"].precision) == (0, 1)


def test_a_date_may_be_told_more_finely_than_in_the_gold() -> None:
    """A day in the month that is wanted will do; the month of the day that is wanted will not."""
    assert same_date(["2011", "2010-03"], ["2010-03-14"])
    assert not same_date(["2010-03-14"], ["2010-03"])
    assert not same_date([], ["2010"])
