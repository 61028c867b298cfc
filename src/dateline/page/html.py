"""HTML, as a browser would show it with its scripts turned off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given, Markup, Page
from dateline.page import declared, posts, scripts, story
from dateline.page.render import render
from dateline.span import Span

DEEPEST: Final = 2048
"""How deep tags may be nested (libxml2's own limit; Chromium flattens from 512 on)."""

_NOTHING: Final = Given()
_IN_HEAD: Final = frozenset(
    "base basefont bgsound link meta noscript object script style template title".split()  # noqa: SIM905
)
_SCANT, _PROSE = 200, 400
_PROLOGUE = re.compile(r"\s{0,99}<\?xml[^>]{0,999}>")


def pages(path: str, markup: str, given: Given = _NOTHING) -> Iterator[Page]:
    """Yield the page that `markup` holds, or the posts of a page that lists several.

    The text is what the page shows. Where it shows next to nothing but hides a text (which a script
    would have revealed), the hidden text is shown; where it holds one as data for search engines
    alone, that one.

    Args:
        path: the input as its user named it.
        markup: the page's source, decoded; a wrong encoding declaration in it does no harm.
        given: what the page's container says of it.

    Raises:
        Unreadable: if the page holds no element or no visible text, is made of frames, or is a list
            of teasers.
        TooLarge: if its tags are nested deeper than `DEEPEST`.
    """
    root = _parse(path, markup)
    scripts.embody(root)
    text, spans = render(root)
    if len(text) < _SCANT:
        text, spans = _found_behind(root) or (text, spans)
    frames = [frame.get("src") or "" for frame in root.iter("frame")]
    if frames and len(text) < _SCANT:
        raise Unreadable(path, "a page of frames", _others(frames))
    if not text:
        raise Unreadable(path, "shows no text", "save the page from a browser, after its scripts")
    markup_ = Markup(root, spans)
    found = posts.listing(markup_)
    if found is None:
        yield Page(path=path, kind="html", text=text, given=given, markup=markup_)
    elif found.whole:
        yield from _each(path, found, root, given)
    else:
        reason = f"a list of {len(found.posts)} articles, none of them whole"
        raise Unreadable(path, reason, "read the articles' own pages")


def _found_behind(root: etree._Element) -> tuple[str, dict[etree._Element, Span]] | None:
    """Return the text of a page that shows none: what it hides, else what it holds as data."""
    revealed = render(root, hidden=True)
    if len(revealed[0]) <= _PROSE and story.embody(root):
        revealed = render(root, hidden=True)
    return revealed if len(revealed[0]) > _PROSE else None


def _others(frames: list[str]) -> str:
    """Return the advice to read the pages that stand in frames."""
    named = ", ".join(filter(None, (declared.line(name[:80]) for name in frames[:4])))
    return f"read the pages in its frames: {named}" if named else "read the pages in its frames"


def _each(path: str, found: posts.Listing, root: etree._Element, given: Given) -> Iterator[Page]:
    """Yield the posts of a page that holds several, named by their address or their number."""
    shared = Given(outlet=given.outlet, language=given.language)
    for number, post in enumerate(found.posts, 1):
        tree = posts.alone(root, post)
        text, spans = render(tree)
        key = post.url or str(number)
        yield Page(
            path=f"{path}#{key}", kind="html", text=text, given=shared, markup=Markup(tree, spans)
        )


def _parse(path: str, markup: str) -> etree._Element:
    """Return the tree of `markup`, comments and processing instructions left out."""
    prologue = _PROLOGUE.match(markup)
    source = markup[prologue.end() if prologue else 0 :].replace("\0", "\ufffd")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise Unreadable(path, "holds no markup") from None
    if any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log):
        raise TooLarge(path, f"tags nested deeper than {DEEPEST}")
    _begin_body(root)
    return root


def _begin_body(root: etree._Element) -> None:
    """Move what cannot stand in a head to the body.

    As a browser does: libxml2 knows the elements of HTML 4 and lets a head that is never closed go
    on over `nav`, `article` and `main`.
    """
    head = root.find("head")
    if head is None:
        return
    strays = list(dropwhile(lambda element: element.tag in _IN_HEAD, head))
    if strays:
        body = root.find("body")
        if body is None:
            body = etree.SubElement(root, "body")
        strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
        body.text = None
        body[:0] = strays
