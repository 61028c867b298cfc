"""Words that tell of an event, before it is known who took part in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.events.context import Context
from dateline.events.entries import Noun, Verb
from dateline.span import Span
from dateline.syntax import Token

_NEAR: Final = 7
"""How many words a light verb and its noun may span to be one trigger."""


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell of an event, and the heads of its ends as the parse shows them.

    Attributes:
        head: the verb or noun of the lexicon.
        base: the word that the ends hang on: the head, or the noun that it stands before.
        carrier: the verb whose clause tells of it: the head, a light verb, or a verb that the noun
            is an argument of; `None` for a noun that no verb carries.
        frame: the frame that it fits.
        span: the words shown.
        rule: how it was found.
        who, whom: heads of the ends, without those joined to them.
    """

    head: Token
    base: Token
    carrier: Token | None
    frame: Verb | Noun
    span: Span
    rule: str
    who: tuple[Token, ...]
    whom: tuple[Token, ...]


def joined(context: Context, tokens: Sequence[Token], base: Token | None = None) -> Span:
    """Return the span of some words if they stand close together, else that of the first.

    Args:
        context: the text.
        tokens: the words.
        base: a word whose own words may stand between them; `None` if only such of the first may.
    """
    first, last = min(t.index for t in tokens), max(t.index for t in tokens)
    ours = {t.index for t in (*tokens, *((base,) if base else ()))}
    between = [t for t in context.tokens[first : last + 1] if t.index not in ours]
    near = last - first < _NEAR and all(
        t.head in ours or context.tokens[t.head].head in ours for t in between
    )
    if not near or any(t.dep in ("prep", "npadvmod", "dobj", "advcl") for t in between):
        return tokens[0].span
    return Span(context.tokens[first].span.start, context.tokens[last].span.end)
