"""Sources: whose word it is, of what kind, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A senior official said the road was closed.", "anonymous"),
        ("Two sources close to the talks said the road was closed.", "anonymous"),
        ("Police said the road was closed.", "collective"),
        ("The report said the road was closed.", "document"),
        ("The newspaper said the road was closed.", "outlet"),
        ("The road was reportedly closed.", "unstated"),
    ],
)
def test_a_noun_tells_the_kind(told: Reads, text: str, kind: str) -> None:
    """Where nobody is named, the head noun of the source tells what it is."""
    assert told(text).one().source.kind == kind


def test_a_name_is_led_to_its_entity(told: Reads) -> None:
    """A source by name, with all that describes it, is the entity named."""
    found = told("Helen Marsh, the mayor of Leeds, said the road was closed.", cast=True)
    one = found.one()
    assert found.name(one.source.entity) == "Helen Marsh"
    assert one.source.kind == "named"


def test_the_publisher_is_an_outlet(told: Reads) -> None:
    """Who published the text, and names that the press goes by, are outlets."""
    found = told("The Leeds Gazette reported that the road was closed.", cast=True)
    assert found.one().source.kind == "outlet"


def test_who_is_told_is_kept(told: Reads) -> None:
    """The addressee is led to its entity, before and after the content."""
    for text in (
        "Helen Marsh told Tom Hill that the road was closed.",
        '"The road to the north is closed," Helen Marsh told Tom Hill.',
    ):
        found = told(text, cast=True)
        addressee = found.one().addressee
        assert found.name(addressee) == "Tom Hill"


def test_a_relative_pronoun_means_its_noun(told: Reads) -> None:
    """In "X, who said", it is X who says so."""
    found = told("Helen Marsh, who said the road was closed, left the city.", cast=True)
    entity = found.one().source.entity
    assert found.name(entity) == "Helen Marsh"


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("The mayor told parents that the road was closed.", "parents", "that the road was closed"),
        ("The court ordered the owners to repair the dam.", "the owners", "to repair the dam"),
        ("The drivers were told to wait until Monday.", "The drivers", "to wait until Monday"),
        ("Helen Marsh asked a question about the dam.", "", "a question about the dam"),
        (
            "Helen Marsh complained to the owners that the dam leaked.",
            "the owners",
            "that the dam leaked",
        ),
    ],
)
def test_who_is_told_need_not_be_named(told: Reads, text: str, words: str, content: str) -> None:
    """Those who are told are kept as words, too, and are no part of what is said."""
    found = told(text)
    one = found.one()
    assert found.words(one.addressee_words) == words
    assert found.words(one.content.spans) == content
