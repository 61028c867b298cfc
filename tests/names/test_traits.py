"""What belongs to a name, and the words in it, tell persons from things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They found Harwick's widow in the garden on Friday.", "Harwick", "person"),
        ("Minister Han Mi-rae left on Friday.", "Han Mi-rae", "person"),
        ("On Friday Hurricane Lena killed ten people.", "Hurricane Lena", "event_name"),
        ("They opposed the Ley Holm in May.", "Ley Holm", "work"),
        ("Later Dengue killed ten people in the town.", "Dengue", "other"),
        ("The women spoke Tamesha with their sons.", "Tamesha", "other"),
        ("Later Hezbollah denied it.", "Hezbollah", "organisation"),
        ("He joined the Movimiento Verde in May.", "Movimiento Verde", "organisation"),
        ("The builder Kern & Holm was sued in May.", "Kern & Holm", "organisation"),
    ],
)
def test_kinds(cast: Reads, text: str, name: str, kind: str) -> None:
    """A widow, syllables, a storm, a law, a disease, a language, a foreign word: each tells."""
    assert cast(text)(name).kind == kind


def test_a_storm_without_its_kind(cast: Reads) -> None:
    """A storm is the same without the word for it."""
    found = cast("Hurricane Lena killed ten people. On Friday Lena turned to the north.")
    assert found("Lena").kind == "event_name"
    assert found("Lena").name == "Hurricane Lena"


def test_a_rival_may_be_a_firm(cast: Reads) -> None:
    """What a firm is as often as a person does not make a person of a firm."""
    text = "Quillon, its main rival, said it had closed its plants. Shares in Quillon fell."
    assert cast(text)("Quillon").kind == "organisation"
