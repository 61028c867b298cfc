"""A page's elements, found by the words of their markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Final, cast

import msgspec
from lxml import etree

from dateline.layout import Markup, Page
from dateline.span import Span
from dateline.text.article import language

_SELECTOR: Final = re.compile(
    r"(?P<tag>[a-z][a-z0-9-]*)?(?:\.(?P<word>[\w-]+)(?P<star>\*)?)?(?:#(?P<id>[\w-]+)(?P<open>\*)?)?"
    r"(?:\[(?P<attribute>[\w:-]+)(?:=(?P<value>[^\]]+))?\])?"
)


class Selector(msgspec.Struct, frozen=True):
    """One way to tell an element: a small part of CSS's selectors.

    `li.comment` is a tag with a class word; `.Comment_body*` a class word that begins so;
    `#respond` an id, `#comment-*` one that begins so; `[itemprop=comment]` an attribute's word.
    """

    tag: str | None
    word: str | None
    star: bool
    id: str | None
    open: bool
    attribute: str | None
    value: str | None

    def matches(self, element: etree._Element) -> bool:
        """Tell whether the element is of that kind; upper and lower case are the same."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.word is not None and not self._worded(element.get("class")):
            return False
        if self.id is not None and not self._named((element.get("id") or "").lower()):
            return False
        return self.attribute is None or self._attributed(element.get(self.attribute))

    def _named(self, name: str) -> bool:
        return name.startswith(self.id or "") if self.open else name == self.id

    def _worded(self, words: str | None) -> bool:
        if not words:
            return False
        found = words.lower().split()
        return any(map(_begins(self.word), found)) if self.star else self.word in found

    def _attributed(self, value: str | None) -> bool:
        if value is None or self.value is None:
            return value is not None
        return self.value in value.lower().replace("/", " ").split()


def _begins(start: str | None) -> Callable[[str], bool]:
    return lambda word: word.startswith(start or "")


@cache
def selector(written: str) -> Selector:
    """Return a selector as written in a lexicon.

    Raises:
        ValueError: if it is not written as `Selector` says.
    """
    found = _SELECTOR.fullmatch(written)
    if not found or not written:
        raise ValueError(f"no such selector: {written!r}")
    part = found.groupdict()
    return Selector(
        tag=part["tag"],
        word=part["word"] and part["word"].lower(),
        star=part["star"] is not None,
        id=part["id"] and part["id"].lower(),
        open=part["open"] is not None,
        attribute=part["attribute"],
        value=part["value"] and part["value"].lower(),
    )


@lru_cache(maxsize=8192)
def _class_words(value: str) -> tuple[str, ...]:
    """Return the words of a class attribute in lower case, each once."""
    return tuple(dict.fromkeys(value.lower().split()))


class Tree:
    """The elements of a page in document order, indexed by class word, id and attribute.

    Attributes:
        text: the page's text.
        language: the BCP 47 tag that the page gives itself, else the language of its text.
        elements: all elements, those included that show nothing.
    """

    def __init__(self, markup: Markup, text: str, given: str | None) -> None:
        self.markup, self.text = markup, text
        self.elements = [e for e in markup.root.iter() if isinstance(e.tag, str)]
        self.order = {element: place for place, element in enumerate(self.elements)}
        self._by_word: dict[str, list[etree._Element]] = {}
        self._by_tag: dict[str, list[etree._Element]] = {}
        self._by_id: dict[str, list[etree._Element]] = {}
        self._with: dict[str, list[etree._Element]] = {}
        for element in self.elements:
            self._by_tag.setdefault(element.tag, []).append(element)
            for attribute, value in cast("list[tuple[str, str]]", element.items()):
                self._with.setdefault(attribute, []).append(element)
                if attribute == "id" and value:
                    self._by_id.setdefault(value.lower(), []).append(element)
                elif attribute == "class":
                    for word in _class_words(value):
                        self._by_word.setdefault(word, []).append(element)
        self.language = given or self._language()

    def find(self, selectors: Iterable[str]) -> list[etree._Element]:
        """Return the elements that match any of the selectors, in document order."""
        found = set[etree._Element]()
        for written in selectors:
            kind = selector(written)
            found.update(filter(kind.matches, self._candidates(kind)))
        return sorted(found, key=self.order.__getitem__)

    def span(self, element: etree._Element) -> Span | None:
        """Return the characters that the element shows, or `None` if it shows none."""
        return self.markup.span(element)

    def shown(self, element: etree._Element) -> str:
        """Return what the element shows; empty if it shows nothing."""
        span = self.markup.span(element)
        return span.of(self.text) if span else ""

    def _candidates(self, kind: Selector) -> list[etree._Element]:
        """Return elements among which all of that kind are: as few as the indexes can tell."""
        if kind.word is not None and not kind.star:
            return self._by_word.get(kind.word, [])
        if kind.id is not None:
            return self._with.get("id", []) if kind.open else self._by_id.get(kind.id, [])
        if kind.attribute is not None:
            return self._with.get(kind.attribute, [])
        if kind.word is not None:
            return self._with.get("class", [])
        return self._by_tag.get(kind.tag or "", [])

    def _language(self) -> str | None:
        """Return the language that the page declares, else what the middle of its text looks like.

        The head of a page is navigation, its foot of all sites; the order of a numeric date hangs
        on the language.
        """
        for element in (*self.elements[:1], *self.find(("body",))):
            for key in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
                if found := (element.get(key) or "").strip():
                    return found
        middle = len(self.text) // 3
        return language.of(self.text[middle : middle + language.ENOUGH])


@lru_cache(maxsize=2)
def _tree(markup: Markup, text: str, given: str | None) -> Tree:
    return Tree(markup, text, given)


def tree(page: Page) -> Tree | None:
    """Return the elements of a page, or `None` if the page is no markup; made once for a page."""
    return _tree(page.markup, page.text, page.given.language) if page.markup else None
