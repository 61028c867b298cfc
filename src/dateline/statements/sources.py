"""Whose word it is: the entity behind a source, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dateline.record import Entity, Mention, SourceKind
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

_AHEAD: Final = 64
"""Mentions looked at before a token: those that begin before it and may still cover it."""


class Cast:
    """The entities of an article by where they are mentioned."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.mentions = sorted(
            ((mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda pair: pair[0].span,
        )
        self.starts = [mention.span.start for mention, _ in self.mentions]

    def at(self, token: Token) -> Entity | None:
        """Return the entity that a token heads a mention of: by name first, then the longest."""
        end = bisect_right(self.starts, token.span.start)
        covering = [
            pair
            for pair in self.mentions[max(0, end - _AHEAD) : end]
            if pair[0].span.contains(token.span)
        ]
        return max(covering, key=_weight)[1] if covering else None


def _weight(pair: tuple[Mention, Entity]) -> tuple[bool, int]:
    mention = pair[0]
    return mention.form == "name", len(mention.span)


def entity(context: Context, cast: Cast, index: int | None) -> Entity | None:
    """Return the entity that the words around a head name or mean, or `None`.

    A relative pronoun means the noun that its clause describes; a spokesman for a body, a member
    of it and the like are nobody's name.
    """
    if index is None:
        return None
    token = antecedent(context, context.tokens[index])
    found = cast.at(token)
    if found is not None:
        return found
    for child in context.syntax.children(token, "appos", "flat"):
        found = cast.at(child)
        if found is not None and found.kind == "person":
            return found
    return None


def antecedent(context: Context, token: Token) -> Token:
    """Return the noun that a relative pronoun stands for; any other token itself."""
    if token.text.lower() not in context.lexicon.sources.relative:
        return token
    for above in context.syntax.ancestors(token):
        if above.dep == "relcl":
            return context.syntax.parent(above)
    return token


def kind(context: Context, draft: Draft, found: Entity | None, outlet: str | None) -> SourceKind:
    """Return what kind of source a draft has, given the entity that it was resolved to."""
    if not draft.source:
        return "unstated"
    if found is not None and found.kind not in ("group", "other"):
        return _named(context, found, outlet)
    if draft.subject is None:
        return "anonymous"
    token = antecedent(context, context.tokens[draft.subject])
    if found is None and token.pos == "PROPN":
        return _titled(context, token.text)
    return _described(context, _noun(context, token, found))


def _noun(context: Context, token: Token, found: Entity | None) -> Token:
    """Return the noun that describes whom a pronoun means; any other token itself."""
    if token.pos != "PRON" or found is None:
        return token
    described = (mention.span for mention in found.mentions if mention.form == "nominal")
    heads = (context.syntax.head(span) for span in described)
    return next((head for head in heads if head is not None), token)


def _described(context: Context, noun: Token) -> SourceKind:
    """Return what kind of source a noun tells of: paper, publisher, many together, or someone."""
    lemma = noun.lemma.lower()
    words = context.lexicon.sources
    if lemma in words.outlets - words.documents:
        return "outlet"
    if lemma in words.documents:
        return "document"
    many = noun.tag == "NNS" and lemma not in words.unnamed
    return "collective" if many or lemma in words.collectives else "anonymous"


def _named(context: Context, found: Entity, outlet: str | None) -> SourceKind:
    if found.kind == "work":
        return "document"
    if found.kind == "organisation" and outlet and found.name.casefold() == outlet.casefold():
        return "outlet"
    if found.kind in ("organisation", "other", "product"):
        return _titled(context, found.name)
    return "named"


def _titled(context: Context, name: str) -> SourceKind:
    """Return `outlet` if a name holds a word that the press calls itself by, else `named`."""
    words = {word.strip(".,").casefold() for word in name.split()}
    return "outlet" if words & context.lexicon.sources.outlet_names else "named"
