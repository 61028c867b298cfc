"""What is wrong is told line by line, with its words."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console, RenderableType

from dateline.evaluation.article import Article
from dateline.evaluation.missed import misses
from dateline.evaluation.scores import compare


def shown(what: RenderableType) -> str:
    """Return what is printed where nobody looks in colour."""
    out = StringIO()
    Console(file=out, width=250, color_system=None).print(what)
    return out.getvalue()


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


def test_an_event_that_is_missed_spurious_or_wrong_has_its_line(harbour: Article) -> None:
    """Each line tells what is wrong, and the event with those who took part."""
    dismissed, struck, _ = harbour.events
    wrong = msgspec.structs.replace(dismissed, whom=(("Jan Orme",), ()), when=(), said_in="8")
    extra = msgspec.structs.replace(struck, triggers=(harbour.ties[2].evidence[0],), who=())
    text = shown(misses([compare(harbour, (), [wrong, extra], harbour.ties)], "events"))
    assert (
        "harbour whom Jan Orme, ?, not Ana Orme; when -, not 2014-05-09; said in another, not -: "
        "dismiss 'dismissed its chief' | who Harbour Board | whom Ana Orme"
    ) in text
    assert "harbour missed: protest 'struck ~ strike' | who crew | whom - | where -" in text
    assert 'harbour spurious: protest "the board\'s lease" | who -' in text


def test_a_tie_that_is_missed_spurious_or_wrong_has_its_line(harbour: Article) -> None:
    """Each line tells what is wrong, and the tie with its interval."""
    leads, kin, _ = harbour.ties
    wrong = msgspec.structs.replace(leads, from_="2004", until=None)
    odd = msgspec.structs.replace(kin, types=("knows",))
    outside = msgspec.structs.replace(kin, id="7", object=())
    text = shown(misses([compare(harbour, (), (), [wrong, odd, outside])], "ties"))
    assert "harbour from 2004, not -; until -, not 2014-05-09: Ana Orme leads Harbour Board" in text
    assert "harbour knows, not family_of: Jan Orme family_of Ana Orme | - to -" in text
    assert "harbour outside: Jan Orme family_of - | - to -" in text
