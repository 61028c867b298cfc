"""Direct speech: whose quotation it is, and quotations that go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            '"We lost the keys," said Ann Reed.',
            ("Ann Reed", "said", '"We lost the keys,"'),
        ),
        (
            '"We lost the keys," Reed said. "Nobody found them since then."',
            ("Reed", "said", '"We lost the keys," | "Nobody found them since then."'),
        ),
        (
            'Reed said: "We lost the keys. Nobody has found them."',
            ("Reed", "said", '"We lost the keys. Nobody has found them."'),
        ),
        (
            "“We lost the keys. We looked for them. They were gone,” Reed said.",
            ("Reed", "said", "“We lost the keys. We looked for them. They were gone,”"),
        ),
        (
            '"Where are the keys? Who has them?" Ann Reed said.',
            ("Ann Reed", "said", '"Where are the keys? Who has them?"'),
        ),
        (
            "“Go home! Go home now!” shouted Tom Hill from the roof.",
            ("Tom Hill", "shouted", "“Go home! Go home now!”"),
        ),
    ],
)
def test_a_quotation_belongs_to_the_verb_beside_it(
    told: Reads, text: str, row: tuple[str, str, str]
) -> None:
    """A quotation is taken whole, before, after and around its cue."""
    assert told(text).rows() == [row]


def test_a_quotation_goes_on_over_paragraphs(told: Reads) -> None:
    """A quotation that the next paragraph takes up is one statement with the first."""
    text = "“We lost the keys,” Reed said. “We looked for them.\n\n“They were never found.”"
    (row,) = told(text).rows()
    assert row[2].endswith("“They were never found.”")


def test_a_term_in_quotation_marks_says_nothing(told: Reads) -> None:
    """Titles and scare quotes that nobody utters are no statements."""
    assert told('The film "Long Winter" opened on Friday.').rows() == []


def test_two_speakers_of_one_paragraph_are_kept_apart(told: Reads) -> None:
    """Each quotation has its own speaker."""
    text = '"We lost the keys," Ann Reed said. "That is not true," Tom Hill replied.'
    rows = told(text).rows()
    assert [(source, content) for source, _, content in rows] == [
        ("Ann Reed", '"We lost the keys,"'),
        ("Tom Hill", '"That is not true,"'),
    ]
