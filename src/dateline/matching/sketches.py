"""What matching looks at in an entity: its names, its company, its roles, its age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

import msgspec

from dateline.languages import holding, lexicon
from dateline.matching.names import body_words, is_acronym, person_words
from dateline.matching.spelling import skeleton, words
from dateline.record import Entity, EntityKind, Place, Record
from dateline.span import Span
from dateline.store.rows import Member

UNTOLD: Final = "en"
_BEFORE: Final = 48  # characters before a name that may hold its title
_AGE: Final = re.compile(r",\s{0,2}(\d{1,3})\s{0,2}[,.]")
_BESIDE: Final = re.compile(r",\s{0,2}([^\W\d][^,.;:!?\n\"”]{2,48})")


class Titles(msgspec.Struct, frozen=True, kw_only=True):
    """Of `titles.toml`: offices that stand before a name."""

    office: frozenset[str]


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """Of `roles.toml`: nouns for what a person is."""

    persons: frozenset[str]


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of one article as matching sees it.

    Attributes:
        id: `KEY:e3`.
        article: number of the article.
        names: its name, then its aliases.
        company: keys of the others that the article names, see `key`.
        roles: words for what it is that stand beside its name.
        born: the years that it may be born in, both inclusive.
        human: the article calls it he or she: it is no body, whatever bears its name.
        contested: it is a surname alone, and the article names somebody else of it in full.
    """

    id: str
    article: int
    kind: EntityKind
    names: tuple[str, ...]
    place: Place | None = None
    company: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    born: tuple[int, int] | None = None
    human: bool = False
    contested: bool = False


def key(kind: EntityKind, name: str, place: Place | None = None) -> str:
    """Return what spellings of one name are likely to share, for counting whom it is named with."""
    if place is not None:
        return f"{place.gazetteer}:{place.id}"
    telling = person_words(name) if kind == "person" else body_words(name)
    return " ".join(sorted(skeleton(word) for word in telling))


def sketches(members: Iterable[Member], record: Record) -> Iterator[Sketch]:
    """Yield a sketch of each of the entities of one article that have a name.

    Unnamed people ("analysts") are of one article only and are left out.
    """
    named = [member for member in members if member.kind != "group" and words(member.name)]
    keys = {member.id: _keys(member) for member in named}
    every = frozenset(one for found in keys.values() for one in found)
    entities = {entity.id: entity for entity in record.entities}
    roles = _tied(record)
    people = [person_words(one.name) for one in named if one.kind == "person"]
    surnames = {name[-1] for name in people if len(name) > 1}
    for member in named:
        entity = entities.get(member.id.rpartition(":")[2])
        person = member.kind == "person" and entity is not None
        telling = person_words(member.name)
        yield Sketch(
            id=member.id,
            article=member.article,
            kind=member.kind,
            names=(member.name, *member.aliases),
            place=member.place,
            company=every - keys[member.id],
            roles=_roles(record, entity) | roles.get(entity.id, frozenset())
            if person and entity
            else frozenset(),
            born=_born(record, entity) if person and entity else None,
            human=_is_called(entity) if person and entity else False,
            contested=person and len(telling) == 1 and telling[0] in surnames,
        )


def _keys(member: Member) -> frozenset[str]:
    whole = {key(member.kind, member.name, member.place)}
    return frozenset(whole | {words(name)[0] for name in member.aliases if is_acronym(name)})


def _is_called(entity: Entity) -> bool:
    return any(mention.form == "pronoun" for mention in entity.mentions)


def _places(entity: Entity) -> Iterator[Span]:
    return (mention.span for mention in entity.mentions if mention.form == "name")


@cache
def _has_words(language: str) -> bool:
    return language in holding("titles") and language in holding("roles")


@cache
def _offices(language: str) -> frozenset[str]:
    found: Titles = lexicon(language, "titles", Titles)
    return found.office


@cache
def _nouns(language: str) -> frozenset[str]:
    found: Roles = lexicon(language, "roles", Roles)
    return found.persons


def _roles(record: Record, entity: Entity) -> frozenset[str]:
    """Return the titles before the name and the nouns for people just after it."""
    language = record.document.language or UNTOLD
    if not _has_words(language):
        return frozenset()
    found: set[str] = set()
    text = record.document.text
    for span in _places(entity):
        found |= _title(text[max(0, span.start - _BEFORE) : span.start], _offices(language))
        beside = _BESIDE.match(text, span.end, span.end + _BEFORE + 8)
        if beside:
            found |= {word for word in beside[1].casefold().split() if word in _nouns(language)}
    return frozenset(found)


def _title(before: str, offices: frozenset[str]) -> set[str]:
    """Return the longest office that the text ends with, and its last word."""
    last = re.split(r"[,;:!?\n\"“”()]", before)[-1].casefold().replace(".", "").split()
    for size in (4, 3, 2, 1):
        title = " ".join(last[-size:])
        if len(last) >= size and title in offices:
            return {title, last[-1]}
    return set()


def _tied(record: Record) -> Mapping[str, frozenset[str]]:
    """Return the words of the roles that ties give to entities."""
    found: dict[str, frozenset[str]] = {}
    for tie in record.relations:
        if tie.role and tie.reality == "actual":
            role = frozenset(tie.role.casefold().split())
            found[tie.subject] = found.get(tie.subject, frozenset()) | role
    return found


def _born(record: Record, entity: Entity) -> tuple[int, int] | None:
    """Return the years of birth that an age after the name leaves ("Ana Brandt, 45,")."""
    year = _year(record.document.published)
    if year is None:
        return None
    text = record.document.text
    for span in _places(entity):
        age = _AGE.match(text, span.end, span.end + 8)
        if age and 0 < int(age[1]) < 120:
            return year - int(age[1]) - 1, year - int(age[1])
    return None


def _year(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None
