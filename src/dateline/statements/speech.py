"""Direct speech: which quotation belongs to which cue, and quotations that go on without one.

A quotation that a report's content touches is taken whole, whatever sentences the parser made of
it. One that no report touches looks for a verb of speech beside it, and otherwise goes on what was
said before it: in the same paragraph, or over paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from dateline.quotation import Quotation
from dateline.span import gaps, merged
from dateline.statements import subjects
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.reports import cue_words
from dateline.statements.selection import Cover
from dateline.syntax import Token

_TERM: Final = 4
"""Quotations of fewer words that nothing attributes are terms, titles or scare quotes."""
_BESIDE: Final = 12
"""Tokens between a quotation and a cue beside it."""
_LEFT: Final = 3
"""Words outside its quotation up to which a content is the quotation alone."""


def attach(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the quotations that are theirs, and new ones for others, in order."""
    out = list(drafts)
    cover = Cover(context, drafts)
    owners: list[int | None] = [None] * len(context.quotations)
    for number, quotation in enumerate(context.quotations):
        owner = _touching(context, cover, quotation)
        if owner is None and not _is_term(context, quotation):
            beside = _beside(context, quotation)
            if beside is not None:
                owner = next((i for i, d in enumerate(out) if d.head == beside.head), None)
                if owner is None:
                    owner = len(out)
                    out.append(beside)
        if owner is None and not _is_term(context, quotation):
            owner = _going_on(context, number, owners, out)
        owners[number] = owner
        if owner is not None:
            out[owner] = _with(context, out[owner], quotation)
    return out


def _is_term(context: Context, quotation: Quotation) -> bool:
    """Tell whether a quotation is short, unless it ends as only what is uttered does."""
    words = quotation.inner.of(context.text).strip()
    return len(words.split(maxsplit=_TERM)) < _TERM and not words.endswith((",", "?", "!"))


def _touching(context: Context, cover: Cover, quotation: Quotation) -> int | None:
    """Return the draft outside the quotation whose content holds most of it, or `None`."""
    inside = context.syntax.within(quotation.span)
    shared = Counter(place for token in inside for place in cover.at.get(token.index, ()))
    outside = [
        (count, -place)
        for place, count in shared.items()
        if not quotation.span.contains(cover.drafts[place].cue[0])
    ]
    return -max(outside)[1] if outside else None


def _with(context: Context, draft: Draft, quotation: Quotation) -> Draft:
    """Return the draft with the quotation in its content; speech alone stays speech alone."""
    parts = merged((*draft.content, quotation.span))
    rest = [gap for part in parts for gap in gaps([quotation.span], part)]
    outside = " ".join(gap.of(context.text) for gap in rest)
    if draft.rule == "clause_before" and len(outside.split()) <= _LEFT and rest:
        parts = (quotation.span,)
    held = tuple(gap for part in parts for gap in gaps(draft.cue, part))
    return replace(draft, content=tuple(span for span in held if span.of(context.text).strip()))


def _beside(context: Context, quotation: Quotation) -> Draft | None:
    """Return a draft of the verb of speech that stands right after or before a quotation."""
    inside = context.syntax.within(quotation.span)
    if not inside:
        return None
    for verb in (*_after(context, inside[-1]), *_before(context, inside[0])):
        who = subjects.find(context, verb)
        if verb.lemma.lower() in context.lexicon.cues.speech and _may_speak(context, who):
            return Draft(
                rule="beside",
                head=verb.index,
                cue=(cue_words(context, verb),),
                source=(subjects.words(context, who, verb),) if who else (),
                subject=who.index if who else None,
                content=(quotation.span,),
            )
    return None


def _may_speak(context: Context, who: Token | None) -> bool:
    return who is not None and context.quoted[who.index] < 0


def _after(context: Context, last: Token) -> Iterator[Token]:
    """Yield the verbs after a quotation, up to the sentence's end or the next quotation."""
    for index in range(last.index + 1, min(last.index + 1 + _BESIDE, len(context.tokens))):
        token = context.tokens[index]
        if context.quoted[index] >= 0 or context.paragraph(token) != context.paragraph(last):
            return
        if token.text in {".", "!", "?", ";"} or token.sentence > last.sentence + 1:
            return
        if token.pos == "VERB":
            yield token


def _before(context: Context, first: Token) -> Iterator[Token]:
    """Yield the verbs before a quotation, nearest first, if a comma or a colon leads to it."""
    if not first.index:
        return
    lead = context.tokens[first.index - 1]
    near = lead.sentence >= first.sentence - 1 and (
        context.paragraph(first) - context.paragraph(lead) <= (lead.text == ":")
    )
    if lead.text == ":" and near:
        reach = 4 * _BESIDE
    elif context.paragraph(first) == context.paragraph(lead) and lead.text in {",", "that"}:
        reach = _BESIDE
    elif lead.pos == "VERB" and near:
        reach = 2
    else:
        return
    for index in range(lead.index, max(lead.index - reach, -1), -1):
        token = context.tokens[index]
        if context.quoted[index] >= 0 or token.sentence != lead.sentence:
            return
        if token.pos == "VERB":
            yield token


def _going_on(
    context: Context, number: int, owners: Sequence[int | None], drafts: Sequence[Draft]
) -> int | None:
    """Return the statement that a quotation without a cue goes on, or `None`.

    It does where nothing but the cue's own sentence lies between it and the last quotation of
    that statement, in one paragraph; or where it opens a paragraph after one left open.
    """
    if not number:
        return None
    quotation, before = context.quotations[number], context.quotations[number - 1]
    owner = owners[number - 1]
    if owner is None:
        return None
    if quotation.goes_on:
        return owner
    first, last = context.syntax.at(quotation.span.start), context.syntax.at(before.span.end - 1)
    if first is None or last is None or context.paragraph(first) != context.paragraph(last):
        return None
    between = context.text[before.span.end : quotation.span.start]
    cue = drafts[owner].cue[0]
    ends = cue.start >= before.span.end and cue.end <= quotation.span.start
    return owner if not between.strip(" ,.—–-\n") or (ends and _one_sentence(between)) else None


def _one_sentence(between: str) -> bool:
    words = between.strip()
    return not any(mark in words[:-1] for mark in (". ", "! ", "? ")) or len(words) < 60
