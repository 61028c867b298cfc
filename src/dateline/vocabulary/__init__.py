"""The kinds of event and of tie: TOML tables with labels, ends and standard codes, checked."""

from __future__ import annotations

from dateline.vocabulary.events import EventType, Mode, event_types

__all__ = ["EventType", "Mode", "event_types"]
