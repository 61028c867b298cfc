"""Which tie a noun for a role tells, by what its holder and its body are and how it is worded."""

from __future__ import annotations

from typing import Final

from dateline.events.ties.bodies import Body
from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Noun
from dateline.events.ties.nouns import RoleNoun
from dateline.record import EntityKind
from dateline.vocabulary.relations import relation_types


def tie(cast: Cast, noun: RoleNoun, holder: str, body: Body) -> Noun | None:
    """Return what the role tells of its holder and what it is in; `None` if nothing fits."""
    kinds = cast.kind(holder), cast.kind(body.entity)
    every = [(one, other) for one in cast.kinds(holder) for other in cast.kinds(body.entity)]
    found = next(
        (one for some in every for one in noun.meaning if _fits(cast, one, some, body)), None
    )
    if found is not None and _is_about(cast, noun, found, body):
        return None
    if found is None and kinds == ("person", "place") and _is_there(cast, noun, body):
        return _THERE
    return found


def _is_about(cast: Cast, noun: RoleNoun, one: Noun, body: Body) -> bool:
    """Tell whether a name only tells what a role is about, or is not what the role is in.

    "White House reporter": a reporter of what is no paper. "Senate candidate": a chamber is no
    party. A city has no governor: there the state of that name is meant.
    """
    words, lemma = cast.words.bodies, cast.tokens[noun.head].lemma.lower().rstrip(".")
    name = frozenset(cast.context.entities[body.entity].name.lower().split())
    if body.by == "compound" and lemma in words.reporters:
        return not name.isdisjoint(words.beats) and name.isdisjoint(words.press)
    if one.tie == "party_of":
        return not name.isdisjoint(words.chambers) and not cast.is_party(body.entity)
    lemma = cast.words.abbreviations.get(lemma, lemma)
    return lemma in words.regional and cast.is_city(body.entity)


def _is_there(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a place is where someone with a role is: not that of what it is about."""
    role = cast.words.role
    before = (
        child
        for child in cast.syntax.children(cast.tokens[noun.head], "prep")
        if noun.last < child.index < body.at and child.text.lower() not in role.inner
    )
    between = cast.tokens[noun.last + 1 : body.at]
    nested = any(one.dep == "prep" and one.text.lower() in role.adjacent for one in between)
    nested = nested and any(one.dep == "conj" for one in between)
    return (
        body.by in role.inner
        and not nested
        and all(one.text.lower() in role.employing for one in before)
    )


_THERE: Final = Noun(tie="based_in", nouns=())
"""What "a diver from Springfield" tells, whatever the role."""


def _fits(cast: Cast, one: Noun, kinds: tuple[EntityKind, EntityKind], body: Body) -> bool:
    name = one.tie.removeprefix("~")
    holder, other = kinds
    ends = (other, holder) if one.tie.startswith("~") else (holder, other)
    narrowed = one.kinds and other not in one.kinds and (body.by != "for" or name == "leads")
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
    if body.by in role.inner and (kinds[1] == "place" or name in _AMONG):
        sent = name == "represents" and body.by == "from"
        return sent or name in role.placed or (name == "part_of" and kinds[0] == "place")
    if body.by == "compound" and name in _AMONG and kinds[0] != kinds[1]:
        return False
    if body.by == "at":
        return name in _AT
    if body.by == "to":
        return one.tie in role.towards
    return body.by not in _ANOTHER or name not in role.placed


_WORKING: Final = frozenset({"at", "with", "for", "compound"})
_ANOTHER: Final = frozenset({"for", "poss"})
"""By what a place is whom one works for: "Springfield's attorney" is not just from there."""
_THERE_BY: Final = frozenset({"at", "with"})
_AMONG: Final = frozenset({"rival_of", "allied_with", "knows"})
"""What a name before it, or "in", tells within whom: "a Harbour Party rival" is in the party."""
_AT: Final = frozenset({"employed_by", "holds_position", "leads"})
"""What someone is "at" an organisation."""


def _whole(part: EntityKind, whole: EntityKind) -> bool:
    """Tell whether a thing of one kind can be part of a thing of another."""
    if part == "place":
        return whole == "place"
    return part == "facility" or whole == "organisation"


def told(cast: Cast, noun: RoleNoun, one: Noun, body: Body) -> str:
    """Return the tie that a role tells, less than it says where it is a deputy's or in a part."""
    if one.tie in _ELECTED and _is_of_party(cast, noun, body):
        return "party_of"
    if one.tie == "employed_by" and body.by == "compound" and cast.is_party(body.entity):
        return "affiliated_with"
    deputy = cast.tokens[noun.head].lemma.lower() in cast.words.role.deputies
    if one.tie == "member_of" and deputy and cast.is_employer(body.entity):
        return "holds_position"
    if one.tie == "member_of" and cast.is_party(body.entity):
        return one.tie if body.part else "party_of"
    one_of = noun.status != "former" or _is_of_board(cast, noun, body)
    lesser = noun.deputy or body.part or (noun.indefinite and one_of)
    lesser = lesser or _is_functional(cast, noun) or _is_of_field(cast, noun, body)
    lesser = lesser or _is_of_part(cast, noun, body) or _is_of_branch(cast, body)
    lesser = lesser or _is_posted(cast, noun, body)
    lesser = lesser and one.tie == "leads"
    return "holds_position" if lesser or _is_of_chamber(cast, noun, one, body) else one.tie


def _is_of_branch(cast: Cast, body: Body) -> bool:
    """Tell whether a party's name stands for its branch in a place: "the Oakdale Harbour Party"."""
    if not cast.is_party(body.entity):
        return False
    first = (cast.spans[body.at] or (body.at, body.at))[0]
    before = cast.tokens[max(0, first - 1)]
    held = cast.named[before.index]
    return held is not None and before.dep in _MODIFYING and cast.kind(held) == "place"


_MODIFYING: Final = frozenset({"compound", "nmod", "amod"})


def _is_of_board(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a body has several of an office, though a place has one: "a bank's governor"."""
    office = cast.tokens[noun.head].lemma.lower() in cast.words.bodies.regional
    return office and cast.kind(body.entity) == "organisation"


_ELECTED: Final = frozenset({"represents", "leads", "member_of", "holds_position"})
"""What a party's name before an office does not tell."""


def _is_of_party(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a name before an office only tells the party: "a Harbour Party senator"."""
    elected = cast.tokens[noun.head].lemma.lower() in cast.words.bodies.elected
    return elected and body.by == "compound" and cast.is_party(body.entity)


def _is_of_chamber(cast: Cast, noun: RoleNoun, one: Noun, body: Body) -> bool:
    """Tell whether a nation only tells the parliament: a "U.S. senator" is one for a state."""
    seated = cast.tokens[noun.head].lemma.lower() in cast.words.bodies.seated
    return one.tie == "represents" and seated and cast.is_country(body.entity)


def _is_of_field(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a chair is that of a field: "the chair in physics at the Tidal Institute"."""
    if body.by in cast.words.role.inner:
        return True
    leading = cast.words.role.inner | cast.words.role.over
    return any(
        child.text.lower() in leading
        and child.index > noun.last
        and cast.named[one.index] is None
        and not cast.is_time(one)
        and one.index != body.at
        for child in cast.syntax.children(cast.tokens[noun.head], "prep")
        for one in cast.syntax.children(child, "pobj")
        if body.by in cast.words.role.employing
    )


def _is_of_part(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether who is a body's is the head of a part: "Acme's head of security"."""
    return body.by in _BEFORE and any(
        child.index > noun.last and child.text.lower() in cast.words.role.over
        for child in cast.syntax.children(cast.tokens[noun.head], "prep")
        if not any(map(cast.is_time, cast.syntax.children(child, "pobj")))
    )


_BEFORE: Final = frozenset({"poss", "compound"})


def _is_functional(cast: Cast, noun: RoleNoun) -> bool:
    """Tell whether a director is that of one thing a body does: "communications director"."""
    head, before = cast.tokens[noun.head], cast.tokens[max(0, noun.head - 1)]
    if noun.core != noun.head or noun.first == noun.head or before.text == "-":
        return False
    role, lemma = cast.words.role, head.lemma.lower()
    if lemma in role.chairs and before.text.lower() in role.parts:
        return True
    narrow = before.tag in _COMMON or before.text.lower() in role.narrowing
    return narrow and lemma in role.functional


def _is_posted(cast: Cast, noun: RoleNoun, body: Body) -> bool:
    """Tell whether a place before a director tells the part: "the Norland director for Acme"."""
    held = cast.named[max(0, noun.core - 1)]
    functional = cast.tokens[noun.head].lemma.lower() in cast.words.role.functional
    beside = held is not None and cast.kind(held) == "place" and held != body.entity
    return functional and beside and body.by in _AFTER and body.at > noun.last


_AFTER: Final = frozenset({"of", "for", "at", "with"})


_COMMON: Final = frozenset({"NN", "NNS"})
