"""What the tests of the readers of threads share: a page around a thread, comments as rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.layout import Page
from dateline.page import html
from dateline.text.thread.shape import Thread

Row = tuple[str, str, str, str]
MakePage = Callable[..., Page]
Rows = Callable[[Page, Thread], list[Row]]

_PAGE = """<!DOCTYPE html><html lang="{language}">
<head><title>Bridge opens</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article class="post"><h1>Old bridge opens again</h1>
<p class="byline">By <a rel="author" href="/a">Dora Fields</a>
<time datetime="2019-05-02T09:00:00+02:00">2 May 2019</time></p>
<div class="entry-content"><p>The old bridge over the river opened again on Thursday, the council
said.</p><p>It had been closed since a flood washed away two of its piers.</p></div></article>
{thread}</main>
<aside class="sidebar"><ul class="widget"><li class="recentcomments comment">
<span class="author">Bob</span> on <a href="/x#comment-9">Other things</a></li></ul></aside>
<footer>Copyright The Example</footer></body></html>"""


@pytest.fixture
def make_page() -> MakePage:
    """Return a function that makes the page of an article with a thread's markup below it."""

    def make(thread: str, language: str = "en", head: str = "") -> Page:
        markup = _PAGE.format(thread=thread, language=language, head=head)
        return next(html.pages("page.html", markup))

    return make


@pytest.fixture
def rows() -> Rows:
    """Return a function that gives a thread's comments as name, time, words, name answered."""

    def table(page: Page, thread: Thread) -> list[Row]:
        comments = thread.responses.comments
        names = {comment.id: comment.author for comment in comments}
        return [
            (c.author, c.time or "", c.span.of(page.text), names[c.reply_to] if c.reply_to else "")
            for c in comments
        ]

    return table
