"""The parse of a text: tokens, their heads, sentences, and the names that a tagger proposes.

`text.grammar` makes these values; the stages that look at grammar (`names`, `times`, `statements`,
`events`) read them and do not know the parser. Tags are the Penn Treebank's,
parts of speech those of Universal Dependencies, labels of arcs those of ClearNLP.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from dateline.span import Span


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One word or sign of the text.

    Attributes:
        index: its place in `Syntax.tokens`.
        span: its characters.
        text: those characters.
        lemma: its base form, as the parser spells it.
        tag: Penn Treebank tag, such as `VBD`.
        pos: Universal Dependencies part of speech, such as `VERB`.
        dep: label of the arc to its head, such as `nsubj`; `ROOT` for a sentence's root.
        head: index of the token that it depends on; a root is its own head.
        children: indices of the tokens that depend on it, in order.
        sentence: index of its sentence in `Syntax.sentences`.
    """

    index: int
    span: Span
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    children: tuple[int, ...]
    sentence: int


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A run of tokens, `tokens[first:last]`, and the characters from the first to the last one."""

    first: int
    last: int
    span: Span


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that some tagger takes for a name.

    Attributes:
        label: the tagger's own label, such as `PERSON`, `ORG`, `GPE`.
        score: 0 to 1, how sure the tagger is; 1 where it does not say.
    """

    span: Span
    label: str
    score: float = 1.0


class Link(msgspec.Struct, frozen=True):
    """How likely one part of a statement goes with another, in the eyes of a tagger.

    A content has links to sources and to cues, a cue has links to sources.

    Attributes:
        of: place of the content or cue among the tagger's parts.
        role: `source` or `cue`.
        part: place of that source or cue among the parts; `None` if none is named.
        score: probability among all candidates of that role, these and none adding up to 1.
    """

    of: int
    role: str
    part: int | None
    score: float


class Syntax(msgspec.Struct, frozen=True):
    """The tokens and sentences of the parsed parts of a text, in order; white space is no token."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the character at `offset`, or `None`."""
        index = bisect_right(self.tokens, offset, key=_start) - 1
        if index >= 0 and offset < self.tokens[index].span.end:
            return self.tokens[index]
        return None

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that share a character with `span`, in order."""
        first = bisect_right(self.tokens, span.start, key=_end)
        return self.tokens[first : bisect_left(self.tokens, span.end, key=_start)]

    def head(self, span: Span) -> Token | None:
        """Return the first token in `span` whose head lies outside it (or that is a root)."""
        inside = self.within(span)
        for token in inside:
            if token.head == token.index or not inside[0].index <= token.head <= inside[-1].index:
                return token
        return None

    def sentence(self, offset: int) -> Sentence | None:
        """Return the sentence that covers the character at `offset`, or `None`."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if index >= 0 and offset < self.sentences[index].span.end:
            return self.sentences[index]
        return None

    def parent(self, token: Token) -> Token:
        """Return the token that `token` depends on: itself for a root."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the tokens that depend on `token`, those of the given labels if any is given."""
        tokens = self.tokens
        if not deps:
            return tuple([tokens[index] for index in token.children])
        return tuple([tokens[index] for index in token.children if tokens[index].dep in deps])

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return `token` and all that depends on it, directly or not, in order."""
        found, left = [], [token]
        while left:
            one = left.pop()
            found.append(one)
            left.extend(self.tokens[index] for index in one.children)
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the head of `token`, the head of that, and so on up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end
