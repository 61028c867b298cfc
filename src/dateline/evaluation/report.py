"""The figures, for people: tables for a terminal, plain where they are piped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.evaluation.agreement import Agreement, DeedAgreement
from dateline.evaluation.events import EventScores
from dateline.evaluation.figures import Judgement, Rate, ratio
from dateline.evaluation.scores import Scores
from dateline.evaluation.ties import TieScores

Layer = Literal["all", "statements", "events", "ties"]


def report(scores: Scores, layer: Layer = "all") -> RenderableType:
    """Return two tables for each layer: what was found, and how what was found was judged."""
    parts: list[RenderableType] = []
    if layer in ("all", "statements"):
        parts += [Text(f"{scores.articles} articles"), *_statements(scores), Text()]
    if layer in ("all", "events") and scores.events:
        parts += [*_events(scores.events), Text()]
    if layer in ("all", "ties") and scores.ties:
        parts += [*_ties(scores.ties), Text()]
    return Group(*parts[:-1])


def _statements(scores: Scores) -> tuple[RenderableType, ...]:
    found = _found(
        "", {"statements": scores.statements, "contents": scores.contents, **scores.by_kind}
    )
    return found, Text(), _judged("given the content", scores.judgements)


def _events(scores: EventScores) -> tuple[RenderableType, ...]:
    rates = {
        "events": scores.events,
        "whatever the type": scores.triggers,
        "right in all": scores.right,
        **scores.by_type,
    }
    head = Text(f"{scores.articles} articles with events")
    return head, _found("", rates), Text(), _judged("given the type", scores.judgements)


def _ties(scores: TieScores) -> tuple[RenderableType, ...]:
    rates = {
        "ties": scores.ties,
        "whatever the type": scores.ends,
        "dates right, too": scores.dated,
        **scores.by_type,
    }
    head = Text(f"{scores.articles} articles with ties; {scores.outside} found outside the cast")
    return head, _found("", rates), Text(), _judged("given type and ends", scores.judgements)


def report_agreement(found: Agreement) -> RenderableType:
    """Return how far two annotations agree, as a table."""
    table = _table("", "alike", "kappa", "pairs")
    table.add_row("statements (F1)", _percent(found.statements.f1), "", "")
    table.add_row("contents (F1)", _percent(found.contents.f1), "", "")
    for name, one in found.told.items():
        table.add_row(name, f"{one.percent:.1f}", f"{one.kappa:.2f}", str(one.pairs))
    head = f"{found.articles} articles, {found.first} and {found.second} statements"
    deeds = _deed_agreement(found.deeds) if found.deeds else ()
    return Group(Text(head), table, *deeds)


def _deed_agreement(found: DeedAgreement) -> tuple[RenderableType, ...]:
    events, ties = zip(found.first, found.second, strict=True)
    head = (
        f"{found.articles} articles, {events[0]} and {events[1]} events,"
        f" {ties[0]} and {ties[1]} ties"
    )
    table = _table("", "alike", "kappa", "pairs")
    for name in ("events", "triggers", "ties", "ends", "dated"):
        table.add_row(f"{name} (F1)", _percent(getattr(found, name).f1), "", "")
    for name, one in found.told.items():
        table.add_row(name, f"{one.percent:.1f}", f"{one.kappa:.2f}", str(one.pairs))
    return Text(), Text(head), table


def _found(head: str, rates: Mapping[str, Rate]) -> Table:
    table = _table(head, "P", "R", "F1", "found", "gold")
    for name, rate in rates.items():
        shares = (_percent(share) for share in (rate.precision, rate.recall, rate.f1))
        table.add_row(name, *shares, str(rate.found), str(rate.gold))
    return table


def _judged(head: str, judgements: Mapping[str, Judgement]) -> Table:
    table = _table(head, "right", "accuracy", "marked", "of", "of these right")
    for name, one in judgements.items():
        table.add_row(
            name,
            str(one.right),
            _percent(one.accuracy),
            str(one.marked_right),
            str(one.marked),
            _percent(ratio(one.marked_right, one.marked)),
        )
    return table


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left", no_wrap=True)
    return table


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
