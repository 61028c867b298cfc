"""What stands behind a noun for people, and whether it tells which ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[[str], Any]


def test_what_is_done_to_people_is_not_of_their_phrase(cast: Reads) -> None:
    """Charges, purposes and days that stand behind people say what is done to them."""
    found = cast("Officers arrested several villagers on weapons charges in May.")
    assert found("several villagers").kind == "group"
    found = cast("Talks with the kidnappers for the release of a nurse failed.")
    assert found.bears("the kidnappers")
    assert cast("A candidate for mayor slept.").bears("A candidate for mayor")
