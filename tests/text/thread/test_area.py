"""Where the thread stands, and how many comments the page claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.layout import Page
from dateline.page import html
from dateline.text import thread

COMMENT = (
    '<li class="comment" id="comment-{0}"><b class="fn">N{0}</b> <time datetime="2019-05-02">2 May'
    ' 2019</time><div class="comment-content"><p>Words {0}.</p></div></li>'
)
LIST = f'<ol class="comment-list">{COMMENT.format(1)}{COMMENT.format(2)}</ol>'


@pytest.mark.parametrize(
    ("markup", "declared"),
    [
        (f'<div id="comments"><h2>30 Responses to “Bridge”</h2>{LIST}</div>', 30),
        (f'<div id="comments"><h2>1.204 Kommentare</h2>{LIST}</div>', 1204),
        (f'<div id="comments"><h3>Réactions (7)</h3>{LIST}</div>', 7),
        (f"<h3>Comentarios: 9</h3>{LIST}", 9),
        (f'<meta itemprop="commentCount" content="12"/>{LIST}', 12),
        (f'<p><a href="#comments">5 comments</a></p><div id="comments">{LIST}</div>', 5),
        (f'<div id="comments"><h3>Comments</h3>{LIST}</div>', None),
        (f'<div id="comments"><h3>2 bridges, 3 towns</h3>{LIST}</div>', None),
    ],
)
def test_the_declared_number_is_what_the_page_claims(
    markup: str, declared: int | None, make_page: Callable[..., Page]
) -> None:
    """Headings, data for machines and links count, in this order; what is held does not."""
    found = thread.read(make_page(markup)).responses
    assert found.declared == declared
    assert len(found.comments) == 2


def test_heading_list_pager_and_form_are_the_area(make_page: Callable[..., Page]) -> None:
    """All that belongs to the thread is in its area, and nothing of the article is."""
    markup = (
        f'<h3 class="comments-title">2 comments</h3>{LIST}'
        '<div class="comment-navigation">Older</div><div id="respond">Leave a Reply</div>'
    )
    page = make_page(markup)
    covered = " ".join(span.of(page.text) for span in thread.read(page).area).split()
    assert " ".join(covered) == (
        "2 comments N1 2 May 2019 Words 1. N2 2 May 2019 Words 2. Older Leave a Reply"
    )


def test_comments_within_the_article_do_not_swallow_it() -> None:
    """Where one element holds article and comments, only the comments are the area."""
    markup = f'<div id="comments-page"><h1>Bridge</h1><p>Opened again.</p>{LIST}</div>'
    page = next(html.pages("page.html", f"<html><body>{markup}</body></html>"))
    area = thread.read(page).area
    assert "Opened" not in "".join(span.of(page.text) for span in area)
    assert "Words 2." in "".join(span.of(page.text) for span in area)
