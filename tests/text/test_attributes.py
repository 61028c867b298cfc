"""The rules from tags to parts of speech: what they look at, and what they refuse."""

from __future__ import annotations

import pytest

from dateline.text.attributes import Rules


@pytest.mark.parametrize(
    "pattern",
    [
        {"patterns": [[{"TAG": "A"}, {"TAG": "B"}, {"TAG": "C"}]], "attrs": {"POS": "X"}},
        {"patterns": [[{"SHAPE": "Xx"}]], "attrs": {"POS": "X"}},
    ],
)
def test_unknown_pattern_is_refused(pattern: dict[str, object]) -> None:
    """A pattern that looks at more than is known is refused, not passed over."""
    with pytest.raises(ValueError, match=r"pattern of 3 tokens|unknown test"):
        Rules([pattern])
