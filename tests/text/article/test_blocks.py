"""The paragraphs of a text copy."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.span import Span
from dateline.text.article.blocks import blocks

WRAPPED = """\
The bridge across the Orrin will be closed for two
years from March, the council said on Tuesday, and
nobody will cross the river by car.
Traders fear for their trade, which depends on the
bridge, and they want the council to think again.
   * Home
   * Sport
"""

CUT = """\
The bridge will be closed for two years, as the
council
said on Tuesday
. Nobody will cross the river by car.
Sport
"""


def _words(text: str) -> list[str]:
    return [block.words for block in blocks(text, ())]


def test_wrapped_lines_are_joined() -> None:
    """Lines wrapped at a width are one paragraph, up to the line that had room for more."""
    assert _words(WRAPPED) == [
        "The bridge across the Orrin will be closed for two years from March, the council said on"
        " Tuesday, and nobody will cross the river by car.",
        "Traders fear for their trade, which depends on the bridge, and they want the council to"
        " think again.",
        "Home",
        "Sport",
    ]


def test_cut_sentences_are_joined() -> None:
    """A sentence that was cut at its links is one paragraph."""
    first, last = _words(CUT)
    assert first.startswith("The bridge")
    assert first.endswith("by car.")
    assert last == "Sport"


def test_blank_lines_part() -> None:
    """A blank line always ends a paragraph."""
    first, second = blocks("One line\n\nanother line", ())
    assert (first.words, second.words) == ("One line", "another line")


def test_marks() -> None:
    """Heading, bullet and indent are kept beside the words."""
    head, item = blocks("## Costs rise\n\n   * Home\n", ())
    assert (head.heading, head.bullet) == (2, False)
    assert (item.heading, item.bullet, item.indent) == (0, True, 3)


def test_thread_parts_areas() -> None:
    """What the thread takes up is in no block, and parts the page in areas."""
    text = "Before.\nThread.\nAfter."
    before, after = blocks(text, (Span(8, 16),))
    assert (before.words, before.area) == ("Before.", 0)
    assert (after.words, after.area) == ("After.", 1)


def test_flows() -> None:
    """A list of names has no small words and is no prose."""
    (tags,) = blocks("Bridge, Orrin, Council, Ada Lund, Bo Grim, Traders", ())
    (prose,) = blocks("Traders fear for their trade.", ())
    assert not tags.flows
    assert prose.flows


@given(st.text(alphabet="aA .,\n*#-1", max_size=300))
def test_any_text(text: str) -> None:
    """Blocks stand in order, do not overlap, and leave out nothing but space and rules."""
    at = 0
    for block in blocks(text, ()):
        assert block.span.start >= at
        assert not any(c.isalnum() for c in text[at : block.span.start])
        at = block.span.end
    assert not any(c.isalnum() for c in text[at:])
