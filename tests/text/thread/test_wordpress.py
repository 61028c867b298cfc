"""Threads of WordPress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.layout import Page
from dateline.text.thread import wordpress
from dateline.text.thread.shape import Thread

SAMPLES: list[dict[str, Any]] = msgspec.toml.decode(
    Path(__file__).with_name("wordpress_pages.toml").read_bytes()
)["page"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_the_thread_is_read(
    sample: dict[str, Any],
    make_page: Callable[..., Page],
    rows: Callable[[Page, Thread], list[tuple[str, ...]]],
) -> None:
    """Lists of every age of WordPress give names, times, words and answers."""
    page = make_page(sample["thread"], sample["language"])
    thread = wordpress.read(page)
    assert thread is not None
    assert [list(row) for row in rows(page, thread)] == sample["comments"]
    assert thread.responses.declared == sample.get("declared")
    assert thread.responses.system == sample.get("system")
    covered = "".join(span.of(page.text) for span in thread.area)
    assert "council" not in covered
    assert all(any(a.contains(c.span) for a in thread.area) for c in thread.responses.comments)


PING = """<ol class="commentlist"><li class="pingback depth-1" id="comment-7">
<div class="comment-body">Pingback: <a href="http://other.example/p">Bridges of the week</a>
<a class="edit">Edit</a></div></li></ol>"""


def test_a_pingback_is_the_title_of_the_page_that_links(make_page: Callable[..., Page]) -> None:
    """A pingback has the linking page's title for its author, no time, no words and its kind."""
    page = make_page(PING)
    thread = wordpress.read(page)
    assert thread is not None
    (ping,) = thread.responses.comments
    assert (ping.author, ping.time, len(ping.span), ping.kind) == (
        "Bridges of the week",
        None,
        0,
        "pingback",
    )


def test_lifted_answers_are_uncertain(make_page: Callable[..., Page]) -> None:
    """At the deepest level, which gives no reply link, a later answer may answer an earlier one."""
    comment = (
        '<li class="comment depth-{1}" id="comment-{0}"><cite class="fn">N{0}</cite>'
        '<div class="comment-content"><p>Words.</p></div>{2}</li>'
    )
    link = '<a class="comment-reply-link">Reply</a>'
    depths = [(1, 1, link), (2, 2, ""), (3, 2, ""), (4, 1, link)]
    markup = "".join(comment.format(*one) for one in depths)
    thread = wordpress.read(make_page(f'<ol class="commentlist">{markup}</ol>'))
    assert thread is not None
    assert [(c.id, c.reply_to, c.reply_certain) for c in thread.responses.comments] == [
        ("1", None, True),
        ("1.1", "1", True),
        ("1.2", "1", False),
        ("2", None, True),
    ]


def test_other_pages_are_left_alone(make_page: Callable[..., Page]) -> None:
    """A page without the signs of WordPress, or without a comment, is for another reader."""
    assert wordpress.read(make_page('<ul><li class="comment">Hello</li></ul>')) is None
    assert wordpress.read(make_page('<ol class="commentlist"></ol>')) is None
