"""The tables say what the figures are, and the misses where they come from."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console, RenderableType

from dateline.evaluation.agreement import agreement
from dateline.evaluation.article import Article
from dateline.evaluation.missed import misses
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


def test_a_perfect_reading_has_no_misses(article: Article) -> None:
    """There is nothing to list where nothing is wrong."""
    assert shown(misses([compare(article, article.statements)])).strip() == ""


def test_a_miss_is_told_with_its_words(article: Article) -> None:
    """Each miss names the article, the statement, what is wrong, and the words."""
    first, *rest = article.statements
    wrong = msgspec.structs.replace(first, stance="deny", source=())
    twice = msgspec.structs.replace(rest[-1], id="7")
    text = shown(misses([compare(article, [wrong, *rest[1:], twice])]))
    assert "ferry 1 source '-', not 'a clerk'; stance deny, not assert: a clerk | told" in text
    assert "ferry 2 missed: Ana Orme, who owns it | said" in text
    assert "ferry 7 spurious: Orme | said | “Never,” ~ “Not for a crown.”" in text
    assert "ferry 3 within another, not 2: an engineer | warned" in text


def test_agreement_is_a_table(article: Article) -> None:
    """Agreement is told with the number of statements on both sides."""
    text = shown(report_agreement(agreement([article], [article])))
    assert text.startswith("1 articles, 6 and 6 statements")
    assert "1.00" in text
