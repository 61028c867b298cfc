"""What holds between two named entities, since when and until when.

Nouns for roles, verbs, and the way names stand together tell of ties; `ties.toml` holds the words.
Each telling is dated by the times of its clause and judged by its words; tellings of one tie become
one relation, whose ends the events of the article open and close.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.context import Context
from dateline.events.ties import (
    asides,
    bases,
    births,
    evidence,
    intervals,
    merging,
    mutual,
    naming,
    offices,
    places,
    renamings,
    roles,
    sites,
    soundness,
    splits,
    standing,
    succession,
    titles,
    verbs,
)
from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import load
from dateline.events.ties.merging import Judged, Merged
from dateline.events.ties.telling import Telling
from dateline.events.trace import Trace
from dateline.record import Event, Relation


def find(
    context: Context,
    events: Sequence[Event] = (),
    language: str = "en",
    trace: Trace | None = None,
) -> tuple[Relation, ...]:
    """Return the ties that a text tells of, in order of their first words.

    Args:
        context: the text and what stands where in it.
        events: what happened in it: they open and close ties.
        language: whose words to use.
        trace: takes notes of what was tried, if it is given.

    Raises:
        DatelineError: if Dateline has no words for ties in the language.
    """
    cast = Cast(context, load(language), trace)
    judged = (_judged(cast, one) for one in _with_outer(cast))
    merged = merging.merge(one for one in judged if _stands(cast, one))
    deeds = succession.Deeds(context, events, cast.words.role.renewing)
    succession.close(deeds, merged)
    offices.settle(cast, merged, deeds)
    merged.sort(key=lambda tie: tie.evidence[0])
    return tuple(_relation(cast, tie, place) for place, tie in enumerate(merged, 1))


def _stands(cast: Cast, one: Judged) -> bool:
    """Tell whether a telling tells of a tie, and note it."""
    telling = one.telling
    open_ = "" if standing.tells(telling, one.reality) else "not ended yet"
    fault = open_ or soundness.fault(cast, telling)
    if cast.trace is not None:
        names = [cast.context.entities[end].name for end in (telling.subject, telling.object)]
        reason = f"{names[0]} > {names[1]}, {one.reality}" + (f": {fault}" if fault else "")
        rule = f"tie {telling.type} {telling.rule}"
        cast.trace.note(telling.evidence, rule, "failed" if fault else "found", reason)
    return not fault


def _with_outer(cast: Cast) -> Iterator[Telling]:
    for telling in tellings(cast):
        yield telling
        for outer in places.outer(cast, telling):
            yield outer
            yield from places.outer(cast, outer)


def tellings(cast: Cast) -> Iterator[Telling]:
    """Yield each place that tells of a tie, by the rules for names, for nouns and for verbs."""
    for first, last, entity in cast.starts:
        for name_rule in OF_NAMES:
            yield from name_rule(cast, first, last, entity)
    for token in cast.tokens:
        for rule in OF_WORDS.get(token.pos, ()):
            yield from rule(cast, token)
    yield from naming.named_parts(cast)


OF_NAMES = (titles.find, asides.find, places.find, renamings.find)
"""The rules that look at one name and what stands beside it, in order."""

OF_NOUNS = (
    roles.find,
    mutual.plural,
    mutual.between,
    naming.founding,
    naming.own,
    sites.find,
    bases.described,
    bases.origin,
    births.native,
)
OF_VERBS = (verbs.find, splits.find, bases.based, births.born, births.native)
OF_WORDS = {
    "NOUN": OF_NOUNS,
    "PROPN": OF_NOUNS,
    "ADJ": (roles.find, bases.origin, bases.based, births.native),
    "VERB": OF_VERBS,
    "AUX": (verbs.find,),
}
"""The rules that look at one word and what depends on it, by part of speech, in order."""


def _judged(cast: Cast, telling: Telling) -> Judged:
    certainty, words = standing.certainty(cast, telling)
    dated = intervals.dated(cast, telling)
    return Judged(
        telling=telling,
        dated=dated,
        reality=standing.reality(cast, telling),
        status=standing.status(cast, telling, dated.until),
        said_in=cast.context.said_in(telling.evidence),
        certainty=certainty,
        certainty_words=words,
    )


def _relation(cast: Cast, tie: Merged, place: int) -> Relation:
    ends = tie.subject, tie.object
    told = dict.fromkeys(evidence.named(cast, ends, span) for span in tie.evidence)
    return Relation(
        id=f"r{place}",
        subject=tie.subject,
        type=tie.type,
        object=tie.object,
        role=tie.role,
        from_=tie.from_,
        until=tie.until,
        evidence=tuple(told),
        reality=tie.first.reality,
        said_in=tie.first.said_in,
        rule=tie.first.telling.rule,
        status=tie.status,
        reasons=tuple(tie.reasons),
        certainty=tie.first.certainty,
        certainty_words=tie.first.certainty_words,
    )
