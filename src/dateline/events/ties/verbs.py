"""Ties told by verbs: "joined", "broke away from", "was rebranded as", "owns", "was born in"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events import clauses
from dateline.events.ties import bodies, senses
from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Edge, Frame
from dateline.events.ties.telling import Telling
from dateline.record import EntityKind
from dateline.syntax import Token
from dateline.vocabulary.relations import relation_types

End = tuple[str, int]
"""An entity and the token that stands for it."""


def find(cast: Cast, verb: Token) -> Iterator[Telling]:
    """Yield the ties that a verb tells; of its frames, those of most words come first."""
    found = 0
    for rest, frame in cast.words.frames_of(verb.lemma, verb.text):
        if found and len(rest) < found:
            return
        tail = _tail(cast, verb, rest)
        if tail is None:
            yield from _told_where(cast, verb, frame, rest)
            continue
        for one in (*_told(cast, verb, frame, tail), *_gapped(cast, verb, frame)):
            found = len(rest)
            yield one


def _told_where(cast: Cast, verb: Token, frame: Frame, rest: Sequence[str]) -> Iterator[Telling]:
    """Yield what a verb tells of the place whose clause it is in: "Norland, where she lives"."""
    if frame.object == "object" and len(rest) == 1:
        places = [(e, one.index) for one in _where(cast, verb, rest[0]) for e in cast.one(one)]
        ends = _ends(cast, verb, frame.subject, verb) if places else []
        pairs = [(one, other) for one in ends for other in places]
        yield from _tellings(cast, frame, pairs, verb, verb)


def _gapped(cast: Cast, verb: Token, frame: Frame) -> Iterator[Telling]:
    """Yield what a verb tells of who is joined to it without a verb: "X was born in A, Y in B"."""
    if frame.object in _PLAIN or not clauses.is_passive(cast.context, verb):
        return
    for child in cast.syntax.children(verb, "conj"):
        if child.pos not in ("NOUN", "PROPN"):
            continue
        ends = [
            (e, one.index) for one in _after(cast, child, [frame.object]) for e in cast.one(one)
        ]
        for entity in cast.one(child) if ends else ():
            pairs = [((entity, child.index), end) for end in ends]
            yield from _tellings(cast, frame, pairs, child, verb)


_SEAT: Final = "represents"
_HEAD: Final = "leads"
_PLAIN: Final = frozenset({"subject", "object", "complement", "each"})
"""Ends of a frame that no preposition leads to."""


def _tail(cast: Cast, verb: Token, rest: Sequence[str]) -> Token | None:
    """Return the last word of a verb of several words: its particle or preposition, or a noun.

    The verb itself is its own tail where it is one word; `None` if the words are not there.
    """
    at = verb
    for word in rest:
        below = (c for c in _near(cast, at) if c.text.lower() == word)
        beside = (
            c
            for c in cast.syntax.children(verb)
            if at is not verb and c.text.lower() == word and c.index > at.index
        )
        found = next(below, None) or next(beside, None)
        if found is None:
            return None
        at = found
    return at


def _near(cast: Cast, verb: Token) -> Iterator[Token]:
    """Yield what depends on a verb, and the prepositions that the parser hung on its object."""
    yield from cast.syntax.children(verb)
    for noun in cast.syntax.children(verb, "dobj"):
        if cast.named[noun.index] is None:
            yield from cast.syntax.children(noun, "prep")


def _told(cast: Cast, verb: Token, frame: Frame, tail: Token) -> Iterator[Telling]:
    if not senses.fits(cast, verb, frame):
        return
    if frame.subject == "each":
        ends = _ends(cast, verb, "subject", tail)
        if not ends and clauses.is_passive(cast.context, verb):
            ends = _ends(cast, verb, "object", verb)
        pairs = _pairs(ends)
    else:
        objects = _ends(cast, verb, frame.object, tail)
        pairs = [
            (one, other)
            for one in (
                _ends(cast, verb, frame.subject, tail, together=frame.together) if objects else ()
            )
            for other in objects
        ]
    if not pairs:
        cast.note(verb, "verb", f"{frame.tie}: an end of it is not named")
    yield from _tellings(cast, frame, pairs, verb, tail)


def _tellings(
    cast: Cast, frame: Frame, pairs: Sequence[tuple[End, End]], anchor: Token, tail: Token
) -> Iterator[Telling]:
    swapped = frame.tie.startswith("~")
    name = frame.tie.removeprefix("~")
    for one, other in pairs:
        ends = (other, one) if swapped else (one, other)
        if one[0] == other[0] or not _fits(cast, frame, name, ends):
            kinds = f"{cast.kind(ends[0][0])} and {cast.kind(ends[1][0])}"
            cast.note(anchor, "verb", f"{name}: does not join {kinds}")
            continue
        if name == _SEAT and cast.is_state(ends[1]):
            cast.note(anchor, "verb", f"{name}: the state, not the city of its name")
            continue
        if name == _HEAD and cast.kind(ends[1][0]) == "group" and cast.is_party(ends[1][0]):
            cast.note(anchor, "verb", f"{name}: some of a party, not the party")
            continue
        if _is_kind(cast, ends[1]):
            cast.note(anchor, "verb", f"{name}: one of its kind, not what bears the name")
            continue
        places = (one[1], other[1], anchor.index)
        yield Telling(
            subject=ends[0][0],
            type=_narrowed(cast, _posted(cast, anchor, name, frame.edge), ends, frame.edge),
            object=ends[1][0],
            anchor=anchor.index,
            evidence=cast.text(min(places), max(places)),
            edge=frame.edge,
            rule="_".join((frame.verbs[0].split()[0], *_words(tail, anchor))),
        )


def _is_kind(cast: Cast, end: End) -> bool:
    """Tell whether a name of one word is one of many that bear it: "owns a Fiat", "funds a PAC"."""
    token = cast.tokens[end[1]]
    kids = cast.syntax.children(token, "det")
    some = any(kid.text.lower() in cast.words.reference.indefinite for kid in kids)
    return some and token.pos in _NAMES and len(cast.context.entities[end[0]].name.split()) == 1


_NAMES: Final = ("PROPN", "NUM")


def _posted(cast: Cast, verb: Token, name: str, edge: Edge) -> str:
    """Return what it is to join a body as something: to work there."""
    given = (kid.text.lower() in cast.words.role.as_ for kid in cast.syntax.children(verb, "prep"))
    return "employed_by" if name == "member_of" and edge == "from" and any(given) else name


def _narrowed(cast: Cast, name: str, ends: tuple[End, End], edge: Edge) -> str:
    """Return what one who joins or leaves is to a body: of a party, or at work in a firm."""
    body = ends[1][0]
    joined = name == "member_of" or (
        name == "employed_by" and edge == "until" and _has_seats(cast, body)
    )
    if not joined or cast.kind(ends[0][0]) != "person":
        return name
    if cast.is_party(body):
        return "party_of"
    if name == "employed_by":
        return "member_of"
    return "employed_by" if edge and cast.is_firm(body) else name


def _has_seats(cast: Cast, body: str) -> bool:
    """Tell whether who resigns from a body was a member of it: a chamber, a party, an army."""
    words = cast.context.entities[body].name.lower().split()
    return cast.is_party(body) or not cast.words.bodies.chambers.isdisjoint(words)


def _words(tail: Token, anchor: Token) -> tuple[str, ...]:
    return () if tail is anchor or tail.pos == "VERB" else (tail.text.lower(),)


def _pairs(ends: Sequence[End]) -> list[tuple[End, End]]:
    """Return those who do something together, two and two; more than three are a list."""
    if not 2 <= len(ends) <= 3:
        return []
    return [(one, other) for place, one in enumerate(ends) for other in ends[place + 1 :]]


def _fits(cast: Cast, frame: Frame, name: str, ends: tuple[End, End]) -> bool:
    return any(
        _fit(frame, name, subject, object_)
        for subject in cast.kinds(ends[0][0])
        for object_ in cast.kinds(ends[1][0])
    )


def _fit(frame: Frame, name: str, subject: EntityKind, object_: EntityKind) -> bool:
    if frame.subjects and subject not in frame.subjects:
        return False
    if frame.kinds and object_ not in frame.kinds:
        return False
    if frame.alike and subject != object_:
        return False
    return relation_types()[name].holds_between(subject, object_)


def _ends(cast: Cast, verb: Token, where: str, tail: Token, *, together: bool = False) -> list[End]:
    """Return the entities at one end of a frame."""
    heads: Sequence[Token]
    if where == "subject":
        heads = [one for one in clauses.doers(cast.context, verb) if not _is_late(cast, verb, one)]
        if together:
            heads = (*heads, *_companions(cast, verb))
    elif where == "object" and tail is verb:
        heads = clauses.objects(cast.context, verb) or _other_objects(cast, verb)
    elif where == "object":
        heads = cast.syntax.children(tail, "pobj") or clauses.objects(cast.context, verb)
    elif where == "complement":
        heads = _complements(cast, verb)
    else:
        heads = _after(cast, verb, where.split())
    relative = where == "subject" and verb.dep == "relcl"
    heads = [cast.spoken_of(verb) if relative and one.index == verb.head else one for one in heads]
    return [end for head in heads for end in _named(cast, head)]


def _after(cast: Cast, verb: Token, words: Sequence[str]) -> list[Token]:
    """Return what stands after a preposition, or several, below a verb."""
    if len(words) > 1:
        tail = _tail(cast, verb, words)
        return [] if tail is None else list(cast.syntax.children(tail, "pobj"))
    found: list[Token] = []
    for child in cast.syntax.children(verb, "prep", "dative", "prt"):
        if child.text.lower() == words[0]:
            found += cast.syntax.children(child, "pobj")
        for deeper in _below(cast, child):
            if deeper.text.lower() == words[0]:
                found += cast.syntax.children(deeper, "pobj")
    return found or list(_where(cast, verb, words[0])) or _behind_object(cast, verb, words[0])


def _behind_object(cast: Cast, verb: Token, word: str) -> list[Token]:
    """Return what a parser hung on the object: "covers the trade for Acme"."""
    nouns_ = [c for c in cast.syntax.children(verb, "dobj") if cast.named[c.index] is None]
    kids = [child for one in nouns_ for child in cast.syntax.children(one, "prep")]
    return [
        noun
        for child in kids
        if child.text.lower() == word and word in cast.words.role.hung
        for noun in cast.syntax.children(child, "pobj")
    ]


def _where(cast: Cast, verb: Token, word: str) -> Iterator[Token]:
    """Yield Norland in "Norland, where she lives"."""
    leads = any(
        kid.text.lower() in cast.words.places.where for kid in cast.syntax.children(verb, "advmod")
    )
    if leads and verb.dep == "relcl" and word in cast.words.places.lying:
        yield cast.syntax.parent(verb)


def _below(cast: Cast, preposition: Token) -> Iterator[Token]:
    """Yield the prepositions hung under a time before them: "in 1970 in Springfield"."""
    for noun in cast.syntax.children(preposition, "pobj"):
        if cast.context.timed[noun.index] is not None:
            yield from cast.syntax.children(noun, "prep")


def _complements(cast: Cast, verb: Token) -> list[Token]:
    """Return what something is renamed: "renamed the club X", "renamed it as X", "to X"."""
    found = list(cast.syntax.children(verb, "oprd", "attr"))
    near = [verb, *cast.syntax.children(verb, "dobj")]
    for child in (kid for one in near for kid in cast.syntax.children(one, "prep")):
        if child.text.lower() in cast.words.role.complements:
            found += cast.syntax.children(child, "pobj")
    if clauses.is_passive(cast.context, verb):
        found += cast.syntax.children(verb, "dobj")
    return found


def _named(cast: Cast, head: Token) -> Iterator[End]:
    """Yield the entities that a noun phrase stands for, or of whose leadership it speaks."""
    for one in (head, *cast.joined(head)):
        known = cast.where(one)
        for entity in known:
            yield entity, one.index
        if one.lemma.lower() in cast.words.role.shares:
            yield from _shared_of(cast, one)
        if not known:
            for body in bodies.named_in(cast, one, "poss"):
                if not body.part and cast.kind(body.entity) != "person":
                    yield body.entity, body.at


def _shared_of(cast: Cast, share: Token) -> Iterator[End]:
    """Yield Acme for "a third of Acme", "a stake in Acme"."""
    for child in cast.syntax.children(share, "prep"):
        if child.text.lower() in cast.words.places.leading:
            for one in cast.syntax.children(child, "pobj"):
                for entity in cast.one(one):
                    yield entity, one.index


def _companions(cast: Cast, verb: Token) -> Iterator[Token]:
    """Yield who does something with another: "with her brother, she founded Acme"."""
    above = cast.syntax.parent(verb)
    for one in (verb, above) if verb.dep in ("conj", "advcl") else (verb,):
        for child in cast.syntax.children(one, "prep"):
            after_first = one is verb or above.index < child.index < verb.index
            if child.text.lower() in cast.words.reference.along and after_first:
                for noun in cast.syntax.children(child, "pobj"):
                    if any(cast.kind(entity) == "person" for entity in cast.one(noun)):
                        yield noun


def _other_objects(cast: Cast, verb: Token) -> list[Token]:
    """Return the object that a parser took for a second subject, or that of the verb before."""
    late = [c for c in cast.syntax.children(verb, "nsubj") if _is_late(cast, verb, c)]
    above = cast.syntax.parent(verb)
    if late or verb.dep != "conj" or above.pos != "VERB" or cast.syntax.children(verb, "nsubj"):
        return late
    own = [c for c in cast.syntax.children(verb, "prep") if not _is_of_time(cast, c)]
    return [] if own else list(clauses.objects(cast.context, above))


def _is_late(cast: Cast, verb: Token, noun: Token) -> bool:
    """Tell whether a subject behind its verb is a second one: "Roe replaces Marn"."""
    first = [c for c in cast.syntax.children(verb, "nsubj") if c.index < verb.index]
    return (
        bool(first)
        and noun.index > verb.index
        and noun.dep == "nsubj"
        and (noun.head == verb.index)
    )


def _is_of_time(cast: Cast, preposition: Token) -> bool:
    return any(map(cast.is_time, cast.syntax.children(preposition, "pobj")))
