"""Where people come from, in the forms that news has for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {
    "Jane Roe=Roe": "person",
    "Ivo Marn": "person",
    "Norland": "place",
    "Springfield": "place",
}

TOLD = [
    ("Jane Roe was born on Feb. 5, 1907, in Springfield.", "Jane Roe born_in Springfield"),
    ("Jane Roe was born in a log cabin in Springfield.", "Jane Roe born_in Springfield"),
    ("Jane Roe was born near Springfield.", "Jane Roe born_in Springfield"),
    ("Norland-born Jane Roe won.", "Jane Roe born_in Norland"),
    ("Springfield native Jane Roe won.", "Jane Roe born_in Springfield"),
    ("The prize went to Jane Roe, a Springfield native.", "Jane Roe born_in Springfield"),
    ("Jane Roe, a native of Springfield, won.", "Jane Roe born_in Springfield"),
    ("They drove to Springfield, where Jane Roe was born.", "Jane Roe born_in Springfield"),
    ("They drove to Springfield, where Jane Roe lives.", "Jane Roe based_in Springfield"),
]


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_births_are_told(ties: Callable[..., Any], text: str, row: str) -> None:
    """Each form of words tells where someone comes from."""
    assert row in ties(text, CAST).rows()


NOT_TOLD = [
    "Jane Roe was born to a family that loved Springfield.",
    "Jane Roe was born in a Springfield prison.",
    "Jane Roe was born in May, and Ivo Marn moved to Springfield.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_places_are_no_birthplaces(ties: Callable[..., Any], text: str) -> None:
    """A place that stands after something else was told is no birthplace."""
    assert not any("born_in" in row for row in ties(text, CAST).rows())
