"""The lines of a page, each with the element that holds it."""

from __future__ import annotations

import pytest

from dateline.page import html
from dateline.text.article import marks
from dateline.text.article.lines import Line, laid_out


def lines(markup: str) -> dict[str, Line]:
    """Return the lines of a page by their words."""
    (page,) = html.pages("page.html", markup)
    assert page.markup is not None
    return {line.span.of(page.text): line for line in laid_out(page.text, page.markup)}


def test_holders() -> None:
    """A line is held by the innermost element that holds all of it."""
    found = lines("<div>One<br>two <b>bold</b><p><a href=/>three</a></p><ul><li>four</ul></div>end")
    assert {words: line.holder.tag for words, line in found.items()} == {
        "One": "div",
        "two bold": "div",
        "three": "a",
        "four": "li",
        "end": "body",
    }


def test_links() -> None:
    """The share of a line that is links is known, links over several lines included."""
    found = lines("<p>ab<a href=/x>cd</a></p><a href=/y><p>one</p><p>two</p></a><a name=z>no</a>")
    shares = {words: line.link_share for words, line in found.items()}
    assert shares == {"abcd": 0.5, "one": 1.0, "two": 1.0, "no": 0.0}


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ('class="entry-meta byLine"', "by-line"),
        ('class="entry-meta byLine"', "byline"),
        ('class="entry-meta byLine"', "entry-meta"),
        ('id="authorBox"', "author"),
        ('itemprop="datePublished"', "datepublished"),
        ('class="c-article__caption"', "caption"),
    ],
)
def test_names(attributes: str, name: str) -> None:
    """A class or an id is cut into words, and each two neighbours are joined."""
    found = lines(f"<p {attributes}>x</p>")["x"]
    assert name in marks.names(found.holder)


def test_nearest_decision() -> None:
    """A decision on an element holds for all in it, up to one that is decided on by itself."""
    found = lines("<footer>a<div><p>b</p></div><nav><p>c</p></nav></footer>d")
    tag = marks.inherited(lambda element: element.tag if element.tag in {"footer", "nav"} else None)
    assert {words: tag(line.holder) for words, line in found.items()} == {
        "a": "footer",
        "b": "footer",
        "c": "nav",
        "d": None,
    }
