"""What the record of one article is made of: frozen values, offsets into one text, no I/O.

The types mirror the public JSON contract `dateline.record/1` one to one. Every derived thing points
at the characters of `Document.text` that it was read from and names the `rule` that made it.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from dateline.record.events import (
    Bound,
    Count,
    End,
    Event,
    Reality,
    Reason,
    Relation,
    Status,
    Toll,
)
from dateline.record.mentions import (
    Anchor,
    AnchorKind,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Place,
    Time,
    TimexType,
)
from dateline.record.page import (
    Comment,
    CommentKind,
    Dateline,
    Document,
    Flag,
    Reader,
    Responses,
    Section,
    SectionKind,
)
from dateline.record.statements import (
    Certainty,
    Content,
    Cue,
    Manner,
    Source,
    SourceKind,
    Stance,
    Statement,
)

__all__ = [
    "SCHEMA",
    "Anchor",
    "AnchorKind",
    "Bound",
    "Certainty",
    "Comment",
    "CommentKind",
    "Content",
    "Count",
    "Cue",
    "Dateline",
    "Document",
    "End",
    "Entity",
    "EntityKind",
    "Event",
    "Flag",
    "Manner",
    "Mention",
    "MentionForm",
    "Place",
    "Reader",
    "Reality",
    "Reason",
    "Record",
    "Relation",
    "Responses",
    "Section",
    "SectionKind",
    "Source",
    "SourceKind",
    "Stance",
    "Statement",
    "Status",
    "Time",
    "TimexType",
    "Toll",
    "json_schema",
]

SCHEMA: Final = "dateline.record/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that Dateline took from one article."""

    schema: Literal["dateline.record/1"] = SCHEMA
    dateline: str
    reader: Reader
    document: Document
    sections: tuple[Section, ...]
    responses: Responses
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_json(self) -> bytes:
        """Return the record as one line of UTF-8 JSON, without a line end."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> Record:
        """Return the record that `to_json` wrote.

        Raises:
            msgspec.ValidationError: if the line is no such record; the message holds the path.
        """
        return msgspec.json.decode(line, type=cls)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Record`."""
    schema = msgspec.json.schema(Record)
    schema["$defs"]["Span"].update(items=False)  # two numbers and no third
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **schema}
