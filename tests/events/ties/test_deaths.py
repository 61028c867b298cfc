"""What has ended with a life."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CAST = {"Jane Roe=Roe": "person", "Ivo Marn": "person", "Acme": "organisation"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jane Roe, the head of Acme, died.", "former"),
        ("Jane Roe, the head of Acme, was killed.", "former"),
        ("Ivo Marn killed Jane Roe, the head of Acme.", "former"),
        ("Jane Roe, the head of Acme, may die.", "current"),
        ("Jane Roe, the head of Acme, was not killed.", "current"),
        ("Jane Roe, the head of Acme, killed a bear.", "current"),
    ],
)
def test_what_held_of_the_dead_is_over(ties: Callable[..., Any], text: str, status: str) -> None:
    """Who is told to have died holds no office; who may die, or kills, does."""
    assert ties(text, CAST).one("Jane Roe leads Acme").status == status


def test_kinship_outlasts_death(ties: Callable[..., Any]) -> None:
    """A tie that does not end has no status, whoever died."""
    assert ties("Jane Roe, the wife of Ivo Marn, died.", CAST).found[0].status is None
