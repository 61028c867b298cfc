"""Literals of scripts are read without running anything."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.page import literals

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_what_json_writes_is_read(value: object) -> None:
    """JSON is a part of the language."""
    assert literals.read(json.dumps(value), 0) == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (r"'it\'s \x3cb\x3e \u00e4\n'", "it's <b> ä\n"),
        ("{id: 1, 'a': [true, null,], }", {"id": 1, "a": [True, None]}),
        ("[-1.5e2]", [-150.0]),
        ("[]", []),
    ],
)
def test_what_json_does_not_have(source: str, value: object) -> None:
    """Single quotes, bare keys, short escapes and last commas are read."""
    assert literals.read(f"var x = {source};", len("var x = ")) == value


@pytest.mark.parametrize("source", ["", "alert(1)", "[1", "{'a' 1}", "'open", "[1 2]", "[" * 99])
def test_what_is_no_literal_is_refused(source: str) -> None:
    """Calls, cut off values and bottomless nesting raise, and run nothing."""
    with pytest.raises(ValueError, match="at"):
        literals.read(source, 0)
