"""What pages show beyond the answers: orders, dates in words, what a script will show."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dateline.ask.network import network
from dateline.ask.timeline import timeline
from dateline.explore.rendering import reason
from dateline.interval import spoken
from dateline.store import sqlite

Visit = Callable[..., TestClient]


@pytest.fixture
def client(bundled: Path, visit: Visit) -> TestClient:
    """Return the bundled corpus as a browser on this machine sees it."""
    return visit(bundled)


def test_the_timeline_in_order_of_telling(client: TestClient, bundled: Path) -> None:
    """In order of telling, the rows and the list begin with what was told first."""
    with sqlite.view(bundled) as view:
        dated = timeline(view, limit=200).dated
    text = client.get("/timeline?order=told").text
    rows = re.findall(r'<a href="#([^"]+)"><title>', text)
    assert rows == [one.id for one in sorted(dated, key=lambda one: one.told_first or "~")]
    assert rows != re.findall(r'<a href="#([^"]+)"><title>', client.get("/timeline").text)
    assert '<option value="told" selected>' in text
    assert client.get("/timeline?order=odd").status_code == 400


def test_a_day_is_shown_as_one_day(client: TestClient, bundled: Path) -> None:
    """What happened on a day has that day as its date, not the day and the next."""
    with sqlite.view(bundled) as view:
        events = [one for one in timeline(view).dated if one.from_ and one.until]
    text = unescape(client.get("/timeline").text)
    for one in events:
        assert f'<span class="held">{spoken(one.from_, one.until)}</span>' in text
    assert any(" – " not in spoken(one.from_, one.until) for one in events)


def test_the_list_holds_what_a_slider_will_show(client: TestClient, bundled: Path) -> None:
    """On a day, ties of other days are in the list, hidden, for the slider to bring out."""
    with sqlite.view(bundled) as view:
        every = {one.id for one in network(view).edges}
        held = {one.id for one in network(view, on="2015-01-20").edges}
    text = client.get("/network?on=2015-01-20").text.partition('id="ties"')[2]
    shown = dict(re.findall(r'<li id="([^"]+:r\d+)"( hidden)?><p>', text))
    assert set(shown) == every
    assert {one for one, hidden in shown.items() if not hidden} == held
    assert 0 < len(held) < len(every)


def test_more_of_a_large_network(client: TestClient) -> None:
    """A network that is cut leads to one twice as large, with all else that was asked."""
    text = client.get("/network?most=4&on=2015").text
    found = re.search(r'<a href="\?([^"]+)">show more', text)
    assert found
    assert unescape(found[1]) == "on=2015&most=8"
    assert "show more" not in client.get("/network?most=2000").text


def test_who_is_chosen_by_id_is_named(client: TestClient, bundled: Path) -> None:
    """An actor that a link chose stands by name in the form, goes with it, and can be let go of."""
    with sqlite.view(bundled) as view:
        one = view.leading(("person",), 1)[0]
    fields = {"timeline": "actor", "disputes": "actor", "forecasts": "actor", "network": "around"}
    for path, field in fields.items():
        text = client.get(f"/{path}?{field}={one.id}&since=2014").text
        assert f'type="hidden" name="{field}" value="{one.id}"' in text
        assert f"<strong>{escape(one.name)}</strong>" in text
        assert '<a href="?since=2014">anybody</a>' in text
        typed = client.get(f"/{path}?{field}={quote(one.name)}").text
        assert f'<input name="{field}" value="{escape(one.name)}"' in typed


def test_actors_of_a_day_are_counted(client: TestClient, bundled: Path) -> None:
    """On a day, the actors that are counted are those who had a tie then."""
    with sqlite.view(bundled) as view:
        found = network(view, on="2015-02-10")
    words = f"{len(found.edges)} of "
    text = client.get("/network?on=2015-02-10").text
    assert re.search(rf"{words}\d+ ties held then, between {len(found.nodes)} actors", text)


def test_reasons_have_no_ids() -> None:
    """The id that a reason begins with is no word for people."""
    assert reason("6127ac0fb5ed5714:0-86: recalls it, and tells of it") == (
        "recalls it, and tells of it"
    )
    assert reason("nothing later tells") == "nothing later tells"
