"""What took place, and what was only planned, attempted, denied or feared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]  # gives what `conftest` tells of

CAST = {"person": "Ida Crane; Tom Reed", "organisation": "the Guild"}


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("Ida Crane attacked the Guild's headquarters.", "actual"),
        ("Ida Crane managed to kill Tom Reed.", "actual"),
        ("Ida Crane began shooting at Tom Reed.", "actual"),
        ("Ida Crane did not kill Tom Reed.", "denied"),
        ("Ida Crane left without killing Tom Reed.", "denied"),
        ("Ida Crane denied killing Tom Reed.", "denied"),
        ("Ida Crane will kill Tom Reed.", "planned"),
        ("Ida Crane planned to kill Tom Reed.", "planned"),
        ("Ida Crane has a plan to kill Tom Reed.", "planned"),
        ("Ida Crane tried to kill Tom Reed.", "attempted"),
        ("Ida Crane tried to have Tom Reed killed.", "attempted"),
        ("Ida Crane failed to kill Tom Reed.", "failed"),
        ("Ida Crane staged a failed attack on the Guild.", "failed"),
        ("Ida Crane threatened to kill Tom Reed.", "threatened"),
        ("Ida Crane might kill Tom Reed.", "hypothetical"),
        ("Everything ends if Ida Crane kills Tom Reed.", "hypothetical"),
        ("Did Ida Crane kill Tom Reed?", "hypothetical"),
        ("Ida Crane may have killed Tom Reed.", "actual"),
        ("Ida Crane is not ready to kill Tom Reed.", "hypothetical"),
        ("Ida Crane is proud to have killed Tom Reed.", "actual"),
        ("Ida Crane will resign after having killed Tom Reed.", "actual"),
        ("Nobody killed Tom Reed.", "denied"),
        ("No soldiers killed Tom Reed.", "denied"),
        ("Everything ends if Ida Crane does not kill Tom Reed.", "hypothetical"),
        ("Ida Crane is no soldier and kills Tom Reed.", "actual"),
        ("Ida Crane killed Tom Reed; she denies it.", "actual"),
        ("Ida Crane will kill Tom Reed if the Guild wants it.", "hypothetical"),
        ("Ida Crane tried to please the Guild by killing Tom Reed.", "actual"),
        ("Ida Crane does not plan to kill Tom Reed.", "denied"),
        ("Ida Crane joked about killing Tom Reed.", "hypothetical"),
        ("Ida Crane suggested killing Tom Reed.", "hypothetical"),
        ("Ida Crane could win while still killing Tom Reed.", "hypothetical"),
        ("Ida Crane did not rest while killing Tom Reed.", "actual"),
        ("The Guild wants a ban on soldiers killing Tom Reed.", "denied"),
        ("The plan is to kill Tom Reed.", "planned"),
        ("Ida Crane has yet to kill Tom Reed.", "denied"),
        ("Ida Crane is leaning toward killing Tom Reed.", "hypothetical"),
        ("Ida Crane not only killed Tom Reed, she says so.", "actual"),
        ("Ida Crane is the first woman to kill Tom Reed.", "actual"),
        ("Please kill Tom Reed.", "hypothetical"),
        ("Ida Crane would kill Tom Reed.", "hypothetical"),
        ("Ida Crane said that she would kill Tom Reed.", "planned"),
        ("The Guild waits until Ida Crane kills Tom Reed.", "hypothetical"),
        ("Ida Crane, who'd previously wounded Tom Reed, wept.", "actual"),
        ("Ida Crane said she'd shoot Tom Reed.", "planned"),
        ("Nobody doubts the news that Ida Crane would shoot Tom Reed.", "planned"),
        ("Ida Crane does not think that she ever injured Tom Reed.", "denied"),
        ("The Guild urged Ida Crane not to shoot Tom Reed.", "hypothetical"),
        ("Ida Crane should not kill Tom Reed.", "hypothetical"),
        ("Ida Crane cannot kill Tom Reed.", "denied"),
        ("Guards stopped Ida Crane from killing Tom Reed.", "denied"),
        ("Guards could stop Ida Crane from killing Tom Reed.", "hypothetical"),
        ("That did not stop Ida Crane from killing Tom Reed.", "actual"),
        ("Guards fear that, in case Ida Crane kills Tom Reed, prices will rise.", "hypothetical"),
        ("If Ida Crane comes and kills Tom Reed, guards run.", "hypothetical"),
        ("If Ida Crane tries to kill Tom Reed, guards run.", "hypothetical"),
        ("Not only did Ida Crane kill Tom Reed, she says so.", "actual"),
        ("Ida Crane decided to kill Tom Reed.", "actual"),
        ("Ida Crane did not decide to kill Tom Reed.", "denied"),
        ("Ida Crane avoided killing Tom Reed.", "denied"),
        ("Ida Crane spoke to the crowd, not to the Guild, before killing Tom Reed.", "actual"),
        ("Ida Crane did not appear at the door, killing Tom Reed.", "actual"),
        ("Ida Crane did not stay, and neither killed Tom Reed.", "denied"),
        ("If Tom Reed talks, Ida Crane may move to kill Tom Reed.", "hypothetical"),
        ("Ida Crane may try to kill Tom Reed.", "hypothetical"),
        ("The Guild asked why Ida Crane killed Tom Reed.", "actual"),
        ("Ida Crane is seeking money before killing Tom Reed.", "planned"),
    ],
)
def test_the_words_around_an_event_tell_its_reality(
    happened: Read, text: str, reality: str
) -> None:
    """Negation, auxiliaries, governing words and conditions are read."""
    assert happened(text, CAST).one("assault").reality == reality


@pytest.mark.parametrize(
    ("text", "certainty", "words"),
    [
        ("Ida Crane may have killed Tom Reed.", "possible", ["may"]),
        ("Ida Crane reportedly killed Tom Reed.", "probable", ["reportedly"]),
        ("Ida Crane appears to have killed Tom Reed.", "probable", ["appears"]),
        ("The alleged attack by Ida Crane hit hard.", "probable", ["alleged"]),
        ("Ida Crane killed Tom Reed.", "certain", []),
    ],
)
def test_doubt_is_told_with_its_words(
    happened: Read, text: str, certainty: str, words: list[str]
) -> None:
    """How sure the teller is is told, and by which words."""
    found = happened(text, CAST)
    event = found.one("assault")
    assert (event.certainty, found.words(event.certainty_words)) == (certainty, words)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ida Crane said she will help the Guild and release Tom Reed.", None),
        ("The Guild said the Guild will release Tom Reed.", "agree"),
        ("The Guild said the Guild would bomb Tom Reed.", "threaten"),
        ("The Guild said the Guild will not accept the deal.", "reject"),
        ("The Guild said Tom Reed must leave the country.", "demand"),
    ],
)
def test_what_is_announced_is_promised_threatened_or_demanded(
    happened: Read, text: str, kind: str | None
) -> None:
    """Who says what they will do, or what others must, does more than tell it."""
    cast = {"person": "Ida Crane; Tom Reed", "organisation": "The Guild=the Guild"}
    found = [one.type for one in happened(text, cast).found if one.rule == "announced"]
    assert found == ([] if kind is None else [kind])
