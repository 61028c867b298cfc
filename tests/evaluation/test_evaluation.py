"""Records are held against the gold: each against the article that has its text."""

from __future__ import annotations

import msgspec
import pytest

from dateline import evaluation
from dateline.errors import DatelineError
from dateline.evaluation.article import Article
from dateline.evaluation.reduction import attributions
from dateline.record import (
    Content,
    Cue,
    Document,
    Entity,
    Mention,
    Reader,
    Record,
    Responses,
    Source,
    Statement,
)


def record(article: Article, path: str = "gold.jsonl#1") -> Record:
    """Return a record that has read every statement of an article as its gold has it."""
    entities = tuple(
        Entity(
            id=f"e{one.id}",
            kind="group",
            name=one.addressee[0].of(article.text),
            mentions=(Mention(span=one.addressee[0], form="nominal"),),
        )
        for one in article.statements
        if one.addressee
    )
    return Record(
        dateline="0",
        reader=Reader(profile="fast"),
        document=Document(
            id="0",
            path=path,
            url=None,
            outlet=None,
            title=None,
            byline=(),
            published=None,
            language="en",
            text=article.text,
        ),
        sections=(),
        responses=Responses(),
        entities=entities,
        statements=tuple(
            Statement(
                id=one.id,
                source=Source(spans=one.source, entity=None, kind=one.kind),
                cue=Cue(spans=one.cue, lemma="say"),
                content=Content(spans=one.content),
                addressee=f"e{one.id}" if one.addressee else None,
                manner=one.manner,
                stance=one.stance,
                certainty=one.certainty,
                within=one.within,
                rule="test",
            )
            for one in article.statements
        ),
    )


def test_a_record_is_reduced_to_what_is_annotated(article: Article) -> None:
    """Nothing that the gold tells is lost on the way through a record."""
    assert attributions(record(article)) == article.statements


def test_a_perfect_record_scores_full_marks(article: Article) -> None:
    """A record of the gold's own statements has no miss."""
    compared = evaluation.evaluate([record(article)], [article])
    found = evaluation.score(compared)
    assert found.statements.f1 == 1
    assert all(one.accuracy == 1 for one in found.judgements.values())


def test_the_whole_gold_goes_through_records() -> None:
    """Every article of the gold can be told as a record, and is found again."""
    gold = evaluation.articles()
    found = evaluation.score(evaluation.evaluate([record(one) for one in gold], gold))
    assert (found.articles, found.contents.f1) == (len(gold), 1)
    assert found.judgements["within"].accuracy == 1


def test_an_addressee_is_any_mention_of_whom_it_is(article: Article) -> None:
    """It is enough that the entity addressed is mentioned where the gold says so."""
    found = record(article)
    moved = msgspec.structs.replace(found, entities=())
    score = evaluation.score(evaluation.evaluate([moved], [article]))
    assert score.judgements["addressee"].marked_right == 0


def test_a_text_that_is_not_in_the_gold_is_refused(article: Article) -> None:
    """A record of another text, even by a space, belongs to no article."""
    other = msgspec.structs.replace(article, text=article.text + " ")
    with pytest.raises(DatelineError, match="not the text of an article"):
        evaluation.evaluate([record(other)], [article])


def test_an_article_is_read_once(article: Article) -> None:
    """Two records of one article are refused, and so is none."""
    with pytest.raises(DatelineError, match="a second record"):
        evaluation.evaluate([record(article), record(article)], [article])
    with pytest.raises(DatelineError, match="without a record"):
        evaluation.evaluate([], [article])
