"""Which voice a contracted auxiliary stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {
    "person": "Ida Crane=Crane; Tom Reed=Reed= he=his=He",
    "place": "Velmont",
    "organisation": "the Guild; Norland College; all Vennans",
}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("He's arrested Ida Crane, the judge said.", ["Ida Crane"]),
        ("The rumour says that he's arrested.", ["Tom Reed"]),
        ("A cellmate wrote that he's confessed that he's killed.", []),
    ],
)
def test_a_contracted_perfect_is_active(happened: Read, text: str, whom: list[str]) -> None:
    """Who owns to a deed has done it and not undergone it, though "'s" may be "is"."""
    found = happened(text, CAST)
    assert [one for row in found.rows() for one in row[3]] == whom
