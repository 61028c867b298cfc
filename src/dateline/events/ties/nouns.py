"""Nouns for roles: which words they are, what stands beside them, and whose role it is in what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Meaning, Noun
from dateline.record import EntityKind, Status
from dateline.syntax import Token
from dateline.vocabulary.relations import relation_types


class RoleNoun(msgspec.Struct, frozen=True, kw_only=True):
    """A noun for a role in the text.

    Attributes:
        head: index of the noun.
        core: index of the first token of the noun itself: of "acting chief executive", the chief.
        last: index of its last token: of "chief of staff", the staff.
        first: index of its first token, what modifies it included.
        meaning: what it may tell.
        deputy: whether it is the role of one below it: "deputy leader".
        indefinite: whether it is one of several: "a director".
        role: as the text words it.
    """

    head: int
    first: int
    core: int
    last: int
    meaning: Meaning
    deputy: bool = False
    indefinite: bool = False
    status: Status | None = None
    doubtful: bool = False
    role: str


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What a role is in, and by which words: `poss`, `compound`, or a preposition.

    `part` tells that the role is in a part of it ("the Acme office").
    """

    entity: str
    by: str
    at: int
    part: bool = False


def find(cast: Cast, token: Token) -> RoleNoun | None:
    """Return the noun for a role whose head the token is, or `None`."""
    word = token.text.lower().rstrip(".")
    word = cast.words.abbreviations.get(word, word)
    phrases = cast.words.nouns.get(token.lemma.lower()) or cast.words.nouns.get(word, ())
    for phrase, meaning in cast.words.titled.get(word, ()):
        last = token.index + len(phrase) - 1
        run = cast.tokens[token.index : last + 1]
        if len(run) == len(phrase) and all(map(_same, run, phrase)):
            return _dressed(cast, token.index, token.index, meaning, last)
    for phrase, meaning in phrases:
        first = token.index - len(phrase) + 1
        if first >= 0 and all(
            _same(cast.tokens[first + place], want) for place, want in enumerate(phrase[:-1])
        ):
            return _dressed(cast, token.index, first, meaning)
    lemma = token.lemma.lower()
    if token.tag == "NN" and lemma not in cast.words.outsiders and cast.words.is_person_noun(lemma):
        return _dressed(cast, token.index, token.index, _ANYONE)
    return None


_ANYONE: Final[Meaning] = (Noun(tie="employed_by", nouns=(), kinds=frozenset({"organisation"})),)
"""What a noun for a person tells where `ties.toml` has no more of it: who is there works there."""


def _same(token: Token, want: str) -> bool:
    return want in (token.text.lower(), token.lemma.lower())


def _dressed(
    cast: Cast, head: int, first: int, meaning: Meaning, last: int | None = None
) -> RoleNoun:
    """Return the noun with what its modifiers tell."""
    role = cast.words.role
    status: Status | None = None
    deputy = doubtful = False
    at, start, whole = first - 1, first, True
    while at >= 0 and at > first - _LEFT and _modifies(cast, cast.tokens[at], head):
        token = cast.tokens[at]
        word = token.text.lower()
        if word in role.former:
            status = "former"
        elif word in role.current:
            status = status or "current"
        elif word in role.future:
            status = "future"
        elif word in role.doubtful:
            doubtful = True
        else:
            deputy = deputy or word in role.deputies
            whole = whole and _is_of_role(cast, token)
            start = at if whole else start
        at -= 1
    if status is None and at >= 0 and cast.tokens[at].dep == "cc":
        status = _shared_status(cast, at)
    after = cast.tokens[head + 1 : head + 3]
    if any(token.text.lower() in role.future for token in after[-1:]) and _hyphened(after):
        status = "future"
    return RoleNoun(
        head=head,
        first=start,
        meaning=meaning,
        deputy=deputy,
        indefinite=at >= 0 and cast.tokens[at].text.lower() in cast.words.reference.indefinite,
        status=status,
        doubtful=doubtful,
        role=cast.text(start, last or head).of(cast.context.text),
        last=last or head,
        core=first,
    )


def _shared_status(cast: Cast, joint: int) -> Status | None:
    """Return "former" for the second of two roles joined in "former senator and mayor"."""
    for index in range(joint - 1, max(-1, joint - _LEFT - 1), -1):
        token = cast.tokens[index]
        if token.text.lower() in cast.words.role.former:
            return "former"
        if (token.dep == "punct" and token.text != "-") or token.pos in ("VERB", "DET"):
            return None
    return None


_LEFT: Final = 6
"""Words that are looked at before a noun for what modifies it."""


def _is_of_role(cast: Cast, token: Token) -> bool:
    """Tell whether a modifier belongs to what a role is called: no name, no nation."""
    named = cast.named[token.index] is not None or token.text.lower() in cast.words.nations
    return token.dep in _PART_OF_ROLE and not named


_PART_OF_ROLE: Final = frozenset({"amod", "compound", "nmod"})


def _hyphened(after: tuple[Token, ...]) -> bool:
    return len(after) == 2 and after[0].text == "-"


def _modifies(cast: Cast, token: Token, head: int) -> bool:
    """Tell whether a word left of a noun belongs to it; an article or a verb ends the phrase."""
    if token.sentence != cast.tokens[head].sentence:
        return False
    if token.text == "-" or cast.named[token.index] is not None:
        return True
    return token.tag in ("JJ", "JJS", "JJR", "NN", "NNP", "NNS", "RB", "VBN", "VBG", "HYPH", "AFX")


def tie(cast: Cast, noun: RoleNoun, holder: str, body: Body) -> Noun | None:
    """Return what the role tells of its holder and what it is in; `None` if nothing fits."""
    kinds = cast.kind(holder), cast.kind(body.entity)
    every = [(one, other) for one in cast.kinds(holder) for other in cast.kinds(body.entity)]
    found = next(
        (one for some in every for one in noun.meaning if _fits(cast, one, some, body)), None
    )
    if found is None and kinds == ("person", "place") and body.by in cast.words.role.inner:
        return _THERE
    return found


_THERE: Final = Noun(tie="based_in", nouns=())
"""What "a diver from Springfield" tells, whatever the role."""


def _fits(cast: Cast, one: Noun, kinds: tuple[EntityKind, EntityKind], body: Body) -> bool:
    name = one.tie.removeprefix("~")
    holder, other = kinds
    ends = (other, holder) if one.tie.startswith("~") else (holder, other)
    narrowed = one.kinds and other not in one.kinds and body.by != "for"
    if narrowed or not relation_types()[name].holds_between(*ends):
        return False
    if name == "part_of" and (not _whole(holder, other) or (holder, body.by) == _BESIDE):
        return False
    return _leads_on(cast, one, name, body, kinds)


_BESIDE: Final = ("place", "compound")
""""Anbar province" is Anbar itself."""


def _leads_on(
    cast: Cast, one: Noun, name: str, body: Body, kinds: tuple[EntityKind, EntityKind]
) -> bool:
    """Tell whether the word between a role and a body may lead from the one to the other."""
    role = cast.words.role
    if (not one.nouns and body.by not in _WORKING) or (one.client and body.by in _THERE_BY):
        return False
    if body.by in role.inner and kinds[1] == "place":
        sent = name == "represents" and body.by == "from"
        return sent or name in role.placed or (name == "part_of" and kinds[0] == "place")
    if body.by == "compound" and name in _AMONG and kinds[0] != kinds[1]:
        return False
    if body.by == "at":
        return name in _AT
    if body.by == "to":
        return one.tie in role.towards
    return body.by != "for" or name not in role.placed


_WORKING: Final = frozenset({"at", "with", "for", "compound"})
_THERE_BY: Final = frozenset({"at", "with"})
_AMONG: Final = frozenset({"rival_of", "allied_with", "knows"})
"""What a name before it tells within whom: "a Harbour Party rival" is one in the party."""
_AT: Final = frozenset({"employed_by", "holds_position", "leads"})
"""What someone is "at" an organisation."""


def _whole(part: EntityKind, whole: EntityKind) -> bool:
    """Tell whether a thing of one kind can be part of a thing of another."""
    if part == "place":
        return whole == "place"
    return part == "facility" or whole == "organisation"


def told(cast: Cast, noun: RoleNoun, one: Noun, body: Body) -> str:
    """Return the tie that a role tells, less than it says where it is a deputy's or in a part."""
    lesser = noun.deputy or body.part or (noun.indefinite and noun.status != "former")
    lesser = lesser or _is_functional(cast, noun) or _is_of_field(cast, noun, body)
    lesser = lesser and one.tie == "leads"
    return "holds_position" if lesser or _is_of_chamber(cast, noun, one, body) else one.tie


def _is_of_chamber(cast: Cast, noun: RoleNoun, one: Noun, body: Body) -> bool:
    """Tell whether a nation only tells the parliament: a "U.S. senator" is one for a state."""
    seated = cast.tokens[noun.head].lemma.lower() in cast.words.bodies.seated
    return one.tie == "represents" and seated and cast.is_country(body.entity)


def _is_of_field(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a chair is that of a field: "the chair in physics at the Tidal Institute"."""
    if body.by in cast.words.role.inner:
        return True
    return any(
        child.text.lower() in cast.words.role.inner
        and not cast.is_time(one)
        and one.index != body.at
        for child in cast.syntax.children(cast.tokens[noun.head], "prep")
        for one in cast.syntax.children(child, "pobj")
        if body.by in cast.words.role.employing
    )


def _is_functional(cast: Cast, noun: RoleNoun) -> bool:
    """Tell whether a director is that of one thing a body does: "communications director"."""
    head, before = cast.tokens[noun.head], cast.tokens[max(0, noun.head - 1)]
    single = noun.core == noun.head and noun.first < noun.head
    return single and head.lemma.lower() in cast.words.role.functional and before.tag in _COMMON


_COMMON: Final = frozenset({"NN", "NNS"})


def bodies(cast: Cast, head: Token, noun: RoleNoun | None = None) -> Iterator[Body]:
    """Yield what a role is in, by the words that depend on its noun.

    A name before a noun that is somebody's is a topic: "Acme's Norland director" is Acme's.
    """
    found = list(_bodies(cast, head, noun))
    if any(body.by in _SURE for body in found):
        found = [body for body in found if body.by != "compound"]
    nearest = max((body.at for body in found if body.by == "compound"), default=0)
    yield from (body for body in found if body.by != "compound" or body.at == nearest)


_SURE: Final = frozenset({"at", "for", "of", "poss"})
"""Words for what a role is in beside which a name before it is a topic."""


def _bodies(cast: Cast, head: Token, noun: RoleNoun | None) -> Iterator[Body]:
    for child in cast.syntax.children(head):
        if noun is not None and head.index < child.index <= noun.last:
            continue
        if child.dep == "poss":
            yield from named_in(cast, child, "poss")
        elif child.dep in ("compound", "nmod", "amod"):
            yield from _before(cast, child, noun)
        elif child.dep == "prep" and child.text.lower() in cast.words.role.bodies:
            for one in cast.syntax.children(child, "pobj"):
                yield from named_in(cast, one, child.text.lower())
                yield from _beyond(cast, one)
    yield from _adjacent(cast, head, noun)


def _beyond(cast: Cast, field: Token) -> Iterator[Body]:
    """Yield Acme in "head of research at Acme", where the parser hangs it on the research."""
    if cast.named[field.index] is not None or field.pos != "NOUN":
        return
    for child in cast.syntax.children(field, "prep"):
        if child.text.lower() in cast.words.role.employing:
            for one in cast.syntax.children(child, "pobj"):
                for entity in cast.one(one):
                    if cast.kind(entity) == "organisation":
                        yield Body(entity=entity, by="at", at=one.index, part=True)


def _adjacent(cast: Cast, head: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield what follows a role whose preposition the parser hung elsewhere."""
    last = noun.last if noun is not None else head.index
    for after in cast.tokens[last + 1 : last + 2]:
        if after.text in cast.words.role.adjacent and after.head < head.index:
            for one in cast.syntax.children(after, "pobj"):
                yield from named_in(cast, one, after.text)


def _before(cast: Cast, child: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield the name, or the nation, that stands before a noun."""
    if cast.named[child.index] is None:
        yield from nation(cast, child, noun)
    elif not is_prefixed(cast, child):
        yield from named_in(cast, child, "compound")


def is_prefixed(cast: Cast, token: Token) -> bool:
    """Tell whether a hyphen ties the name of a token to a word: "pro-Norland", "Acme-trained"."""
    first, last = cast.spans[token.index] or (token.index, token.index)
    beside = (*cast.tokens[max(0, first - 1) : first], *cast.tokens[last + 1 : last + 2])
    return any(one.text == "-" for one in beside)


def nation(cast: Cast, word: Token, noun: RoleNoun | None) -> Iterator[Body]:
    """Yield the country of "the Algerian president": an office that a nation has.

    Between the two stands nothing but what the office is for, or that it is over; "the Algerian
    rebel leader" does not lead the country.
    """
    country = cast.country(word.text) if noun is not None else None
    if noun is None or country is None:
        return
    words, role = cast.words.bodies, cast.words.role
    office = " ".join(one.text.lower() for one in cast.tokens[noun.core : noun.head + 1])
    between = [one.text.lower() for one in cast.tokens[word.index + 1 : noun.core]]
    known = words.portfolios | role.former | role.current | role.deputies
    if office in words.national and all(one in known for one in between):
        yield Body(entity=country, by="compound", at=word.index)


def named_in(cast: Cast, noun: Token, by: str) -> Iterator[Body]:
    """Yield the bodies that a noun names, or of which it is a part or the whole."""
    for one in (noun, *cast.joined(noun)):
        found = cast.one(one)
        for entity in found:
            yield Body(entity=entity, by=by, at=one.index)
        if not found:
            yield from _inside(cast, one, by)


def _inside(cast: Cast, noun: Token, by: str) -> Iterator[Body]:
    """Yield whose leadership, office or branch a noun without a name is."""
    lemma, role = noun.lemma.lower(), cast.words.role
    is_part = lemma in role.part
    if not is_part and lemma not in role.whole:
        return
    indefinite = any(c.lemma in ("a", "an") for c in cast.syntax.children(noun, "det"))
    for child in cast.syntax.children(noun):
        inner: tuple[Token, ...] = ()
        if child.dep in ("poss", "compound", "nmod"):
            inner = (child,)
        elif child.dep == "prep" and child.text.lower() in ("of", "at", "in") and not indefinite:
            inner = cast.syntax.children(child, "pobj")
        for one in inner:
            for entity in cast.one(one):
                if indefinite and is_part:
                    continue
                yield Body(entity=entity, by=by, at=one.index, part=is_part)
