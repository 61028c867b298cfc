"""Who says so: statements, each with its source, cue and content."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.span import Span

SourceKind = Literal["named", "anonymous", "collective", "document", "outlet", "unstated"]
Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "assert",
    "deny",
    "doubt",
    "believe",
    "promise",
    "threaten",
    "demand",
    "forecast",
    "ask",
    "agree",
]
Certainty = Literal["certain", "probable", "possible", "unlikely"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Whose word a statement is."""

    spans: tuple[Span, ...]
    entity: str | None
    kind: SourceKind


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that attribute a content to a source."""

    spans: tuple[Span, ...]
    lemma: str


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What was said."""

    spans: tuple[Span, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, how, and how certain it is said to be.

    Attributes:
        addressee: id of the entity that is spoken to ("told the paper"), or `None` if nobody is
            or the entities do not hold whom ("told parents").
        within: id of the statement in whose content this one stands, or `None`.
        stance_words: the words that tell the stance; empty where it is plainly asserted.
        certainty_words: the words that tell the certainty; empty where nothing lessens it.
        addressee_words: the words for who is spoken to, whether or not an entity is known.
    """

    id: str
    source: Source
    cue: Cue
    content: Content
    addressee: str | None
    manner: Manner
    stance: Stance
    certainty: Certainty
    within: str | None
    rule: str
    stance_words: tuple[Span, ...] = ()
    certainty_words: tuple[Span, ...] = ()
    addressee_words: tuple[Span, ...] = ()
