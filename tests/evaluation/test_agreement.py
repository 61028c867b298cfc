"""Agreement of two annotations, with chance taken out."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from dateline.evaluation.agreement import agreement, kappa
from dateline.evaluation.article import Article


def test_kappa_takes_chance_out() -> None:
    """The example of a textbook: 35 of 50 alike by two who both say yes half of the time is 0.4."""
    counts = Counter({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})
    assert kappa(counts) == pytest.approx(0.4)


def test_two_that_always_say_the_same_agree() -> None:
    """Where both always tell one thing, there is no chance to take out."""
    assert kappa(Counter({("yes", "yes"): 7})) == 1


def test_an_annotation_agrees_with_itself(article: Article) -> None:
    """Nothing differs between an annotation and itself."""
    found = agreement([article], [article])
    assert (found.first, found.second, found.statements.f1) == (6, 6, 1)
    assert all(one.percent == 100 and one.kappa == 1 for one in found.told.values())


def test_it_makes_no_difference_which_comes_first(article: Article) -> None:
    """Agreement is symmetrical in what it counts."""
    shorter = msgspec.structs.replace(article, statements=article.statements[1:])
    one, other = agreement([article], [shorter]), agreement([shorter], [article])
    assert one.statements.f1 == other.statements.f1 == pytest.approx(10 / 11)


def test_only_annotations_of_the_same_texts_compare(article: Article) -> None:
    """Two texts that differ are two articles."""
    other = msgspec.structs.replace(article, text=article.text + "!")
    with pytest.raises(ValueError, match="same texts"):
        agreement([article], [other])
