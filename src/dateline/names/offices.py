"""Words of offices that a tagger takes for a part of a name: "House Minority" of its leader."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.names.context import Context
from dateline.record import EntityKind
from dateline.syntax import Token


def before(context: Context, words: Sequence[Token], kind: EntityKind) -> Sequence[Token]:
    """Return the words of a name without those that belong to the title behind it.

    Words for what an office is for ("House Minority Leader"), and words in small letters ("Norland
    University rowing coach").
    """
    if kind == "person" or not words or not _is_titled(context, words[-1]):
        return words
    last = len(words)
    while last > 1 and _is_of_office(context, words[last - 1], words[last - 2]):
        last -= 1
    return words[:last]


def _is_titled(context: Context, last: Token) -> bool:
    """Tell whether a word for what someone is stands behind a name."""
    after = context.syntax.tokens[last.index + 1 : last.index + 2]
    if not after or after[0].sentence != last.sentence:
        return False
    title = context.folded[last.index + 1]
    return context.lexicon.is_title(title) or context.lexicon.is_person_noun(title)


def _is_of_office(context: Context, token: Token, previous: Token) -> bool:
    """Tell whether a word is of an office; "of", "and" before it make it one of the name."""
    word, bodies = context.folded[token.index], context.lexicon.organisations
    if previous.pos in ("ADP", "CCONJ"):
        return False
    small = token.text.isalpha() and token.text.islower() and token.pos in ("NOUN", "ADJ")
    named = word in bodies.nouns | bodies.ends | bodies.trades
    return word in context.lexicon.titles.fields or (small and not named)


def is_field(context: Context, word: Token) -> bool:
    """Tell whether a word is what the office behind it is for: "Communications Director"."""
    return context.folded[word.index] in context.lexicon.titles.fields and _is_titled(context, word)


def is_office(context: Context, words: Sequence[Token]) -> bool:
    """Tell whether what is taken for a person is an office: "Chief Executive Officer"."""
    if len(words) < 2:
        return False
    first, last = words[0].index, words[-1].index + 1
    return any(
        " ".join(context.folded[start:last]) in context.lexicon.titles.office
        for start in (max(0, first - 1), first)
    )
