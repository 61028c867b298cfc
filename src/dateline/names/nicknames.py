"""Nicknames in quotation marks: 'Anna "Ace" Kern', 'Anna Kern, nicknamed "the Ace"'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.names.context import Context, Name
from dateline.names.words import capitalised, fold
from dateline.span import Span

OPEN: Final = frozenset({'"', "“", "``", "‘", "'", "„", "«"})
CLOSE: Final = frozenset({'"', "”", "''", "’", "'", "“", "»"})
_LONGEST: Final = 5  # tokens of a nickname
_NEAR: Final = 8  # tokens between a name and the nickname that it is told to have


def joined(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, those that stand around a nickname in quotation marks made one.

    The key of such a name is the name without the nickname, which is kept beside it.
    """
    last = -1
    starts = {name.first: name for name in names}
    for name in names:
        if name.first < last:
            continue
        quoted = _quoted(context, name.last)
        after = starts.get(quoted[1] + 1) if quoted else None
        known = quoted is not None and _is_name(context, *quoted)
        if quoted is None or not known or after is None or not _is_surname(context, name, after):
            yield name
            continue
        whole = context.name(name.first, after.last)
        last = after.last
        yield msgspec.structs.replace(
            whole,
            key=fold(f"{name.shown} {after.shown}"),
            nickname=_span(context, *quoted),
            votes=name.votes + after.votes,
        )


def _is_surname(context: Context, name: Name, after: Name) -> bool:
    """Tell whether the words after a nickname are the surname to those before it."""
    tokens = context.syntax.tokens
    same = tokens[name.first].sentence == tokens[after.first].sentence
    first = name.key.split(" ", 1)[0]
    given = first in context.lexicon.men or first in context.lexicon.women
    return same and after.last - after.first <= 3 and (given or name.last - name.first <= 2)


def _is_name(context: Context, first: int, last: int) -> bool:
    """Tell whether quoted words are written as a nickname is: in capitals, and no verb."""
    tokens = context.syntax.tokens[first:last]
    return any(capitalised(t.text) for t in tokens) and not any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") and not capitalised(t.text) for t in tokens
    )


def _quoted(context: Context, at: int) -> tuple[int, int] | None:
    """Return the tokens `[first, last)` between quotation marks that open at a token, or `None`."""
    tokens = context.syntax.tokens
    if at >= len(tokens) or tokens[at].text not in OPEN or not _opens(context, at):
        return None
    for end in range(at + 2, min(at + 2 + _LONGEST, len(tokens))):
        if tokens[end].text in CLOSE and tokens[end].tag != "POS":
            return at + 1, end
    return None


def _opens(context: Context, at: int) -> bool:
    """Tell whether a quotation mark stands as one that opens: a blank before it and none after."""
    span, text = context.syntax.tokens[at].span, context.text
    return not text[span.start - 1 : span.start].strip() and bool(
        text[span.end : span.end + 1].strip()
    )


def _span(context: Context, first: int, last: int) -> Span:
    tokens = context.syntax.tokens
    if last - first > 1 and tokens[last - 1].text in (",", "."):
        last -= 1
    return Span(tokens[first].span.start, tokens[last - 1].span.end)


def told(context: Context, name: Name) -> Span | None:
    """Return the nickname that the words after a name tell it to have, or `None`.

    It stands in quotation marks behind "nicknamed", "known as", "alias" and their like.
    """
    tokens, folded = context.syntax.tokens, context.folded
    sentence = tokens[name.first].sentence
    for at in range(name.last, min(name.last + _NEAR, len(tokens))):
        if tokens[at].sentence != sentence:
            return None
        quoted = _quoted(context, at)
        if quoted is None:
            continue
        phrases = (" ".join(folded[max(name.last, at - n) : at]) for n in (4, 3, 2, 1))
        if not any(phrase in context.lexicon.acts.called for phrase in phrases):
            return None
        return _span(context, *quoted) if _is_name(context, *quoted) else None
    return None
