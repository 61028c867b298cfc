"""Pages of several posts told from pages of one."""

from __future__ import annotations

import pytest

from dateline.errors import Unreadable
from dateline.layout import Given
from dateline.page import html

PROSE = "The harbour was closed again on Monday, and the pilots went home without their pay. " * 8
SITE = '<meta property="og:site_name" content="The Quay">'


def post(number: int, words: str = PROSE) -> str:
    """Return the markup of a post as WordPress makes it."""
    address = f"https://quay.example/2011/{number}/"
    heading = f'<h2 class="entry-title"><a href="{address}">Post {number}</a></h2>'
    body = f'<div class="entry-content"><p>{words}</p></div>'
    return f'<article class="hentry">{heading}{body}</article>'


def test_several_posts() -> None:
    """The posts of a blog's home become pages of their own, named by their addresses."""
    home = f"<head>{SITE}</head><h1>The Quay</h1>{post(1)}{post(2)}<aside>Archive</aside>"
    found = list(html.pages("home.html", home, Given(title="Home", language="en")))
    assert [page.path for page in found] == [
        "home.html#https://quay.example/2011/1/",
        "home.html#https://quay.example/2011/2/",
    ]
    assert [page.text.split("\n")[0] for page in found] == ["Post 1", "Post 2"]
    assert found[0].given == Given(language="en")


def test_posts_without_full_addresses() -> None:
    """Posts whose links are relative are numbered."""
    home = (post(1) + post(2)).replace("https://quay.example", "")
    assert [page.path for page in html.pages("a", home)] == ["a#1", "a#2"]


def test_list_of_teasers() -> None:
    """A list of teasers is refused with their number: there is no article to read."""
    teasers = "".join(post(number, "A few words on it.") for number in range(12))
    with pytest.raises(Unreadable, match="a list of 12 articles"):
        list(html.pages("list.html", f"<nav><a href=/>Home</a></nav>{teasers}"))


@pytest.mark.parametrize(
    "markup",
    [
        post(1) + "".join(post(n, "A few words.") for n in range(2, 9)),
        f"<h1>One</h1><p>{PROSE}</p>" + post(2) + post(3),
        f'<head><meta property="og:type" content="article"></head>{post(1)}{post(2)}',
        f'<head><link rel="canonical" href="https://quay.example/2011/1/"></head>{post(1)}{post(2)}',
        f"<article><h1>One</h1><p>{PROSE}</p>{post(2)}{post(3)}</article>",
        post(1) + f"<ul><li class='comment post'><h4><a href=/x>Ann</a></h4>{PROSE}</ul>",
    ],
    ids=["teasers", "outside", "og:type", "canonical", "nested", "comments"],
)
def test_one_article(markup: str) -> None:
    """An article with teasers, further posts or comments around it stays one page."""
    (found,) = html.pages("page.html", markup)
    assert found.path == "page.html"
