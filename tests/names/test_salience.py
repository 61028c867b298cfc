"""Which candidate stands out by far enough."""

from __future__ import annotations

from dateline.names import salience


def test_best_by_a_margin() -> None:
    """The best one is chosen only if the second is well behind."""
    assert salience.best({1: 2.0, 2: 1.0}) == 1
    assert salience.best({1: 2.0, 2: 1.9}) is None
    assert salience.best({1: 2.0, 2: 1.5}, 1.5) is None
    assert salience.best({}) is None
