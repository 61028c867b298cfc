"""Elements are found by the words of their markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as lxml_html

from dateline.layout import Page
from dateline.text.thread.roles import threads
from dateline.text.thread.tree import selector, tree

ELEMENT = lxml_html.fragment_fromstring(
    '<li class="Comment odd comment_body__3x" id="comment-12" itemtype="https://schema.org/Comment">x</li>'
)


@pytest.mark.parametrize(
    "written",
    [
        "li",
        ".comment",
        "li.comment",
        ".comment_body*",
        "#comment-12",
        "#comment-*",
        "[itemtype]",
        "[itemtype=comment]",
        "li.odd#comment-12[itemtype=comment]",
    ],
)
def test_a_selector_tells_its_elements(written: str) -> None:
    """Tags, class words, ids and attributes are told, whole or by how they begin, in any case."""
    assert selector(written).matches(ELEMENT)


@pytest.mark.parametrize("written", ["div", ".comm", ".body", "#comment-", "[itemtype=person]"])
def test_a_selector_leaves_others(written: str) -> None:
    """A part of a word is not the word, unless a star says so."""
    assert not selector(written).matches(ELEMENT)


@pytest.mark.parametrize("written", ["", "li li", "a > b", ".a.b"])
def test_no_other_selectors_exist(written: str) -> None:
    """What the small language does not have is refused."""
    with pytest.raises(ValueError, match="no such selector"):
        selector(written)


def test_every_selector_of_the_lexicon_is_one() -> None:
    """All selectors in `any/threads.toml` can be read."""
    known = threads()
    lists = [known.area.holders, *(system.marks for system in known.unheld)]
    lists += [part for s in known.held for part in (s.items, s.needs, s.author, s.time, s.body)]
    assert all(selector(written) for written in sum(lists, ()))


def test_elements_are_found_once_and_in_order(make_page: Callable[..., Page]) -> None:
    """An element that two selectors tell is found once; the page's language is known."""
    elements = tree(make_page('<p class="b">1</p><p class="a b" id="c">2</p>', language="pt-BR"))
    assert elements is not None
    found = elements.find((".a", ".b", "#c", "#no*"))
    assert [elements.shown(element) for element in found] == ["1", "2"]
    assert elements.language == "pt-BR"


def test_text_without_markup_has_no_tree() -> None:
    """A page of plain text has no elements."""
    assert tree(Page(path="copy.txt", kind="plain", text="Hello")) is None
