"""What the tests of names share: a text read by the parser and its tagger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline import names
from dateline.names import lexicon
from dateline.names.context import Context
from dateline.record import Entity, Section
from dateline.span import Span
from dateline.text import grammar


class Cast:
    """The entities of a text, easy to ask for."""

    def __init__(self, text: str, entities: tuple[Entity, ...]) -> None:
        self.text, self.entities = text, entities

    def __call__(self, name: str) -> Entity:
        """Return the one entity that bears the name; fail if there is none or more than one."""
        found = [e for e in self.entities if name in (e.name, *e.aliases)]
        assert len(found) == 1, (name, [(e.name, e.aliases, e.kind) for e in self.entities])
        return found[0]

    def bears(self, name: str) -> bool:
        """Tell whether any entity bears the name."""
        return any(name in (e.name, *e.aliases) for e in self.entities)

    def said(self, name: str, form: str) -> list[str]:
        """Return the words of an entity's mentions of one form, in order."""
        return [m.span.of(self.text) for m in self(name).mentions if m.form == form]


@pytest.fixture(scope="session")
def cast() -> Callable[[str], Cast]:
    """Read a text, all of it body, with the parser's own tagger."""

    def read(text: str) -> Cast:
        whole = Span(0, len(text))
        syntax = grammar.parse(text, [whole])
        sections = (Section(kind="body", span=whole),)
        return Cast(text, names.read(text, syntax, grammar.read(text, [whole]).names, sections))

    return read


@pytest.fixture(scope="session")
def context() -> Callable[[str], Context]:
    """Parse a text, all of it body."""

    def parse(text: str) -> Context:
        syntax = grammar.parse(text, [Span(0, len(text))])
        return Context.of(text, syntax, lexicon.load("en"))

    return parse
