"""The stories of the invented world as `stories.toml` holds them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

_HERE = Path(__file__).parent


class FactForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact with slots in place of actors; `day` counts from the affair's first day."""

    types: tuple[str, ...]
    gist: str
    tie: bool = False
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    day: int | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence in several wordings, and what it tells.

    Attributes:
        by: the slot on whose word the fact is told, or `anonymous`; the paper's own if `None`.
        forecast: the forecast that it makes; outcome: the one whose outcome it tells.
    """

    say: tuple[str, ...]
    fact: str | None = None
    by: str | None = None
    stance: Literal["assert", "deny", "promise", "threaten", "forecast"] = "assert"
    forecast: str | None = None
    outcome: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article: its lines by paragraph, and how many papers print copies of it."""

    day: int
    title: tuple[str, ...]
    text: tuple[tuple[str, ...], ...]
    copies: int = 0
    voice: Literal["agency", "paper"] = "paper"


class DisputeForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What cannot all be true: one fact, or two."""

    kind: Literal["denied", "values"]
    facts: tuple[str, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came of a forecast."""

    came: bool


class Story(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `stories.toml`; `days` are days of the affair that are no fact's."""

    facts: dict[str, FactForm]
    lines: dict[str, Line]
    reports: dict[str, Report]
    days: dict[str, int] = {}
    disputes: dict[str, DisputeForm] = {}
    forecasts: dict[str, Outcome] = {}


def stories() -> dict[str, Story]:
    """Return the stories by name, in the order of the file."""
    return msgspec.convert(_table("stories"), dict[str, Story])


def background() -> tuple[Line, ...]:
    """Return the sentences that stand beside the news and tell no fact."""
    found = msgspec.convert(_table("background"), dict[str, tuple[tuple[str, ...], ...]])
    return tuple(Line(say=say) for say in found["lines"])


def _table(name: str) -> dict[str, object]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
