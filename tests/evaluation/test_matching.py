"""Statements are paired by the likeness of what is said, each at most once."""

from __future__ import annotations

import msgspec
import pytest

from dateline.evaluation.article import Article, Attribution
from dateline.evaluation.matching import dice, pairs, same_source
from dateline.span import Span


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    """Return where each part first stands in a text."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def test_likeness_runs_from_none_to_one() -> None:
    """The Dice coefficient is 1 for the same words, 0 for none in common, and for nothing."""
    one, other = frozenset([Span(0, 1), Span(2, 3)]), frozenset([Span(2, 3)])
    assert dice(one, one) == 1
    assert dice(one, other) == pytest.approx(2 / 3)
    assert dice(other, frozenset([Span(5, 6)])) == dice(frozenset(), frozenset()) == 0


def test_the_same_statements_are_paired_with_themselves(article: Article) -> None:
    """Every statement answers itself, also where two share a content."""
    found = pairs(article.text, article.statements, article.statements[::-1])
    assert [(one.gold.id, one.found.id) for one in found] == [(n, n) for n in "123456"]
    assert all(one.same_source and one.dice == 1 for one in found)


def test_half_of_the_words_are_needed(article: Article) -> None:
    """A content that shares less than half of its words is another content."""
    gold = article.statements[:1]
    for part, count in (("The ferry", 1), ("The", 0)):
        found = [msgspec.structs.replace(gold[0], content=spans(article.text, part))]
        assert len(pairs(article.text, gold, found)) == count


def test_no_statement_is_used_twice(article: Article) -> None:
    """Two answers to one statement leave one of them over."""
    assert len(pairs(article.text, article.statements[:1], article.statements[:1] * 2)) == 1


def test_the_source_decides_between_claims_of_one_content(article: Article) -> None:
    """Who denies a rumour is not paired with the rumour, even if the words told differ a little."""
    rumour, denial = article.statements[3:5]
    shorter = msgspec.structs.replace(
        denial, content=spans(article.text, "it was sold"), id="found"
    )
    [pair] = pairs(article.text, [rumour, denial], [shorter])
    assert pair.gold == denial


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["a clerk"], ["clerk"], True),
        (["Ana Orme, who owns it"], ["Ana Orme"], True),
        (["a clerk"], ["reporters"], False),
        ([], [], True),
        (["a clerk"], [], False),
        (["a clerk told reporters"], ["a clerk"], True),
    ],
)
def test_sources_agree_by_their_heads(
    article: Article, one: list[str], other: list[str], same: bool
) -> None:
    """Sources agree if each holds a head of the other, or one begins the other."""
    text = article.text
    assert same_source(text, spans(text, *one), spans(text, *other)) is same


def test_whose_it_is_is_not_who_says_so() -> None:
    """The minister is not the minister's aide."""
    text = "The minister's aide said so."
    assert not same_source(text, spans(text, "The minister's aide"), spans(text, "The minister"))


def test_a_pair_tells_what_is_paired(article: Article) -> None:
    """A pair holds both statements, and whether their sources agree."""
    gold: Attribution = article.statements[0]
    found = msgspec.structs.replace(gold, source=())
    [pair] = pairs(article.text, [gold], [found])
    assert (pair.gold, pair.found, pair.same_source) == (gold, found, False)
