"""Quotations that are signed: a dash and a name after them, as under a letter or a motto."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.quotation import Quotation
from dateline.span import Span
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

_SIGNED: Final = re.compile(
    r"[ \t\xa0]{0,4}(?:\n[ \t\xa0]{0,4}){0,2}(?P<dash>[―—–]|--?)[ \t\xa0]{0,4}"
    r"(?P<name>[^\W\d_][^\n]{1,80})(?=\n|\Z)"
)
"""What follows the closing mark, up to the end of the line."""
_WORDS: Final = 6
"""Words of a name and a title, at most."""


def find(context: Context) -> Iterator[Draft]:
    """Yield a draft for each quotation that opens its paragraph and is followed by a name alone."""
    for quotation in context.quotations:
        signed = _SIGNED.match(context.text, quotation.span.end)
        if signed is None or not quotation.closed or not _opens(context, quotation):
            continue
        start, end = signed.span("name")
        name = Span(start, start + len(context.text[start:end].rstrip(" .\xa0\t\r")))
        yield from _draft(context, quotation, Span(*signed.span("dash")), name)


def _opens(context: Context, quotation: Quotation) -> bool:
    """Tell whether a quotation is the first of its line."""
    start = quotation.span.start
    before = context.text[max(0, start - _WORDS) : start]
    return not before.rpartition("\n")[2].strip() and (len(before) < _WORDS or "\n" in before)


def _draft(context: Context, quotation: Quotation, dash: Span, name: Span) -> Iterator[Draft]:
    mark = context.syntax.at(dash.start)
    alone = name.of(context.text).partition(",")[0]
    short = Span(name.start, name.start + len(alone))
    words = context.syntax.within(short)
    # "Marsh's son, Carl Marsh": whose son he is does not sign.
    named = _named(words) or _named(context.syntax.within(name))
    verbal = any(token.pos in ("VERB", "AUX") for token in words)
    if mark is None or not named or verbal or len(alone.split()) > _WORDS:
        return
    yield Draft(
        rule="signature",
        cue=(dash,),
        head=mark.index,
        source=(name,),
        subject=named[-1].index,
        content=(quotation.span,),
    )


def _named(words: Sequence[Token]) -> list[Token]:
    """Return the words of names, those left out of whom somebody or something else is."""
    return [token for token in words if token.pos == "PROPN" and token.dep != "poss"]
