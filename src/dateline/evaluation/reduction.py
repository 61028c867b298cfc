"""From a record to what is compared."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.evaluation.article import Attribution, Member, Occurrence, Tie
from dateline.evaluation.cast import members
from dateline.record import Record


def attributions(record: Record) -> tuple[Attribution, ...]:
    """Return the statements of a record; whom one addresses becomes words and mentions of his."""
    mentions = {
        entity.id: tuple(sorted(mention.span for mention in entity.mentions))
        for entity in record.entities
    }
    return tuple(
        Attribution(
            id=one.id,
            source=one.source.spans,
            cue=one.cue.spans,
            content=one.content.spans,
            addressee=one.addressee_words + mentions.get(one.addressee or "", ()),
            kind=one.source.kind,
            manner=one.manner,
            stance=one.stance,
            certainty=one.certainty,
            within=one.within,
        )
        for one in record.statements
    )


def occurrences(record: Record, cast: Sequence[Member]) -> tuple[Occurrence, ...]:
    """Return the events of a record, those who took part by their names in the cast."""
    known = members(record, cast)
    times = {one.id: tuple(filter(None, (one.value, one.from_))) for one in record.times}
    return tuple(
        Occurrence(
            id=one.id,
            types=(one.type,),
            mode=one.mode,
            triggers=tuple(dict.fromkeys((one.trigger, *one.evidence))),
            who=tuple(known.get(entity, ()) for entity in one.who),
            whom=tuple(known.get(entity, ()) for entity in one.whom),
            where=tuple(known.get(entity, ()) for entity in one.where),
            when=times.get(one.when or "", ()),
            reality=one.reality,
            said_in=one.said_in[0] if one.said_in else None,
        )
        for one in record.events
    )


def ties(record: Record, cast: Sequence[Member]) -> tuple[Tie, ...]:
    """Return the ties of a record, their ends by their names in the cast."""
    known = members(record, cast)
    return tuple(
        Tie(
            id=one.id,
            types=(one.type,),
            subject=known.get(one.subject, ()),
            object=known.get(one.object, ()),
            role=one.role,
            from_=one.from_,
            until=one.until,
            status=one.status,
            reality=one.reality,
            evidence=one.evidence,
            said_in=one.said_in[0] if one.said_in else None,
        )
        for one in record.relations
    )
