"""Ties told by a noun for a role: "its emir, X", "X is an analyst at Y", "X, brother of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from dateline.events import clauses, voice
from dateline.events.ties import bodies, meaning, nouns
from dateline.events.ties.bodies import Body
from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Edge
from dateline.events.ties.nouns import RoleNoun
from dateline.events.ties.telling import Telling
from dateline.record import Status
from dateline.syntax import Token


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a role: by which rule, and the word whose clause says so."""

    entity: str
    at: int
    anchor: int
    rule: str
    edge: Edge = ""


def find(cast: Cast, token: Token) -> Iterator[Telling]:
    """Yield the ties told by a noun for a role, unless it stands right before a name."""
    noun = nouns.find(cast, token)
    if cast.named[token.index] is not None:
        return
    if noun is None:
        return
    within = list(_bodies(cast, token, noun))
    if not within:
        cast.note(token, "role", f"{noun.role!r}: nothing named that it is in")
        return
    found = list(holders(cast, token))
    if not found:
        cast.note(token, "role", f"{noun.role!r}: nobody named whose role it is")
    for holder in found:
        for body in within:
            yield from telling(cast, noun, holder, body)


def _bodies(cast: Cast, token: Token, noun: RoleNoun) -> list[Body]:
    """Return what a role is in: its own, else that of the noun it is joined to."""
    found = [one for one in bodies.bodies(cast, token, noun) if not _is_given(cast, token, one)]
    if found:
        return found
    for child in cast.syntax.children(token, "conj"):
        second = nouns.find(cast, child)
        if second is not None and second.status not in (None, noun.status):
            return []  # "an economist and former member of Y"
        if second is not None and cast.named[child.index] is None:
            return [body for body in bodies.bodies(cast, child) if body.at > child.index]
    found = list(_had_by(cast, token)) or list(_filled_by(cast, token))
    if found:
        return found
    if token.dep == "conj" and not cast.syntax.children(token, "det"):
        above = cast.syntax.parent(token)
        if above.pos in ("NOUN", "PROPN") and nouns.find(cast, above) is not None:
            return [body for body in bodies.bodies(cast, above) if body.by in ("poss", "compound")]
    return list(_untold(cast, token, noun))


def _is_given(cast: Cast, token: Token, body: Body) -> bool:
    """Tell whether a name before a role is whom it is given to: "named X treasurer"."""
    given = token.dep in _OBJECTS and cast.syntax.parent(token).lemma.lower() in (
        cast.words.role.borne
    )
    return given and body.by == "compound" and cast.kind(body.entity) == "person"


_OBJECTS: Final = frozenset({"dobj", "oprd"})


def _untold(cast: Cast, token: Token, noun: RoleNoun) -> Iterator[Body]:
    """Yield the body told of before, where an office is one that need not be told of what.

    "The chief executive, X", "she became chairman": the one of the organisation that was named in
    the sentence, or alone in the one before.
    """
    office = " ".join(one.text.lower() for one in cast.tokens[noun.core : noun.last + 1])
    if office not in cast.words.role.headed or noun.deputy or noun.indefinite:
        return
    after = cast.tokens[min(noun.last + 1, len(cast.tokens) - 1)]
    if noun.first < noun.core or after.text.lower() in cast.words.role.bodies:
        return
    definite = any(
        one.text.lower() in cast.words.reference.definite
        for one in cast.syntax.children(token, "det")
    )
    given = token.dep in ("attr", "oprd") and not cast.syntax.children(token, "det")
    spoken_of = definite and token.dep == "nsubj" and cast.syntax.children(token, "appos")
    if spoken_of or given:
        for entity in cast.antecedents.alone(token):
            yield Body(entity=entity, by="poss", at=token.index)


def _had_by(cast: Cast, token: Token) -> Iterator[Body]:
    """Yield who has someone: "he leaves a son, X", "Acme has a new chairman, X"."""
    verb = cast.syntax.parent(token)
    if token.dep == "dobj" and verb.lemma.lower() in cast.words.role.having:
        for subject in clauses.doers(cast.context, verb):
            for entity in cast.one(subject):
                yield Body(entity=entity, by="poss", at=subject.index)


def _filled_by(cast: Cast, token: Token) -> Iterator[Body]:
    """Yield whose office a body fills: "Acme named X treasurer", "Acme removed X as chairman"."""
    above = cast.syntax.parent(token)
    if token.dep == "pobj" and above.text.lower() in cast.words.role.as_:
        above = cast.syntax.parent(above)
    elif token.dep not in ("oprd", "dobj", "xcomp"):
        return
    if above.lemma.lower() in cast.words.role.borne:
        for subject in clauses.doers(cast.context, above):
            for entity in cast.one(subject):
                if cast.kind(entity) == "organisation":
                    yield Body(entity=entity, by="poss", at=subject.index)


def telling(cast: Cast, noun: RoleNoun, holder: Holder, body: Body) -> Iterator[Telling]:
    """Yield what a role tells of one holder and one body, if they are two and fit it."""
    if holder.entity == body.entity:
        return
    one = meaning.tie(cast, noun, holder.entity, body)
    if one is None:
        kinds = f"a {cast.kind(holder.entity)} and a {cast.kind(body.entity)} by {body.by!r}"
        cast.note(cast.tokens[noun.head], "role", f"{noun.role!r} does not join {kinds}")
        return
    told = meaning.told(cast, noun, one, body)
    swapped = told.startswith("~")
    places = (holder.at, body.at, noun.head)
    yield Telling(
        subject=body.entity if swapped else holder.entity,
        type=told.removeprefix("~"),
        object=holder.entity if swapped else body.entity,
        anchor=holder.anchor,
        evidence=cast.text(min(places), max(places)),
        role=noun.role,
        edge=holder.edge,
        status=noun.status or _aside_status(cast, holder, noun),
        doubtful=noun.doubtful,
        rule=f"{holder.rule}_{body.by}",
    )


def _aside_status(cast: Cast, holder: Holder, noun: RoleNoun) -> Status | None:
    """Return what the first word of an aside says: "X, then Acme's agent", "X, once head of Y"."""
    if holder.rule != "apposition" or holder.at > noun.first:
        return None
    start = next(
        (one.index for one in cast.tokens[holder.at + 1 : noun.first] if one.text == ","), None
    )
    word = "" if start is None else cast.tokens[start + 1].text.lower()
    doubt = cast.words.doubt
    return "former" if word in doubt.once else "current" if word in doubt.still else None


def holders(cast: Cast, token: Token) -> Iterator[Holder]:
    """Yield who has the role of a noun, by apposition, copula, "as", or by being spoken of."""
    found = False
    for holder in _by_grammar(cast, token):
        found = True
        yield holder
    if not found:
        for holder in _after_body(cast, token):
            found = True
            yield holder
    if not found and token.dep not in _INNER and token.tag != "NNS":
        for entity in cast.context.headed[token.index]:
            if cast.is_named(entity):
                yield Holder(entity=entity, at=token.index, anchor=token.index, rule="spoken_of")


def _after_body(cast: Cast, token: Token) -> Iterator[Holder]:
    """Yield who is named behind a role and its body: "the head of Acme, X, said"."""
    for preposition in cast.syntax.children(token, "prep"):
        for noun in cast.syntax.children(preposition, "pobj"):
            for child in cast.syntax.children(noun, "appos"):
                for entity in cast.one(child) if cast.named[child.index] is not None else ():
                    if cast.kind(entity) == "person" and cast.one(noun) != (entity,):
                        yield Holder(
                            entity=entity, at=child.index, anchor=token.index, rule="apposition"
                        )


_STEPS: Final = 6
"""Roles joined to one another whose holder is that of the first, at most."""

_INNER: Final = frozenset({"compound", "nmod", "amod"})


def _by_grammar(cast: Cast, token: Token, steps: int = 0) -> Iterator[Holder]:
    above = _bearer(cast, token)
    for child in cast.syntax.children(token, "appos"):
        if cast.named[child.index] is not None and _is_beside(cast, token, child):
            yield from _each(cast, child, token.index, "apposition")
    if token.dep == "appos":
        if not (_is_title(cast, token) or is_doer(cast, token) or is_anothers(cast, token)):
            yield from _each(cast, _called(cast, above, token), token.index, "apposition")
    elif token.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        yield from _joined(cast, above, token, steps)
    elif token.dep == "conj" and above.lemma.lower() in cast.words.role.borne:
        yield from _borne_too(cast, above, token)
    elif token.dep == "pobj":
        yield from _after_preposition(cast, above, steps)
    else:
        yield from _said_of(cast, above, token)


def _bearer(cast: Cast, token: Token) -> Token:
    """Return the word above a role; X for the place in "X of Springfield, Y's rival"."""
    name = cast.syntax.parent(token)
    held, preposition = cast.named[name.index], cast.syntax.parent(name)
    if token.dep != "appos" or name.dep != "pobj" or held is None or cast.kind(held) != "place":
        return name
    above = cast.syntax.parent(preposition)
    leads = preposition.text.lower() in cast.words.places.leading
    return above if leads and _is_person(cast, above) else name


def is_anothers(cast: Cast, token: Token) -> bool:
    """Tell whether a role behind a name is somebody else's: "X, his wife, Y, and", "X: his son"."""
    owned = any(one.tag == "PRP$" for one in cast.syntax.children(token, "poss"))
    after = cast.tokens[token.index + 1 : token.index + 3]
    first = min(one.index for one in (token, *cast.syntax.children(token, "poss")))
    apart = cast.tokens[max(0, first - 1)].text == ":"
    named = len(after) == 2 and after[0].text == "," and after[1].tag == "NNP"
    return owned and (apart or named)


def _is_beside(cast: Cast, token: Token, name: Token) -> bool:
    """Tell whether a name behind a role is that of who has it: no verb stands between them."""
    between = cast.tokens[token.index + 1 : name.index]
    if token.tag == "NN" and any(_is_person(cast, one) and one.dep == "appos" for one in between):
        return False
    return name.index > token.index and not any(
        one.tag in _PAST and one.text.lower() not in cast.words.role.participles for one in between
    )


def _is_person(cast: Cast, token: Token) -> bool:
    held = cast.named[token.index]
    return held is not None and cast.kind(held) == "person"


def _called(cast: Cast, name: Token, token: Token) -> Token:
    """Return what an apposition is of: in "X and Y, the head of Z" of Y alone."""
    theirs = (one.text.lower() in cast.words.reference.their for one in cast.syntax.children(token))
    several = token.tag in _PLURAL or token.tag == "CD" or any(theirs)
    return name if several else cast.last_joined(name, token)


_PLURAL: Final = frozenset({"NNS", "NNPS"})
_PAST: Final = frozenset({"VBD", "VBN"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_doer(cast: Cast, token: Token) -> bool:
    """Tell whether a noun behind a name and a comma is who does what follows: "X, his son said"."""
    after = cast.tokens[token.index + 1 : token.index + 2]
    return any(one.tag in _FINITE and one.sentence == token.sentence for one in after)


def _is_title(cast: Cast, token: Token) -> bool:
    """Tell whether a person's name follows a role, so that it is no one else's."""
    after = cast.named[token.index + 1] if token.index + 1 < len(cast.tokens) else None
    return after is not None and cast.kind(after) == "person"


def _joined(cast: Cast, above: Token, token: Token, steps: int) -> Iterator[Holder]:
    """Yield who has a role that is joined to another, or that the parser joined to a name."""
    if steps < _STEPS and cast.named[above.index] is None and nouns.find(cast, above) is not None:
        yield from _by_grammar(cast, above, steps + 1)
    elif above.dep != "conj" and _is_aside(cast, above, token):
        yield from _each(cast, above, token.index, "apposition")


def _borne_too(cast: Cast, verb: Token, token: Token) -> Iterator[Holder]:
    """Yield who gets a second role: "was elected secretary in 1980 and president in 1986"."""
    for holder in _predicated(cast, verb, token):
        yield msgspec.structs.replace(holder, anchor=token.index)


def _said_of(cast: Cast, verb: Token, token: Token) -> Iterator[Holder]:
    """Yield who has a role by a verb: "X is the head of Y", "the head of Y is X"."""
    becomes = verb.lemma in cast.words.role.becoming
    if token.dep in ("attr", "oprd", "acomp") or (token.dep == "dobj" and becomes):
        yield from _predicated(cast, verb, token)
        if token.dep == "oprd" and not clauses.objects(cast.context, verb):
            yield from _given(cast, verb, token)
    elif token.dep == "dobj" and verb.lemma.lower() in cast.words.role.borne:
        yield from _given(cast, verb, token)
    elif token.dep == "nsubj" and verb.lemma.lower() in cast.words.role.copulas:
        for child in cast.syntax.children(verb, "attr"):
            if cast.one(child):
                yield from _each(cast, child, verb.index, "copula")


def _is_aside(cast: Cast, name: Token, token: Token) -> bool:
    """Tell whether a noun after a name and a comma is an apposition that the parser joined on."""
    between = cast.tokens[name.index + 1 : token.index]
    commas = any(one.text == "," for one in between)
    joining = cast.words.places.joining
    joined = any(one.dep == "cc" or one.text.lower() in joining for one in between)
    return cast.named[name.index] is not None and commas and not joined


def _each(cast: Cast, token: Token, anchor: int, rule: str, edge: Edge = "") -> Iterator[Holder]:
    plural = cast.tokens[anchor].tag in ("NNS", "NNPS")
    known = cast.every(token) if plural or rule != "apposition" else cast.one(token)
    if plural and rule == "apposition" and len(known) == 1 and token.index < anchor:
        known = tuple(entity for entity in known if cast.kind(entity) in _MANY)
    for entity in known:
        yield Holder(entity=entity, at=token.index, anchor=anchor, rule=rule, edge=edge)


_MANY: Final = frozenset({"organisation", "group"})
"""What one name of may be called by a plural: "Acme, suppliers of ..."."""


def _predicated(cast: Cast, verb: Token, token: Token) -> Iterator[Holder]:
    """Yield of whom a role is predicated: "X is ...", "named X ...", "X was elected ..."."""
    lemma, role = verb.lemma.lower(), cast.words.role
    if lemma in role.copulas:
        edge: Edge = "from" if lemma in role.becoming else ""
        for subject in clauses.subjects(cast.context, verb):
            if subject.index != token.index:
                relative = verb.dep == "relcl" and verb.head == subject.index
                one = cast.spoken_of(verb) if relative else subject
                yield from _each(cast, one, verb.index, "copula", edge)
    elif lemma in role.borne or lemma in role.called:
        for one in clauses.objects(cast.context, verb):
            if one.index != token.index:
                yield from _each(cast, one, verb.index, "named", _edge(cast, lemma))


def _given(cast: Cast, verb: Token, token: Token) -> Iterator[Holder]:
    """Yield who gets a role in "appointed X head of Y", "appointed her head of Y"."""
    givers = {e for one in clauses.doers(cast.context, verb) for e in cast.one(one)}
    for child in cast.syntax.children(token, "compound", "nmod", "poss", "nsubj"):
        name = cast.named[child.index] is not None and child.tag != "POS"
        apart = cast.tokens[child.index + 1].tag != "POS"
        given = child.tag == "PRP$" and verb.lemma.lower() in cast.words.role.opening
        if given or (name and apart):
            for entity in cast.other_than(child, givers):
                if cast.kind(entity) == "person":
                    edge = _edge(cast, verb.lemma.lower())
                    yield Holder(
                        entity=entity, at=child.index, anchor=verb.index, rule="named", edge=edge
                    )


def _edge(cast: Cast, lemma: str, verb: Token | None = None) -> Edge:
    """Return the end of an office that a verb is, its particle taken into account."""
    role = cast.words.role
    particles = cast.syntax.children(verb, "prt", "advmod") if verb is not None else ()
    told = (*(f"{lemma} {one.text.lower()}" for one in particles), lemma)
    if verb is not None and verb.tag == "VBG" and voice.is_present(cast.context, verb):
        return ""  # "is stepping down as head": she is still
    if any(one in role.closing for one in told):
        return "until"
    return "from" if any(one in role.opening for one in told) else ""


def _after_preposition(cast: Cast, preposition: Token, steps: int) -> Iterator[Holder]:
    """Yield who has a role after "as", or is "one of" those who have it."""
    above = cast.syntax.parent(preposition)
    lemma, role = above.lemma.lower(), cast.words.role
    word = preposition.text.lower()
    if word == "of" and (lemma in role.some or above.tag == "CD"):
        if steps < _STEPS:
            yield from _by_grammar(cast, above, steps + 1)
    elif word == "of" and lemma in role.posts and above.dep == "dobj":
        verb = cast.syntax.parent(above)
        for subject in clauses.doers(cast.context, verb):
            yield from _each(cast, subject, verb.index, "copula", _edge(cast, verb.lemma))
    elif word in role.as_ and lemma in role.bearing:
        for subject in clauses.subjects(cast.context, above):
            yield from _each(cast, subject, above.index, "served_as", _edge(cast, lemma, above))
    elif (word in role.as_ and lemma in role.borne | role.called) or (
        word in role.complements and lemma in role.raising
    ):
        for one in clauses.objects(cast.context, above):
            if not one.text.lower().endswith(tuple(role.reflexive)):
                yield from _each(cast, one, above.index, "named", _edge(cast, lemma))
