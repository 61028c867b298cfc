"""What the tests of events share: a text read by the parser, with what it names given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from dateline.events import actions
from dateline.events.context import Context
from dateline.record import (
    Content,
    Cue,
    Entity,
    EntityKind,
    Event,
    Mention,
    Source,
    Statement,
    Time,
)
from dateline.span import Span
from dateline.text import grammar


class Happened:
    """The events of a text, as words."""

    def __init__(self, context: Context, found: Sequence[Event]) -> None:
        self.context, self.found = context, found

    def one(self, kind: str) -> Event:
        """Return the only event of a type; fail if there is none or more than one."""
        found = [one for one in self.found if one.type == kind]
        assert len(found) == 1, self.rows()
        return found[0]

    def names(self, ids: Sequence[str]) -> list[str]:
        """Return the names of some entities."""
        return [self.context.entities[one].name for one in ids]

    def words(self, spans: Sequence[Span]) -> list[str]:
        """Return the words under some spans."""
        return [span.of(self.context.text) for span in spans]

    def rows(self) -> list[tuple[str, str, list[str], list[str]]]:
        """Return type, trigger, who and whom of each event."""
        return [
            (one.type, one.trigger.of(self.context.text), self.names(one.who), self.names(one.whom))
            for one in self.found
        ]

    def short(self, kind: str) -> tuple[list[str], list[str], str]:
        """Return who, whom and reality of the only event of a type."""
        event = self.one(kind)
        return self.names(event.who), self.names(event.whom), event.reality


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def context(
    text: str,
    cast: Mapping[str, str] | None = None,
    times: Mapping[str, str] | None = None,
    said: Sequence[str] = (),
) -> Context:
    """Return a text with its parse and what stands in it.

    Args:
        text: the text.
        cast: by kind of entity their names, parted by semicolons; equal names are one entity, and
            what follows an equals sign is another name of it.
        times: values by expression.
        said: what is said by someone.
    """
    kinds: tuple[EntityKind, ...] = ("person", "organisation", "place", "group", "facility")
    entities: list[Entity] = []
    for kind in kinds:
        for entry in filter(None, (cast or {}).get(kind, "").split(";")):
            names = [name.strip() for name in entry.split("=")]
            mentions = tuple(
                Mention(span=span, form="nominal" if kind == "group" else "name")
                for name in names
                for span in _places(text, name)
            )
            identity = f"e{len(entities) + 1}"
            entities.append(Entity(id=identity, kind=kind, name=names[0], mentions=mentions))
    dated = [
        Time(id=f"t{n}", span=span, type="DATE", value=value, from_=value, rule="given")
        for n, (words, value) in enumerate((times or {}).items())
        for span in _places(text, words)
    ]
    statements = [_statement(f"s{n}", next(_places(text, one))) for n, one in enumerate(said)]
    syntax = grammar.parse(text, [Span(0, len(text))])
    return Context(text, syntax, entities, dated, statements, None)


def _statement(identity: str, content: Span) -> Statement:
    return Statement(
        id=identity,
        source=Source(spans=(), entity=None, kind="unstated"),
        cue=Cue(spans=(Span(0, 1),), lemma="say"),
        content=Content(spans=(content,)),
        addressee=None,
        manner="indirect",
        stance="assert",
        certainty="certain",
        within=None,
        rule="given",
    )


@pytest.fixture(scope="session")
def happened() -> Callable[..., Happened]:
    """Read the events of a text; arguments as of `context`."""

    def read(
        text: str,
        cast: Mapping[str, str] | None = None,
        times: Mapping[str, str] | None = None,
        said: Sequence[str] = (),
    ) -> Happened:
        seen = context(text, cast, times, said)
        return Happened(seen, actions.find(seen, "en"))

    return read
