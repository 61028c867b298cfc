"""What happened and what holds between whom: events and ties, each with its evidence.

Rules over the parse find triggers and fill who, whom, where and when through the entities, times
and statements that were read before. Ties then take their ends from times and from events.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events import actions, relations
from dateline.events.context import Context
from dateline.events.trace import Note, Trace
from dateline.record import Entity, Event, Relation, Statement, Time
from dateline.syntax import Syntax

__all__ = ["Note", "Trace", "read"]


def read(  # noqa: PLR0913 - what the stages before it saw
    text: str,
    syntax: Syntax,
    entities: Sequence[Entity] = (),
    times: Sequence[Time] = (),
    statements: Sequence[Statement] = (),
    *,
    published: str | None = None,
    language: str = "en",
    trace: Trace | None = None,
) -> tuple[tuple[Event, ...], tuple[Relation, ...]]:
    """Return the events and the ties that a text tells of, in order of their first words.

    Args:
        text: the text that all offsets count in.
        syntax: the parse of the parts to read; what lies outside them is not read.
        entities: what the text names.
        times: its expressions of time.
        statements: who says what in it.
        published: ISO 8601, when it was published, if that is known.
        language: whose words to use.
        trace: takes notes of what was tried on the sentences that it asks about, if it is given.

    Raises:
        DatelineError: if Dateline has no words for events in the language.
    """
    context = Context(text, syntax, entities, times, statements, published)
    if trace is not None:
        trace.look(syntax)
    happened = actions.find(context, language, trace)
    return happened, relations.find(context, happened, language, trace)
