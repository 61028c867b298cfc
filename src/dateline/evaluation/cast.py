"""Which of a record's entities are which of the cast."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.evaluation.article import Member, Names
from dateline.evaluation.words import LANGUAGE, Heads
from dateline.languages import lexicon
from dateline.names.words import fold
from dateline.record import Entity, Record

Words = tuple[str, ...]
NAMELESS: Final = "group"


def members(record: Record, cast: Sequence[Member]) -> dict[str, Names]:
    """Return for each entity of a record the names of all those of the cast that it is.

    An entity is a member if it bears the member's name or an alias, or a mention of it that is a
    name does; names are compared folded, and what they may begin with is passed over. A member
    without a name (a `group`) is found by the words for it, within any mention but a pronoun.
    """
    return {
        entity.id: tuple(one.name for one in cast if _is(record.document.text, entity, one))
        for entity in record.entities
    }


def _is(text: str, entity: Entity, member: Member) -> bool:
    wanted = {_words(name) for name in (member.name, *member.aliases)}
    if member.kind == NAMELESS:
        told = {_words(one.span.of(text)) for one in entity.mentions if one.form != "pronoun"}
        return any(_within(short, long) for short in wanted for long in told)
    names = {one.span.of(text) for one in entity.mentions if one.form == "name"}
    return not wanted.isdisjoint(map(_words, {entity.name, *entity.aliases, *names}))


def _words(name: str) -> Words:
    """Return the folded words of a name, without a determiner before and a possessive's behind."""
    found = fold(name).removesuffix("'s").removesuffix("'").split()
    determiners = lexicon(LANGUAGE, "heads", Heads).determiners
    return tuple(found[1:] if len(found) > 1 and found[0] in determiners else found)


def _within(short: Words, long: Words) -> bool:
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))
