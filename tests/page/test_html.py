"""HTML laid out as a reader sees it, every element tied to its characters."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given, Markup, Page
from dateline.page import html


def page(markup: str) -> Page:
    """Return the one page that `markup` holds."""
    (found,) = html.pages("page.html", markup)
    return found


def tree(found: Page) -> Markup:
    """Return the page's markup."""
    assert found.markup is not None
    return found.markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"),
        ("<p>  A \n\t few&nbsp;<b> words </b> more</p>", "A few words more"),
        ("<p><b>B</b>old <i>it</i>alic</p>", "Bold italic"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td><p>a</p><td><p>b</p></table>", "a\n\nb"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "a\nb\n\nc"),
        ("<pre>one\n  two\n\n\n\nthree  </pre>", "one\n  two\n\nthree"),
        ("x<script>no</script><style>no</style><template>no</template>y", "xy"),
        ("x<p hidden>no</p><p style='color: red; DISPLAY : none'>no</p>y", "x\n\ny"),
        ("x<svg><text>no</text></svg><math><mi>no</mi></math>y", "xy"),
        ("x<noscript>Turn on your scripts</noscript>y", "x\ny"),
        ("<details><summary>More</summary>Less</details>", "More\nLess"),
        ("<iframe src=x>no</iframe><object>no</object>yes", "yes"),
        ("<nav><a>Home</a><a>News</a></nav>", "Home News"),
        ("so\u00adci\u200bety", "society"),
        (
            f"<frameset><frame src=a><noframes>{'Go on ' * 50}</noframes></frameset>",
            ("Go on " * 50)[:-1],
        ),
        ("<html><body>One<html><body>Two", "OneTwo"),
        ("a<!-- never closed <p>b", "a"),
        ("<?xml version='1.0' encoding='latin-1'?><p>\u20ac</p>", "\u20ac"),
        ("<title>no</title><nav>One</nav><p>Two</p>Three", "One\n\nTwo\n\nThree"),
        ("<title>no</title><main>One</main>", "One"),
        ("a\0b", "a\ufffdb"),
        ("a \ud800 b", "a ? b"),
    ],
)
def test_visible_text(markup: str, text: str) -> None:
    """The text is what a reader sees, with the line breaks that a browser would make."""
    assert page(markup).text == text


def test_span_of_an_element() -> None:
    """An element's span holds what it shows, without the space around it."""
    found = page("<div> <p>One <b>two </b></p><p><img> </p><hr></div><p>three</p>")
    shown = {e.tag: span.of(found.text) for e in tree(found) if (span := tree(found).span(e))}
    assert shown == {
        "html": "One two\n\nthree",
        "body": "One two\n\nthree",
        "div": "One two",
        "p": "three",
        "b": "two",
    }


def test_long_noscript() -> None:
    """Prose inside noscript is shown: nobody runs the script that would replace it."""
    prose = "The harbour was closed again. " * 20
    assert page(f"<noscript><p>{prose}</p></noscript>").text == prose.strip()


def test_revealed_text() -> None:
    """A page that shows next to nothing, its text waiting for a script, shows the hidden text."""
    prose = "The harbour was closed again. " * 20
    found = page(f"<p>Loading</p><div style='display:none'><p>{prose}</p></div>")
    assert found.text == f"Loading\n\n{prose.strip()}"


def test_given() -> None:
    """What the container says of the page is handed on."""
    known = Given(url="https://example.org/a", title="A")
    (found,) = html.pages("a.eml", "<p>x</p>", known)
    assert (found.path, found.kind, found.given) == ("a.eml", "html", known)


@pytest.mark.parametrize(
    "markup", ["", "  \n", "<!-- -->", "<p></p>", "<script>x</script>", "&nbsp;"]
)
def test_nothing_to_read(markup: str) -> None:
    """A page without visible text is refused with its path."""
    with pytest.raises(Unreadable, match=r"page\.html: "):
        page(markup)


def test_deep_nesting() -> None:
    """Moderate nesting is laid out; absurd nesting is refused, neither crashes."""
    assert page("<div>" * 1500 + "deep").text == "deep"
    with pytest.raises(TooLarge):
        page("<div>" * 100_000 + "deep")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "word " * 400_000,
        "<a href=x>link</a>" * 100_000,
        "<td>" * 100_000 + "x",
        "<pre>" + "x\n" * 300_000,
        "<p>x" + "&lt;" * 500_000,
        "<p>x" + "<!--" * 500_000,
    ],
    ids=["paragraph", "links", "cells", "lines", "entities", "comments"],
)
def test_large_pages(markup: str) -> None:
    """Large pages are laid out in a few seconds."""
    start = time.process_time()
    assert page(markup).text
    assert time.process_time() - start < 10


TAGS = ["div", "p", "br", "b", "a", "ul", "li", "table", "tr", "td", "pre", "script", "h1", "html"]
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<p hidden>", "<!--", "-->", "<![CDATA[", "<?x", "&amp;", "&#0;", "<a b='"]
        ),
        st.text(max_size=8),
    ),
    max_size=40,
)


@given(SOUP)
def test_tag_soup(pieces: list[str]) -> None:
    """Any soup of tags is laid out or refused; spans nest as their elements do."""
    try:
        found = page("".join(pieces))
    except Unreadable:
        return
    markup = tree(found)
    for element in markup:
        span = markup.span(element)
        assert span is not None
        assert span.of(found.text).strip()
        parent = element.getparent()
        if parent is not None:
            outer = markup.span(parent)
            assert outer is not None
            assert outer.contains(span)


def test_a_page_of_frames_names_them() -> None:
    """A page that shows nothing but frames is unreadable, and the remedy names their pages."""
    with pytest.raises(Unreadable) as fault:
        page(
            "<frameset><frame src=menu.htm><frame src=story.htm><noframes>Old</noframes></frameset>"
        )
    assert fault.value.reason == "a page of frames"
    assert fault.value.remedy.endswith("menu.htm, story.htm")


def linked(**node: object) -> str:
    """Return a page that shows nothing and tells of an article to search engines."""
    told = json.dumps({"@type": "NewsArticle", **node})
    return f"<script type='application/ld+json'>{told}</script><body><div id=app></div>"


STORY = "The ferry did not sail on Tuesday, & nobody on the quay could say why. " * 8


@pytest.mark.parametrize(
    "body", [STORY + "\n\nIt ended.", f"<p>{STORY}</p><p>It ended.</p>".replace("&", "&amp;")]
)
def test_a_story_that_only_search_engines_are_shown(body: str) -> None:
    """Where a page shows nothing, the one story in its JSON-LD is its text."""
    found = page(linked(headline="No ferry", articleBody=body))
    assert found.text == f"No ferry\n\n{STORY.strip()}\n\nIt ended."


def test_several_stories_are_none_of_the_page() -> None:
    """Of several stories in JSON-LD none is taken, nor one that another tells of."""
    one, other = ({"articleBody": f"{STORY}{name}"} for name in "AB")
    for node in ({"@graph": [one, other]}, {"liveBlogUpdate": [one]}):
        with pytest.raises(Unreadable):
            page(linked(**node))
