"""Threads whose markup says what they are: schema.org, microformats2, RDFa."""

from __future__ import annotations

from typing import Final

from lxml import etree

from dateline.layout import Page
from dateline.text.thread import gathering, since
from dateline.text.thread.roles import Held
from dateline.text.thread.shape import Thread
from dateline.text.thread.tree import tree

_VOCABULARIES: Final = (
    Held(
        name="h-entry",
        items=(".u-comment", ".p-comment"),
        author=(".p-author",),
        time=(".dt-published",),
        body=(".e-content", ".p-content", ".p-summary"),
    ),
    Held(
        name="schema.org",
        items=("[itemtype=comment]", "[itemtype=usercomments]", "[typeof=comment]"),
        author=("[itemprop=author]", "[itemprop=creator]", "[property=author]"),
        time=("[itemprop=datecreated]", "[itemprop=datepublished]", "[itemprop=commenttime]"),
        body=("[itemprop=text]", "[itemprop=commenttext]", "[itemprop=description]"),
    ),
    Held(name="sioc", items=("[typeof=sioct:comment]", "[typeof=sioc:post]")),
)


def read(page: Page) -> Thread | None:
    """Return the thread of a page that marks it up for machines, or `None` if it does not.

    Sources: schema.org `Comment`, microformats2 `h-entry` with `u-comment`, SIOC in RDFa.
    """
    elements = tree(page)
    if elements is None:
        return None
    for vocabulary in _VOCABULARIES:
        items = gathering.items(elements, vocabulary.items)
        if not items:
            continue
        parts = gathering.pieces(elements, items)
        found = gathering.find(elements, parts, vocabulary, since.of(page))
        if gathering.sound(found):
            return gathering.thread(elements, found, _system(items[0]) or vocabulary.name)
    return None


def _system(item: etree._Element) -> str | None:
    """Return the system whose data the markup was made from, if it was made from a script's."""
    holder = item.getparent()
    return holder.get("data-dateline-system") if holder is not None else None
