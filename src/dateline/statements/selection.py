"""Which drafts stand: one for each cue, and of those inside what others say the sure ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from dateline.span import Span, gaps, merged
from dateline.statements.context import Context
from dateline.statements.draft import Draft

ORDER: Final = (
    "according_to",
    "turn",
    "signature",
    "denial",
    "clause",
    "clause_before",
    "parenthesis",
    "as",
    "passive",
    "infinitive",
    "complement",
    "misled",
    "object",
    "passive_object",
    "about",
    "adjective_clause",
    "adjective_infinitive",
    "adjective_about",
    "noun_clause",
    "noun_infinitive",
    "noun_about",
    "adverb",
)
"""Frames from the surest to the least sure: of one cue's drafts the first stands."""


def one_each(drafts: Iterable[Draft]) -> list[Draft]:
    """Return one draft for each cue; clauses before and after one verb are one content."""
    best: dict[int, Draft] = {}
    for draft in drafts:
        known = best.get(draft.head)
        if known is None or _rank(draft) < _rank(known):
            best[draft.head] = _joined(draft, known) if known else draft
        elif known:
            best[draft.head] = _joined(known, draft)
    return sorted(best.values(), key=lambda d: d.cue)


def _joined(first: Draft, other: Draft) -> Draft:
    clauses = ("clause", "clause_before")
    if first.rule in clauses and other.rule in clauses:
        return replace(first, content=merged((*first.content, *other.content)))
    return first


def _rank(draft: Draft) -> int:
    return ORDER.index(draft.rule.partition(":")[0])


def without_own_cue(context: Context, draft: Draft) -> Draft | None:
    """Return the draft with cue and source cut out of its content; `None` if nothing is left.

    Pieces without a letter or a figure are left out, white space at the ends of others, too.
    """
    taken = (*draft.cue, *draft.source)
    pieces = (gap for part in merged(draft.content) for gap in gaps(taken, part))
    held = tuple(span.trimmed(context.text) for span in pieces if _says(context, span))
    return replace(draft, content=held) if held else None


def _says(context: Context, span: Span) -> bool:
    return any(sign.isalnum() for sign in span.of(context.text))


class Cover:
    """Which of some drafts have a token in their content; asked in constant time."""

    def __init__(self, context: Context, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.sizes = [sum(map(len, draft.content)) for draft in drafts]
        self.at: dict[int, list[int]] = defaultdict(list)
        for place, draft in enumerate(drafts):
            for part in draft.content:
                for token in context.syntax.within(part):
                    self.at[token.index].append(place)

    def in_turn(self, token: int) -> bool:
        """Tell whether a token stands in what somebody says by a label of a transcript."""
        return any(self.drafts[place].rule == "turn" for place in self.at.get(token, ()))

    def holder(self, place: int) -> int | None:
        """Return the place of the draft with the shortest content that holds another's cue.

        It must be longer than the other's content, so that no two hold each other.
        """
        holding = [
            one
            for one in self.at.get(self.drafts[place].head, ())
            if one != place and self.sizes[one] > self.sizes[place]
        ]
        return min(holding, key=lambda one: self.sizes[one], default=None)
