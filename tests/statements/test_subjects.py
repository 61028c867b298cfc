"""Who does what a verb says, where the verb has no subject of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Peter Marsh stood up and warned that the bridge would fall.", "Peter Marsh"),
        ("Peter Marsh ran out, shouting that the bridge would fall.", "Peter Marsh"),
        ("Peter Marsh went on to say who had lost the keys.", "Peter Marsh"),
        ("A letter saying that the bridge would fall lay there.", "A letter"),
    ],
)
def test_a_verb_has_the_subject_of_what_it_hangs_on(told: Reads, text: str, source: str) -> None:
    """Whoever does what the verb above says does what this one says, too; a noun says its own."""
    ((found, _, _),) = told(text).rows()
    assert found == source


@pytest.mark.parametrize("question", ["about the keys", "whether the keys were lost"])
def test_who_is_asked_does_not_ask(told: Reads, question: str) -> None:
    """A participle before a statement tells what its speaker was asked, by nobody who is named."""
    found = told(f"Asked {question}, Peter Marsh said the bridge was safe.")
    asked = found.by("Asked")
    assert (asked.source.spans, asked.stance) == ((), "ask")
    assert found.words(asked.addressee_words) == "Peter Marsh"
