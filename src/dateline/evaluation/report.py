"""The figures, for people: tables for a terminal, plain where they are piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.evaluation.agreement import Agreement
from dateline.evaluation.article import Article, Attribution, Spans
from dateline.evaluation.figures import Rate, ratio
from dateline.evaluation.scores import Compared, Scores

LONGEST = 60


def report(scores: Scores) -> RenderableType:
    """Return two tables: what was found, and how what was found was judged."""
    found = _table("", "P", "R", "F1", "found", "gold")
    for name, rate in (
        ("statements", scores.statements),
        ("contents", scores.contents),
        *scores.by_kind.items(),
    ):
        found.add_row(name, *_rate(rate))
    judged = _table("given the content", "right", "accuracy", "marked", "of", "of these right")
    for name, one in scores.judgements.items():
        judged.add_row(
            name,
            str(one.right),
            _percent(one.accuracy),
            str(one.marked_right),
            str(one.marked),
            _percent(ratio(one.marked_right, one.marked)),
        )
    return Group(Text(f"{scores.articles} articles"), found, Text(), judged)


def misses(compared: Sequence[Compared]) -> RenderableType:
    """Return what is wrong, article by article: what is missed, spurious, or judged otherwise."""
    return Group(*(line for one in compared for line in _misses(one)))


def report_agreement(found: Agreement) -> RenderableType:
    """Return how far two annotations agree, as a table."""
    table = _table("", "alike", "kappa", "pairs")
    table.add_row("statements (F1)", _percent(found.statements.f1), "", "")
    table.add_row("contents (F1)", _percent(found.contents.f1), "", "")
    for name, one in found.told.items():
        table.add_row(name, f"{one.percent:.1f}", f"{one.kappa:.2f}", str(one.pairs))
    head = f"{found.articles} articles, {found.first} and {found.second} statements"
    return Group(Text(head), table)


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left", no_wrap=True)
    return table


def _rate(rate: Rate) -> tuple[str, ...]:
    shares = (_percent(share) for share in (rate.precision, rate.recall, rate.f1))
    return (*shares, str(rate.found), str(rate.gold))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _misses(compared: Compared) -> Iterator[Text]:
    article = compared.article
    answered = {pair.gold.id for pair in compared.pairs}
    answers = {pair.found.id: pair.gold.id for pair in compared.pairs}
    for gold in article.statements:
        if gold.id not in answered:
            yield _line(article, "missed", gold)
    for found in compared.found:
        if found.id not in answers:
            yield _line(article, "spurious", found)
    for pair in compared.pairs:
        wrong = [
            f"{name} {told}, not {wanted}"
            for name, wanted, told in _judged(pair.gold, pair.found, answers)
            if wanted != told
        ]
        if not pair.same_source:
            wanted, told = (_words(article, one.source) for one in (pair.gold, pair.found))
            wrong.insert(0, f"source {told!r}, not {wanted!r}")
        if wrong:
            yield _line(article, "; ".join(wrong), pair.gold)


def _judged(
    gold: Attribution, found: Attribution, answers: dict[str, str]
) -> Iterator[tuple[str, str | None, str | None]]:
    yield "kind", gold.kind, found.kind
    yield "stance", gold.stance, found.stance
    yield "certainty", gold.certainty, found.certainty
    yield "manner", gold.manner, found.manner
    within = answers.get(found.within, "another") if found.within is not None else None
    yield "within", gold.within, within


def _line(article: Article, what: str, one: Attribution) -> Text:
    parts = [_words(article, spans) for spans in (one.source, one.cue, one.content)]
    return Text.assemble((f"{article.id} {one.id} ", "dim"), (what, "red"), ": ", " | ".join(parts))


def _words(article: Article, spans: Spans) -> str:
    """Return what spans hold on one line, the middle left out where it is long."""
    words = " ~ ".join(" ".join(span.of(article.text).split()) for span in spans) or "-"
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]}…{words[-LONGEST // 2 :]}"
