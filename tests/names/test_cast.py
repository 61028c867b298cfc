"""The cast: names, kinds and mentions put together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

Reads = Callable[[str], Any]


def test_name_is_the_fullest_form(cast: Reads) -> None:
    """An entity goes by its fullest name, its other ones are aliases, each once."""
    found = cast("Kern spoke. Then Anna Kern spoke. Kern left.")
    assert (found("Kern").name, found("Kern").aliases) == ("Anna Kern", ("Kern",))


def test_adjective_of_a_nation_is_no_entity(cast: Reads) -> None:
    """A nation's adjective before a noun names nobody; "Peruvians" are a group."""
    assert not cast("A Peruvian ship sank.").bears("Peruvian")
    assert cast("Many Peruvians left.")("Peruvians").kind == "group"


def test_mentions_of_one_entity_never_overlap(cast: Reads) -> None:
    """The mentions of an entity are apart and in order."""
    found = cast("Judge Anna Kern, the judge, said she, the judge Anna Kern, was late.")
    for entity in found.entities:
        spans = [mention.span for mention in entity.mentions]
        assert all(a.end <= b.start for a, b in pairwise(spans))
