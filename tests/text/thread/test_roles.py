"""What an element is for, by the words of its markup."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from dateline.text.thread import roles


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ('<b class="comment-author">', "author"),
        ('<b class="CommentHeader_userName__2x">', "author"),
        ('<b itemprop="author">', "author"),
        ('<b class="fn">', "author"),
        ("<time>", "time"),
        ('<i class="posted-date">', "time"),
        ('<p class="commentText">', "body"),
        ('<p class="comment-body field-label-hidden">', "body"),
        ('<p class="comment-author-avatar">', "junk"),
        ('<p class="comment-reply-link">', "junk"),
        ('<p class="comment-meta commentmetadata">', "head"),
        ('<p class="text-muted">', None),
        ('<p class="even">', None),
        ("<p>", None),
    ],
)
def test_the_last_telling_part_of_the_first_telling_word(markup: str, role: str | None) -> None:
    """Class words are read by their parts; looks and place in the list tell nothing."""
    assert roles.role(lxml_html.fragment_fromstring(f"{markup}x")) == role


def test_what_speaks_of_comments() -> None:
    """Class and id of any spelling tell that an element is for comments, or for other pages'."""
    spoken = lxml_html.fragment_fromstring('<div id="leserKommentare-4">x</div>')
    beside = lxml_html.fragment_fromstring('<div class="widget_recent_comments">x</div>')
    assert roles.speaks_of(spoken, "comment")
    assert not roles.speaks_of(spoken, "elsewhere")
    assert roles.speaks_of(beside, "elsewhere")


@pytest.mark.parametrize(
    ("words", "nested"),
    [("children", True), ("comments-children", True), ("comment--reply", True), ("comment", False)],
)
def test_what_holds_or_is_an_answer(words: str, nested: bool) -> None:
    """The last part of a class word tells a list of answers or an answer."""
    element = lxml_html.fragment_fromstring(f'<div class="{words}">x</div>')
    assert roles.is_nested(element) == nested
