"""What a page's machine-readable parts claim of its article: head, JSON-LD and microdata.

Open Graph, Dublin Core, schema.org (JSON-LD and microdata) and the HTML standard's own elements.
Claims may be wrong or about something else; who uses them holds them against what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from dateline.text.article import jsonld

_HEADLINES: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
    "headline",
)
_AUTHORS: Final = (
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "ptime",
    "cxenseparse:recs:publishtime",
    "date",
)
_OUTLETS: Final = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "cre",
    "publisher",
)
_NO_PERSON: Final = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})


_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{1,14}[a-z_]{0,5}/(?=https?://)")
"""What the Wayback Machine puts before the address of a page that it kept."""


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """What the page claims, each list with the most trusted claim first.

    Attributes:
        headlines: without the site's name, in the makers' intention.
        title: the window's title, usually with the site's name.
        authors: names of people; `outlets`: names of the site or publisher.
        published: dates as they stand, not yet checked.
        url: the page's own address; `language`: BCP 47 tag of the page.
    """

    headlines: tuple[str, ...] = ()
    title: str = ""
    authors: tuple[tuple[str, ...], ...] = ()
    published: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


def read(root: etree._Element) -> Claims:
    """Return what the page claims of its article."""
    meta = _meta(root)
    nodes = jsonld.articles(root)
    titles = [_words(e) for e in root.iter("title") if _words(e)]
    node = _own(nodes, [*_values(meta, _HEADLINES), *titles])
    return Claims(
        headlines=_distinct(
            [jsonld.words(node.get("headline") or node.get("name")), *_values(meta, _HEADLINES)]
        ),
        title=titles[0] if titles else "",
        authors=tuple(
            filter(
                None,
                [tuple(jsonld.named(node.get("author"), but=_NO_PERSON)), tuple(_people(meta))],
            )
        ),
        published=_distinct([jsonld.words(node.get("datePublished")), *_values(meta, _PUBLISHED)]),
        outlets=_distinct([*_values(meta, _OUTLETS), *jsonld.named(node.get("publisher"))]),
        url=_url(root, meta),
        language=_language(root, meta),
    )


def _own(nodes: list[dict[str, Any]], titles: list[str]) -> dict[str, Any]:
    """Return the node of this page's article: teasers and lists are described as well."""
    shown = " ".join(titles).casefold()
    for node in nodes:
        headline = jsonld.words(node.get("headline") or node.get("name")).casefold()
        if headline and headline in shown:
            return node
    dated = [node for node in nodes if node.get("datePublished")]
    return dated[0] if len(dated) == 1 else {}


def _meta(root: etree._Element) -> dict[str, list[str]]:
    """Return the contents of all `meta` elements by name, `property` or `itemprop`, lower case."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join(unescape(element.get("content") or "").split())
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _values(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _people(meta: dict[str, list[str]]) -> Iterator[str]:
    for name in _AUTHORS:
        values = [value for value in meta.get(name, ()) if "://" not in value]
        if values:
            yield from dict.fromkeys(values)
            return


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _url(root: etree._Element, meta: dict[str, list[str]]) -> str | None:
    """Return the page's own address: canonical link, else Open Graph; only if it is a full one."""
    links = [
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower()
    ]
    for written in map(str.strip, (*links, *meta.get("og:url", ()))):
        address = _ARCHIVED.sub("", written)
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc:
            return address
    return None


def _language(root: etree._Element, meta: dict[str, list[str]]) -> str | None:
    for element in (root, *root.iterchildren("body")):
        for key in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            if element.get(key):
                return element.get(key)
    found = _values(
        meta, ("content-language", "og:locale", "language", "dc.language", "inlanguage")
    )
    return found[0] if found else None


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
