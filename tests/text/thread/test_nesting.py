"""Who answers whom."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from dateline.layout import Page
from dateline.page import html
from dateline.span import Span
from dateline.text import thread
from dateline.text.thread import nesting
from dateline.text.thread.nesting import Answer
from dateline.text.thread.words import Said

MakePage = Callable[..., Page]
ITEM = (
    '<div class="u-comment {2}" id="comment-{0}" {1}><b class="p-author">N{0}</b>'
    '<time class="dt-published">2 May 2019</time>{3}<p class="e-content">Words {0}.</p></div>'
)


def item(number: int, attributes: str = "", words: str = "", before: str = "") -> str:
    """Return a comment's markup."""
    return ITEM.format(number, attributes, words, before)


def parents(page: Page) -> dict[str, str | None]:
    """Return the name of each comment's parent by its own name."""
    comments = thread.read(page).responses.comments
    names = {comment.id: comment.author for comment in comments}
    return {c.author: names[c.reply_to] if c.reply_to else None for c in comments}


def test_what_the_markup_names_comes_first(make_page: MakePage) -> None:
    """A parent's id in an attribute or an "In reply to" link beats the place in the list."""
    link = '<span>In reply to <a href="#comment-1">N1</a></span>'
    markup = item(1) + item(2) + item(3, 'data-parent-id="1"') + item(4, before=link)
    assert parents(make_page(markup)) == {"N1": None, "N2": None, "N3": "N1", "N4": "N1"}


def test_depth_is_told_by_class_style_or_list(make_page: MakePage) -> None:
    """A depth class, an indent or a list of answers beside the comment make it an answer."""
    by_class = item(1, words="depth-1") + item(2, words="depth-2") + item(3, words="depth-2")
    by_style = item(4, 'style="margin-left: 0px"') + item(5, 'style="margin-left: 20px"')
    by_list = item(6) + f'<div class="children">{item(7)}</div>'
    assert parents(make_page(by_class)) == {"N1": None, "N2": "N1", "N3": "N1"}
    assert parents(make_page(by_style)) == {"N4": None, "N5": "N4"}
    assert parents(make_page(by_list)) == {"N6": None, "N7": "N6"}


def test_names_and_links_in_the_words_say_nothing(make_page: MakePage) -> None:
    """An @-name is no parent, and a reply button's link is none either."""
    button = '<a class="comment-reply-link" href="#comment-1">Reply</a>'
    markup = item(1) + item(2, before=button).replace("Words 2.", "@N1 no.")
    assert parents(make_page(markup)) == {"N1": None, "N2": None}


def test_circles_and_orphans_stand_alone(make_page: MakePage) -> None:
    """Comments that answer each other or nobody on the page lose that link, not their words."""
    markup = (
        item(1, 'data-parent-id="2"')
        + item(2, 'data-parent-id="1"')
        + item(3, 'data-parent-id="3"')
        + item(4, 'data-parent-id="99"')
    )
    assert parents(make_page(markup)) == {"N1": None, "N2": "N1", "N3": None, "N4": None}


def test_doubled_ids_are_the_first_one(make_page: MakePage) -> None:
    """Where two comments have one id, an answer to it is an answer to the first."""
    markup = item(1) + item(2).replace("comment-2", "comment-1") + item(3, 'data-parent-id="1"')
    assert parents(make_page(markup)) == {"N1": None, "N2": None, "N3": "N1"}


def test_ids_are_paths_in_reading_order() -> None:
    """The first answer to the second comment is `2.1`."""
    answers = [Answer(), Answer(), Answer(1), Answer(2), Answer(1)]
    said = [Said(author="", time=None, span=Span(0, 0))] * 5
    found = nesting.comments(said, answers, ["comment"] * 5)
    assert [comment.id for comment in found] == ["1", "2", "2.1", "2.1.1", "2.2"]
    assert nesting.depths(answers) == [1, 1, 2, 3, 2]


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=30))
def test_any_links_give_a_sound_thread(links: list[int | None]) -> None:
    """Whatever the ids say, ids are unique, parents exist and no comment answers itself."""
    items = "".join(
        item(n, f'data-parent-id="{link}"' if link is not None else "")
        for n, link in enumerate(links)
    )
    page = next(html.pages("page.html", f"<html><body><h1>Bridge</h1>{items}</body></html>"))
    comments = {c.id: c for c in thread.read(page).responses.comments}
    assert len(comments) == len(links)
    for comment in comments.values():
        seen, at = set[str](), comment
        while at.reply_to is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = comments[at.reply_to]


def test_a_long_chain_of_answers_is_read_in_time() -> None:
    """Ten times the comments take about ten times as long, and ids stay short."""

    def seconds(size: int) -> float:
        items = "".join(item(n, f'data-parent-id="{n - 1}"') for n in range(1, size))
        page = next(html.pages("page.html", f"<html><body>{items}</body></html>"))
        start = process_time()
        found = thread.read(page).responses.comments
        assert max(len(comment.id) for comment in found) < 100
        return process_time() - start

    seconds(200)
    assert seconds(4000) < 40 * seconds(400)
