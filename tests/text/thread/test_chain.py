"""The readers in their order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.layout import Page
from dateline.page import html
from dateline.span import Span
from dateline.text import thread

TAGS = st.sampled_from(
    [
        "<div class=comment id=comment-1>",
        "<ol class=commentlist>",
        "<li class=depth-2>",
        "</div>",
        "<b class=fn>Ina</b>",
        "<time datetime=2019-05-02T10:00Z>2 May 2019</time>",
        "<p>Words.</p>",
        "</li>",
        "<div class=children>",
        "<dl id=comments-block>",
        "<dt class=comment-author>",
        "<h1>T</h1>",
        "<article class=u-comment data-parent-id=1>",
        "<ul class=forum>",
        "<li class=forum-fil>",
        "3 comments",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=25))
def test_any_markup_gives_a_thread_within_the_text(tags: list[str]) -> None:
    """Whatever is nested in what, spans lie in the text, in order, and ids are unique."""
    page = next(html.pages("page.html", f"<html><body>x{''.join(tags)}</body></html>"))
    found = thread.read(page)
    whole = Span(0, len(page.text))
    comments = found.responses.comments
    assert all(whole.contains(span) for span in found.area)
    assert all(whole.contains(comment.span) for comment in comments)
    assert len({comment.id for comment in comments}) == len(comments)
    assert list(found.area) == sorted(found.area)


def test_a_page_of_rows_has_no_thread() -> None:
    """A table's row is the article's body and nothing else."""
    assert thread.read(Page(path="t#1", kind="row", text="12 comments")) == thread.Thread()
