"""Which source and which cue belong to which content, where a tagger has marked all three.

The tagger also says how likely each pair is. That is weighed with what the parse says (the content
depends on the cue, the source is its subject) and with quotation marks; then the contents of one
cue are one statement.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.span import Span, merged
from dateline.statements import subjects
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Link, Proposal, Token

GRAMMAR: Final = 6.0
"""What it adds to a link's likelihood that the parse shows all of it, too."""
LEAST: Final = 0.5
"""Links that weigh less do not stand."""
DOUBT: Final = 1.0
"""A source whose links weigh less gives way to the subject that grammar shows."""
NOBODY: Final = 1.5
"""Links to nobody that weigh as much outweigh the subject that grammar shows."""
FAR: Final = 1
"""Paragraphs between a content and the cue of a statement that it goes on."""

Weights = dict[int | None, float]


class Parts:
    """A tagger's sources, cues and contents, and how likely they belong together.

    Attributes:
        marked: the parts, those without a word that the parse knows left out.
        heads: for each part by its place the token that bears it.
    """

    def __init__(self, context: Context, parts: Sequence[Proposal], links: Iterable[Link]) -> None:
        heads = ((place, part, _head(context, part)) for place, part in enumerate(parts))
        known = [(place, part, head) for place, part, head in heads if head is not None]
        self.marked = {place: part for place, part, _ in known}
        self.heads = {place: head for place, _, head in known}
        self.links: dict[tuple[int, str], Weights] = defaultdict(dict)
        for link in links:
            if link.of in self.marked and (link.part is None or link.part in self.marked):
                self.links[link.of, link.role][link.part] = link.score

    def labelled(self, label: str) -> list[int]:
        """Return the places of the parts of one label, in order."""
        return [place for place, part in self.marked.items() if part.label == label]


def _head(context: Context, part: Proposal) -> Token | None:
    """Return the token that bears a part, of a cue its last verb or noun.

    A verb comes before a noun ("denied in a letter"), unless it only lends it a subject ("made a
    claim").
    """
    if part.label == "cue":
        light = context.lexicon.cues.light
        inside = context.syntax.within(part.span)
        verbs = [t for t in inside if t.pos == "VERB" and t.lemma.lower() not in light]
        bearing = verbs or [t for t in inside if t.pos in ("VERB", "NOUN")]
        if bearing:
            return bearing[-1]
    return context.syntax.head(part.span)


class Frames:
    """The drafts that grammar shows at the cues that a tagger marked."""

    def __init__(self, context: Context, parts: Parts, drafts: Iterable[Draft]) -> None:
        by_token: dict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            by_token[draft.head].append(draft)
        self.of: dict[int, list[Draft]] = {}
        self.saying: dict[int, set[int]] = defaultdict(set)
        for cue in parts.labelled("cue"):
            inside = context.syntax.within(parts.marked[cue].span)
            self.of[cue] = [draft for token in inside for draft in by_token[token.index]]
            for span in merged(span for draft in self.of[cue] for span in draft.content):
                for token in context.syntax.within(span):
                    self.saying[token.index].add(cue)


def drafts(
    context: Context,
    parts: Sequence[Proposal],
    links: Iterable[Link],
    frames: Iterable[Draft],
) -> list[Draft]:
    """Return the statements that a tagger's parts make up, in order of their cues.

    Args:
        context: the text.
        parts: the sources, cues and contents that the tagger saw, labelled so, in order.
        links: how likely it takes them to belong together.
        frames: every draft that grammar shows, whether or not its cue is known to report.
    """
    known = Parts(context, parts, links)
    seen = Frames(context, known, frames)
    groups: dict[int, list[int]] = {}
    last: int | None = None
    for content in known.labelled("content"):
        cue = _cue(context, known, seen, content)
        if cue is None and last is not None and _goes_on(context, known, groups[last][-1], content):
            cue = last
        if cue is not None:
            groups.setdefault(cue, []).append(content)
            last = cue
    made = (
        _draft(context, known, seen, cue, contents)
        for cue, contents in _undivided(context, known, groups).items()
        if not _is_own_voice(context, known.heads[cue].lemma.lower())
    )
    return sorted(made, key=lambda one: one.cue)


def _undivided(
    context: Context, parts: Parts, groups: Mapping[int, Sequence[int]]
) -> dict[int, list[int]]:
    """Return cues with their contents, none of another paragraph beyond somebody else's word.

    What is quoted there goes on what was said before it in its own paragraph.
    """
    cues = sorted(groups, key=lambda cue: parts.heads[cue].index)
    at = [parts.heads[cue].index for cue in cues]
    out: dict[int, list[int]] = defaultdict(list)
    for cue, contents in groups.items():
        for content in contents:
            here, there = parts.heads[content], parts.heads[cue]
            low, high = sorted((here.index, there.index))
            alone = bisect_right(at, low) >= bisect_left(at, high)
            if alone or context.paragraph(here) == context.paragraph(there):
                out[cue].append(content)
            elif context.quoted[here.index] >= 0:
                before = bisect_left(at, here.index) - 1
                near = parts.heads[cues[before]] if before >= 0 else there
                if context.paragraph(near) == context.paragraph(here):
                    out[cues[before]].append(content)
    return {cue: sorted(out[cue]) for cue in groups if out[cue]}


def _is_own_voice(context: Context, lemma: str) -> bool:
    """Tell whether a cue is the article's own doubt and nobody's word: "appears to"."""
    return lemma in context.lexicon.certainty.probable.verbs


def _cue(context: Context, parts: Parts, frames: Frames, content: int) -> int | None:
    """Return the cue of a content by links and grammar, or `None`."""
    weights: dict[int, float] = defaultdict(float)
    for cue, score in parts.links[content, "cue"].items():
        if cue is not None:
            weights[cue] += score
    inside = context.syntax.within(parts.marked[content].span)
    for token in inside:
        for cue in frames.saying.get(token.index, ()):
            weights[cue] += GRAMMAR / len(inside)
    best = max(weights, key=lambda cue: (weights[cue], -cue), default=None)
    return best if best is not None and weights[best] >= LEAST else None


def _goes_on(context: Context, parts: Parts, before: int, content: int) -> bool:
    """Tell whether a quotation without a cue goes on what was said before it."""
    here, there = parts.heads[content], parts.heads[before]
    near = context.paragraph(here) - context.paragraph(there) <= FAR
    return near and context.quoted[here.index] >= 0


def _draft(
    context: Context, parts: Parts, frames: Frames, cue: int, contents: Sequence[int]
) -> Draft:
    words, who = _source(context, parts, frames, cue, contents) or (None, None)
    return Draft(
        rule="linked",
        head=parts.heads[cue].index,
        cue=(parts.marked[cue].span,),
        source=(words,) if words is not None else (),
        subject=who.index if who is not None else None,
        content=merged(parts.marked[place].span for place in contents),
    )


def _source(
    context: Context, parts: Parts, frames: Frames, cue: int, contents: Sequence[int]
) -> tuple[Span, Token] | None:
    """Return words and head of the source of a cue and its contents; `None` if nobody is named.

    What the tagger marked comes first where grammar shows it, too, or where the links are strong;
    then the subject that grammar shows; then what the links say, however weak.
    """
    weights: Weights = defaultdict(float, parts.links[cue, "source"])
    for content in contents:
        for source, score in parts.links[content, "source"].items():
            weights[source] += score / len(contents)
    shown = _shown(context, parts, frames, cue)
    if shown is None and any(frame.rule == "passive" for frame in frames.of[cue]):
        return None
    near = {context.paragraph(parts.heads[place]) for place in (cue, *contents)}
    for source in weights:
        if source is None:
            continue
        if shown is not None and parts.marked[source].span.contains(shown.span):
            weights[source] += GRAMMAR
        elif context.paragraph(parts.heads[source]) not in near:
            weights[source] = 0.0
    best = max(weights, key=lambda one: weights[one], default=None)
    if best is not None and (shown is None or weights[best] >= DOUBT):
        return parts.marked[best].span, parts.heads[best]
    if shown is None or weights[None] >= NOBODY:
        return None
    return subjects.words(context, shown, parts.heads[cue]), shown


def _shown(context: Context, parts: Parts, frames: Frames, cue: int) -> Token | None:
    """Return the head of the source that grammar shows, or `None`."""
    own = [frame.subject for frame in frames.of[cue] if frame.subject is not None]
    return context.tokens[own[0]] if own else subjects.find(context, parts.heads[cue])
