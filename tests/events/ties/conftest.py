"""What the tests of ties share: a text read by the parser, with the entities that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from dateline import times
from dateline.events import relations
from dateline.events.context import Context
from dateline.events.trace import Trace
from dateline.record import Entity, EntityKind, Event, Mention, Relation
from dateline.span import Span
from dateline.text import grammar

PUBLISHED = "2015-06-10"


class Ties:
    """The ties of a text, as words."""

    def __init__(self, text: str, found: Sequence[Relation], entities: Sequence[Entity]) -> None:
        self.text, self.found = text, tuple(found)
        self.names = {one.id: one.name for one in entities}

    def rows(self) -> set[str]:
        """Return each tie as "SUBJECT type OBJECT"."""
        return {self.row(one) for one in self.found}

    def row(self, one: Relation) -> str:
        """Return one tie as words."""
        return f"{self.names[one.subject]} {one.type} {self.names[one.object]}"

    def one(self, row: str) -> Relation:
        """Return the tie that a row tells; fail unless there is exactly one."""
        found = [one for one in self.found if self.row(one) == row]
        assert len(found) == 1, self.rows()
        return found[0]


def _entities(text: str, cast: Mapping[str, EntityKind]) -> Iterator[Entity]:
    """Yield an entity for each name; names joined by "=" are of one."""
    for place, (names, kind) in enumerate(cast.items(), 1):
        name, *aliases = names.split("=")
        spans = {
            Span(*found.span())
            for alias in (name, *aliases)
            for found in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text)
        }
        outer = [s for s in sorted(spans) if not any(o != s and o.contains(s) for o in spans)]
        mentions = tuple(Mention(span=span, form="name") for span in outer)
        identity = f"e{place}"
        yield Entity(id=identity, kind=kind, name=name, aliases=tuple(aliases), mentions=mentions)


@pytest.fixture(scope="session")
def ties() -> Callable[..., Ties]:
    """Read the ties of a text, given the kinds of its names."""

    def read(
        text: str,
        cast: Mapping[str, EntityKind],
        events: Sequence[Event] = (),
        trace: Trace | None = None,
    ) -> Ties:
        syntax = grammar.parse(text, [Span(0, len(text))])
        entities = tuple(_entities(text, cast))
        told = times.find(text, PUBLISHED, syntax=syntax)
        context = Context(text, syntax, entities, told, (), PUBLISHED)
        if trace is not None:
            trace.look(syntax)
        return Ties(text, relations.find(context, events, "en", trace), entities)

    return read
