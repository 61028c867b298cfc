"""A page before anyone has read it: its visible text, and what stands where in it.

`page` makes these values from the ways in which people keep news; `text` reads them. A page owns
its text: everything found later is a span of `Page.text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from lxml import etree

from dateline.span import Span

PageKind = Literal["html", "plain", "pdf", "row"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a page's container says of it, beside its text.

    A table's columns, a feed's entry, a mail's headers. `published` is ISO 8601, as precise as
    the container says. What the container does not say is `None`.
    """

    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


class Markup:
    """The element tree of a page, each element tied to the characters that it shows.

    The tree is never changed after it was laid out; a stage that needs another one copies it.
    """

    def __init__(self, root: etree._Element, spans: Mapping[etree._Element, Span]) -> None:
        self.root = root
        self._spans = spans

    def span(self, element: etree._Element) -> Span | None:
        """Return the characters that the element shows, or `None` if it shows none (a script)."""
        return self._spans.get(element)

    def __iter__(self) -> Iterator[etree._Element]:
        """Yield the elements that have a place in the text, in document order."""
        return iter(self._spans)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One saved page.

    Attributes:
        path: the input as its user named it; `FILE#KEY` for one of many in a file.
        kind: `html`: visible text of markup; `plain`: the text copy of a page, unchanged;
            `pdf`: text of a document with layout lost; `row`: a table's row, all of it body.
        text: the text that all offsets count in.
        given: what the container says of the page.
        markup: the element tree, for pages of kind `html`.
    """

    path: str
    kind: PageKind
    text: str
    given: Given = Given()
    markup: Markup | None = None
