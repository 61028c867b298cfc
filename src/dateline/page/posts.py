"""A page of several posts - a blog's home, a category - told from a page of one."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

import msgspec
from lxml import etree
from lxml import html as lxml_html

from dateline.layout import Markup

POST_CLASSES: Final = frozenset({"hentry", "h-entry", "post", "blog-post", "blogpost", "entry"})
"""Classes of a post's container: hAtom, h-entry, and what WordPress, Blogger and others use."""

_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_WHOLE: Final = 400
"""From how many characters of prose on a post counts as held whole, not as a teaser."""
_LISTED: Final = 4
"""From how many teasers on a page without an article is a list."""
_PARAGRAPH: Final = 80
_TEASED: Final = 0.5
"""The share of a list's prose that stands in its teasers."""


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """One of several posts on a page.

    Attributes:
        container: the element that holds it.
        url: the address that its heading leads to; `None` if to none.
        prose: how many characters of it are no links.
    """

    container: etree._Element
    url: str | None
    prose: int


class Listing(msgspec.Struct, frozen=True):
    """The posts of a page that holds several; `whole` tells whether their words are there."""

    posts: tuple[Post, ...]
    whole: bool


def listing(markup: Markup) -> Listing | None:
    """Return the posts of a page that lists several, or `None` for a page of one article.

    A page that says it is an article (`og:type`, a canonical address that is one of the posts') is
    one, whatever else it shows; so is one with paragraphs outside of its posts, and one of which a
    single post is held whole.
    """
    taken: set[etree._Element] = set()
    posts = tuple(_posts(markup, taken))
    if len(posts) < 2 or _is_article(markup.root, posts) or _goes_on(markup, taken):
        return None
    whole = tuple(post for post in posts if post.prose >= _WHOLE)
    if len(whole) > 1:
        return Listing(whole, whole=True)
    teased = sum(post.prose for post in posts)
    if not whole and len(posts) >= _LISTED and teased >= _TEASED * _prose(markup, markup.root):
        return Listing(posts, whole=False)
    return None


def alone(root: etree._Element, post: Post) -> etree._Element:
    """Return a page of its own for a post: what its page says of the site, and the post."""
    page: etree._Element = lxml_html.Element("html", {"lang": root.get("lang") or ""})
    head = etree.SubElement(page, "head")
    for meta in root.iter("meta"):
        if (meta.get("property") or "").lower() == "og:site_name":
            head.append(deepcopy(meta))
    if post.url:
        etree.SubElement(head, "link", {"rel": "canonical", "href": post.url})
    body = etree.SubElement(page, "body")
    body.append(deepcopy(post.container))
    body[0].tail = None
    return page


def _posts(markup: Markup, taken: set[etree._Element]) -> Iterator[Post]:
    """Yield the outermost containers of posts that have a heading with a link.

    All elements in containers are added to `taken`.
    """
    for element in markup:
        if element.getparent() in taken:
            taken.add(element)
        elif _is_container(element):
            taken.add(element)
            heading = next(element.iter(*_HEADINGS), None)
            link = _link(heading) if heading is not None else None
            if link is not None:
                address = (link.get("href") or "").strip()
                yield Post(container=element, url=_full(address), prose=_prose(markup, element))


def _goes_on(markup: Markup, taken: set[etree._Element]) -> bool:
    """Tell whether paragraphs stand outside of all posts: then they are the article."""
    lengths = (len(markup.span(e) or ()) for e in markup if e.tag == "p" and e not in taken)
    return sum(length for length in lengths if length >= _PARAGRAPH) >= _WHOLE


def _is_container(element: etree._Element) -> bool:
    classes = set((element.get("class") or "").lower().split())
    if any("comment" in name for name in classes):
        return False
    return element.tag == "article" or not POST_CLASSES.isdisjoint(classes)


def _link(heading: etree._Element) -> etree._Element | None:
    """Return the link in a heading, or around it."""
    inside = heading.find(".//a[@href]")
    if inside is not None:
        return inside
    parent = heading.getparent()
    return parent if parent is not None and parent.tag == "a" and parent.get("href") else None


def _full(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) else None


def _prose(markup: Markup, element: etree._Element) -> int:
    """Return how many characters of an element are no links."""
    span = markup.span(element)
    linked = sum(len(markup.span(link) or ()) for link in element.iter("a"))
    return (len(span) if span else 0) - linked


def _is_article(root: etree._Element, posts: tuple[Post, ...]) -> bool:
    """Tell whether the page says that it is one article."""
    own = {link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name == "og:type" and (meta.get("content") or "").strip().lower() == "article":
            return True
        if name == "og:url":
            own.add(meta.get("content"))
    return any(post.url is not None and post.url in own for post in posts)
