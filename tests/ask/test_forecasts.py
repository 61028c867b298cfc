"""What became of what was foretold is told where a later sentence says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.ask.archive import Archive

Make = Callable[..., Any]
Opened = Callable[..., Archive]


@pytest.mark.parametrize(
    ("stance", "recalled", "outcome"),
    [
        ("promise", "threatened", "borne out"),
        ("threaten", "promised", "borne out"),
        ("forecast", "threatened", "no word of it"),
    ],
)
def test_a_promise_to_some_is_a_threat_to_others(
    page: Make, opened: Opened, stance: str, recalled: str, outcome: str
) -> None:
    """Who will do something himself is recalled as promising or threatening it alike."""
    one = page("Ida Moss said she would end the truce.", "The Post", "2012-03-01")
    one.entity("Ida Moss")
    one.says("Ida Moss", "said", "she would end the truce", stance=stance)
    text = f"Ida Moss had {recalled} to end the truce, and she ended it."
    later = page(text, "The Courier", "2012-03-09")
    later.entity("Ida Moss")
    assert [one.outcome for one in opened(one, later).forecasts()] == [outcome]
