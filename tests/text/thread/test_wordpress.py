"""Threads of WordPress."""

from __future__ import annotations

from collections.abc import Callable

from dateline.layout import Page
from dateline.text.thread import wordpress

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
