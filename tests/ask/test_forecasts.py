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


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ida Moss had promised to mend the bridges, and she did.", "no word of it"),
        ("The truce ended at dawn, as Ida Moss had promised.", "borne out"),
    ],
)
def test_what_is_recalled_must_be_what_was_foretold(
    page: Make, opened: Opened, text: str, outcome: str
) -> None:
    """A later promise of somebody is no outcome of another one that has a word in common."""
    said = "she would end the truce with the mountain bridges of the north"
    one = page(f"Ida Moss said {said}.", "The Post", "2012-03-01")
    one.entity("Ida Moss")
    one.says("Ida Moss", "said", said, stance="promise")
    later = page(text, "The Courier", "2012-03-09")
    later.entity("Ida Moss")
    assert [one.outcome for one in opened(one, later).forecasts()] == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ida Moss ended the truce, as she had threatened.", "borne out"),
        ("Ida Moss had ended the truce earlier than she had promised.", "borne out"),
        ("Ida Moss toured towns whose truce would end under the threat of rain.", "no word of it"),
        ("Though Ida Moss was there, nobody spoke of the end of a truce.", "no word of it"),
    ],
)
def test_what_is_recalled_must_be_somebodys(
    page: Make, opened: Opened, text: str, outcome: str
) -> None:
    """A threat is recalled where somebody is named who made it; other words recall nothing."""
    one = page("Ida Moss said she would end the truce.", "The Post", "2012-03-01")
    one.entity("Ida Moss")
    one.says("Ida Moss", "said", "she would end the truce", stance="threaten")
    later = page(text, "The Courier", "2012-03-09")
    later.entity("Ida Moss")
    assert [one.outcome for one in opened(one, later).forecasts()] == [outcome]
