"""What the rules for events and ties look at: the parse, and what stands where in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.record import Entity, Mention, Statement, Time
from dateline.span import Span
from dateline.syntax import Sentence, Syntax, Token


class Context:
    """One text with everything that does not change while its events and ties are read.

    Attributes:
        text: the text that all offsets count in.
        syntax: the parse of the parts to read.
        entities: what the text names, by id.
        times: its expressions of time, in order.
        statements: who says what in it, in order.
        published: ISO 8601, when it was published, or `None`.
        named: for each token the entity whose innermost mention it belongs to, or `None`.
        headed: for each token the entities whose mentions it is the head of.
        timed: for each token the expression of time it belongs to, or `None`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what the stages before it saw
        self,
        text: str,
        syntax: Syntax,
        entities: Sequence[Entity],
        times: Sequence[Time],
        statements: Sequence[Statement],
        published: str | None,
    ) -> None:
        self.text, self.syntax, self.tokens = text, syntax, syntax.tokens
        self.entities = {entity.id: entity for entity in entities}
        self.times = tuple(times)
        self.statements = tuple(statements)
        self.published = published
        size = len(syntax.tokens)
        self.named: list[str | None] = [None] * size
        self.headed: list[list[str]] = [[] for _ in range(size)]
        for entity, mention in self._mentions(entities):
            for token in syntax.within(mention.span):
                self.named[token.index] = entity.id
            head = syntax.head(mention.span)
            if head is not None:
                self.headed[head.index].append(entity.id)
        self.timed: list[Time | None] = [None] * size
        for time in times:
            for token in syntax.within(time.span):
                self.timed[token.index] = time
        self._spoken = sorted(
            (span.start, span.end, statement.id)
            for statement in statements
            for span in statement.content.spans
        )

    @staticmethod
    def _mentions(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Mention]]:
        """Yield the mentions, longest first, so that an inner one is written over an outer one."""
        every = [(entity, mention) for entity in entities for mention in entity.mentions]
        every.sort(key=lambda pair: (-len(pair[1].span), pair[1].span.start))
        yield from every

    def said_in(self, span: Span) -> tuple[str, ...]:
        """Return the ids of the statements whose content holds the words, innermost first."""
        holding = [
            (end - start, name) for start, end, name in self._spoken if start <= span.start < end
        ]
        return tuple(dict.fromkeys(name for _, name in sorted(holding)))

    def sentence(self, token: Token) -> Sentence:
        """Return the sentence of a token."""
        return self.syntax.sentences[token.sentence]
