"""Two names of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {"Acme": "organisation", "Bonn Steel": "organisation", "Springfield": "place"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Acme, formerly Bonn Steel, closed.", "Bonn Steel renamed_to Acme"),
        ("Acme (formerly known as Bonn Steel) closed.", "Bonn Steel renamed_to Acme"),
        ("Acme, previously called Bonn Steel, closed.", "Bonn Steel renamed_to Acme"),
        ("Acme, now known as Bonn Steel, closed.", "Acme renamed_to Bonn Steel"),
    ],
)
def test_another_name_is_told_in_passing(ties: Callable[..., Any], text: str, row: str) -> None:
    """The words between two names tell which was first."""
    assert ties(text, CAST).rows() == {row}


@pytest.mark.parametrize(
    "text",
    ["Acme, formerly of Springfield, closed.", "Acme, now Bonn Steel is gone, closed."],
)
def test_other_words_tell_no_name(ties: Callable[..., Any], text: str) -> None:
    """A place is no former name, and a name behind "now" alone need be none."""
    assert not any(one.type == "renamed_to" for one in ties(text, CAST).found)
