"""From elements to comments."""

from __future__ import annotations

from collections.abc import Callable

from dateline.layout import Page
from dateline.text.thread import gathering
from dateline.text.thread.tree import Tree, tree


def elements_of(page: Page) -> Tree:
    """Return the page's tree."""
    found = tree(page)
    assert found is not None
    return found


def test_boxes_beside_and_the_article_are_no_comments(make_page: Callable[..., Page]) -> None:
    """A box of other pages' comments, a form and what holds the article are left out."""
    inside = '<div class="comments"><p class="comment">Yes.</p></div>'
    beside = '<div class="recent-comments"><p class="comment">No.</p></div>'
    form = '<form><p class="comment">No.</p></form>'
    elements = elements_of(make_page(inside + beside + form))
    assert [elements.shown(e) for e in gathering.items(elements, (".comment",))] == ["Yes."]
    assert gathering.items(elements, ("main",)) == []


def test_answers_are_apart_from_what_they_answer(make_page: Callable[..., Page]) -> None:
    """A comment's own elements are none of its answers'; a wrapper of one number is the same."""
    inner = '<article class="comment" id="comment-2"><p>Inner.</p></article>'
    markup = (
        '<li class="item" id="li-comment-1"><article class="comment" id="comment-1"><p>Outer.</p>'
        f'</article><ul class="children"><li class="item" id="li-comment-2">{inner}</li></ul></li>'
    )
    elements = elements_of(make_page(f"<ol>{markup}</ol>"))
    outer, answer = gathering.pieces(elements, elements.find(("li.item", "article.comment")))
    assert [e.tag for e in outer.own] == ["article", "p"]
    assert [s.of(elements.text) for s in outer.others] == ["Inner."]
    assert answer.others == ()


def test_runs_go_from_one_start_to_the_next(make_page: Callable[..., Page]) -> None:
    """Comments made of siblings end where the next one starts."""
    elements = elements_of(make_page("<dl><dt>A</dt><dd>a</dd><dd>b</dd><dt>B</dt><dd>c</dd></dl>"))
    found = gathering.runs(elements, elements.find(("dt",)))
    assert [piece.span.of(elements.text).split() for piece in found] == [
        ["A", "a", "b"],
        ["B", "c"],
    ]
