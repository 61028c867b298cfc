"""The words of a page's furniture."""

from __future__ import annotations

import pytest

from dateline.languages import holding, lexicon
from dateline.span import Span
from dateline.text import furniture


@pytest.mark.parametrize("name", furniture.Words.__struct_fields__)
def test_words(name: str) -> None:
    """Each list is held by some language, in lower case, so that it can be matched."""
    phrases = furniture.words(name)
    assert phrases
    assert all(phrase == phrase.casefold().strip() for phrase in phrases)


def test_each_language_tells_threads() -> None:
    """Each language has the words by which a thread is found and ended."""
    for code in holding("page"):
        words = lexicon(code, "page", furniture.Words)
        assert words.nouns
        assert words.buttons
        assert words.closers


@pytest.mark.parametrize(
    "line", ["Reply", "Reply · Report · 3 likes", "AntwortenLöschen", "Répondre"]
)
def test_buttons(line: str) -> None:
    """A line of buttons alone is one, whether or not spaces stand between them."""
    assert furniture.is_buttons(line)


@pytest.mark.parametrize("line", ["", "12", "I like it", "Replying to you all", "reply " * 40])
def test_no_buttons(line: str) -> None:
    """A line with other words, with none, or too long for buttons is none of them."""
    assert not furniture.is_buttons(line)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  * [Home](/home)", "Home"),
        ("## **Costs rise**", "Costs rise"),
        ("14\\. 01. 2020", "14. 01. 2020"),
        ("[a1b2] Ada says:", "Ada says:"),
        ("[Above: the bridge]", "[Above: the bridge]"),
        ("Plain words.", "Plain words."),
    ],
)
def test_plain(line: str, shown: str) -> None:
    """Bullets, Markdown and stand-ins for pictures are no words of a line."""
    assert furniture.plain(line) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [("## Costs rise ##", "Costs rise"), ("**Costs**", "Costs"), ("#", "#"), ("Costs", "Costs")],
)
def test_unmarked(line: str, shown: str) -> None:
    """The span of a heading leaves its marks out, but never all of it."""
    assert furniture.unmarked(Span(0, len(line)), line).of(line) == shown


def test_is_one() -> None:
    """A whole line is looked for, whatever its case, marks and colon."""
    assert furniture.is_one("ends", "## Related Articles:")
    assert not furniture.is_one("ends", "Related articles were withdrawn")
