"""Who says so: every statement that an article reports, with source, cue and content.

The parse shows frames in which a cue can report, the lexicon tells which cues do, and quotation
marks show where direct speech begins and ends. What stands in what another says is nested in it.
Then each statement is judged by its own words: whose it is, how he stands to it, how certain it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.languages import anonymity
from dateline.record import Content, Cue, Entity, Source, Statement
from dateline.statements import (
    addressees,
    bounds,
    certainty,
    hollow,
    joining,
    lexicon,
    linking,
    manner,
    nesting,
    reporting,
    reports,
    selection,
    signatures,
    silence,
    sources,
    speakers,
    speech,
    stance,
    turns,
)
from dateline.statements.context import Context
from dateline.statements.draft import LABELLED, Draft
from dateline.statements.joining import Beliefs
from dateline.statements.sources import Cast
from dateline.syntax import Link, Proposal, Syntax


def read(  # noqa: PLR0913 - what two readers of the text and the stage before it saw
    text: str,
    syntax: Syntax,
    entities: Sequence[Entity] = (),
    *,
    parts: Sequence[Proposal] = (),
    links: Sequence[Link] = (),
    beliefs: Beliefs | None = None,
    outlet: str | None = None,
    language: str = "en",
) -> tuple[Statement, ...]:
    """Return the statements that a text reports, in order of their first words.

    Without `parts`, rules and the parse alone find them.

    Args:
        text: the text that all offsets count in.
        syntax: the parse of the parts to read; what lies outside them is not read.
        entities: what the text names, to lead sources and addressees to.
        parts: what a tagger takes for a `source`, `cue` or `content`, in order.
        links: how likely it takes them to belong together; places count in `parts`.
        beliefs: what the tagger believes of the words of a span, by the same labels.
        outlet: who published the text, if that is known.
        language: whose words to use.

    Raises:
        DatelineError: if Dateline has no words for statements in the language.
    """
    context = Context(text, syntax, lexicon.load(language))
    drafts = list(_named(context, _selected(context, parts, links, beliefs), language))
    cast = Cast(entities)
    said_by = speakers.resolve(context, cast, drafts)
    cover = selection.Cover(context, drafts)
    return tuple(
        _statement(context, cast, draft, said_by[place], outlet, place, cover.holder(place))
        for place, draft in enumerate(drafts)
    )


def _named(context: Context, drafts: list[Draft], language: str) -> Iterator[Draft]:
    """Yield the drafts but for those by which somebody only keeps a name back.

    Of a content, words that do so are left out: "a diplomat who declined to be named said ...".
    """
    unnamed = anonymity.spans(context.text, language)
    for one in drafts:
        head = context.tokens[one.head].span
        said = tuple(c for c in one.content if not any(span.contains(c) for span in unnamed))
        if said and not any(span.contains(head) for span in unnamed):
            yield msgspec.structs.replace(one, content=said)


def _selected(
    context: Context,
    parts: Sequence[Proposal],
    links: Sequence[Link],
    beliefs: Beliefs | None,
) -> list[Draft]:
    """Return the drafts that stand, in order."""
    labelled = [*turns.find(context), *signatures.find(context)]
    frames = [*labelled, *reports.find(context)]
    single = selection.one_each(_borne_out(context, frames, selection.Cover(context, labelled)))
    within = [context.quoted[one.head] >= 0 and one.rule not in LABELLED for one in single]
    outer = speech.attach(context, [d for d, held in zip(single, within, strict=True) if not held])
    nested = [draft for draft, held in zip(single, within, strict=True) if held]
    if parts:
        linked = linking.drafts(context, parts, links, [*frames, *outer])
        outer = joining.joined(context, linked, outer, frames, beliefs) if beliefs else linked
        nested = nesting.inside(context, single, outer)
    near = [bounds.bounded(context, one) for one in (*outer, *nested)]
    drafts = (addressees.parted(context, one) for one in bounds.without_asides(context, near))
    cut = (selection.without_own_cue(context, one) for one in drafts)
    full = (hollow.filled(context, one) for one in cut if one is not None)
    kept = nesting.sure(context, [one for one in full if one is not None])
    return sorted((one for one in kept if not silence.is_kept(context, one)), key=_place)


def _borne_out(context: Context, frames: Sequence[Draft], talk: selection.Cover) -> Iterator[Draft]:
    """Yield the frames whose cues report; in the turns of a transcript views do, too."""
    for one in frames:
        views = talk.in_turn(one.head) and nesting.is_own_view(context, one)
        if views or reporting.bears_out(context, one):
            yield one


def _place(draft: Draft) -> tuple[int, int, int]:
    first = min(span.start for span in (*draft.source, *draft.cue, *draft.content))
    return first, draft.cue[0].start, draft.content[0].start


def _statement(  # noqa: PLR0913, PLR0917 - the parts of a statement
    context: Context,
    cast: Cast,
    draft: Draft,
    speaker: Entity | None,
    outlet: str | None,
    place: int,
    holder: int | None,
) -> Statement:
    head = context.tokens[draft.head]
    position, telling = stance.stance(context, draft)
    level, hedges = certainty.certainty(context, draft, position, telling)
    told, told_words = addressees.addressee(context, cast, draft, speaker)
    return Statement(
        id=_identity(place),
        source=Source(
            spans=draft.source,
            entity=speaker.id if speaker else None,
            kind=sources.kind(context, draft, speaker, outlet),
        ),
        cue=Cue(spans=draft.cue, lemma=head.lemma.lower()),
        content=Content(spans=draft.content),
        addressee=told,
        manner=manner.manner(context, draft),
        stance=position,
        certainty=level,
        within=None if holder is None else _identity(holder),
        rule=draft.rule.replace(":", "_"),
        stance_words=telling,
        certainty_words=hedges,
        addressee_words=told_words,
    )


def _identity(place: int) -> str:
    return f"s{place + 1}"
