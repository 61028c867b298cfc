"""How many people an event befell: "killed at least 12 people", "left 30 wounded"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.events import clauses, voice
from dateline.events.context import Context
from dateline.events.lexicon import Lexicon
from dateline.record import Count, Toll
from dateline.span import Span
from dateline.syntax import Token

_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3}){0,4}|\d{1,9}")
_QUALIFIERS: Final = (
    "nummod",
    "quantmod",
    "advmod",
    "amod",
    "det",
    "predet",
    "compound",
    "npadvmod",
)


def count(context: Context, lexicon: Lexicon, verb: Token) -> Iterator[Count]:
    """Yield the people counted by a verb that tells of harm, and by those joined to it."""
    harm = toll(lexicon, verb)
    if harm is not None:
        befallen = clauses.objects(context, verb)
        if (
            not befallen
            and not voice.is_passive(context, verb)
            and verb.lemma.lower() in lexicon.words.dying
        ):
            befallen = clauses.subjects(context, verb)
        for head in befallen:
            for one in clauses.conjuncts(context, head):
                found = counted(context, lexicon, one, harm)
                if found is not None and not _is_thing(lexicon, one):
                    yield found
    if verb.lemma.lower() in lexicon.words.leaving:
        yield from _left(context, lexicon, verb)


def _is_thing(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a noun is for places or goods, which are no victims: "captured two towns"."""
    lemma = token.lemma.lower()
    kinds = ("places", "goods", "polls", "wares")
    return lemma not in lexicon.people and any(lemma in lexicon.classes[one].words for one in kinds)


def toll(lexicon: Lexicon, verb: Token) -> Toll | None:
    """Return the harm that a verb tells of, or `None`."""
    lemma = verb.lemma.lower()
    return next((harm for harm, words in lexicon.tolls.verbs.items() if lemma in words), None)


def _left(context: Context, lexicon: Lexicon, verb: Token) -> Iterator[Count]:
    """Yield the people that something "left dead"."""
    for word in context.syntax.children(verb, "oprd", "acomp", "ccomp", "xcomp", "advcl"):
        for harm, words in lexicon.tolls.adjectives.items():
            if word.text.lower() in words:
                people = context.syntax.children(word, "nsubj", "nsubjpass")
                for one in people or context.syntax.children(verb, "dobj"):
                    found = counted(context, lexicon, one, harm)
                    if found is not None:
                        yield found


def counted(context: Context, lexicon: Lexicon, head: Token, toll: Toll) -> Count | None:
    """Return the count that a noun phrase gives, or `None` if it counts nobody."""
    number = _number(context, head)
    if number is None:
        return None
    worth = _worth(context, lexicon, number)
    if worth is None:
        return None
    first, before = _beginning(context, number, head)
    least, most = _bounds(lexicon, before, worth)
    end = max(head.span.end, number.span.end)
    return Count(
        span=Span(context.tokens[first].span.start, end), what=toll, least=least, most=most
    )


def _number(context: Context, head: Token) -> Token | None:
    if head.pos == "NUM" and context.timed[head.index] is None:
        return head
    numbers = context.syntax.children(head, "nummod")
    if numbers:
        return numbers[-1]
    if head.lemma.lower() in ("dozen", "score", "hundred", "thousand", "ten"):
        return head
    several = [
        k for k in context.syntax.children(head, "amod", "det") if k.text.lower() == "several"
    ]
    return several[0] if several else None


def _worth(context: Context, lexicon: Lexicon, number: Token) -> tuple[int, bool] | None:
    """Return a number, and whether it is only the least that the words mean."""
    low = number.text.lower()
    words = lexicon.tolls
    digits = _DIGITS.fullmatch(low)
    base = int(low.replace(",", "")) if digits else words.numbers.get(low)
    if base is None:
        many = words.many.get(low)
        return None if many is None else (many, True)
    for kid in context.syntax.children(number, "compound", "nummod", "quantmod"):
        other = words.numbers.get(kid.text.lower())
        if kid.text.isdigit() and len(kid.text) < 7:
            other = int(kid.text)
        if other is not None and kid.index < number.index:
            base = base * other if base >= 100 else base + other
    return base, False


def _beginning(context: Context, number: Token, head: Token) -> tuple[int, str]:
    """Return the first word of a count, and what stands before its number."""
    kids = [
        *context.syntax.children(number, *_QUALIFIERS),
        *context.syntax.children(head, *_QUALIFIERS),
    ]
    first = min(
        [number.index, head.index, *(kid.index for kid in kids if kid.index < number.index)]
    )
    start = max(0, min(first, number.index - 3))
    before = " ".join(token.text.lower() for token in context.tokens[start : number.index])
    return first, before


def _bounds(
    lexicon: Lexicon, before: str, worth: tuple[int, bool]
) -> tuple[int | None, int | None]:
    number, open_ = worth
    if open_ or any(_ends(before, words) for words in lexicon.tolls.least):
        return number, None
    if any(_ends(before, words) for words in lexicon.tolls.most):
        return None, number
    return number, number


def _ends(before: str, words: str) -> bool:
    return before == words or before.endswith(" " + words)
