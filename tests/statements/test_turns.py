"""Turns of transcripts, and quotations with a label."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Reads = Callable[..., Any]


def test_a_transcript_is_read_by_its_labels(told: Reads) -> None:
    """In a text with several labels in capitals, each turn is its speaker's statement."""
    text = (
        "MARSH: The road was closed on Monday.\n\nHILL: Nobody told the farmers.\n\n"
        "MARSH: The farmers were told.\n"
    )
    assert told(text).rows() == [
        ("MARSH", ":", "The road was closed on Monday."),
        ("HILL", ":", "Nobody told the farmers."),
        ("MARSH", ":", "The farmers were told."),
    ]


def test_a_label_before_a_quotation_names_its_speaker(told: Reads) -> None:
    """One label is enough where marks follow it."""
    (row,) = told("The governor: “The road will be closed until the water has gone.”").rows()
    assert row[0] == "The governor"
    assert row[2] == "“The road will be closed until the water has gone.”"


def test_a_colon_alone_is_no_turn(told: Reads) -> None:
    """A heading with a colon, or a time, opens no turn."""
    assert told("Roads: the north was closed.\n\nOpen: 9:30 daily.").rows() == []


def test_few_words_before_a_comma_are_uttered(told: Reads) -> None:
    """A quotation of a word or two is speech if it ends as only speech does."""
    text = "“Trust us,” the minister pleaded."
    assert told(text).rows() == [("the minister", "pleaded", "“Trust us,”")]


def test_a_transcript_may_stand_between_marks(told: Reads) -> None:
    """Turns that are quoted whole, label and all, are read as others are, and are direct."""
    text = (
        '"MARSH: The road was closed on Monday.\n\n"HILL: Nobody told the farmers.\n\n'
        '"MARSH: The farmers were told."\n'
    )
    found = told(text)
    assert [row[0] for row in found.rows()] == ["MARSH", "HILL", "MARSH"]
    assert {one.manner for one in found.found} == {"direct"}
    assert {one.within for one in found.found} == {None}


def test_labels_that_come_back_make_a_conversation(told: Reads) -> None:
    """Two labels of which each comes back are speakers, though not in capitals."""
    text = (
        "Marsh: The road was closed on Monday.\n\nHill (North): Nobody told the farmers.\n\n"
        "Marsh: The farmers were told.\n\nHill (North): My brother says the dam leaks.\n"
    )
    found = told(text)
    outer = [one for one in found.found if one.within is None]
    assert [found.words(one.source.spans) for one in outer] == [
        "Marsh",
        "Hill (North)",
        "Marsh",
        "Hill (North)",
    ]
    assert found.by("says").within == outer[-1].id
