"""What the rules for statements look at: the parse, how far each token reaches, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import quotation
from dateline.quotation import Quotation
from dateline.span import Span
from dateline.statements.lexicon import Lexicon
from dateline.syntax import Sentence, Syntax, Token

Range = tuple[int, int]
"""First token and the one after the last."""


class Context:
    """One text with everything that does not change while its statements are read.

    Attributes:
        text: the text that all offsets count in.
        syntax: the parse of the parts to read.
        lexicon: the words of the text's language.
        paragraphs: the number of the paragraph of each sentence.
        quotations: outermost ones, in order.
        quoted: for each token the number of the outermost quotation that holds it, or -1.
    """

    def __init__(self, text: str, syntax: Syntax, lexicon: Lexicon) -> None:
        self.text, self.syntax, self.lexicon = text, syntax, lexicon
        self.tokens = syntax.tokens
        sentences = [sentence.span for sentence in syntax.sentences]
        self.paragraphs = tuple(quotation.numbers(text, sentences))
        self.left, self.right = _reach(self.tokens)
        found = quotation.find(text, quotation.paragraphs(sentences, self.paragraphs))
        self.quotations = tuple(one for one in found if not one.depth)
        self.nested = tuple(one for one in found if one.depth)
        self.quoted = [-1] * len(self.tokens)
        for number, one in enumerate(self.quotations):
            for token in syntax.within(one.span):
                self.quoted[token.index] = number

    def reach(self, token: Token) -> Range:
        """Return the tokens from the first to the last that depend on `token`, itself included."""
        return self.left[token.index], self.right[token.index] + 1

    def span(self, tokens: Range) -> Span:
        """Return the characters from the first to the last of some tokens."""
        return Span(self.tokens[tokens[0]].span.start, self.tokens[tokens[1] - 1].span.end)

    def paragraph(self, token: Token) -> int:
        """Return the number of the paragraph that a token stands in."""
        return self.paragraphs[token.sentence]

    def sentence(self, token: Token) -> Sentence:
        """Return the sentence of a token."""
        return self.syntax.sentences[token.sentence]

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the first token that depends on `token` by one of the labels, or `None`."""
        for index in token.children:
            if self.tokens[index].dep in deps:
                return self.tokens[index]
        return None

    def quotation(self, token: Token) -> Quotation | None:
        """Return the outermost quotation that holds a token, or `None`."""
        number = self.quoted[token.index]
        return self.quotations[number] if number >= 0 else None


def _reach(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """Return for each token the first and the last token of its subtree, in linear time."""
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    waiting = [len(token.children) for token in tokens]
    ready = [token.index for token in tokens if not token.children]
    while ready:
        index = ready.pop()
        head = tokens[index].head
        if head == index:
            continue
        left[head] = min(left[head], left[index])
        right[head] = max(right[head], right[index])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return left, right
