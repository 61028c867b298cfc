"""A statement while it is being read: its parts as tokens and characters, not yet judged."""

from __future__ import annotations

from typing import Final

import msgspec

from dateline.span import Span

LABELLED: Final = frozenset({"signature", "turn"})
"""Rules by which the page itself shows who says all of a paragraph: nobody else does."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Who may have said what, by which word.

    Attributes:
        rule: the rule that saw it.
        cue: the words that attribute, in order.
        head: index of the token that bears the cue.
        source: the words for who says so; empty if nobody is named.
        subject: index of the token that heads the source, or `None`.
        content: what is said, in order and apart.
        addressee: index of the token that heads those who are told, or `None`.
    """

    rule: str
    cue: tuple[Span, ...]
    head: int
    source: tuple[Span, ...] = ()
    subject: int | None = None
    content: tuple[Span, ...] = ()
    addressee: int | None = None
