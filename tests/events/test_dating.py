"""Which times are not those of what is told beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane; Tom Reed", "place": "Velmont; Dorn", "organisation": "Norland Mills"}


@pytest.mark.parametrize(
    ("text", "kind", "dated"),
    [
        ("Velmont, a port since the treaty of 1871, was bombed by Tom Reed.", "assault", False),
        ("Velmont, an old port from 1871, was bombed by Tom Reed.", "assault", False),
        ("In 1871 Norland Mills published a book by Ida Crane.", "publish", True),
        ("Ida Crane fired Tom Reed ahead of the 1871 vote.", "dismiss", False),
        ("Ida Crane fired Tom Reed on the anniversary of the 1871 vote.", "dismiss", False),
        ("Ida Crane fired Tom Reed for a 1871 Norland 72 map.", "dismiss", False),
        ("In 1871 they met and Ida Crane had fired Tom Reed.", "dismiss", False),
    ],
)
def test_a_time_is_not_that_of_what_stands_beside(
    happened: Read, text: str, kind: str, dated: bool
) -> None:
    """The year of an aside, of what is ahead, or of what came later is not taken."""
    event = happened(text, CAST, {"1871": "1871"}).one(kind)
    assert (event.when is not None) == dated
