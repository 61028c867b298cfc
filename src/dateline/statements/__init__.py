"""Who says so: every statement that an article reports, with source, cue and content.

The parse shows frames in which a cue can report, the lexicon tells which cues do, and quotation
marks show where direct speech begins and ends. What stands in what another says is nested in it.
Then each statement is judged by its own words: whose it is, how he stands to it, how certain it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Content, Cue, Entity, Source, Statement
from dateline.statements import (
    frames,
    lexicon,
    manner,
    nesting,
    reports,
    selection,
    sources,
    speakers,
    speech,
    stance,
)
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.statements.sources import Cast
from dateline.syntax import Syntax


def read(
    text: str,
    syntax: Syntax,
    entities: Sequence[Entity] = (),
    *,
    outlet: str | None = None,
    language: str = "en",
) -> tuple[Statement, ...]:
    """Return the statements that a text reports, in order of their first words.

    Args:
        text: the text that all offsets count in.
        syntax: the parse of the parts to read; what lies outside them is not read.
        entities: what the text names, to lead sources and addressees to.
        outlet: who published the text, if that is known.
        language: whose words to use.

    Raises:
        DatelineError: if Dateline has no words for statements in the language.
    """
    context = Context(text, syntax, lexicon.load(language))
    drafts = select(context)
    cast = Cast(entities)
    said_by = speakers.resolve(context, cast, drafts)
    cover = selection.Cover(context, drafts)
    return tuple(
        _statement(context, cast, draft, said_by[place], outlet, place, cover.holder(place))
        for place, draft in enumerate(drafts)
    )


def select(context: Context) -> list[Draft]:
    """Return the drafts that stand by rules and parse alone, in order."""
    seen = [draft for draft in reports.find(context) if frames.reports(context, draft)]
    single = selection.one_each(seen)
    outer = speech.attach(context, [d for d in single if context.quoted[d.head] < 0])
    inner = [d for d in single if context.quoted[d.head] >= 0]
    whole = [d for d in map(selection.without_own_cue, [*outer, *inner]) if d is not None]
    return sorted(nesting.sure(context, whole), key=_place)


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
    position, _ = stance.stance(context, draft)
    level, _ = stance.certainty(context, draft)
    return Statement(
        id=_identity(place),
        source=Source(
            spans=draft.source,
            entity=speaker.id if speaker else None,
            kind=sources.kind(context, draft, speaker, outlet),
        ),
        cue=Cue(spans=draft.cue, lemma=head.lemma.lower()),
        content=Content(spans=draft.content),
        addressee=sources.addressee(context, cast, draft, speaker),
        manner=manner.manner(context, draft),
        stance=position,
        certainty=level,
        within=None if holder is None else _identity(holder),
        rule=draft.rule.replace(":", "_"),
    )


def _identity(place: int) -> str:
    return f"s{place + 1}"
