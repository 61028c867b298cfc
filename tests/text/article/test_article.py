"""The article on an HTML page: sections, headline, authors, date."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import Unreadable
from dateline.layout import Given, Page
from dateline.page import html
from dateline.span import Span
from dateline.text import article

PARAGRAPHS = [
    "The harbour of Port Vell stayed closed on Monday after the pilots walked out for a third day.",
    "“We were promised an answer by Friday,” said Ada Marsh, who speaks for the pilots' union.",
    "The port authority, which had offered two per cent, declined to comment on the talks.",
    "Eleven ships lay at anchor outside the breakwater by nightfall, two of them carrying fruit.",
    "Shipping agents put the loss at half a million a day, and warned that more would follow.",
]
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def page(markup: str) -> Page:
    """Return the one page that `markup` holds."""
    (found,) = html.pages("page.html", markup)
    return found


def read(markup: str, thread: tuple[Span, ...] = ()) -> article.Article:
    """Return the article of a page."""
    return article.read(page(markup), thread)


def parts(markup: str) -> list[tuple[str, str]]:
    """Return kind and words of the sections of a page, those of its furniture left out."""
    found = page(markup)
    sections = article.read(found, ()).sections
    return [
        (section.kind, section.span.of(found.text).strip())
        for section in sections
        if section.kind != "other"
    ]


def test_sections() -> None:
    """Every part of a page is told apart: headline, byline, date, dateline, body, and the rest."""
    head, middle, *rest = PARAGRAPHS
    shown = parts(
        "<title>Pilots walk out - The Quay</title><nav><a href=/>Home</a></nav><article>"
        "<h1>Pilots walk out</h1><p class=byline>By Ada Marsh</p>"
        "<p class=date>3 May 2011, 4:05 pm</p>"
        "<figure><img><figcaption>Ships at anchor on Monday.</figcaption></figure>"
        f"<div class=entry-content><p>PORT VELL, May 3 (Reuters) - {head}</p>"
        f"<h2>A promise</h2><p>{middle}</p>"
        "<p>READ ALSO: <a href=/2>Fruit rots on the quay</a></p>"
        + "".join(f"<p>{words}</p>" for words in rest)
        + "</div><div class=share><a href=#>Share</a></div></article>"
        "<footer><p>© 2011 The Quay</p></footer>"
    )
    assert shown == [
        ("headline", "Pilots walk out"),
        ("byline", "By Ada Marsh"),
        ("timestamp", "3 May 2011, 4:05 pm"),
        ("caption", "Ships at anchor on Monday."),
        ("dateline", "PORT VELL, May 3 (Reuters) -"),
        ("body", head),
        ("subhead", "A promise"),
        ("body", middle),
        ("related", "READ ALSO: Fruit rots on the quay"),
        ("body", "\n\n".join(rest)),
        ("footer", "© 2011 The Quay"),
    ]


def test_thread_is_kept_apart() -> None:
    """The readers' comments are never the article, however long they are."""
    remark = "I have worked on that quay for thirty years and never saw the like of it. " * 12
    found = page(f"<h1>Pilots walk out</h1>{BODY}<div id=c><p>{remark}</p></div>")
    assert found.markup is not None
    comments = next(e for e in found.markup if e.get("id") == "c")
    area = found.markup.span(comments)
    assert area is not None
    sections = article.read(found, (area,)).sections
    assert [s.kind for s in sections] == ["headline", "body", "responses"]
    assert sections[-1].span == area


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Pilots walk out | The Quay</title><h1>Pilots walk out</h1>", "Pilots walk out"),
        (
            "<title>The Quay: Port - Pilots walk out</title><h4>Port</h4><h1>Pilots walk out</h1>",
            "Pilots walk out",
        ),
        (
            "<title>Update | Pilots out | Quay</title><h1>Update | Pilots out</h1>",
            "Update | Pilots out",
        ),
        (
            "<h1>The Quay</h1><title>Pilots walk out</title><h2>Pilots walk out</h2>",
            "Pilots walk out",
        ),
        ("<title>Pilots walk out - The Quay</title>", "Pilots walk out"),
        ("<meta property=og:title content='Pilots &amp; ships'><title>x</title>", "Pilots & ships"),
        ("", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    """The title is the headline as shown, without the site's name or a kicker."""
    assert read(f"{head}{BODY}").title == title


@pytest.mark.parametrize(
    ("markup", "people"),
    [
        ("<p>By Ada Marsh and Bo Lund</p>", ("Ada Marsh", "Bo Lund")),
        ("<p>Home | By Ada Marsh | 3 May 2011</p>", ("Ada Marsh",)),
        ("<p>Posted on May 3, 2011 by Ada Marsh</p>", ("Ada Marsh",)),
        ("<p>By:</p><p>Ada Marsh</p>", ("Ada Marsh",)),
        ("<div class=post-author><a rel=author href=/a>Ada Marsh</a></div>", ("Ada Marsh",)),
        ("<span class=byline>Ada Marsh</span><span class=date>3 May 2011</span>", ("Ada Marsh",)),
        ("<meta name=author content='Ada Marsh'>", ("Ada Marsh",)),
        (
            "<meta name=author content='The Quay'><meta property=og:site_name content='The Quay'>",
            (),
        ),
        (
            "<meta property=og:site_name content='Quay Daily'><p>By Ada Marsh QuayDaily</p>",
            ("Ada Marsh",),
        ),
        ("", ()),
    ],
)
def test_byline(markup: str, people: tuple[str, ...]) -> None:
    """The authors are those shown, or claimed by name in the head; a site is nobody."""
    assert read(f"<h1>Pilots walk out</h1>{markup}{BODY}").byline == people


LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pilots walk out",'
    ' "datePublished": "%s"}</script>'
)


@pytest.mark.parametrize(
    ("markup", "moment"),
    [
        (LD % "2011-05-03T20:05:00Z" + "<p>May 3, 2011 4:05 pm</p>", "2011-05-03T16:05:00-04:00"),
        (LD % "2011-05-04T02:52:09Z" + "<p>May 3, 2011 21:52</p>", "2011-05-03T21:52:09-05:00"),
        (LD % "2011-05-03T22:16:41-05:00" + "<p>May 3, 2011 9:52 PM</p>", "2011-05-03T21:52-05:00"),
        (LD % "2011-05-03T20:05:00Z" + "<p>May 3, 2011</p>", "2011-05-03T20:05:00+00:00"),
        (LD % "2011-05-03T20:05:00Z", "2011-05-03T20:05:00+00:00"),
        (LD % "2011-02-31T20:05:00Z", None),
        ("<p>31 February 2011</p>", None),
        ("<p>Updated: May 9, 2011</p><p>May 3, 2011</p>", "2011-05-03"),
        ("<p>Updated: May 9, 2011, 5:02 PM ET</p>", "2011-05-09T17:02-04:00"),
        ("<ul><li>The pier was signed over to the city on May 3, 1911</li></ul>", None),
        (
            "<link rel=canonical href=https://quay.example/2011/NEWS/05/03/pilots/index.html>"
            "<ul><li>The pier was built on June 7, 1911</li></ul>",
            "2011-05-03",
        ),
        (
            "<p>9 May 2011 10.00 GMT First published on 3 May 2011 9.00 GMT</p>",
            "2011-05-03T09:00+00:00",
        ),
        (
            "<p><time datetime=2011-05-03T16:05-04:00>Tuesday</time></p>",
            "2011-05-03T16:05:00-04:00",
        ),
        ("<meta property=article:published_time content=2011-05-03>", "2011-05-03"),
        ("<link rel=canonical href=https://quay.example/2011/05/03/pilots/>", "2011-05-03"),
        ("<meta property=article:modified_time content=2011-05-03>", None),
        ("", None),
    ],
)
def test_published(markup: str, moment: str | None) -> None:
    """The clock is the one shown, its offset the machine's; a change is no publication."""
    assert read(f"<h1 lang=en>Pilots walk out</h1>{markup}{BODY}").published == moment


def test_dates_of_other_articles_are_none() -> None:
    """A list of articles below the story tells no day of publication."""
    others = "".join(f"<p>More news</p><p>by Bo Grim (5/{day}/2007)</p>" for day in (4, 17))
    assert read(f"<h1>Pilots walk out</h1><article>{BODY}</article>{others}").published is None


def test_dateline_after_the_highlights() -> None:
    """A dateline may open the story below its highlights, if it names its agency or a day."""
    points = "<ul><li>Pilots have been out since the first days of May</li></ul>"
    story = BODY.replace("<p>The harbour", "<p>Port Vell (CNN) -- The harbour", 1)
    found = read(f"<h1>Pilots walk out</h1><article>{points}{story}</article>").dateline
    assert found is not None
    assert found.agency == "CNN"
    capitals = BODY.replace("<p>The port", "<p>A POINT — The port", 1)
    assert read(f"<h1>Pilots walk out</h1><article>{capitals}</article>").dateline is None


def test_a_lead_without_a_tag_is_kept() -> None:
    """The first paragraph may stand bare in the element that holds the others."""
    found = page(f"<h1>Pilots walk out</h1><div class=body>{PARAGRAPHS[1]}{BODY}</div>")
    sections = article.read(found, ()).sections
    body = [section.span.of(found.text) for section in sections if section.kind == "body"]
    assert body[0].startswith(PARAGRAPHS[1])


def test_words_behind_a_paywall_are_the_article() -> None:
    """Paragraphs that are marked for search engines as behind a paywall are body like others."""
    marked = BODY.replace("<p>", "<p class=paywall>").replace("<p class=paywall>", "<p>", 1)
    shown = parts(f"<h1>Pilots walk out</h1><article>{marked}</article>")
    assert shown[-1] == ("body", "\n\n".join(PARAGRAPHS))


def test_the_name_of_the_site_is_no_headline() -> None:
    """A heading that leads home is the site's name, one that leads to itself the title."""
    shown = read(
        "<title>The Quay &raquo; Archive &raquo; Pilots walk</title>"
        "<h1><a href=https://example.org/quay/>The Quay</a></h1>"
        f"<h2><a href=/1 rel=bookmark>Pilots walk</a></h2>{BODY}"
    )
    assert (shown.title, shown.outlet) == ("Pilots walk", "The Quay")


def test_the_name_that_a_feed_gives_goes_before_the_address() -> None:
    """The outlet is what the page claims, else what its container says, else its address."""
    told = Given(outlet="The Quay", url="https://quay.example/a")
    (found,) = html.pages("feed.xml#a", BODY, told)
    assert article.read(found, ()).outlet == "The Quay"
    (found,) = html.pages("a.html", BODY, Given(url="https://quay.example/a"))
    assert article.read(found, ()).outlet == "quay.example"


def test_page_about_itself() -> None:
    """Outlet, address and language are taken from the head."""
    found = read(
        "<html lang=en-GB><meta property=og:site_name content='The Quay'>"
        f"<link rel=canonical href=https://quay.example/pilots><h1>Pilots walk out</h1>{BODY}"
    )
    assert (found.outlet, found.url, found.language) == (
        "The Quay",
        "https://quay.example/pilots",
        "en",
    )


TAGS = ["div", "p", "br", "b", "a href=/x", "li", "td", "h1", "h2", "figcaption", "footer", "time"]
WORDS = st.sampled_from([*PARAGRAPHS, "By Ada Marsh", "3 May 2011 4:05 pm", "Read also", "x", " "])
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
        WORDS,
        st.text(max_size=5),
        st.sampled_from(
            ["<article class=hentry>", "<div class=byline>", LD % "2011", "<!--", "&#0;"]
        ),
    ),
    max_size=30,
)


@settings(deadline=None)  # the first page waits for trafilatura to be imported
@given(SOUP, st.lists(st.integers(0, 400), max_size=4))
def test_partition(pieces: list[str], cuts: list[int]) -> None:
    """Whatever the page and its thread, each character lies in exactly one section, in order."""
    try:
        found = list(html.pages("page.html", "".join(pieces)))
    except Unreadable:
        return
    for one in found:
        edges = sorted({min(cut, len(one.text)) for cut in cuts})
        area = tuple(Span(a, b) for a, b in list(pairwise(edges))[::2])
        sections = article.read(one, area).sections
        assert [s.span.start for s in sections] == [0, *(s.span.end for s in sections[:-1])]
        assert sections[-1].span.end == len(one.text)
        assert all(s.span.start < s.span.end for s in sections)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "word by word, " * 350_000,
        "<p>x</p>" + "<a href=x>one more link</a> " * 100_000,
        "<p>By Ada Marsh</p>" * 20_000,
        "<div>" * 1500 + BODY,
        "<h1>x</h1>" * 20_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        f"<frameset><frame src=a><noframes>{BODY}</noframes></frameset>",
    ],
    ids=["paragraph", "links", "lines", "deep", "headings", "json", "frames"],
)
def test_hostile_pages(markup: str) -> None:
    """Absurd pages are read in time, whatever becomes of them."""
    start = time.process_time()
    assert read(markup).sections
    assert time.process_time() - start < 30
