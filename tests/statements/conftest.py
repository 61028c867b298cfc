"""What the tests of statements share: a text read by the parser, with entities if need be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline import names, statements
from dateline.record import Entity, Section, Statement
from dateline.span import Span
from dateline.statements import lexicon
from dateline.statements.context import Context
from dateline.text import grammar


class Told:
    """The statements of a text, as words."""

    def __init__(
        self, text: str, found: tuple[Statement, ...], entities: tuple[Entity, ...] = ()
    ) -> None:
        self.text, self.found = text, found
        self.entities = {one.id: one.name for one in entities}

    def rows(self) -> list[tuple[str, str, str]]:
        """Return source, cue and content of each statement; pieces are joined by " | "."""
        return [
            (
                self.words(one.source.spans),
                self.words(one.cue.spans),
                self.words(one.content.spans),
            )
            for one in self.found
        ]

    def words(self, spans: tuple[Span, ...]) -> str:
        """Return the words under some spans."""
        return " | ".join(span.of(self.text) for span in spans)

    def one(self) -> Statement:
        """Return the only statement; fail if there is none or more than one."""
        assert len(self.found) == 1, self.rows()
        return self.found[0]

    def by(self, cue: str) -> Statement:
        """Return the statement of a cue; fail unless there is exactly one."""
        found = [one for one in self.found if self.words(one.cue.spans) == cue]
        assert len(found) == 1, self.rows()
        return found[0]

    def name(self, entity: str | None) -> str | None:
        """Return the name of an entity by its id."""
        return None if entity is None else self.entities[entity]


@pytest.fixture(scope="session")
def told() -> Callable[..., Told]:
    """Read the statements of a text by rules and parse; with `cast`, its entities as well."""

    def read(text: str, *, cast: bool = False, outlet: str | None = None) -> Told:
        whole = [Span(0, len(text))]
        syntax = grammar.parse(text, whole)
        entities: tuple[Entity, ...] = ()
        if cast:
            sections = (Section(kind="body", span=whole[0]),)
            entities = names.read(text, syntax, grammar.read(text, whole).names, sections)
        return Told(text, statements.read(text, syntax, entities, outlet=outlet), entities)

    return read


@pytest.fixture(scope="session")
def context() -> Callable[[str], Context]:
    """Parse a text, all of it to be read."""

    def parse(text: str) -> Context:
        return Context(text, grammar.parse(text, [Span(0, len(text))]), lexicon.load("en"))

    return parse
