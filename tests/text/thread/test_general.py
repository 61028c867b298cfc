"""Threads that no other reader knows."""

from __future__ import annotations

from collections.abc import Callable

from dateline.layout import Page
from dateline.text.thread import general
from dateline.text.thread.shape import Thread

TEASERS = """<section class="more"><h2>More news</h2>
<article class="teaser"><h3><a href="/1">Road closed</a></h3><span class="author">Dora</span>
<span class="date">1 May 2019</span><p>The road is closed.</p>
<a href="/1#comments">3 comments</a></article>
<article class="teaser"><h3><a href="/2">Road open</a></h3><span class="author">Dora</span>
<span class="date">30 April 2019</span><p>The road is open.</p>
<a href="/2#comments">1 comment</a></article>
</section>"""


def test_teasers_are_no_comments(make_page: Callable[..., Page]) -> None:
    """Names, dates and words of other articles are not read as comments."""
    assert general.read(make_page(TEASERS)) is None


def test_answers_of_another_make_are_read(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """Answers that have a class of their own are found beside the comments, with their parents."""
    one = '<b class="user">{0}</b> <i class="date">{1} May 2019</i><p class="text">I am {0}.</p>'
    markup = (
        f'<div class="talk comments"><div class="remark">{one.format("Ina", 2)}'
        f'<div class="rejoinder">{one.format("Jo", 3)}</div></div>'
        f'<div class="remark">{one.format("Kim", 4)}</div></div>'
    )
    page = make_page(markup)
    thread = general.read(page)
    assert thread is not None
    assert rows(page, thread) == [
        ("Ina", "2019-05-02", "I am Ina.", ""),
        ("Jo", "2019-05-03", "I am Jo.", "Ina"),
        ("Kim", "2019-05-04", "I am Kim.", ""),
    ]
