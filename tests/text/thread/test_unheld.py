"""Pages that hold no comment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.layout import Page
from dateline.text import thread
from dateline.text.thread import unheld

MakePage = Callable[..., Page]


@pytest.mark.parametrize(
    ("markup", "system"),
    [
        ('<div id="disqus_thread"></div>', "disqus"),
        ('<script src="https://bridge.disqus.com/embed.js"></script>', "disqus"),
        ('<div class="fb-comments" data-href="x"></div>', "facebook"),
        ('<div id="coral_thread"></div>', "coral"),
        ("<vf-conversations></vf-conversations>", "viafoura"),
        ('<div data-spotim-module="conversation"></div>', "openweb"),
        ('<div id="hyvor-talk-view"></div>', "hyvor"),
        ('<section id="isso-thread"></section>', "isso"),
        ('<script src="https://giscus.app/client.js"></script>', "giscus"),
        ('<div id="commento"></div>', "commento"),
    ],
)
def test_a_thread_that_a_script_loads_is_not_in_the_copy(
    markup: str, system: str, make_page: MakePage
) -> None:
    """The system is named, and no comments does not mean that there are none."""
    found = thread.read(make_page(markup)).responses
    assert (found.system, found.held, found.comments) == (system, False, ())


def test_a_stub_may_say_how_many_there_are(make_page: MakePage) -> None:
    """The number that the page shows stands beside the empty thread."""
    markup = '<h3>42 Comments</h3><div id="disqus_thread"></div>'
    head = '<script type="application/ld+json">{"commentCount": "42"}</script>'
    assert thread.read(make_page(markup, head=head)).responses.declared == 42


@pytest.mark.parametrize(
    "markup",
    [
        '<div id="comments"><h3>16 Comments</h3><a href="/all">Show them</a></div>',
        '<span class="comments" title="Comments">16</span>',
        '<a href="#comments">16 comments</a>',
    ],
)
def test_claimed_comments_that_are_not_there_are_not_in_the_copy(
    markup: str, make_page: MakePage
) -> None:
    """A page that claims comments and holds none does not hold its thread."""
    found = thread.read(make_page(markup)).responses
    assert (found.declared, found.held, found.comments) == (16, False, ())


def test_an_empty_thread_is_held(make_page: MakePage) -> None:
    """A form alone is a thread without comments; its words belong to it, not to the article."""
    markup = '<div id="respond"><h3 id="reply-title">Leave a Reply</h3><form>Your name</form></div>'
    page = make_page(markup)
    found = thread.read(page)
    assert (found.responses.declared, found.responses.held) == (None, True)
    assert [span.of(page.text) for span in found.area] == ["Leave a Reply\n\nYour name"]


def test_a_page_without_a_thread(make_page: MakePage) -> None:
    """Where nothing speaks of comments, there is no thread, and a sidebar's box is none."""
    page = make_page("")
    assert unheld.read(page) is None
    assert thread.read(page) == thread.Thread()
