"""The tables say what the figures are, and the misses where they come from."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console, RenderableType

from dateline.evaluation.agreement import agreement, deed_agreement
from dateline.evaluation.article import Article
from dateline.evaluation.report import report, report_agreement
from dateline.evaluation.scores import compare, score


def shown(what: RenderableType) -> str:
    """Return what is printed where nobody looks in colour."""
    out = StringIO()
    Console(file=out, width=200, color_system=None).print(what)
    return out.getvalue()


def test_the_report_tells_every_figure(article: Article) -> None:
    """All rates and judgements have a line."""
    lines = shown(report(score([compare(article, article.statements[:4])]))).splitlines()
    assert lines[2].split() == ["statements", "100.0", "66.7", "80.0", "4", "6"]
    assert {"direct", "nested", "stance", "within", "addressee"} <= {
        line.split()[0] for line in lines if line.strip()
    }


def test_each_layer_has_its_tables(harbour: Article) -> None:
    """Events and ties are told after statements, or alone."""
    scores = score([compare(harbour, (), harbour.events, harbour.ties[:1])])
    lines = shown(report(scores)).splitlines()
    assert [line for line in lines if line.startswith("1 articles")] == [
        "1 articles",
        "1 articles with events",
        "1 articles with ties; 0 found outside the cast",
    ]
    alone = shown(report(scores, "ties")).splitlines()
    assert alone[2].split() == ["ties", "100.0", "50.0", "66.7", "1", "2"]
    assert "statements" not in " ".join(alone)


def test_agreement_is_a_table(article: Article) -> None:
    """Agreement is told with the number of statements on both sides."""
    text = shown(report_agreement(agreement([article], [article])))
    assert text.startswith("1 articles, 6 and 6 statements")
    assert "1.00" in text


def test_agreement_on_events_and_ties_follows(harbour: Article) -> None:
    """Where events and ties were annotated twice, their table is the second."""
    both = agreement([harbour], [harbour])
    deeds = deed_agreement([harbour], [harbour])
    text = shown(report_agreement(msgspec.structs.replace(both, deeds=deeds)))
    assert "1 articles, 2 and 2 events, 2 and 2 ties" in text
    assert "ties: until" in text
