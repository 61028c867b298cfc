"""The article: every mark says what it is, by which rule, and comments are apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from starlette.testclient import TestClient

from dateline.explore.pages.article import LAYERS, reading
from dateline.record import Event, Relation, Statement, Time
from dateline.store import EVERY, sqlite

Visit = Callable[..., TestClient]


def test_every_thing_is_marked_and_explained(bundled: Path) -> None:
    """Each name, time, statement, event and tie is marked, with a note that has its rule."""
    with sqlite.view(bundled) as view:
        for article in list(view.articles(EVERY))[:10]:
            record = view.record(article.number)
            shown = reading(record, article.key)
            marks = {
                mark.id: mark
                for line in shown.lines
                for piece in line.pieces
                for mark in piece.marks
            }
            assert {mark.layer for mark in marks.values()} <= set(LAYERS)
            things: list[Statement | Event | Relation | Time] = [*record.statements]
            things += [*record.events, *record.relations, *record.times]
            for thing in things:
                if thing.id in marks:
                    assert thing.rule.replace("_", " ") in marks[thing.id].note
            assert {one.id for one in record.statements} <= set(marks)


def test_an_interval_and_an_entity_are_in_the_notes(bundled: Path) -> None:
    """A time tells the days that it means, and a name whom."""
    with sqlite.view(bundled) as view:
        article = next(iter(view.articles(EVERY)))
        record = view.record(article.number)
    notes = {
        mark.id: mark.note
        for line in reading(record, article.key).lines
        for piece in line.pieces
        for mark in piece.marks
    }
    times = [one for one in record.times if one.from_ and one.id in notes]
    assert times
    assert all(f"{one.from_} until {one.until or '…'}" in notes[one.id] for one in times)
    entities = [one for one in record.entities if one.id in notes]
    assert entities
    assert all(notes[one.id].startswith(one.name) for one in entities)


def test_comments_are_folded_and_spam_tells_why(harmful: tuple[Path, str], visit: Visit) -> None:
    """Comments are below and folded; what looks like spam is marked, with its score and reasons."""
    archive, key = harmful
    client = visit(archive)
    page = client.get(f"/article/{key}").text
    assert '<details class="thread"><summary>' in page
    assert re.search(r'<div class="comment depth0 spam"', page)
    assert "Looks like spam (0.90): <script>" in unescape(page)
    assert '<details class="thread" open>' in client.get(f"/article/{key}?comments=open").text


def test_a_passage_of_a_comment_opens_them(harmful: tuple[Path, str], visit: Visit) -> None:
    """A search that finds words in a comment says so, and leads to them with the comments open."""
    archive, key = harmful
    client = visit(archive)
    found = client.get("/search", params={"q": "cheap"}).text
    assert "a reader’s comment" in found
    linked = re.search(rf'href="(/article/{key}\?at=(\d+-\d+)#\2)"', found)
    assert linked
    page = client.get(linked[1]).text
    assert '<details class="thread" open>' in page
    comments = page.partition('<details class="thread"')[2]
    assert f'<span class="anchor" id="{linked[2]}"></span>' in comments
    assert 'class="passage lit"' in comments
    assert "<a href='javascript:" not in page


def test_a_passage_that_is_none_is_left(harmful: tuple[Path, str], visit: Visit) -> None:
    """Characters beyond the text, or none at all, are marked nowhere, and the page is as ever."""
    archive, key = harmful
    for place in ("9-9", "9-3", "1-999999999", "٣-٤"):
        assert "lit" not in re.findall(
            r'class="([^"]*passage[^"]*)"', _page(visit(archive), key, place)
        )


def _page(client: TestClient, key: str, place: str) -> str:
    answer = client.get(f"/article/{key}?at={place}")
    assert answer.status_code == 200
    return answer.text
