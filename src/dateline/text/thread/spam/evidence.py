"""What a signal returns: points, and the words that justify them."""

from __future__ import annotations

import msgspec

from dateline.text.thread.spam.lexica import lexica


class Evidence(msgspec.Struct, frozen=True):
    """A sign for spam, or against it where the points are negative."""

    points: float
    why: str


def evidence(weight: str, why: str, times: float = 1.0) -> Evidence:
    """Return the evidence that the named weight of `languages/any/spam.toml` gives."""
    return Evidence(lexica().weight(weight) * times, why)
