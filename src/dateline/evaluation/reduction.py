"""From a record to what is compared."""

from __future__ import annotations

from dateline.evaluation.article import Attribution
from dateline.record import Record


def attributions(record: Record) -> tuple[Attribution, ...]:
    """Return the statements of a record; whom one addresses becomes all mentions of that entity."""
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
            addressee=mentions.get(one.addressee or "", ()),
            kind=one.source.kind,
            manner=one.manner,
            stance=one.stance,
            certainty=one.certainty,
            within=one.within,
        )
        for one in record.statements
    )
