"""The context of rules: folded tokens, loud sentences, titles before names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.names.context import Context

Parses = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("MAYOR QUITS AFTER LONG ROW", True),
        ("Mayor Quits After Very Long Row Over Harbour", True),
        ("The mayor of Oslo met Anna Kern.", False),
        ("Anna Kern Paul Holm Peter Lund", False),
        ("", False),
    ],
)
def test_loud_sentences(context: Parses, text: str, loud: bool) -> None:
    """Capitals tell nothing in a headline; a row of names is no headline."""
    assert any(context(text).loud) is loud


def test_longest_title(context: Parses) -> None:
    """The longest title right before a name is its title, folded; one sentence back is none."""
    parsed = context("Deputy Prime Minister Kern left the general. Holm stayed.")
    kern = next(t.index for t in parsed.syntax.tokens if t.text == "Kern")
    holm = next(t.index for t in parsed.syntax.tokens if t.text == "Holm")
    assert parsed.name(kern, kern + 1).title == "deputy prime minister"
    assert parsed.name(holm, holm + 1).title is None


def test_small_letters(context: Parses) -> None:
    """A text without any capital is known to be one."""
    assert context("anna kern left oslo.").is_lowered()
    assert not context("Anna kern left oslo.").is_lowered()
