"""What is said ends where its paragraph does, or a quotation that ends a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.span import Span
from dateline.statements.bounds import bounded
from dateline.statements.context import Context
from dateline.statements.draft import Draft

Contexts = Callable[[str], Context]


def said(context: Context, content: str, rule: str = "linked") -> list[str]:
    """Return what is left of a content, whose cue is "said"."""
    text = context.text
    cue = Span(text.index("said"), text.index("said") + 4)
    start = text.index(content)
    head = context.syntax.at(cue.start)
    assert head is not None
    draft = Draft(
        rule=rule, head=head.index, cue=(cue,), content=(Span(start, start + len(content)),)
    )
    return [span.of(text) for span in bounded(context, draft).content]


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        (
            'Marsh said the road would stay "dry and open." Nobody believed him.',
            'the road would stay "dry and open." Nobody',
            'the road would stay "dry and open."',
        ),
        (
            'The mill had burnt for days. "We saw it," Marsh said.',
            'had burnt for days. "We saw it,"',
            '"We saw it,"',
        ),
        (
            "Marsh said the road was closed\n\nThe mill is old.",
            "the road was closed\n\nThe mill",
            "the road was closed",
        ),
        (
            'Marsh said the road was "closed" Monday.',
            'the road was "closed" Monday',
            'the road was "closed" Monday',
        ),
    ],
)
def test_what_is_said_ends(context: Contexts, text: str, content: str, kept: str) -> None:
    """Whole sentences beside a quotation and other paragraphs are nobody's word."""
    assert said(context(text), content) == [kept]


def test_according_to_whom_all_is_told(told: Callable[..., Any]) -> None:
    """An "according to" at the end is no part of what another says: it tells of that, too."""
    found = told("The mayor promised to repair the road, according to the town's website.")
    outer, inner = found.by("according to"), found.by("promised")
    assert inner.within == outer.id
    assert found.words(inner.content.spans) == "to repair the road"


def test_a_quotation_goes_on_in_the_next_paragraph(context: Contexts) -> None:
    """What is quoted in the next paragraph stays."""
    text = 'Marsh said: "The road is closed.\n\n"The mill is closed, too."'
    content = text[text.index('"') :]
    assert " ".join(said(context(text), content)).endswith('closed, too."')


def test_a_quotation_left_open_goes_on(context: Contexts) -> None:
    """What follows a paragraph whose quotation was left open is said, though no mark opens it."""
    text = 'Marsh said: "The road is closed.\nThe mill is closed, too."\n'
    content = text[text.index('"') :]
    assert " ".join(said(context(text), content)).endswith('closed, too."')


def test_a_turn_has_paragraphs(context: Contexts) -> None:
    """What a label of a transcript leads in may have several paragraphs."""
    content = "the road was closed\n\nThe mill"
    found = said(context("Marsh said the road was closed\n\nThe mill is old."), content, "turn")
    assert found == [content]
