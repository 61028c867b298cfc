"""Nations' words before what a state does and wields: "Kenyan jets", "an Omani proposal".

As an adjective such a word names nobody. But the jets are a state's, and so is the proposal: there
it is a mention of the country, which acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.names.context import Context
from dateline.span import Span
from dateline.syntax import Token

_BEFORE: Final = ("amod", "compound", "nmod")


class Demonym(msgspec.Struct, frozen=True, kw_only=True):
    """A nation's word where it stands for the country; `country` is its ISO 3166-1 code."""

    span: Span
    country: str


def find(context: Context, named: Sequence[int | None]) -> Iterator[Demonym]:
    """Yield the nations' words that stand for their country, in order.

    Args:
        context: the parsed text.
        named: for each token the number of the entity that it names, or `None`.
    """
    deeds = context.lexicon.acts.deeds
    for token in context.syntax.tokens:
        if named[token.index] is not None or token.dep not in _BEFORE:
            continue
        code = context.nation(token.index)
        if code is None:
            continue
        if _is_prefixed(context, token.index):
            continue
        noun = context.syntax.parent(token)
        if noun.tag in ("NN", "NNS") and noun.lemma.casefold() in deeds:
            yield Demonym(span=_whole(context, token), country=code)


def _whole(context: Context, token: Token) -> Span:
    """Return the characters of a nation's word, both words of it where it has two."""
    before = context.syntax.tokens[token.index - 1]
    two = " ".join(context.folded[max(0, token.index - 1) : token.index + 1])
    double = token.index and two in context.lexicon.nationalities.nations
    return Span(before.span.start, token.span.end) if double else token.span


def _is_prefixed(context: Context, at: int) -> bool:
    """Tell whether a hyphen joins the word to another: "anti-Omani", "Omani-born"."""
    tokens, text = context.syntax.tokens, context.text
    span = tokens[at].span
    return "-" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])
