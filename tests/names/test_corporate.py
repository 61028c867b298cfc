"""Which body "the company" means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_a_named_body_since_then(cast: Reads) -> None:
    """What was called a company before is not meant once another one was the subject."""
    found = cast(
        "Mr. Lund's company lost money. Analysts had warned him. Quillon Motors Inc. has won. "
        "Quillon Motors Inc. built boats. The company was founded in 1907."
    )
    assert found.said("Quillon Motors Inc.", "nominal") == ["The company"]
    assert found.said("Mr. Lund's company", "nominal") == ["Mr. Lund's company"]


def test_a_body_is_no_man(cast: Reads) -> None:
    """A body that stands in apposition beside a person is not the person."""
    found = cast("The plan was praised by Paul Holm, a group of miners who met in Oslo.")
    assert "a group of miners" not in found.said("Paul Holm", "nominal")
