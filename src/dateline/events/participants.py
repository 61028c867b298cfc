"""From the heads of an event's ends to entities: through lists, owners and appositions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final

from dateline.events import clauses, pronouns
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.frames import belongs
from dateline.events.lexicon import Lexicon
from dateline.span import Span
from dateline.syntax import Token

_DEEP: Final = 3
"""How many words down from the head of an end an entity is looked for."""

Kinds = Iterable[str]


def who(context: Context, lexicon: Lexicon, trigger: Trigger) -> tuple[str, ...]:
    """Return the entities that do it."""
    kinds = lexicon.types[trigger.frame.type].who
    found = [
        one
        for head in trigger.who
        for token in _near(context, trigger, head)
        for one in _agents(context, lexicon, token, kinds)
    ]
    return _once(found)


def whom(
    context: Context, lexicon: Lexicon, trigger: Trigger, doers: Container[str] = ()
) -> tuple[str, ...]:
    """Return the entities that it befalls, none of which is one of those who do it."""
    kinds = lexicon.types[trigger.frame.type].whom
    others = None if trigger.frame.direct else doers
    distant = trigger.frame.type in lexicon.words.distant
    found = [
        one
        for head in trigger.whom
        for token in _near(context, trigger, head)
        for one in _patients(context, lexicon, token, kinds, others, owned=trigger.frame.owned)
        if not (distant and _is_site(context, token, one))
    ]
    return tuple(one for one in _once(found) if one not in doers)


def _near(context: Context, trigger: Trigger, head: Token) -> list[Token]:
    """Return a head and those joined to it, but for those behind the clause that describes it.

    "She met the man who was shot, and his wife": not the wife, too, was shot.
    """
    found = clauses.conjuncts(context, head)
    at = trigger.head.index
    return [one for one in found if not head.index < at < one.index]


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _agents(context: Context, lexicon: Lexicon, head: Token, kinds: Kinds) -> Iterator[str]:
    named = list(entities(context, lexicon, head, kinds))
    if named:
        yield from named
    elif _acts(context, lexicon, head):
        circle = head.lemma.lower() in lexicon.words.circles
        owners = _owners(context, lexicon, head, kinds)
        yield from (o for o in owners if not circle or not _is_person(context, o))


def _is_place(context: Context, identity: str) -> bool:
    return context.entities[identity].kind == "place"


def _is_person(context: Context, identity: str) -> bool:
    return context.entities[identity].kind == "person"


def _acts(context: Context, lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a noun stands for those who own it: "its troops", "their leader"."""
    return belongs(context, token, lexicon.classes["doers"], lexicon, numbers=False)


def _patients(  # noqa: PLR0913 - what a frame says of its ends
    context: Context,
    lexicon: Lexicon,
    head: Token,
    kinds: Kinds,
    doers: Container[str] | None,
    *,
    owned: bool,
) -> Iterator[str]:
    """Yield the entities that a head befalls; nobody whose thing it is where doers are not told."""
    named = list(entities(context, lexicon, head, kinds))
    if named:
        yield from named
    elif _is_somebody(lexicon, head):
        return  # "criticized her deputies": neither whose they are nor where they come from
    elif doers is not None and owned:
        yield from _makers(context, lexicon, head, kinds, doers)
    elif doers is not None:
        yield from _affected(context, lexicon, head, kinds, doers)


def _is_somebody(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a noun is for people, who are others than those whose they are."""
    known = {token.lemma.lower(), token.text.lower()}
    return token.pos == "NOUN" and not known.isdisjoint(lexicon.people)


def _makers(
    context: Context, lexicon: Lexicon, token: Token, kinds: Kinds, doers: Container[str]
) -> Iterator[str]:
    """Yield whose a thing is, or who made it: "their plan", "a letter from them", "a Guild offer".

    Neither "the port deal" nor "the ban on travel" is of those who are named in them.
    """
    syntax = context.syntax
    made = token.lemma.lower() in lexicon.classes["made"].words | lexicon.classes["bodies"].words
    owners = [
        kid
        for kid in syntax.children(token, "poss", "nmod", "compound", "amod")
        if made
        or kid.dep == "poss"
        or syntax.children(kid, "case")
        or (kid.dep == "amod" and token.lemma.lower() in lexicon.classes["schemes"].words)
    ]
    below = clauses.after(context, token)
    told = [kid for kid in syntax.children(token, "acl") if kid.tag == "VBN"]
    told = [kid for kid in told if kid.lemma.lower() in lexicon.words.making]
    ways = (
        owners,
        [one for word in _BY for one in below.get(word, ())],
        [one for verb in told for one in clauses.doers(context, verb)],
        [one for one in below.get("of", ()) if made and _is_of_person(context, one)],
    )
    for heads in ways:
        found = [
            one
            for head in heads
            for near in clauses.conjuncts(context, head)
            for one in entities(context, lexicon, near, kinds)
            if one not in doers
        ]
        if found:
            yield from found
            return


def _is_of_person(context: Context, token: Token) -> bool:
    """Tell whether a word is a person's: "the plans of Ida Crane"."""
    return any(_is_person(context, one) for one in context.headed[token.index])


def entities(
    context: Context, lexicon: Lexicon, token: Token, kinds: Kinds, depth: int = _DEEP
) -> Iterator[str]:
    """Yield the entities that a noun stands for: its own, else those it is one or some of."""
    own = [
        one
        for one in context.headed[token.index]
        if context.entities[one].kind in kinds
        and not pronouns.is_doubtful(context, lexicon, token, one)
    ]
    if not own and token.pos == "PROPN":
        inside = context.named[token.index]
        if inside is not None and context.entities[inside].kind in kinds:
            own = [inside]
    if own:
        others: list[str] = []
        if not any(_is_named(context, one) for one in own):
            called = _called(context, lexicon, token, kinds)  # "his wife, a dentist" is one
            others = [one for one in called if one not in own and _is_named(context, one)]
        alone = token.tag in ("NN", "NNP")  # and so is "a guard called Ida Crane"
        listed = len(others) > 1  # and "two guards, X and Y" are two
        yield from others if others and (alone or listed) else (*own, *others)
        return
    if not depth:
        return
    yield from _called(context, lexicon, token, kinds)
    if token.lemma.lower() in lexicon.words.parts or token.pos == "NUM":
        single = token.lemma.lower() in lexicon.words.single
        for inner in clauses.after(context, token).get("of", ()):
            for one in clauses.conjuncts(context, inner):
                found = entities(context, lexicon, one, kinds, depth - 1)
                yield from (o for o in found if not (single and _is_many(context, o)))


def _is_many(context: Context, identity: str) -> bool:
    """Tell whether an entity is a group without a name, which one of its members is not."""
    return context.entities[identity].kind == "group" and not _is_named(context, identity)


def _is_named(context: Context, identity: str) -> bool:
    return any(mention.form == "name" for mention in context.entities[identity].mentions)


def bears_name(context: Context, token: Token) -> bool:
    """Tell whether a word heads a mention of somebody or something that is named."""
    return any(_is_named(context, one) for one in context.headed[token.index])


def _called(context: Context, lexicon: Lexicon, token: Token, kinds: Kinds) -> Iterator[str]:
    """Yield what a noun is called: "a unit called X", "its leader, X"; no thing is a person."""
    thing = token.pos == "NOUN" and not _acts(context, lexicon, token)
    for kid in context.syntax.children(token, "appos"):
        if token.pos != "PRON" or _is_cut_off(context, token):
            many = token.tag in ("NNS", "NNPS")
            for one in clauses.conjuncts(context, kid) if many else (kid,):
                found = entities(context, lexicon, one, kinds, 0)
                yield from (o for o in found if not (thing and _is_person(context, o)))
    for kid in context.syntax.children(token, "acl"):
        if kid.text.lower() in lexicon.words.called:
            for name in context.syntax.children(kid, "oprd", "dobj", "attr"):
                yield from entities(context, lexicon, name, kinds, 0)


def _is_cut_off(context: Context, token: Token) -> bool:
    """Tell whether a comma or the like follows: not in "sent them to two schools, X and Y"."""
    following = context.tokens[token.index + 1 : token.index + 2]
    return any(one.pos == "PUNCT" for one in following)


def _owners(context: Context, lexicon: Lexicon, token: Token, kinds: Kinds) -> Iterator[str]:
    """Yield the entities that stand before a noun: "Israeli jets", "the group's men".

    What stands in a name tells nobody, nor a place before a person: "the Malta native".
    """
    if token.pos == "PROPN":
        ways: tuple[str, ...] = ("poss",)
    else:
        ways = ("poss", "compound", "amod", "nmod")
    somebody = _is_somebody(lexicon, token)
    for kid in context.syntax.children(token, *ways):
        for one in clauses.conjuncts(context, kid):
            for found in entities(context, lexicon, one, kinds, 0):
                if kid.dep == "poss" or not (somebody and _is_place(context, found)):
                    yield found


def _affected(
    context: Context, lexicon: Lexicon, token: Token, kinds: Kinds, doers: Container[str]
) -> Iterator[str]:
    """Yield the entities whose thing a noun is: "the group's offer", "an offer by the group".

    Of one's own things it is those that they are aimed at: "broke his promise to the group".
    """
    found = [one for one in _owners(context, lexicon, token, kinds) if one not in doers]
    if not found:
        below = clauses.after(context, token)
        frames = lexicon.nouns.get(token.lemma.lower(), ())
        deed = any(not frame.light for _, frame in frames)  # "condemned the bombing of the port"
        for word in _BY if deed else _OF:
            for inner in below.get(word, ()):
                for one in clauses.conjuncts(context, inner):
                    found += list(entities(context, lexicon, one, kinds))
                    found += [] if found else list(_owners(context, lexicon, one, kinds))
            if found:
                break
    person = token.lemma.lower() in lexicon.people
    for verb in () if found or person else _telling_of(context, token):
        for doer in clauses.doers(context, verb):
            found += list(entities(context, lexicon, doer, kinds))
    yield from found


_BY: Final = ("by", "from")
_OF: Final = ("of", *_BY, "against", "on", "with", "for", "to")
"""Prepositions that lead from a thing to those whom what is done to it befalls."""


def _is_site(context: Context, token: Token, place: str) -> bool:
    """Tell whether a place is only where a thing is: "a farm in the valley"."""
    inner = clauses.after(context, token).get("in", ())
    return context.entities[place].kind == "place" and any(
        place in context.headed[one.index]
        for head in inner
        for one in clauses.conjuncts(context, head)
    )


def _telling_of(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the verbs that say whose a thing is: "backed by him", and not "that he lies"."""
    for verb in context.syntax.children(noun, "acl", "relcl"):
        if not any(kid.text.lower() == "that" for kid in context.syntax.children(verb, "mark")):
            yield verb


def tools(context: Context, lexicon: Lexicon, trigger: Trigger) -> tuple[Span, ...]:
    """Return what it was done with: "with a knife", "a car bomb killed", "fired a rocket"."""
    found: list[Token] = []
    known = lexicon.words.instruments
    for holder in dict.fromkeys([trigger.head, trigger.base, trigger.carrier or trigger.head]):
        below = clauses.after(context, holder)
        for word in lexicon.words.tools | {"in"}:
            found += [one for one in below.get(word, ()) if one.lemma.lower() in known]
        for kid in context.syntax.children(holder, "advcl", "acl", "prep"):
            if kid.lemma.lower() in lexicon.words.using:
                found += [
                    o
                    for o in context.syntax.children(kid, "dobj", "pobj")
                    if o.lemma.lower() in known
                ]
    found += [
        one
        for one in trigger.who
        if one.lemma.lower() in known and context.named[one.index] is None
    ]
    if getattr(trigger.frame, "tool", False):
        found += list(clauses.objects(context, trigger.head)) or list(trigger.who)
    if trigger.head.pos not in clauses.VERBAL:
        found += [
            k for k in context.syntax.children(trigger.head, "compound") if k.lemma.lower() in known
        ]
    return tuple(sorted({_phrase(context, one) for one in found}))


def _phrase(context: Context, token: Token) -> Span:
    """Return a noun with what stands right before it and belongs to it."""
    kids = context.syntax.children(token, "compound", "amod", "nummod", "nmod", "quantmod")
    first = min([token.index, *(kid.index for kid in kids)])
    return Span(context.tokens[first].span.start, token.span.end)
