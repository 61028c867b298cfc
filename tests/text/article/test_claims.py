"""What a page's head, JSON-LD and microdata claim of its article."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as lxml_html

from dateline.text.article import claims, jsonld


def root(markup: str) -> etree._Element:
    """Return the tree of a page."""
    tree: etree._Element = lxml_html.document_fromstring(f"<html>{markup}<body>x")
    return tree


def script(data: str) -> str:
    """Return a script of linked data."""
    return f'<script type="application/ld+json">{data}</script>'


def test_own_article_among_others() -> None:
    """Of several articles that are described, that is meant whose headline the title holds."""
    found = claims.read(
        root(
            "<title>Pilots walk out - The Quay</title>"
            + script('[{"@type": "NewsArticle", "headline": "Fruit rots", "author": "Bo Lund"}]')
            + script(
                '{"@graph": [{"@type": ["Article"], "headline": "Pilots walk out", "author":'
                ' [{"@type": "Person", "name": "Ada Marsh"}, {"@type": "Organization", "name":'
                ' "The Quay"}], "datePublished": "2011-05-03", "publisher": {"name": "Quay Ltd"}}]}'
            )
        )
    )
    assert found.headlines == ("Pilots walk out",)
    assert found.authors == (("Ada Marsh",),)
    assert found.published == ("2011-05-03",)
    assert found.outlets == ("Quay Ltd",)


def test_head() -> None:
    """The head's metadata are read, the most trusted first; a profile's address is no name."""
    found = claims.read(
        root(
            "<meta property='og:title' content='A &amp;amp; B'>"
            "<meta name=author content='Ada Marsh'>"
            "<meta property='article:author' content='https://quay.example/ada'>"
            "<meta itemprop=datePublished content='2011-05-03'><meta name=date content=2010>"
            "<meta property='og:site_name' content='The Quay'><meta property='og:url' content='x'>"
            "<link rel=canonical href='https://quay.example/a'>"
        )
    )
    assert found.headlines == ("A & B",)
    assert found.authors == (("Ada Marsh",),)
    assert found.published == ("2011-05-03", "2010")
    assert (found.outlets, found.url) == (("The Quay",), "https://quay.example/a")


@pytest.mark.parametrize(
    "address", ["/a", "x", "http://[::1", "javascript:alert(1)", "ftp://quay.example/a", ""]
)
def test_address(address: str) -> None:
    """Only a full address of the web is taken for the page's own."""
    assert claims.read(root(f'<link rel=canonical href="{address}">')).url is None


def test_kept_address() -> None:
    """The address of a page that an archive kept is the page's own."""
    kept = "https://web.archive.org/web/20220721144440/https://quay.example/pilots"
    markup = f"<link rel=canonical href={kept}>"
    assert claims.read(root(markup)).url == "https://quay.example/pilots"


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<meta http-equiv=Content-Language content=de>", "de"),
        ("<meta property=og:locale content=en_GB>", "en_GB"),
        ("", None),
    ],
)
def test_language(markup: str, language: str | None) -> None:
    """The language is what the root declares, else the head."""
    assert claims.read(root(markup)).language == language


@pytest.mark.parametrize("data", ["", "{", "null", "[" * 100_000, '{"@type": 3}', '"x"', "[[[]]]"])
def test_broken_linked_data(data: str) -> None:
    """Broken linked data describes nothing, and nothing breaks."""
    assert jsonld.articles(root(script(data))) == []


@pytest.mark.parametrize(
    "fence", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/"]
)
def test_fenced_linked_data(fence: str) -> None:
    """Comments and CDATA marks around linked data are taken off; line breaks in strings stand."""
    data = fence.replace("{}", '{"@type": "BlogPosting", "headline": "A\nB"}')
    (node,) = jsonld.articles(root(script(data)))
    assert jsonld.words(node["headline"]) == "A B"
