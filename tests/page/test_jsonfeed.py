"""Feeds written as JSON: a page for each item."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dateline.errors import Unreadable
from dateline.layout import Given, Page

Read = Callable[..., list[Page | Unreadable]]

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Tide",
    "language": "en-GB",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": 7,
            "url": "https://tide.example/7",
            "title": "Ferry late",
            "content_html": "<p>The ferry was <b>late</b>.</p>",
            "content_text": "x",
            "date_published": "2019-03-04T05:06:07-05:00",
            "authors": [{"name": "Ann Poe"}, {"url": "x"}, {"name": "Bo Lee"}],
        },
        {"id": 7, "content_text": "<Plain> words.", "author": {"name": "Cy Orr"}},
        {"id": "c", "title": "A title alone"},
        "no item",
    ],
}


@pytest.mark.parametrize("indent", [None, 2])
def test_items_are_pages(read: Read, indent: int | None) -> None:
    """Each item is a page, and says what its page would say."""
    first, second, third = read("feed.json", json.dumps(FEED, indent=indent))
    assert isinstance(first, Page)
    assert (first.kind, first.text) == ("html", "The ferry was late.")
    assert first.path.endswith("feed.json#7")
    assert first.given == Given(
        url="https://tide.example/7",
        title="Ferry late",
        byline=("Ann Poe", "Bo Lee"),
        published="2019-03-04T05:06:07-05:00",
        outlet="The Tide",
        language="en",
    )
    assert isinstance(second, Page)
    assert (second.kind, second.text) == ("plain", "<Plain> words.")
    assert second.path.endswith("#2")
    assert second.given.byline == ("Cy Orr",)
    assert isinstance(third, Page)
    assert third.text == "A title alone"
    assert third.given.byline == ("The desk",)


def test_a_damaged_feed_is_told(read: Read) -> None:
    """A feed that is cut off is one error: where its items end cannot be told."""
    (found,) = read("feed.json", json.dumps(FEED)[:-40])
    assert isinstance(found, Unreadable)
    assert found.reason == "damaged feed"


@pytest.mark.parametrize("items", [None, {}, [], [[]]])
def test_a_feed_without_items_holds_no_page(read: Read, items: object) -> None:
    """A feed without items, or with something else in their place, is one error."""
    (found,) = read("feed.json", json.dumps({**FEED, "items": items}))
    assert isinstance(found, Unreadable)
    assert found.reason == "holds no page"
