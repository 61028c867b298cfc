"""Where an event took place: what prepositions of place, "there" and names before it lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.events.participants import Kinds, bears_name, entities
from dateline.syntax import Token

_BACK: Final = 60
"""How many words back "there" may point."""


def where(context: Context, lexicon: Lexicon, trigger: Trigger) -> tuple[str, ...]:
    """Return the places that it happens at, or goes to."""
    kinds = lexicon.types[trigger.frame.type].where
    words = lexicon.words.where | {*trigger.frame.where}
    words -= {*_own(trigger)}
    taken = {token.index for token in (*trigger.whom, *trigger.who)}
    distant = trigger.frame.owned or trigger.frame.type in lexicon.words.distant
    tried = trigger.head.lemma.lower() in lexicon.words.punishing - lexicon.words.seizing
    found: list[str] = []
    for token in _places(context, trigger, words, () if distant else trigger.whom):
        if tried and _is_deed(context, lexicon, token):
            continue
        if token.index in taken:
            found += () if distant else _within(context, lexicon, token, kinds)
            continue
        for one in clauses.conjuncts(context, token):
            inside = list(entities(context, lexicon, one, kinds, 0))
            if not inside and not bears_name(context, one):
                inside = list(entities(context, lexicon, one, kinds))
                inside = inside or _within(context, lexicon, one, kinds)
            found += inside
    found += _there(context, lexicon, trigger)
    found += [
        one
        for token in (() if distant else _described(context, trigger))
        if token.index not in taken
        for one in entities(context, lexicon, token, kinds, 0)
    ]
    return tuple(dict.fromkeys(found))


def _is_deed(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a noun is what somebody is tried for, elsewhere: "charged in the Lima raid"."""
    known = token.lemma.lower() in lexicon.classes["crimes"].words | lexicon.nouns.keys()
    return known and not bears_name(context, token)


def _own(trigger: Trigger) -> Iterator[str]:
    """Yield the words that belong to a trigger, and lead to no place: "called on the country"."""
    for told in trigger.frame.words:
        first, *others = told.split()
        if first == trigger.head.lemma.lower():
            yield from others


def apart(
    context: Context,
    lexicon: Lexicon,
    trigger: Trigger,
    befallen: tuple[str, ...],
    place: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return whom a noun's event befalls and where, told apart.

    What something is done "at" is a place alone, and a country that is struck no place at all: "an
    attack on U.S. posts". Whose the thing is that is struck lies elsewhere
    where another land is told: "an attack on the Danish mission in Lima".
    """
    both = {*befallen} & {*place} if trigger.rule != "verb" else set()
    if both and "at" in clauses.after(context, trigger.base):
        return tuple(one for one in befallen if one not in both), place
    struck = {one for one in both if _is_country(context, lexicon, one)}
    place = tuple(one for one in place if one not in struck)
    lands = {_land(context, one) for one in place if one not in both} - {None}
    abroad = {one for one in both if lands and _land(context, one) not in {*lands, None}}
    return befallen, tuple(one for one in place if one not in abroad)


def _is_country(context: Context, lexicon: Lexicon, identity: str) -> bool:
    place = context.entities[identity].place
    return place is not None and place.id in lexicon.countries


def _land(context: Context, identity: str) -> str | None:
    place = context.entities[identity].place
    return place.country if place else None


def _there(context: Context, lexicon: Lexicon, trigger: Trigger) -> Iterator[str]:
    """Yield the place that "there" stands for: the last one that something was at."""
    holders = {trigger.head.index: trigger.head, trigger.base.index: trigger.base}
    if trigger.carrier is not None:
        holders[trigger.carrier.index] = trigger.carrier
    for holder in holders.values():
        for kid in context.syntax.children(holder, "advmod"):
            before = context.tokens[max(0, kid.index - 1)].text.lower()
            if kid.text.lower() in lexicon.words.there and before != "out":
                yield from _last_place(context, lexicon, kid)


def _last_place(context: Context, lexicon: Lexicon, before: Token) -> list[str]:
    for token in reversed(context.tokens[max(0, before.index - _BACK) : before.index]):
        found = [
            one for one in context.headed[token.index] if context.entities[one].kind == "place"
        ]
        above = context.syntax.parent(token)
        if found and token.dep in ("pobj", "dobj") and above.text.lower() in lexicon.words.where:
            return found
    return []


def _places(
    context: Context, trigger: Trigger, words: Iterable[str], ends: Iterable[Token]
) -> Iterator[Token]:
    """Yield the heads of what stands after a preposition of place, at the trigger or its ends."""
    holders = [trigger.base, trigger.head, *ends]
    if trigger.rule == "light" and trigger.carrier is not None:
        holders.append(trigger.carrier)
    going = trigger.frame.where
    for holder in dict.fromkeys(holders):
        below = clauses.after(context, holder)
        for word, some in below.items():
            if word in words and (word not in ("to", "from", "into") or word in going):
                yield from (one for one in some if not context.timed[one.index])
    if "object" in going:
        yield from clauses.objects(context, trigger.head)


def _described(context: Context, trigger: Trigger) -> Iterator[Token]:
    """Yield the names before the noun of an event: "the Paris attacks"."""
    if trigger.head.pos in clauses.VERBAL:
        return
    for noun in {trigger.head.index: trigger.head, trigger.base.index: trigger.base}.values():
        for kid in context.syntax.children(noun, "compound", "nmod", "poss"):
            if kid.index != trigger.head.index and kid.pos == "PROPN":
                yield kid


def _within(context: Context, lexicon: Lexicon, token: Token, kinds: Kinds) -> list[str]:
    """Return the places that a thing without a name is at: "a hotel in the city of"."""
    found: list[str] = []
    below = clauses.after(context, token)
    for word in ("in", "at", "of", "near", "outside"):
        for inner in below.get(word, ()):
            found += list(entities(context, lexicon, inner, kinds))
    if token.lemma.lower() in lexicon.words.missions:  # the "U.S. embassy" is elsewhere
        return found
    for kid in context.syntax.children(token, "compound", "nmod"):
        found += list(entities(context, lexicon, kid, kinds, 0))
    return found
