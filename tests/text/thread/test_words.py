"""Which part of a comment is its name, its time and its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.layout import Page
from dateline.text import thread

NAME, DATE = '<b class="author">Ina Holt</b>', '<i class="date">2 May 2019</i>'


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (f'{NAME} {DATE}<div class="text"><p>One.</p><p>Two.</p></div>', "One.\n\nTwo."),
        (f'<div class="text">One.</div>{NAME} {DATE}', "One."),
        (f"{NAME} says: {DATE}<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        (f'{NAME} {DATE}<h4>Title</h4><div class="text">One.</div>', "Title\n\nOne."),
        (f'{NAME} {DATE}<p>One.</p><div class="likes">3 likes</div>', "One."),
        (f'{NAME} {DATE}<div class="text">One.<p class="reply">Reply</p></div>', "One."),
        (
            f'{NAME} {DATE}<blockquote class="text"><cite>Jo:</cite> Hm.</blockquote><p>No.</p>',
            "Jo: Hm.\n\nNo.",
        ),
        (f'{NAME} {DATE}<p>One.</p><div class="signature">Yours</div>', "One."),
        (f'{NAME} {DATE}<img class="avatar" alt="Ina"/><div class="text"></div>', ""),
        (f"{NAME} {DATE}", ""),
    ],
)
def test_the_words_are_the_commenters_own(
    inner: str, words: str, make_page: Callable[..., Page]
) -> None:
    """Names, dates, buttons and signatures are no words; quotations and headings are."""
    other = f'{NAME} {DATE}<div class="text">Other.</div>'
    page = make_page(
        f'<ol class="comment-list"><li class="comment" id="comment-1">{inner}</li>'
        f'<li class="comment" id="comment-2">{other}</li></ol>'
    )
    first, second = thread.read(page).responses.comments
    assert (first.author, first.time) == ("Ina Holt", "2019-05-02")
    assert first.span.of(page.text) == words
    assert second.span.of(page.text) == "Other."


def test_an_empty_comment_has_its_place(make_page: Callable[..., Page]) -> None:
    """The span of a comment without words lies after its name and date."""
    item = '<li class="comment" id="comment-{0}">' + f"{NAME} {DATE}" + "</li>"
    page = make_page(f'<ol class="comment-list">{item.format(1)}{item.format(2)}</ol>')
    for comment in thread.read(page).responses.comments:
        assert page.text[: comment.span.start].endswith("2 May 2019")
